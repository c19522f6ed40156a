extension Literature {
  /// Convolutions, kernels and integrands.
  static let kernels: [LiteratureRow] = [
    LiteratureRow(
      #"\hat{f}(x) = \frac{1}{nh}\sum_{i=1}^n K\left(\frac{x-x_i}{h}\right)"#,
      "f_hat(x) = 1/(n*h)*sum(K((x - x_seq(i))/h), i, 1, n)"),
    LiteratureRow(#"\hat f(x) = \frac{1}{n}\sum_{i=1}^n K_h(x - x_i)"#, "! ambiguous-application"),
    LiteratureRow(
      #"f(x) = \sum_{i=1}^N w_i\,\phi(\|x-x_i\|)"#,
      "f(x) = sum(w(i)*phi(norm(x - x_seq(i))), i, 1, N)"),
    LiteratureRow(
      #"y(t) = \int_{-\infty}^{\infty} h(\tau)\,x(t-\tau)\,d\tau"#,
      "y(t) = integral(h(tau)*x(t - tau), tau, -oo, oo)"),
    LiteratureRow(
      #"u(x) = \int_{-\infty}^\infty G(x-y) f(y)\,dy"#,
      "u(x) = integral(G(x - y)*f(y), y, -oo, oo)"),
    LiteratureRow(
      #"W(a,b) = \frac{1}{\sqrt{a}}\int_{-\infty}^{\infty} x(t)\,\psi\!\left(\frac{t-b}{a}\right)dt"#,
      "`W`(a, b) = 1/sqrt(a)*integral(x(t)*`psi`((t - b)/a), t, -oo, oo)"),
    LiteratureRow(#"M(x) = \int_0^x q(x-s)\,ds"#, "! ambiguous-application"),
    LiteratureRow(
      #"F = \int_0^h \rho g (h - y) b \,dy"#, "F = integral(rho*g*(h - y)*b, y, 0, h)"),
    LiteratureRow(
      #"u(t) = \int_0^t e^{-\lambda(t-s)} f(s)\,ds"#,
      "u(t) = integral(exp(-lambda_*(t - s))*f(s), s, 0, t)"),
    LiteratureRow(
      #"u(t) = \int_0^t \exp(-\rho(t-s))\, f(s)\,ds"#,
      "u(t) = integral(exp(-rho*(t - s))*f(s), s, 0, t)"),
    LiteratureRow(
      #"x(t) = \int_0^t \sin(\omega(t-s)) f(s)\,ds"#,
      "x(t) = integral(sin(omega*(t - s))*f(s), s, 0, t)"),
    LiteratureRow(
      #"W = \int_0^{Q} \left[P(q) - p\right] dq"#, "W = integral(P(q) - p, q, 0, Q)"),
    LiteratureRow(
      #"\psi = A\exp\left(i(kx-\omega t)\right)"#, "psi = A*exp(I*(k*x - omega*t))"),
    LiteratureRow(
      #"\hat{m}(x) = \frac{\sum_{i=1}^n K(x, x_i)\,y_i}{\sum_{j=1}^n K(x, x_j)}"#,
      "m_hat(x) = sum(K(x, x_seq(i))*y(i), i, 1, n)/sum(K(x, x_seq(j)), j, 1, n)"),
    LiteratureRow(#"\tan\theta = 2\cot\beta\,\frac{M^2-1}{M^2+2}"#, "! ambiguous-argument"),
    LiteratureRow(#"y = \cos 2\pi\frac{x}{\lambda}"#, "y = cos(2*pi*(x/lambda_))"),
    LiteratureRow(#"y = \sin\frac{2\pi}{\lambda}(x-vt)"#, "y = sin(2*pi/lambda_*(x - v*t))"),
    LiteratureRow(#"y = \cos\frac{\pi}{4}(a+b)"#, "! ambiguous-argument"),
    LiteratureRow(#"y = \cos\omega t\, f(t)"#, "y = cos(omega*t)*f(t)"),
    LiteratureRow(#"y = \cos n\theta(t)"#, "y = cos(n*theta(t))"),
    LiteratureRow(#"y = \ln 2f(t)"#, "y = log(2*f(t))"),
    LiteratureRow(#"F = \sin\theta\, u"#, "! ambiguous-argument"),
    LiteratureRow(#"\mathbf{r} = \cos\theta\,\hat x + \sin\theta\,\hat y"#, "! ambiguous-argument"),
    LiteratureRow(#"f(x) = P_l^m(\cos\theta)"#, "! inverse-function"),
    LiteratureRow(#"f = P_\ell(\cos\theta)"#, #"f = P_ell(cos(theta))"#),
    LiteratureRow(#"f = j_l(kr)"#, #"f = j_l(k*r)"#),
    LiteratureRow(
      #"\frac{\partial p}{\partial t} = -\frac{\partial}{\partial x}\left[\mu(x,t)p\right] + \frac{\partial^2}{\partial x^2}\left[D(x,t)p\right]"#,
      "diff(p(x, t), t) = -diff(mu(x, t)*p(x, t), x) + diff(D(x, t)*p(x, t), x, 2)"),
    LiteratureRow(
      #"F(z) = Uz - \frac{i\Gamma}{2\pi}\ln z"#, "F(z) = U*z - I*Gamma/(2*pi)*log(z)"),
    LiteratureRow(#"A = (1+ic_1)B"#, "A = (1 + I*c_1)*B"),
    LiteratureRow(#"S = P(1+in)"#, "S = P*(1 + `i`*n)"),
    LiteratureRow(#"B = \frac{\mu_0 i\phi}{4\pi R}"#, "B = mu_0*`i`*phi/(4*pi*R)"),
    LiteratureRow(
      #"\sigma_y = \begin{pmatrix}0&-i\\i&0\end{pmatrix}"#, "sigma_y = [[0, -I], [I, 0]]"),
    LiteratureRow(
      #"\hat{a} = \sqrt{\frac{m\omega}{2\hbar}}\left(\hat{x}+\frac{i}{m\omega}\hat{p}\right)"#,
      "a_hat = sqrt(m*omega/(2*hbar))*(x_hat + I/(m*omega)*p_hat)"),
    LiteratureRow(#"M_w = \sigma(a - b)"#, "M_w = sigma*(a - b)"),
    LiteratureRow(#"P_e = Q\left(\sqrt{\frac{2E_b}{N_0}}\right)"#, "! ambiguous-application"),
    LiteratureRow(
      #"H(e^{j\omega}) = \frac{1}{1-ae^{-j\omega}}"#, "H(exp(I*omega)) = 1/(1 - a*exp(-I*omega))"),
    LiteratureRow(
      #"\rho_k = \frac{f(x_k)-f(x_k+p_k)}{m_k(0)-m_k(p_k)}"#,
      "rho_k = (f(x_k) - f(x_k + p_k))/(m_k(0) - m_k(p_k))"),
    LiteratureRow(
      #"k(r) = \sigma^2\left(1+\frac{\sqrt{3}r}{\ell}\right)\exp\left(-\frac{\sqrt3r}{\ell}\right)"#,
      "k(r) = sigma^2*(1 + sqrt(3)*r/ell)*exp(-sqrt(3)*r/ell)"),
    LiteratureRow(#"h = \frac12\log(2\pi e\sigma^2)"#, "! ambiguous-name"),
    LiteratureRow(#"\frac{da}{dN} = C(\Delta K)^m"#, "diff(a(N), N) = C*Delta_K^m"),
    LiteratureRow(
      #"Z = Z_0\frac{Z_L+jZ_0\tan\beta l}{Z_0+jZ_L\tan\beta l}"#,
      "Z = Z_0*((Z_L + I*Z_0*tan(beta_*l))/(Z_0 + I*Z_L*tan(beta_*l)))"),
    LiteratureRow(
      #"c_t = f_t \odot c_{t-1} + i_t\odot g_t"#, "c_t = f_t*c_t_minus_1 + i_t*g_t"),
    LiteratureRow(
      #"\begin{pmatrix}a\\b\end{pmatrix}\odot\begin{pmatrix}c\\d\end{pmatrix}"#, "! unsupported-operator"),
    LiteratureRow(#"y \leftarrow x - \eta g"#, "definition(y, x - eta*g)"),
    LiteratureRow(#"x \leftarrow x - \eta g"#, "! unsupported-relation"),
    LiteratureRow(#"\nabla\cdot\mathbf{u} = 0"#, "! unexpected-symbol"),
    LiteratureRow(#"[\hat{x},\hat{p}] = i\hbar"#, "! set-in-term"),
    LiteratureRow(
      #"\psi(z) = \frac{\Gamma'(z)}{\Gamma(z)}"#, "`psi`(z) = diff(gamma(z), z)/gamma(z)"),
    LiteratureRow(#"\Gamma'(1) = -\gamma"#, "at(diff(gamma(x), x), x, 1) = -gamma_"),
    LiteratureRow(#"\log z = \ln|z|+i\arg z"#, "log(z) = log(abs(z)) + I*arg(z)"),
    LiteratureRow(
      #"u_t + uu_x = -p_x + \nu u_{xx}"#,
      "diff(u(x, t), t) + u(x, t)*diff(u(x, t), x) = -diff(p(x, t), x) + nu*diff(u(x, t), x, 2)"),
    LiteratureRow(
      #"u_t = D_x u_{xx} + v_x u_x"#,
      "diff(u(x, t), t) = D_x*diff(u(x, t), x, 2) + v_x*diff(u(x, t), x)"),
    LiteratureRow(
      #"C\dot{V} = I - g_{Na}m_\infty(V)(V-E_{Na})"#,
      "C*diff(V(t), t) = `I` - g_Na*m_inf(V(t))*(V(t) - E_Na)"),
    LiteratureRow(
      #"\frac{d}{dt}\frac{\partial L}{\partial \dot q} - \frac{\partial L}{\partial q} = 0"#,
      "diff(diff(L(q(t), diff(q(t), t)), diff(q(t), t)), t) - diff(L(q(t), diff(q(t), t)), q(t)) = 0"),
    LiteratureRow(
      #"\frac{d}{dt}\left(\frac{\partial L}{\partial \dot{\theta}}\right) = \frac{\partial L}{\partial \theta}"#,
      "diff(diff(L(theta(t), diff(theta(t), t)), diff(theta(t), t)), t) = diff(L(theta(t), diff(theta(t), t)), theta(t))"
    ),
    LiteratureRow(
      #"p = \frac{\partial L}{\partial \dot q}"#, "p = diff(L(q(t), diff(q(t), t)), diff(q(t), t))"),
    LiteratureRow(#"V = A(\sin x\cos y)"#, "V = A*(sin(x)*cos(y))"),
    LiteratureRow(#"q'' = -k\frac{dT}{dx}"#, "! unclear-prime"),
    LiteratureRow(#"\frac{f}{8} = \frac{1}{(1.58\ln Re-3.28)^2}"#, "! ambiguous-name"),
    LiteratureRow(#"\varepsilon = 1-\exp[-NTU(1-C_r)]"#, "! ambiguous-name"),
  ]
}
