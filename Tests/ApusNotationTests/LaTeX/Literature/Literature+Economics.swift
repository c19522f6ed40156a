extension Literature {
  static let economics: [LiteratureRow] = [
    LiteratureRow(
      #"\frac{\partial V}{\partial t}+\frac12\sigma^2S^2\frac{\partial^2V}{\partial S^2}+rS\frac{\partial V}{\partial S}-rV = 0"#,
      #"diff(V(S, t), t) + 1/2*sigma^2*S^2*diff(V(S, t), S, 2) + r*S*diff(V(S, t), S) - r*V(S, t) = 0"#),
    LiteratureRow(
      #"C(S,t) = N(d_1)S-N(d_2)Ke^{-r(T-t)}"#,
      #"C(S, t) = N(d_1)*S - N(d_2)*K*exp(-r*(T - t))"#),
    LiteratureRow(
      #"d_1 = \frac{1}{\sigma\sqrt{T-t}}\left[\ln\left(\frac{S}{K}\right)+\left(r+\frac{\sigma^2}{2}\right)(T-t)\right]"#,
      #"d_1 = 1/(sigma*sqrt(T - t))*(log(S/K) + (r + sigma^2/2)*(T - t))"#),
    LiteratureRow(
      #"d_2 = d_1-\sigma\sqrt{T-t}"#,
      #"d_2 = d_1 - sigma*sqrt(T - t)"#),
    LiteratureRow(
      #"dS_t = \mu S_t\,dt+\sigma S_t\,dW_t"#,
      #"dS_t = mu*S_t*dt + sigma*S_t*dW_t"#),
    LiteratureRow(
      #"S_t = S_0\exp\left(\left(\mu-\frac{\sigma^2}{2}\right)t+\sigma W_t\right)"#,
      #"S_t = S_0*exp((mu - sigma^2/2)*t + sigma*W_t)"#),
    LiteratureRow(
      #"Y = AK^\alpha L^{1-\alpha}"#,
      #"Y = A*K^alpha*L^(1 - alpha)"#),
    LiteratureRow(
      #"Y = C+I+G+(X-M)"#,
      #"Y = C + `I` + G + (X - M)"#),
    LiteratureRow(
      #"\dot{k} = sf(k)-(n+g+\delta)k"#,
      #"diff(k(t), t) = s*f(k(t)) - (n + g + delta)*k(t)"#),
    LiteratureRow(
      #"k^* = \left(\frac{sA}{\delta+n}\right)^{\frac{1}{1-\alpha}}"#,
      #"k_star = (s*A/(delta + n))^(1/(1 - alpha))"#),
    LiteratureRow(
      #"U(c) = \frac{c^{1-\theta}-1}{1-\theta}"#,
      #"U(c) = (c^(1 - theta) - 1)/(1 - theta)"#),
    LiteratureRow(
      #"u'(c_t) = \beta(1+r)u'(c_{t+1})"#,
      #"diff(u(c_t), c_t) = beta_*(1 + r)*diff(u(c_t_plus_1), c_t_plus_1)"#),
    LiteratureRow(
      #"\sum_{t=0}^\infty\beta^tu(c_t)"#,
      #"! ambiguous-application"#),
    LiteratureRow(
      #"PV = \sum_{t=1}^T\frac{C_t}{(1+r)^t}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"FV = PV(1+r)^n"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"A = P\left(1+\frac{r}{n}\right)^{nt}"#,
      #"A = P*(1 + r/n)^(n*t)"#),
    LiteratureRow(
      #"P = \frac{D_1}{r-g}"#,
      #"P = D_1/(r - g)"#),
    LiteratureRow(
      #"E(R_i) = R_f+\beta_i(E(R_m)-R_f)"#,
      #"`E`(R_i) = R_f + beta_i*(`E`(R_m) - R_f)"#),
    LiteratureRow(
      #"\beta_i = \frac{\operatorname{Cov}(R_i,R_m)}{\operatorname{Var}(R_m)}"#,
      #"beta_i = Cov(R_i, R_m)/Var(R_m)"#),
    LiteratureRow(
      #"\text{Sharpe} = \frac{R_p-R_f}{\sigma_p}"#,
      #"Sharpe = (R_p - R_f)/sigma_p"#),
    LiteratureRow(
      #"\sigma_p^2 = w_A^2\sigma_A^2+w_B^2\sigma_B^2+2w_Aw_B\sigma_A\sigma_B\rho_{AB}"#,
      #"sigma_p^2 = w_A^2*sigma_A^2 + w_B^2*sigma_B^2 + 2*w_A*w_B*sigma_A*sigma_B*rho_AB"#),
    LiteratureRow(
      #"\sigma_p^2 = \sum_i\sum_jw_iw_j\sigma_{ij}"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"E_d = \frac{\%\Delta Q}{\%\Delta P}"#,
      #"! unexpected-item"#),
    LiteratureRow(
      #"E_d = \frac{dQ}{dP}\cdot\frac{P}{Q}"#,
      #"E_d = diff(Q(P), P)*(P/Q(P))"#),
    LiteratureRow(
      #"MRS = -\frac{dy}{dx} = \frac{MU_x}{MU_y}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"\pi = pq-wL-rK"#,
      #"pi_ = p*q - w*L - r*K"#),
    LiteratureRow(
      #"\pi_t = \pi_t^e-b(u_t-u_n)"#,
      #"! ambiguous-superscript"#),
    LiteratureRow(
      #"i_t = r_t^*+\pi_t+0.5(\pi_t-\pi^*)+0.5(y_t-\bar y_t)"#,
      #"i_t = r_t_star + pi_t + 0.5*(pi_t - pi_star) + 0.5*(y_t - y_bar_t)"#),
    LiteratureRow(
      #"MV = PQ"#,
      #"M*V = P*Q"#),
    LiteratureRow(
      #"Q = \left(\alpha K^{\rho}+(1-\alpha)L^{\rho}\right)^{1/\rho}"#,
      #"Q = (alpha*K^rho + (1 - alpha)*L^rho)^(1/rho)"#),
    LiteratureRow(
      #"WACC = \frac{E}{V}R_e+\frac{D}{V}R_d(1-T_c)"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"\text{CPI}_t = \frac{C_t}{C_0}\times100"#,
      #"CPI_t = C_t/C_0*100"#),
    LiteratureRow(
      #"1+i = (1+r)(1+\pi)"#,
      #"1 + `i` = (1 + r)*(1 + pi)"#),
    LiteratureRow(
      #"G = \frac{\sum_{i=1}^n\sum_{j=1}^n|x_i-x_j|}{2n^2\bar x}"#,
      #"G = sum(sum(abs(x(i) - x(j)), j, 1, n), i, 1, n)/(2*n^2*x_bar)"#),
    LiteratureRow(
      #"\ln Y = \beta_0+\beta_1\ln X+u"#,
      #"log(Y) = beta_0 + beta_1*log(X) + u"#),
    LiteratureRow(
      #"\max_{x,y}U(x,y)\quad\text{s.t.}\quad p_xx+p_yy = m"#,
      #"! unsupported-operator"#),
    LiteratureRow(
      #"\mathcal{L}(x,y,\lambda) = U(x,y)+\lambda(m-p_xx-p_yy)"#,
      #"L_cal(x, y, lambda_) = U(x, y) + lambda_*(m - p_x*x - p_y*y)"#),
    LiteratureRow(
      #"M = C\frac{r(1+r)^n}{(1+r)^n-1}"#,
      #"M = C*(r*(1 + r)^n/((1 + r)^n - 1))"#),
    LiteratureRow(
      #"D = -\frac{1}{P}\frac{dP}{dy}"#,
      #"D = -1/P(y)*diff(P(y), y)"#),
    LiteratureRow(
      #"dr_t = a(b-r_t)\,dt+\sigma\,dW_t"#,
      #"dr_t = a*(b - r_t)*dt + sigma*dW_t"#),
  ]
}
