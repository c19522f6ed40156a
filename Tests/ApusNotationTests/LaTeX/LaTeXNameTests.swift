import ApusNotation
import Testing

@Suite("LaTeX: names") struct LaTeXNameTests {
  static let names: [LaTeXRow] = [
    LaTeXRow(#"2xy"#, #"(multiply 2 x y)"#),
    LaTeXRow(#"\alpha\beta + \varepsilon"#, #"(add (multiply alpha beta_) varepsilon)"#),
    LaTeXRow(#"x_{ij}"#, #"x_ij"#),
    LaTeXRow(#"x_{i+1}"#, #"x_i_plus_1"#),
    LaTeXRow(#"V_{max}"#, #"V_max"#),
    LaTeXRow(#"k_{\mathrm{B}}"#, #"k_B"#),
    LaTeXRow(#"E_{\text{kin}}"#, #"E_kin"#),
    LaTeXRow(#"T_{1/2}"#, #"T_1_over_2"#),
    LaTeXRow(#"\hat x + \bar{y} + \vec v + \tilde z"#, #"(add x_hat y_bar v_vec z_tilde)"#),
    LaTeXRow(#"\hat{\beta}_1"#, #"beta_hat_1"#),
    LaTeXRow(#"\bar{x_1} - \bar{x}_1"#, #"(add x_bar_1 (negate x_bar_1))"#),
    LaTeXRow(#"x' - x"#, #"(add x_prime (negate x))"#),
    LaTeXRow(#"\mathrm{Nu} + \text{rate}"#, #"(add Nu rate)"#),
    LaTeXRow(#"\text{life time}"#, #"life_time"#),
    LaTeXRow(#"\mathbf{x} - x"#, #"(add x_bold (negate x))"#),
    LaTeXRow(#"\mathcal{L} + \mathbb{E} + \mathfrak{g}"#, #"(add L_cal E_bb g_frak)"#),
    LaTeXRow(#"P_0^{*}"#, #"P_0_star"#),
    LaTeXRow(#"\mu^\circ"#, #"mu_std"#),
    LaTeXRow(#"r_\perp"#, #"r_perp"#),
    LaTeXRow(#"{\rm Pr} + {\bf v}"#, #"(add Pr v_bold)"#),
    LaTeXRow(#"\Delta x\,\Delta p"#, #"(multiply Delta_x Delta_p)"#),
    LaTeXRow(#"\Delta^2 - 4\Delta x"#, #"(add (power Delta 2) (negate (multiply 4 Delta x)))"#),
    LaTeXRow(#"[\mathrm{Na}^+] - [X]"#, #"(add Na_plus (negate X))"#),
    LaTeXRow(#"\langle v^2 \rangle"#, #"mean_v_2"#),
    LaTeXRow(#"\lambda + \mathrm{lambda} + \mathrm{class}"#, #"(add lambda_ lambda_upright class_)"#),
    LaTeXRow(#"a_{\star} + \ell + \hbar"#, #"(add a_star ell hbar)"#),
    LaTeXRow(#"W^{[2]} + x^{(k)}"#, #"(add W_2 x_k)"#),
    LaTeXRow(#"\mathrm{H_2O}"#, #"H2O"#),
    LaTeXRow(
      #"\mathrm{pH} = \mathrm{p}K_a + \log_{10}[\mathrm{H}^+]"#,
      #"(equal pH (add pK_a (log H_plus 10)))"#),
    LaTeXRow(#"pH = pK_a - \ln x"#, #"(equal pH (add pK_a (negate (log x))))"#),
    LaTeXRow(#"y = pHx"#, #"(equal y (multiply p H x))"#),
    LaTeXRow(#"u_t = 2"#, #"(equal u_t 2)"#),
    LaTeXRow(#"v_x + v_y"#, #"(add v_x v_y)"#),
    LaTeXRow(#"\Delta t' - \Delta t"#, #"(add Delta_t_prime (negate Delta_t))"#),
    LaTeXRow(#"[\mathrm{H_3O^+}]"#, #"H_3_O_plus"#),
    LaTeXRow(#"z_+z_-"#, #"(multiply z_plus z_minus)"#),
    LaTeXRow(#"E^0 - \mu^0"#, #"(add E_0 (negate mu_0))"#),
  ]

  @Test("names", arguments: names)
  func readsNames(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
