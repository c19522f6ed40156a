extension Literature {
  static let biology: [LiteratureRow] = [
    LiteratureRow(
      #"C_m\frac{dV}{dt} = -\bar{g}_{Na}m^3h(V-E_{Na}) - \bar{g}_K n^4(V-E_K) - \bar{g}_L(V-E_L) + I_{ext}"#,
      #"C_m*diff(V(t), t) = -g_bar_Na*m^3*h*(V(t) - E_Na) - g_bar_K*n^4*(V(t) - E_K) - g_bar_L*(V(t) - E_L) + I_ext"#
    ),
    LiteratureRow(
      #"\frac{dn}{dt} = \alpha_n(V)(1-n) - \beta_n(V)n"#,
      #"diff(n(t), t) = alpha_n(V)*(1 - n(t)) - beta_n(V)*n(t)"#),
    LiteratureRow(
      #"\frac{dm}{dt} = \alpha_m(V)(1-m)-\beta_m(V)m"#,
      #"diff(m(t), t) = alpha_m(V)*(1 - m(t)) - beta_m(V)*m(t)"#),
    LiteratureRow(
      #"\alpha_n(V) = \frac{0.01(V+55)}{1-\exp(-(V+55)/10)}"#,
      #"alpha_n(V) = 0.01*(V + 55)/(1 - exp(-(V + 55)/10))"#),
    LiteratureRow(
      #"v = \frac{V_{\max}[S]}{K_m+[S]}"#,
      #"v = V_max*S/(K_m + S)"#),
    LiteratureRow(
      #"v = \frac{V_{max}[S]}{K_m\left(1+\frac{[I]}{K_i}\right)+[S]}"#,
      #"v = V_max*S/(K_m*(1 + `I`/K_i) + S)"#),
    LiteratureRow(
      #"\frac{d[P]}{dt} = k_{cat}[E][S]"#,
      #"diff(P(t), t) = k_cat*`E`*S"#),
    LiteratureRow(
      #"\frac{d[ES]}{dt} = k_f[E][S] - k_r[ES] - k_{cat}[ES]"#,
      #"diff(ES(t), t) = k_f*`E`*S - k_r*ES(t) - k_cat*ES(t)"#),
    LiteratureRow(
      #"\begin{aligned} \frac{dS}{dt} &= -\frac{\beta SI}{N} \\ \frac{dI}{dt} &= \frac{\beta SI}{N} - \gamma I \\ \frac{dR}{dt} &= \gamma I \end{aligned}"#,
      #"diff(S(t), t) = -beta_*S(t)*I(t)/N; diff(I(t), t) = beta_*S(t)*I(t)/N - gamma_*I(t); diff(R(t), t) = gamma_*I(t)"#
    ),
    LiteratureRow(
      #"\begin{cases} \dot{S} = \mu N - \beta SI/N - \mu S \\ \dot{I} = \beta SI/N - (\gamma+\mu) I \end{cases}"#,
      #"diff(S(t), t) = mu*N - beta_*S(t)*I(t)/N - mu*S(t); diff(I(t), t) = beta_*S(t)*I(t)/N - (gamma_ + mu)*I(t)"#
    ),
    LiteratureRow(
      #"R_0 = \frac{\beta}{\gamma}"#,
      #"R_0 = beta_/gamma_"#),
    LiteratureRow(
      #"\frac{dN}{dt} = rN\left(1-\frac{N}{K}\right)"#,
      #"diff(N(t), t) = r*N(t)*(1 - N(t)/K)"#),
    LiteratureRow(
      #"N(t) = \frac{K}{1+\left(\frac{K-N_0}{N_0}\right)e^{-rt}}"#,
      #"N(t) = K/(1 + (K - N_0)/N_0*exp(-r*t))"#),
    LiteratureRow(
      #"\frac{dx}{dt} = \alpha x - \beta xy, \qquad \frac{dy}{dt} = \delta xy - \gamma y"#,
      #"diff(x(t), t) = alpha*x(t) - beta_*x(t)*y(t); diff(y(t), t) = delta*x(t)*y(t) - gamma_*y(t)"#),
    LiteratureRow(
      #"\frac{dN_1}{dt} = r_1N_1\left(1-\frac{N_1+\alpha_{12}N_2}{K_1}\right)"#,
      #"diff(N_1(t), t) = r_1*N_1(t)*(1 - (N_1(t) + alpha_12*N_2)/K_1)"#),
    LiteratureRow(
      #"\theta = \frac{[L]^n}{K_d+[L]^n}"#,
      #"theta = L^n/(K_d + L^n)"#),
    LiteratureRow(
      #"Y = \frac{pO_2^n}{P_{50}^n + pO_2^n}"#,
      #"Y = p*O_2^n/(P_50^n + p*O_2^n)"#),
    LiteratureRow(
      #"E_{ion} = \frac{RT}{zF}\ln\frac{[\mathrm{ion}]_{out}}{[\mathrm{ion}]_{in}}"#,
      #"E_ion = R*T/(z*F)*log(ion_out/ion_in)"#),
    LiteratureRow(
      #"V_m = \frac{RT}{F}\ln\left(\frac{P_K[K^+]_{out}+P_{Na}[Na^+]_{out}+P_{Cl}[Cl^-]_{in}}{P_K[K^+]_{in}+P_{Na}[Na^+]_{in}+P_{Cl}[Cl^-]_{out}}\right)"#,
      #"V_m = R*T/F*log((P_K*K_plus_out + P_Na*Na_plus_out + P_Cl*Cl_minus_in)/(P_K*K_plus_in + P_Na*Na_plus_in + P_Cl*Cl_minus_out))"#
    ),
    LiteratureRow(
      #"p^2 + 2pq + q^2 = 1"#,
      #"p^2 + 2*p*q + q^2 = 1"#),
    LiteratureRow(
      #"\Delta p = \frac{p q [p(w_{11}-w_{12})+q(w_{12}-w_{22})]}{\bar{w}}"#,
      #"Delta_p = p*q*(p*(w_11 - w_12) + q*(w_12 - w_22))/w_bar"#),
    LiteratureRow(
      #"\bar{w} = p^2w_{11}+2pqw_{12}+q^2w_{22}"#,
      #"w_bar = p^2*w_11 + 2*p*q*w_12 + q^2*w_22"#),
    LiteratureRow(
      #"F_{ST} = \frac{H_T-H_S}{H_T}"#,
      #"F_ST = (H_T - H_S)/H_T"#),
    LiteratureRow(
      #"\Delta\bar{z} = \frac{1}{\bar w}\operatorname{Cov}(w_i,z_i) + \frac{1}{\bar w}\operatorname{E}(w_i\Delta z_i)"#,
      #"Delta_z_bar = 1/w_bar*Cov(w_i, z_i) + 1/w_bar*`E`(w_i*Delta_z_i)"#),
    LiteratureRow(
      #"R = h^2S"#,
      #"R = h^2*S"#),
    LiteratureRow(
      #"rB > C"#,
      #"r*B > C"#),
    LiteratureRow(
      #"\frac{\partial u}{\partial t} = D\frac{\partial^2u}{\partial x^2}+ru(1-u)"#,
      #"diff(u(x, t), t) = D*diff(u(x, t), x, 2) + r*u(x, t)*(1 - u(x, t))"#),
    LiteratureRow(
      #"\frac{\partial u}{\partial t} = D_u\nabla^2u - uv^2 + F(1-u)"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\frac{da}{dt} = \rho\frac{a^2}{h} - \mu_a a"#,
      #"diff(a(t), t) = rho*(a(t)^2/h) - mu_a*a(t)"#),
    LiteratureRow(
      #"\tau\frac{dV}{dt} = -(V-V_{rest})+RI(t)"#,
      #"tau*diff(V(t), t) = -(V(t) - V_rest) + R*I(t)"#),
    LiteratureRow(
      #"\dot{v} = v - \frac{v^3}{3} - w + I_{\text{ext}}"#,
      #"diff(v(t), t) = v(t) - v(t)^3/3 - w + I_ext"#),
    LiteratureRow(
      #"\tau\dot{w} = v + a - bw"#,
      #"tau*diff(w(t), t) = v + a - b*w(t)"#),
    LiteratureRow(
      #"v' = 0.04v^2+5v+140-u+I"#,
      #"v_prime = 0.04*v^2 + 5*v + 140 - u + `I`"#),
    LiteratureRow(
      #"C(t) = \frac{D\,k_a}{V_d(k_a-k_e)}\left(e^{-k_et}-e^{-k_at}\right)"#,
      #"C(t) = D*k_a/(V_d*(k_a - k_e))*(exp(-k_e*t) - exp(-k_a*t))"#),
    LiteratureRow(
      #"CL = \frac{\text{Dose}}{AUC}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"E = E_0+\frac{E_{max}C^{\gamma}}{EC_{50}^{\gamma}+C^{\gamma}}"#,
      #"`E` = E_0 + E_max*C^gamma_/(`E`*C_50^gamma_ + C^gamma_)"#),
    LiteratureRow(
      #"B = B_0M^{3/4}"#,
      #"B = B_0*M^(3/4)"#),
    LiteratureRow(
      #"H' = -\sum_{i=1}^{S} p_i\ln p_i"#,
      #"H_prime = -sum(p(i)*log(p(i)), i, 1, S)"#),
    LiteratureRow(
      #"D = 1-\sum_{i=1}^{S}\left(\frac{n_i(n_i-1)}{N(N-1)}\right)"#,
      #"D = 1 - sum(n(i)*(n(i) - 1)/(N*(N - 1)), i, 1, S)"#),
    LiteratureRow(
      #"S = cA^z"#,
      #"S = c*A^z"#),
    LiteratureRow(
      #"l_t = L_\infty\left(1-e^{-k(t-t_0)}\right)"#,
      #"l_t = L_inf*(1 - exp(-k*(t - t_0)))"#),
    LiteratureRow(
      #"\mu = \mu_{\max}\frac{S}{K_s+S}"#,
      #"mu = mu_max*(S/(K_s + S))"#),
    LiteratureRow(
      #"\frac{dX}{dt} = \mu X - DX"#,
      #"diff(X(t), t) = mu*X(t) - D*X(t)"#),
    LiteratureRow(
      #"\frac{f}{g} = \frac{a}{b}"#,
      #"f/g = a/b"#),
    LiteratureRow(
      #"f(N) = \frac{aN}{1+ahN}"#,
      #"f(N) = a*N/(1 + a*h*N)"#),
    LiteratureRow(
      #"\frac{dP}{dt} = e a N P - mP"#,
      #"diff(P(t), t) = `e`*a*N*P(t) - m*P(t)"#),
    LiteratureRow(
      #"N_{t+1} = N_te^{r(1-N_t/K)}"#,
      #"N_t_plus_1 = N_t*exp(r*(1 - N_t/K))"#),
    LiteratureRow(
      #"x_{n+1} = rx_n(1-x_n)"#,
      #"x_n_plus_1 = r*x_n*(1 - x_n)"#),
    LiteratureRow(
      #"\mathrm{BMI} = \frac{m}{h^2}"#,
      #"BMI = m/h^2"#),
    LiteratureRow(
      #"Q = VO_2/(C_a-C_v)"#,
      #"Q = V*O_2/(C_a - C_v)"#),
    LiteratureRow(
      #"J_v = L_p[(P_c-P_i)-\sigma(\pi_c-\pi_i)]"#,
      #"J_v = L_p*((P_c - P_i) - sigma*(pi_c - pi_i))"#),
    LiteratureRow(
      #"k = Ae^{-E_a/RT}"#,
      #"k = A*exp(-E_a/(R*T))"#),
    LiteratureRow(
      #"k = \frac{k_BT}{h}e^{-\Delta G^\ddagger/RT}"#,
      #"k = k_B*T/h*exp(-Delta_G_ddagger/(R*T))"#),
    LiteratureRow(
      #"\ln k = \ln A-\frac{E_a}{RT}"#,
      #"log(k) = log(A) - E_a/(R*T)"#),
    LiteratureRow(
      #"\mathrm{pH} = \mathrm{p}K_a+\log_{10}\frac{[\mathrm{A}^-]}{[\mathrm{HA}]}"#,
      #"pH = pK_a + log(A_minus/HA, 10)"#),
    LiteratureRow(
      #"E = E^\circ - \frac{RT}{nF}\ln Q"#,
      #"`E` = E_std - R*T/(n*F)*log(Q)"#),
    LiteratureRow(
      #"K_{eq} = \frac{[C]^c[D]^d}{[A]^a[B]^b}"#,
      #"K_eq = C^c*D^d/(A^a*B^b)"#),
    LiteratureRow(
      #"\frac{d[A]}{dt} = -k[A]^2"#,
      #"diff(A(t), t) = -k*A(t)^2"#),
    LiteratureRow(
      #"\frac{1}{[A]} = \frac{1}{[A]_0}+kt"#,
      #"1/A = 1/A_0 + k*t"#),
    LiteratureRow(
      #"\log_{10}\gamma_\pm = -A|z_+z_-|\sqrt{I}"#,
      #"log(gamma_pm, 10) = -A*abs(z_plus*z_minus)*sqrt(`I`)"#),
    LiteratureRow(
      #"\Pi = iMRT"#,
      #"Pi = `i`*M*R*T"#),
    LiteratureRow(
      #"A = \varepsilon lc"#,
      #"A = varepsilon*l*c"#),
    LiteratureRow(
      #"\theta = \frac{KP}{1+KP}"#,
      #"theta = K*P/(1 + K*P)"#),
    LiteratureRow(
      #"\ln\frac{P_2}{P_1} = -\frac{\Delta H_{vap}}{R}\left(\frac{1}{T_2}-\frac{1}{T_1}\right)"#,
      #"log(P_2/P_1) = -Delta_H_vap/R*(1/T_2 - 1/T_1)"#),
    LiteratureRow(
      #"i = i_0\left[\exp\left(\frac{\alpha_anF\eta}{RT}\right)-\exp\left(-\frac{\alpha_cnF\eta}{RT}\right)\right]"#,
      #"`i` = i_0*(exp(alpha_a*n*F*eta/(R*T)) - exp(-alpha_c*n*F*eta/(R*T)))"#),
    LiteratureRow(
      #"\frac{\partial c}{\partial t} = D\frac{\partial^2c}{\partial x^2} - v\frac{\partial c}{\partial x} + R"#,
      #"diff(c(x, t), t) = D*diff(c(x, t), x, 2) - v*diff(c(x, t), x) + R"#),
    LiteratureRow(
      #"\frac{dT}{dt} = -k(T-T_a)"#,
      #"diff(T(t), t) = -k*(T(t) - T_a)"#),
    LiteratureRow(
      #"P(x,t+\Delta t) = \frac12P(x-\Delta x,t)+\frac12P(x+\Delta x,t)"#,
      #"P(x, t + Delta_t) = 1/2*P(x - Delta_x, t) + 1/2*P(x + Delta_x, t)"#),
    LiteratureRow(
      #"\frac{dp_n}{dt} = \lambda p_{n-1}-(\lambda+\mu)p_n+\mu p_{n+1}"#,
      #"diff(p_n(t), t) = lambda_*p_n_minus_1 - (lambda_ + mu)*p_n(t) + mu*p_n_plus_1"#),
  ]
}
