import ApusNotation
import Testing

@Suite("LaTeX: delimiters, environments, systems and macros") struct LaTeXDocumentTests {
  static let documents: [LaTeXRow] = [
    LaTeXRow(#"$x = 1$"#, #"(equal x 1)"#),
    LaTeXRow(#"\( x \)"#, #"x"#),
    LaTeXRow(#"\[ x \]"#, #"x"#),
    LaTeXRow(#"$$ x $$"#, #"x"#),
    LaTeXRow(#"\begin{equation} x = 1 \end{equation}"#, #"(equal x 1)"#),
    LaTeXRow(#"\begin{align} x &= 1 \\ y &= 2 \end{align}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(
      #"\begin{align*} a &= b + c \\ &= d \end{align*}"#,
      #"(and (equal a (add b c)) (equal (add b c) d))"#),
    LaTeXRow(#"\begin{align} a ={}& b \\ & {}+ c \end{align}"#, #"(equal a (add b c))"#),
    LaTeXRow(#"\begin{alignat}{2} x &= 1 & y &= 2 \end{alignat}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"\begin{gather} x = 1 \\ y = 2 \end{gather}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"\begin{multline} a + b \\ = c \end{multline}"#, #"(equal (add a b) c)"#),
    LaTeXRow(#"\begin{eqnarray} x &=& 1 \\ y &=& 2 \end{eqnarray}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(
      #"\begin{equation}\begin{split} a &= b \\ &= c \end{split}\end{equation}"#,
      #"(and (equal a b) (equal b c))"#),
    LaTeXRow(
      #"\left\{\begin{aligned} x + y &= 1 \\ x - y &= 2 \end{aligned}\right."#,
      #"(equal (add x y) 1); (equal (add x (negate y)) 2)"#),
    LaTeXRow(
      #"\begin{cases} x + y = 1 \\ x - y = 2 \end{cases}"#,
      #"(equal (add x y) 1); (equal (add x (negate y)) 2)"#),
    LaTeXRow(#"x = 1,\quad y = 2"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"x = 1 \quad\text{and}\quad y = 2"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"a = b \text{ where } c = d"#, #"(equal a b); (equal c d)"#),
    LaTeXRow(#"x = 1, y = 2"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"y = x, \quad x > 0"#, #"(equal y x); (greater x 0)"#),
    LaTeXRow(#"x\quad=\quad 1"#, #"(equal x 1)"#),
    LaTeXRow(#"a = b \\ c = d"#, #"(equal a b); (equal c d)"#),
    LaTeXRow(#"E = mc^2 \quad \text{(Einstein)}"#, #"(equal E (multiply m (power c 2)))"#),
    LaTeXRow(#"a_n = n, \quad n = 1, 2, \ldots"#, #"(equal a_n n)"#),
    LaTeXRow(#"x = 1 \label{eq:one} \tag{2} ."#, #"(equal x 1)"#),
    LaTeXRow(#"\boxed{x = 1}"#, #"(equal x 1)"#),
    LaTeXRow(#"\underbrace{a+b}_{c}"#, #"(add a b)"#),
    LaTeXRow(#"x % comment"#, #"x"#),
    LaTeXRow(#"\displaystyle x\,\!\;y\quad"#, #"(multiply x y)"#),
    LaTeXRow(#"\newcommand{\R}{\rho} \R + 1"#, #"(add rho 1)"#),
    LaTeXRow(#"\newcommand{\f}[2]{\frac{#1}{#2}} \f{a}{b}"#, #"(divide a b)"#),
    LaTeXRow(#"\newcommand{\p}[2][2]{#2^{#1}} \p{x} + \p[3]{y}"#, #"(add (power x 2) (power y 3))"#),
    LaTeXRow(#"\def\a#1{\left(#1\right)} \a{x}^2"#, #"(power x 2)"#),
    LaTeXRow(#"\DeclareMathOperator{\sech}{sech} \sech x"#, #"(sech x)"#),
    LaTeXRow(#"\let\old\vec \renewcommand{\vec}[1]{\old{#1}} \vec{v}"#, #"v_vec"#),
    LaTeXRow(#"g = 9.81\,\mathrm{m/s^2}"#, #"(equal g 9.81)"#),
    LaTeXRow(#"c = 3\times10^8\ \mathrm{m\,s^{-1}}"#, #"(equal c (multiply 3 (power 10 8)))"#),
    LaTeXRow(#"v = \SI{5}{m/s}"#, #"(equal v 5)"#),
    LaTeXRow(#"a = 1, b = 2 \\ + c"#, #"(equal a 1); (equal b (add 2 c))"#),
    LaTeXRow(#"E = mc^2 \qquad (2.3)"#, #"(equal E (multiply m (power c 2)))"#),
    LaTeXRow(#"k_n = n, \quad n = 1,2,3"#, #"(equal k_n n)"#),
    LaTeXRow(#"\left.\begin{aligned} x &= 1 \\ y &= 2\end{aligned}\right\}"#, #"(equal x 1); (equal y 2)"#),
    LaTeXRow(#"R = 4.7\,\mathrm{k}\Omega"#, #"(equal R 4.7)"#),
    LaTeXRow(#"T = 25\,^\circ\mathrm{C}"#, #"(equal T 25)"#),
  ]

  @Test("delimiters, environments, systems and macros", arguments: documents)
  func readsDocuments(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }

  static let unicode: [LaTeXRow] = [
    LaTeXRow(#"α² + β₁"#, #"(add (power alpha 2) beta_1)"#),
    LaTeXRow(#"√2 + √(x+1)"#, #"(add (sqrt 2) (sqrt (add x 1)))"#),
    LaTeXRow(#"a·b × c − d"#, #"(add (multiply a b c) (negate d))"#),
    LaTeXRow(#"x ≤ ∞"#, #"(lessEqual x oo)"#),
    LaTeXRow(#"½x"#, #"(multiply (divide 1 2) x)"#),
    LaTeXRow(#"x⁻¹"#, #"(power x (negate 1))"#),
    LaTeXRow(#"∫₀¹ x dx"#, #"(integral x x 0 1)"#),
    LaTeXRow(#"𝑥 + 𝐯"#, #"(add x v_bold)"#),
    LaTeXRow(#"ẋ + x̂"#, #"(add (derivative (x t) t 1) x_hat)"#),
    LaTeXRow(#"θ°"#, #"(degree theta)"#),
  ]

  @Test("Unicode", arguments: unicode)
  func readsUnicode(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
