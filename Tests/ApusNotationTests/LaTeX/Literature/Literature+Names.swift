extension Literature {
  /// Runs of capitals that may be one name, and repeated indices that may be summed over.
  static let names: [LiteratureRow] = [
    LiteratureRow(#"SSE = \sum_{i=1}^n (y_i - \hat{y}_i)^2"#, "! ambiguous-name"),
    LiteratureRow(#"MSE = \frac{1}{n}\sum_{i=1}^n (y_i - \hat y_i)^2"#, "! ambiguous-name"),
    LiteratureRow(#"R^2 = 1 - \frac{SSE}{SST}"#, "! ambiguous-name"),
    LiteratureRow(#"R^2 = 1 - \frac{SS_{res}}{SS_{tot}}"#, "! ambiguous-name"),
    LiteratureRow(#"F = \frac{MS_B}{MS_W}"#, "! ambiguous-name"),
    LiteratureRow(#"WACC = \frac{E}{V} r_e + \frac{D}{V} r_d (1-T_c)"#, "! ambiguous-name"),
    LiteratureRow(#"GDP = C + I + G + (X - M)"#, "! ambiguous-name"),
    LiteratureRow(#"FV = PV(1+r)^n"#, "! ambiguous-name"),
    LiteratureRow(#"PV = \sum_{t=1}^n \frac{C_t}{(1+r)^t}"#, "! ambiguous-name"),
    LiteratureRow(#"NPV = \sum_{t=0}^T \frac{CF_t}{(1+r)^t}"#, "! ambiguous-name"),
    LiteratureRow(#"P = \frac{TP}{TP+FP}"#, "! ambiguous-name"),
    LiteratureRow(#"TC = FC + VC"#, "! ambiguous-name"),
    LiteratureRow(#"SE = \frac{s}{\sqrt{n}}"#, "! ambiguous-name"),
    LiteratureRow(#"St = \frac{fL}{U}"#, "! ambiguous-name"),
    LiteratureRow(#"PV = nRT"#, "P*V = n*R*T"),
    LiteratureRow(#"MV = PQ"#, "M*V = P*Q"),
    LiteratureRow(#"F = BIL"#, "F = B*`I`*L"),
    LiteratureRow(#"\tau = RC"#, "tau = R*C"),
    LiteratureRow(#"v = \sqrt{\frac{2GM}{R}}"#, "v = sqrt(2*G*M/R)"),
    LiteratureRow(#"LWH = V, \quad L = W = H"#, "L*W*H = V; L = W and W = H"),
    LiteratureRow(#"x_t = E_t x_{t+1} - \sigma r_t"#, "! ambiguous-application"),
    LiteratureRow(#"c_i = \epsilon_{ijk} a_j b_k"#, "! tensor-index"),
    LiteratureRow(#"t_i = \sigma_{ij} n_j"#, "! tensor-index"),
    LiteratureRow(#"\frac{\partial u_i}{\partial x_i} = 0"#, "! tensor-index"),
    LiteratureRow(#"a_{ij} x_j - b_i = 0"#, "! tensor-index"),
    LiteratureRow(
      #"\frac{\partial u_i}{\partial t} + u_j\frac{\partial u_i}{\partial x_j} = -\frac{1}{\rho}\frac{\partial p}{\partial x_i}"#,
      "! tensor-index"),
    LiteratureRow(#"\dot{x}_i = x_i\left(r_i + a_{ij}x_j\right)"#, "! tensor-index"),
    LiteratureRow(
      #"\rho_{ij} = \frac{\sigma_{ij}}{\sigma_i\sigma_j}"#, "rho_ij = sigma_ij/(sigma_i*sigma_j)"),
    LiteratureRow(#"C_{ij} = \rho_{ij}\sigma_i\sigma_j"#, "C_ij = rho_ij*sigma_i*sigma_j"),
    LiteratureRow(#"\pi_i p_{ij} = \pi_j p_{ji}"#, "pi_i*p_ij = pi_j*p_ji"),
    LiteratureRow(#"V = \frac{q_i q_j}{4\pi\varepsilon_0 r_{ij}}"#, "V = q_i*q_j/(4*pi*varepsilon_0*r_ij)"),
    LiteratureRow(#"m_{in} h_{in} = m_{out} h_{out}"#, "m_in*h_in = m_out*h_out"),
    LiteratureRow(
      #"C_{ij} = \sum_{k=1}^n A_{ik} D_{kj}"#, "C_ij = sum(A(`i`, k)*D(k, j), k, 1, n)"),
    LiteratureRow(
      #"\frac{dy}{dx} = \frac{dy/dt}{dx/dt}"#, "! chain-rule"),
    LiteratureRow(
      #"s = \frac{\partial U/\partial x}{\partial U/\partial y}"#,
      "s = diff(U(x, y), x)/diff(U(x, y), y)"),
  ]
}
