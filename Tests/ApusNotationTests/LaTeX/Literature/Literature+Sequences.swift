extension Literature {
  /// Sequences, operators in brackets, steps, and what looks like a product and is none.
  static let sequences: [LiteratureRow] = [
    LiteratureRow(#"p(x) = \sum_{k=0}^n y_k L_k(x)"#, #"p(x) = sum(y(k)*L(k, x), k, 0, n)"#),
    LiteratureRow(
      #"\Psi(x,t) = \sum_{n=1}^\infty c_n \psi_n(x) e^{-i E_n t/\hbar}"#,
      #"Psi(x, t) = sum(c(n)*`psi`(n, x)*exp(-I*`E`(n)*t/hbar), n, 1, oo)"#),
    LiteratureRow(
      #"V(r) = \sum_{\ell=0}^\infty A_\ell r^\ell P_\ell(\cos\theta)"#,
      #"V(r) = sum(A(ell)*r^ell*P(ell, cos(theta)), ell, 0, oo)"#),
    LiteratureRow(#"f(x) = \sum_{n=0}^\infty c_n (-1)^n"#, #"f(x) = sum(c(n)*(-1)^n, n, 0, oo)"#),
    LiteratureRow(
      #"p_i = \frac{w_i}{\sum_{j=1}^n w_j}"#, #"p_i = w(`i`)/sum(w(j), j, 1, n)"#),
    LiteratureRow(
      #"\dot{x}_i = \sum_{j=1}^n a_{ij} x_j"#, #"diff(x(`i`, t), t) = sum(a(`i`, j)*x(j, t), j, 1, n)"#),
    LiteratureRow(
      #"\frac{d\theta_i}{dt} = \omega_i + \frac{K}{N}\sum_{j=1}^N \sin(\theta_j - \theta_i)"#,
      #"diff(theta(`i`, t), t) = omega_i + K/N*sum(sin(theta(j, t) - theta(`i`, t)), j, 1, N)"#),
    LiteratureRow(
      #"T = \frac12 \sum_{i=1}^N m_i \dot{x}_i^2"#, #"T = 1/2*sum(m(i)*diff(x(i, t), t)^2, i, 1, N)"#),
    LiteratureRow(
      #"X[k] = \sum_{n=0}^{N-1} x[n] e^{-j2\pi kn/N}"#,
      #"X(k) = sum(x(n)*exp(-I*2*pi*k*n/N), n, 0, N - 1)"#),
    LiteratureRow(#"y[n] = a y[n-1] + x[n]"#, #"y(n) = a*y(n - 1) + x(n)"#),
    LiteratureRow(#"y = x[n] + x"#, "! ambiguous-application"),
    LiteratureRow(#"\sigma = K[n - m] + \tau"#, #"sigma = K*(n - m) + tau"#),
    LiteratureRow(
      #"\text{pH} = \text{p}K_a + \log\frac{[\text{A}^-]}{[\text{HA}]}"#,
      #"pH = pK_a + log(A_minus/HA)"#),
    LiteratureRow(#"\sum_{i=1}^3 \frac{\partial u_i}{\partial x_i} = 0"#, "! indexed-name"),
    LiteratureRow(#"g(x) = \sum_{n=1}^N f_n'(x)"#, "! indexed-name"),
    LiteratureRow(
      #"\left(\frac{d}{dx} - 1\right)\left(\frac{d}{dx}+2\right) y = 0"#,
      #"diff(diff(y(x), x) + 2*y(x), x) - (diff(y(x), x) + 2*y(x)) = 0"#),
    LiteratureRow(
      #"\left(\partial_t^2 - c^2\partial_x^2 + m^2\right)\phi = 0"#,
      #"diff(phi(x, t), t, 2) - c^2*diff(phi(x, t), x, 2) + m^2*phi(x, t) = 0"#),
    LiteratureRow(
      #"(\nabla^2 + k^2)\psi(x,y) = 0"#,
      #"(diff(`psi`(x, y), x, 2) + diff(`psi`(x, y), y, 2)) + k^2*`psi`(x, y) = 0"#),
    LiteratureRow(
      #"\left(\frac{d}{dx}\, p(x)\frac{d}{dx} + q(x)\right) y(x) = 0"#,
      #"diff(p(x)*diff(y(x), x), x) + q(x)*y(x) = 0"#),
    LiteratureRow(#"(\partial_x f(x) + \partial_t) u = 0"#, "! unclear-derivative"),
    LiteratureRow(
      #"\mathbf{w}^{(t+1)} = \mathbf{w}^{(t)} - \eta \mathbf{g}^{(t)}"#,
      #"w_bold_t_plus_1 = w_bold_t - eta*g_bold_t"#),
    LiteratureRow(#"y = x^{(n+1)}"#, "! ambiguous-superscript"),
    LiteratureRow(#"y^{(4)} - y = 0"#, "! unclear-prime"),
    LiteratureRow(#"y^{(4)} - x y = 0"#, #"diff(y(x), x, 4) - x*y(x) = 0"#),
    LiteratureRow(
      #"s^2 = (x-\mu)^T \Sigma^{-1} (x-\mu)"#, #"s^2 = transpose(x - mu)*Sigma^(-1)*(x - mu)"#),
    LiteratureRow(#"C_f = 0.664 Re^{-1/2}"#, "! ambiguous-name"),
    LiteratureRow(#"C_D = \frac{24}{Re}"#, "! ambiguous-name"),
    LiteratureRow(#"h = 0.59 \frac{k}{L} Ra^{1/4}"#, "! ambiguous-name"),
    LiteratureRow(#"z = Re^{i\theta}"#, #"z = R*exp(I*theta)"#),
    LiteratureRow(#"I = Prt"#, "`I` = P*r*t"),
    LiteratureRow(#"\sigma^2 = E[x^2] - E[x]^2"#, "! ambiguous-application"),
    LiteratureRow(#"\sigma_{xx} = E[1 - \nu] \epsilon"#, #"sigma_xx = `E`*(1 - nu)*epsilon"#),
    LiteratureRow(#"y = \sigma(Wx + b)"#, "! ambiguous-application"),
    LiteratureRow(#"q = \sigma(T_1^4 - T_2^4)"#, #"q = sigma*(T_1^4 - T_2^4)"#),
    LiteratureRow(#"|z|^2 = z z^*"#, #"abs(z)^2 = z*conjugate(z)"#),
  ]
}
