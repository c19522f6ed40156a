extension Literature {
  static let physics: [LiteratureRow] = [
    LiteratureRow(
      #"\nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\nabla \times \mathbf{B} = \mu_0 \mathbf{J} + \mu_0\varepsilon_0 \frac{\partial \mathbf{E}}{\partial t}"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\oint_{\partial\Sigma} \mathbf{E} \cdot d\boldsymbol{\ell} = -\frac{d}{dt} \iint_\Sigma \mathbf{B} \cdot d\mathbf{S}"#,
      #"! unsupported-domain"#),
    LiteratureRow(
      #"\rho\left(\frac{\partial u}{\partial t} + u \frac{\partial u}{\partial x}\right) = -\frac{\partial p}{\partial x} + \mu \frac{\partial^2 u}{\partial x^2} + \rho g"#,
      #"rho*(diff(u(x, t), t) + u(x, t)*diff(u(x, t), x)) = -diff(p(x, t), x) + mu*diff(u(x, t), x, 2) + rho*g"#
    ),
    LiteratureRow(
      #"\frac{\partial u}{\partial t} + u\frac{\partial u}{\partial x} = \nu \frac{\partial^2 u}{\partial x^2}"#,
      #"diff(u(x, t), t) + u(x, t)*diff(u(x, t), x) = nu*diff(u(x, t), x, 2)"#),
    LiteratureRow(
      #"\frac{\partial u}{\partial x} + \frac{\partial v}{\partial y} = 0"#,
      #"diff(u(x, y), x) + diff(v(x, y), y) = 0"#),
    LiteratureRow(
      #"\frac{\partial \rho}{\partial t} + \nabla \cdot (\rho \mathbf{u}) = 0"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"i\hbar \frac{\partial}{\partial t}\Psi(x,t) = \left[-\frac{\hbar^2}{2m}\frac{\partial^2}{\partial x^2} + V(x,t)\right]\Psi(x,t)"#,
      #"I*hbar*diff(Psi(x, t), t) = -hbar^2/(2*m)*diff(Psi(x, t), x, 2) + V(x, t)*Psi(x, t)"#),
    LiteratureRow(
      #"-\frac{\hbar^2}{2m}\frac{d^2\psi}{dx^2} + V(x)\psi(x) = E\psi(x)"#,
      #"-hbar^2/(2*m)*diff(`psi`(x), x, 2) + V(x)*`psi`(x) = `E`*`psi`(x)"#),
    LiteratureRow(
      #"\hat{H}|\psi\rangle = E|\psi\rangle"#,
      #"! unexpected-close-delimiter"#),
    LiteratureRow(
      #"\langle \psi | \hat{A} | \psi \rangle"#,
      #"mean_psi_A_hat_psi"#),
    LiteratureRow(
      #"[\hat{x}, \hat{p}] = i\hbar"#,
      #"! set-in-term"#),
    LiteratureRow(
      #"R_{\mu\nu} - \frac{1}{2} R g_{\mu\nu} + \Lambda g_{\mu\nu} = \frac{8\pi G}{c^4} T_{\mu\nu}"#,
      #"R_mu_nu - 1/2*R*g_mu_nu + Lambda_*g_mu_nu = 8*pi*G/c^4*T_mu_nu"#),
    LiteratureRow(
      #"\Gamma^{\lambda}_{\mu\nu} = \frac{1}{2} g^{\lambda\sigma}\left(\partial_\mu g_{\sigma\nu} + \partial_\nu g_{\sigma\mu} - \partial_\sigma g_{\mu\nu}\right)"#,
      #"! tensor-index"#),
    LiteratureRow(
      #"ds^2 = -\left(1 - \frac{2GM}{rc^2}\right)c^2 dt^2 + \left(1-\frac{2GM}{rc^2}\right)^{-1} dr^2 + r^2 d\Omega^2"#,
      #"ds^2 = -(1 - 2*G*M/(r*c^2))*c^2*dt^2 + (1 - 2*G*M/(r*c^2))^(-1)*dr^2 + r^2*dOmega^2"#),
    LiteratureRow(
      #"\left(\frac{\dot{a}}{a}\right)^2 = \frac{8\pi G}{3}\rho - \frac{kc^2}{a^2} + \frac{\Lambda c^2}{3}"#,
      #"(diff(a(t), t)/a(t))^2 = 8*pi*G/3*rho - k*c^2/a(t)^2 + Lambda_*c^2/3"#),
    LiteratureRow(
      #"\frac{\ddot{a}}{a} = -\frac{4\pi G}{3}\left(\rho + \frac{3p}{c^2}\right) + \frac{\Lambda c^2}{3}"#,
      #"diff(a(t), t, 2)/a(t) = -4*pi*G/3*(rho + 3*p/c^2) + Lambda_*c^2/3"#),
    LiteratureRow(
      #"E^2 = (pc)^2 + (m_0 c^2)^2"#,
      #"`E`^2 = (p*c)^2 + (m_0*c^2)^2"#),
    LiteratureRow(
      #"\gamma = \frac{1}{\sqrt{1 - v^2/c^2}}"#,
      #"gamma_ = 1/sqrt(1 - v^2/c^2)"#),
    LiteratureRow(
      #"x' = \gamma (x - vt)"#,
      #"x_prime = gamma_*(x - v*t)"#),
    LiteratureRow(
      #"t' = \gamma\left(t - \frac{vx}{c^2}\right)"#,
      #"t_prime = gamma_*(t - v*x/c^2)"#),
    LiteratureRow(
      #"L = T - V"#,
      #"L = T - V"#),
    LiteratureRow(
      #"\mathcal{L} = \frac{1}{2} m \dot{x}^2 - \frac{1}{2} k x^2"#,
      #"L_cal = 1/2*m*diff(x(t), t)^2 - 1/2*k*x(t)^2"#),
    LiteratureRow(
      #"\frac{d}{dt}\frac{\partial L}{\partial \dot{q}} - \frac{\partial L}{\partial q} = 0"#,
      "diff(diff(L(q(t), diff(q(t), t)), diff(q(t), t)), t) - diff(L(q(t), diff(q(t), t)), q(t)) = 0"),
    LiteratureRow(
      #"\frac{d}{dt}\left(\frac{\partial L}{\partial \dot{q}_i}\right) = \frac{\partial L}{\partial q_i}"#,
      "diff(diff(L(q_i(t), diff(q_i(t), t)), diff(q_i(t), t)), t) = diff(L(q_i(t), diff(q_i(t), t)), q_i(t))"),
    LiteratureRow(
      #"\dot{q} = \frac{\partial H}{\partial p}, \quad \dot{p} = -\frac{\partial H}{\partial q}"#,
      #"diff(q(t), t) = diff(H(p(t), q(t)), p(t)); diff(p(t), t) = -diff(H(p(t), q(t)), q(t))"#),
    LiteratureRow(
      #"H = \sum_i p_i \dot{q}_i - L"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"S = \int_{t_1}^{t_2} L(q, \dot{q}, t)\, dt"#,
      #"S = integral(L(q(t), diff(q(t), t), t), t, t_1, t_2)"#),
    LiteratureRow(
      #"S = k_B \ln \Omega"#,
      #"S = k_B*log(Omega)"#),
    LiteratureRow(
      #"Z = \sum_i e^{-\beta E_i}"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"Z = \sum_{i=1}^{N} e^{-\beta E_i}"#,
      #"Z = sum(exp(-beta_*`E`(i)), i, 1, N)"#),
    LiteratureRow(
      #"F = -k_B T \ln Z"#,
      #"F = -k_B*T*log(Z)"#),
    LiteratureRow(
      #"\langle E \rangle = -\frac{\partial \ln Z}{\partial \beta}"#,
      #"mean_E = -diff(log(Z(beta_)), beta_)"#),
    LiteratureRow(
      #"n(\epsilon) = \frac{1}{e^{(\epsilon-\mu)/k_B T} + 1}"#,
      #"n(epsilon) = 1/(exp((epsilon - mu)/(k_B*T)) + 1)"#),
    LiteratureRow(
      #"\bar{n}_i = \frac{1}{e^{(\epsilon_i-\mu)/k_B T} - 1}"#,
      #"n_bar_i = 1/(exp((epsilon_i - mu)/(k_B*T)) - 1)"#),
    LiteratureRow(
      #"B_\nu(T) = \frac{2 h \nu^3}{c^2} \frac{1}{e^{h\nu/k_B T} - 1}"#,
      #"B_nu(T) = 2*h*nu^3/c^2*(1/(exp(h*nu/(k_B*T)) - 1))"#),
    LiteratureRow(
      #"j^\star = \sigma T^4"#,
      #"j_star = sigma*T^4"#),
    LiteratureRow(
      #"\lambda_{\max} T = b"#,
      #"lambda_max*T = b"#),
    LiteratureRow(
      #"f(v) = 4\pi \left(\frac{m}{2\pi k_B T}\right)^{3/2} v^2 e^{-mv^2/2k_BT}"#,
      #"f(v) = 4*pi*(m/(2*pi*k_B*T))^(3/2)*v^2*exp(-m*v^2/(2*k_B*T))"#),
    LiteratureRow(
      #"f(v) = 4\pi \left(\frac{m}{2\pi k_B T}\right)^{3/2} v^2 \exp\left(-\frac{mv^2}{2k_BT}\right)"#,
      #"f(v) = 4*pi*(m/(2*pi*k_B*T))^(3/2)*v^2*exp(-m*v^2/(2*k_B*T))"#),
    LiteratureRow(
      #"\left(P + \frac{a n^2}{V^2}\right)(V - nb) = nRT"#,
      #"(P + a*n^2/V^2)*(V - n*b) = n*R*T"#),
    LiteratureRow(
      #"PV = nRT"#,
      #"P*V = n*R*T"#),
    LiteratureRow(
      #"dU = T\,dS - P\,dV"#,
      #"dU = T*dS - P*dV"#),
    LiteratureRow(
      #"dU = \delta Q - \delta W"#,
      #"! stray-differential"#),
    LiteratureRow(
      #"\left(\frac{\partial U}{\partial V}\right)_T = T \left(\frac{\partial P}{\partial T}\right)_V - P"#,
      #"diff(U(V, T), V) = T*diff(P(V, T), T) - P(V, T)"#),
    LiteratureRow(
      #"\frac{1}{f} = (n-1)\left(\frac{1}{R_1} - \frac{1}{R_2}\right)"#,
      #"1/f = (n - 1)*(1/R_1 - 1/R_2)"#),
    LiteratureRow(
      #"n_1 \sin\theta_1 = n_2 \sin\theta_2"#,
      #"n_1*sin(theta_1) = n_2*sin(theta_2)"#),
    LiteratureRow(
      #"d\sin\theta = m\lambda"#,
      #"d*sin(theta) = m*lambda_"#),
    LiteratureRow(
      #"I(\theta) = I_0 \left(\frac{\sin\beta}{\beta}\right)^2"#,
      #"I(theta) = I_0*(sin(beta_)/beta_)^2"#),
    LiteratureRow(
      #"F = G \frac{m_1 m_2}{r^2}"#,
      #"F = G*(m_1*m_2/r^2)"#),
    LiteratureRow(
      #"F = \frac{1}{4\pi\varepsilon_0}\frac{q_1 q_2}{r^2}"#,
      #"F = 1/(4*pi*varepsilon_0)*(q_1*q_2/r^2)"#),
    LiteratureRow(
      #"\mathbf{F} = q(\mathbf{E} + \mathbf{v} \times \mathbf{B})"#,
      #"! vector-product"#),
    LiteratureRow(
      #"V(r) = 4\epsilon\left[\left(\frac{\sigma}{r}\right)^{12} - \left(\frac{\sigma}{r}\right)^6\right]"#,
      #"V(r) = 4*epsilon*((sigma/r)^12 - (sigma/r)^6)"#),
    LiteratureRow(
      #"T = 2\pi\sqrt{\frac{l}{g}}"#,
      #"T = 2*pi*sqrt(l/g)"#),
    LiteratureRow(
      #"x(t) = A e^{-\gamma t}\cos(\omega t + \phi)"#,
      #"x(t) = A*exp(-gamma_*t)*cos(omega*t + phi)"#),
    LiteratureRow(
      #"\ddot{x} + 2\zeta\omega_0\dot{x} + \omega_0^2 x = \frac{F_0}{m}\cos(\omega t)"#,
      #"diff(x(t), t, 2) + 2*zeta_*omega_0*diff(x(t), t) + omega_0^2*x(t) = F_0/m*cos(omega*t)"#),
    LiteratureRow(
      #"\ddot\theta + \frac{g}{\ell}\sin\theta = 0"#,
      #"diff(theta(t), t, 2) + g/ell*sin(theta(t)) = 0"#),
    LiteratureRow(
      #"\frac{\partial^2 u}{\partial t^2} = c^2\nabla^2 u"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\frac{\partial^2 u}{\partial t^2} = c^2\left(\frac{\partial^2 u}{\partial x^2} + \frac{\partial^2 u}{\partial y^2}\right)"#,
      #"diff(u(x, y, t), t, 2) = c^2*(diff(u(x, y, t), x, 2) + diff(u(x, y, t), y, 2))"#),
    LiteratureRow(
      #"\frac{\partial T}{\partial t} = \alpha \frac{\partial^2 T}{\partial x^2}"#,
      #"diff(T(x, t), t) = alpha*diff(T(x, t), x, 2)"#),
    LiteratureRow(
      #"\nabla^2 \phi = 4\pi G\rho"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"E_n = -\frac{13.6\,\text{eV}}{n^2}"#,
      #"E_n = -13.6*eV/n^2"#),
    LiteratureRow(
      #"E_n = -\frac{m e^4}{8\varepsilon_0^2 h^2 n^2}"#,
      #"E_n = -m*`e`^4/(8*varepsilon_0^2*h^2*n^2)"#),
    LiteratureRow(
      #"\frac{1}{\lambda} = R_\infty\left(\frac{1}{n_1^2} - \frac{1}{n_2^2}\right)"#,
      #"1/lambda_ = R_inf*(1/n_1^2 - 1/n_2^2)"#),
    LiteratureRow(
      #"\Delta x \Delta p \geq \frac{\hbar}{2}"#,
      #"Delta_x*Delta_p >= hbar/2"#),
    LiteratureRow(
      #"\sigma_x\sigma_p \ge \frac{\hbar}{2}"#,
      #"sigma_x*sigma_p >= hbar/2"#),
    LiteratureRow(
      #"\lambda = \frac{h}{p}"#,
      #"lambda_ = h/p"#),
    LiteratureRow(
      #"\lambda' - \lambda = \frac{h}{m_e c}(1 - \cos\theta)"#,
      #"lambda_prime - lambda_ = h/(m_e*c)*(1 - cos(theta))"#),
    LiteratureRow(
      #"\alpha = \frac{e^2}{4\pi\varepsilon_0\hbar c}"#,
      #"alpha = `e`^2/(4*pi*varepsilon_0*hbar*c)"#),
    LiteratureRow(
      #"N(t) = N_0 e^{-\lambda t}"#,
      #"N(t) = N_0*exp(-lambda_*t)"#),
    LiteratureRow(
      #"t_{1/2} = \frac{\ln 2}{\lambda}"#,
      #"t_1_over_2 = log(2)/lambda_"#),
    LiteratureRow(
      #"E_n = \hbar\omega\left(n+\tfrac12\right)"#,
      #"E_n = hbar*omega*(n + 1/2)"#),
    LiteratureRow(
      #"\psi_n(x) = \sqrt{\frac{2}{L}}\sin\left(\frac{n\pi x}{L}\right)"#,
      #"psi_n(x) = sqrt(2/L)*sin(n*pi*x/L)"#),
    LiteratureRow(
      #"\psi_{100} = \frac{1}{\sqrt{\pi} a_0^{3/2}} e^{-r/a_0}"#,
      #"psi_100 = 1/(sqrt(pi)*a_0^(3/2))*exp(-r/a_0)"#),
    LiteratureRow(
      #"Y_{\ell}^{m}(\theta,\phi) = \sqrt{\frac{(2\ell+1)}{4\pi}\frac{(\ell-m)!}{(\ell+m)!}} P_\ell^m(\cos\theta)e^{im\phi}"#,
      #"! inverse-function"#),
    LiteratureRow(
      #"(i\gamma^\mu\partial_\mu - m)\psi = 0"#,
      #"! missing-operand"#),
    LiteratureRow(
      #"\mathcal{L} = -\frac{1}{4}F_{\mu\nu}F^{\mu\nu}"#,
      #"! tensor-index"#),
    LiteratureRow(
      #"\partial_\mu F^{\mu\nu} = \mu_0 J^\nu"#,
      #"! tensor-index"#),
    LiteratureRow(
      #"\Box\phi + \frac{m^2c^2}{\hbar^2}\phi = 0"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"v_{esc} = \sqrt{\frac{2GM}{r}}"#,
      #"v_esc = sqrt(2*G*M/r)"#),
    LiteratureRow(
      #"T^2 = \frac{4\pi^2}{G(M+m)}a^3"#,
      #"T^2 = 4*pi^2/(G*(M + m))*a^3"#),
    LiteratureRow(
      #"r = \frac{a(1-e^2)}{1+e\cos\theta}"#,
      #"r = a*(1 - `e`^2)/(1 + `e`*cos(theta))"#),
    LiteratureRow(
      #"M = E - e\sin E"#,
      #"M = `E` - `e`*sin(`E`)"#),
    LiteratureRow(
      #"\frac{dP}{dr} = -\frac{G m(r)\rho(r)}{r^2}"#,
      #"diff(P(r), r) = -G*m(r)*rho(r)/r^2"#),
    LiteratureRow(
      #"\frac{dm}{dr} = 4\pi r^2\rho(r)"#,
      #"diff(m(r), r) = 4*pi*r^2*rho(r)"#),
    LiteratureRow(
      #"\frac{1}{\xi^2}\frac{d}{d\xi}\left(\xi^2\frac{d\theta}{d\xi}\right) = -\theta^n"#,
      #"1/xi^2*diff(xi^2*diff(theta(xi), xi), xi) = -theta(xi)^n"#),
    LiteratureRow(
      #"r_s = \frac{2GM}{c^2}"#,
      #"r_s = 2*G*M/c^2"#),
    LiteratureRow(
      #"T_H = \frac{\hbar c^3}{8\pi G M k_B}"#,
      #"T_H = hbar*c^3/(8*pi*G*M*k_B)"#),
    LiteratureRow(
      #"P = \frac{q^2a^2}{6\pi\varepsilon_0c^3}"#,
      #"P = q^2*a^2/(6*pi*varepsilon_0*c^3)"#),
    LiteratureRow(
      #"\mathrm{Re} = \frac{\rho v L}{\mu}"#,
      #"`Re` = rho*v*L/mu"#),
    LiteratureRow(
      #"C_D = \frac{2F_D}{\rho v^2A}"#,
      #"C_D = 2*F_D/(rho*v^2*A)"#),
    LiteratureRow(
      #"p + \frac{1}{2}\rho v^2 + \rho gh = \text{const}"#,
      #"p + 1/2*rho*v^2 + rho*g*h = const"#),
    LiteratureRow(
      #"p_1 + \frac12\rho v_1^2 + \rho g h_1 = p_2 + \frac12\rho v_2^2 + \rho g h_2"#,
      #"p_1 + 1/2*rho*v_1^2 + rho*g*h_1 = p_2 + 1/2*rho*v_2^2 + rho*g*h_2"#),
    LiteratureRow(
      #"Q = \frac{\pi \Delta p\, r^4}{8\mu L}"#,
      #"Q = pi*Delta_p*r^4/(8*mu*L)"#),
    LiteratureRow(
      #"F_d = 6\pi\mu Rv"#,
      #"F_d = 6*pi*mu*R*v"#),
    LiteratureRow(
      #"\sigma = E\varepsilon"#,
      #"sigma = `E`*varepsilon"#),
    LiteratureRow(
      #"\frac{d^2}{dx^2}\left(EI\frac{d^2w}{dx^2}\right) = q"#,
      #"diff(`E`*`I`*diff(w(x), x, 2), x, 2) = q"#),
    LiteratureRow(
      #"u_t + 6uu_x + u_{xxx} = 0"#,
      #"diff(u(x, t), t) + 6*u(x, t)*diff(u(x, t), x) + diff(u(x, t), x, 3) = 0"#),
    LiteratureRow(
      #"i\psi_t + \frac12\psi_{xx} + |\psi|^2\psi = 0"#,
      #"I*diff(`psi`(x, t), t) + 1/2*diff(`psi`(x, t), x, 2) + abs(`psi`(x, t))^2*`psi`(x, t) = 0"#),
    LiteratureRow(
      #"\frac{\partial \phi}{\partial t} = D\nabla^2\phi"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"J = -D\frac{d\varphi}{dx}"#,
      #"J = -D*diff(varphi(x), x)"#),
    LiteratureRow(
      #"x_{\pm} = \frac{-b\pm\sqrt{b^2-4ac}}{2a}"#,
      #"x_pm = plusMinus(-b, sqrt(b^2 - 4*a*c))/(2*a)"#),
    LiteratureRow(
      #"\mathbf{p} = m\mathbf{v}"#,
      #"p_bold = m*v_bold"#),
    LiteratureRow(
      #"\tau = \mathbf{r}\times\mathbf{F}"#,
      #"! vector-product"#),
    LiteratureRow(
      #"W = \int_{x_1}^{x_2} F(x)\,dx"#,
      #"W = integral(F(x), x, x_1, x_2)"#),
    LiteratureRow(
      #"W = \int_{V_1}^{V_2} P \, \mathrm{d}V = nRT\ln\frac{V_2}{V_1}"#,
      #"W = integral(P, V, V_1, V_2) and integral(P, V, V_1, V_2) = n*R*T*log(V_2/V_1)"#),
    LiteratureRow(
      #"K = \frac{1}{2}mv^2 = \frac{p^2}{2m}"#,
      #"K = 1/2*m*v^2 and 1/2*m*v^2 = p^2/(2*m)"#),
    LiteratureRow(
      #"\omega = \sqrt{k/m}"#,
      #"omega = sqrt(k/m)"#),
    LiteratureRow(
      #"\eta = 1 - \frac{T_C}{T_H}"#,
      #"eta = 1 - T_C/T_H"#),
    LiteratureRow(
      #"C_V = \left(\frac{\partial U}{\partial T}\right)_V"#,
      #"C_V = diff(U(T, V), T)"#),
    LiteratureRow(
      #"\Delta G = \Delta H - T\Delta S"#,
      #"Delta_G = Delta_H - T*Delta_S"#),
    LiteratureRow(
      #"V = IR"#,
      #"V = `I`*R"#),
    LiteratureRow(
      #"Z = R + j\omega L + \frac{1}{j\omega C}"#,
      #"Z = R + I*omega*L + 1/(I*omega*C)"#),
    LiteratureRow(
      #"V_{out} = -\frac{R_f}{R_{in}}V_{in}"#,
      #"V_out = -R_f/R_in*V_in"#),
    LiteratureRow(
      #"L\frac{di}{dt} + Ri + \frac{1}{C}\int i\,dt = v(t)"#,
      #"L*diff(i(t), t) + R*i(t) + 1/C*integral(i(t), t) = v(t)"#),
    LiteratureRow(
      #"\frac{\partial^2 V}{\partial x^2} = LC\frac{\partial^2V}{\partial t^2} + (RC+GL)\frac{\partial V}{\partial t} + GRV"#,
      #"diff(V(x, t), x, 2) = L*C*diff(V(x, t), t, 2) + (R*C + G*L)*diff(V(x, t), t) + G*R*V(x, t)"#),
    LiteratureRow(
      #"I = I_S\left(e^{V_D/(nV_T)}-1\right)"#,
      #"`I` = I_S*(exp(V_D/(n*V_T)) - 1)"#),
    LiteratureRow(
      #"B = \frac{\mu_0 I}{2\pi r}"#,
      #"B = mu_0*`I`/(2*pi*r)"#),
    LiteratureRow(
      #"d\mathbf{B} = \frac{\mu_0}{4\pi}\frac{I\,d\boldsymbol{l}\times\hat{\mathbf{r}}}{r^2}"#,
      #"! vector-product"#),
    LiteratureRow(
      #"\epsilon = -N\frac{d\Phi_B}{dt}"#,
      #"epsilon = -N*diff(Phi_B(t), t)"#),
    LiteratureRow(
      #"\frac{\partial f}{\partial t} + \mathbf{v}\cdot\nabla f = \left(\frac{\partial f}{\partial t}\right)_{coll}"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\chi^2 = \sum_{i=1}^{n}\frac{(O_i-E_i)^2}{E_i}"#,
      #"chi^2 = sum((O(i) - `E`(i))^2/`E`(i), i, 1, n)"#),
    LiteratureRow(
      #"\zeta(s) = \sum_{n=1}^\infty \frac{1}{n^s}"#,
      #"zeta(s) = sum(1/n^s, n, 1, oo)"#),
    LiteratureRow(
      #"\omega_p = \sqrt{\frac{n_e e^2}{m_e\varepsilon_0}}"#,
      #"omega_p = sqrt(n_e*`e`^2/(m_e*varepsilon_0))"#),
    LiteratureRow(
      #"\lambda_D = \sqrt{\frac{\varepsilon_0 k_B T}{n_e e^2}}"#,
      #"lambda_D = sqrt(varepsilon_0*k_B*T/(n_e*`e`^2))"#),
    LiteratureRow(
      #"E = \gamma m c^2 \approx mc^2 + \frac12 mv^2"#,
      #"`E` = gamma_*m*c^2 and approximately(gamma_*m*c^2, m*c^2 + 1/2*m*v^2)"#),
    LiteratureRow(
      #"\rho_{\text{crit}} = \frac{3H_0^2}{8\pi G}"#,
      #"rho_crit = 3*H_0^2/(8*pi*G)"#),
    LiteratureRow(
      #"1+z = \frac{\lambda_{\text{obs}}}{\lambda_{\text{emit}}}"#,
      #"1 + z = lambda_obs/lambda_emit"#),
    LiteratureRow(
      #"d_L = (1+z)\frac{c}{H_0}\int_0^z \frac{dz'}{\sqrt{\Omega_m(1+z')^3+\Omega_\Lambda}}"#,
      #"d_L = (1 + z)*(c/H_0)*integral(1/sqrt(Omega_m*(1 + z_prime)^3 + Omega_Lambda), z_prime, 0, z)"#),
    LiteratureRow(
      #"m - M = 5\log_{10}\left(\frac{d}{10\,\mathrm{pc}}\right)"#,
      #"m - M = 5*log(d/(10*pc), 10)"#),
    LiteratureRow(
      #"L = 4\pi R^2\sigma T_{\rm eff}^4"#,
      #"L = 4*pi*R^2*sigma*T_eff^4"#),
  ]
}
