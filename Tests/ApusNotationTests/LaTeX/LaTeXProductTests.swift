import ApusNotation
import Testing

@Suite("LaTeX: products, quotients and signs") struct LaTeXProductTests {
  static let products: [LaTeXRow] = [
    LaTeXRow(#"x(1-y)"#, #"(multiply x (add 1 (negate y)))"#),
    LaTeXRow(#"a(b)(c)"#, #"(multiply a b c)"#),
    LaTeXRow(#"x_1(1+y)"#, #"(multiply x_1 (add 1 y))"#),
    LaTeXRow(#"\beta_i(a-b)"#, #"(multiply beta_i (add a (negate b)))"#),
    LaTeXRow(#"(a+b)(c+d)"#, #"(multiply (add a b) (add c d))"#),
    LaTeXRow(#"a/bc"#, #"(divide a (multiply b c))"#),
    LaTeXRow(#"a/b\cdot c"#, #"(multiply (divide a b) c)"#),
    LaTeXRow(#"(a)/(b)c"#, #"(multiply (divide a b) c)"#),
    LaTeXRow(#"1/2\pi fC"#, #"(divide 1 (multiply 2 pi f C))"#),
    LaTeXRow(#"-x^2"#, #"(negate (power x 2))"#),
    LaTeXRow(#"a - -b"#, #"(add a (negate (negate b)))"#),
    LaTeXRow(#"2\cdot(-3)"#, #"(multiply 2 (negate 3))"#),
    LaTeXRow(#"a\times b\div c * d"#, #"(multiply (divide (multiply a b) c) d)"#),
    LaTeXRow(#"{a}{b}"#, #"(multiply a b)"#),
    LaTeXRow(#"{a^b}^c"#, #"(power (power a b) c)"#),
    LaTeXRow(#"a^{b^c}"#, #"(power a (power b c))"#),
    LaTeXRow(#"x_1^2 - x^2_1"#, #"(add (power x_1 2) (negate (power x_1 2)))"#),
    LaTeXRow(#"n!\,k!!"#, #"(multiply (factorial n) (doubleFactorial k))"#),
    LaTeXRow(#"(2n)!^2"#, #"(power (factorial (multiply 2 n)) 2)"#),
    LaTeXRow(#"a \pm b"#, #"(plusMinus a b)"#),
    LaTeXRow(#"a \mp b"#, #"(plusMinus a (negate b))"#),
    LaTeXRow(#"\pm 2"#, #"(plusMinus 2)"#),
    LaTeXRow(#"17 \bmod 5"#, #"(mod 17 5)"#),
    LaTeXRow(#"y = x \mod 7"#, #"(equal y (mod x 7))"#),
    LaTeXRow(
      #"\begin{pmatrix}1\\2\end{pmatrix}\cdot\begin{pmatrix}3\\4\end{pmatrix}"#,
      #"(dot (list (list 1) (list 2)) (list (list 3) (list 4)))"#),
    LaTeXRow(#"E = m(c)^2"#, #"(equal E (multiply m (power c 2)))"#),
  ]

  @Test("products, quotients and signs", arguments: products)
  func readsProducts(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }

  static let fractions: [LaTeXRow] = [
    LaTeXRow(#"\frac{a}{b} + \dfrac{a}{b} + \tfrac ab"#, #"(add (divide a b) (divide a b) (divide a b))"#),
    LaTeXRow(#"\frac12 + \frac1x + \frac{1}y"#, #"(add (divide 1 2) (divide 1 x) (divide 1 y))"#),
    LaTeXRow(#"\cfrac{1}{1+\cfrac{1}{x}}"#, #"(divide 1 (add 1 (divide 1 x)))"#),
    LaTeXRow(#"a \over b"#, #"(divide a b)"#),
    LaTeXRow(#"{a+b \over c} + {n \choose k}"#, #"(add (divide (add a b) c) (binomial n k))"#),
    LaTeXRow(#"\binom{n}{k}"#, #"(binomial n k)"#),
    LaTeXRow(#"\genfrac{(}{)}{0pt}{}{n}{k}"#, #"(binomial n k)"#),
    LaTeXRow(#"\sqrt{x}"#, #"(sqrt x)"#),
    LaTeXRow(#"\sqrt2 + \sqrt[3]{x}"#, #"(add (sqrt 2) (root x 3))"#),
    LaTeXRow(#"\sqrt\frac12"#, #"(sqrt (divide 1 2))"#),
    LaTeXRow(#"x^\frac{1}{2}"#, #"(power x (divide 1 2))"#),
    LaTeXRow(#"|x| + \lvert y\rvert"#, #"(add (abs x) (abs y))"#),
    LaTeXRow(#"||x|-1|"#, #"(abs (add (abs x) (negate 1)))"#),
    LaTeXRow(#"|a||b|"#, #"(multiply (abs a) (abs b))"#),
    LaTeXRow(#"\lfloor x \rfloor + \left\lceil y\right\rceil"#, #"(add (floor x) (ceiling y))"#),
    LaTeXRow(#"\lVert x \rVert + \|y\|_2"#, #"(add (norm x) (norm y))"#),
    LaTeXRow(#"\bigl( a + \bigl[ b - c \bigr] \bigr)"#, #"(add a (add b (negate c)))"#),
    LaTeXRow(#"\left( \frac{a}{b} \right)^{\!2}"#, #"(power (divide a b) 2)"#),
  ]

  @Test("fractions, roots and brackets", arguments: fractions)
  func readsFractions(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
