import ApusNotation
import Testing

@Suite("LaTeX: matrices and case distinctions") struct LaTeXStructureTests {
  static let structures: [LaTeXRow] = [
    LaTeXRow(#"\begin{pmatrix} 1 & x \\ 0 & 2 \end{pmatrix}"#, #"(list (list 1 x) (list 0 2))"#),
    LaTeXRow(#"\begin{bmatrix} a \\ b \end{bmatrix}^T"#, #"(transpose (list (list a) (list b)))"#),
    LaTeXRow(#"\begin{vmatrix} a & b \\ c & d \end{vmatrix}"#, #"(det (list (list a b) (list c d)))"#),
    LaTeXRow(#"\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right]"#, #"(list (list 1 2) (list 3 4))"#),
    LaTeXRow(
      #"\left|\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}\right|"#,
      #"(det (list (list 1 2) (list 3 4)))"#),
    LaTeXRow(
      #"\begin{pmatrix} 1 & 2 \end{pmatrix}\begin{pmatrix} 3 \\ 4 \end{pmatrix}"#,
      #"(multiply (list (list 1 2)) (list (list 3) (list 4)))"#),
    LaTeXRow(
      #"\mathbf{x}^T A^{\mathrm T} \mathbf{y}"#,
      #"(multiply (transpose x_bold) (transpose A) y_bold)"#),
    LaTeXRow(
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}"#,
      #"(power (list (list 1 2) (list 3 4)) (negate 1))"#),
    LaTeXRow(#"\left\|\begin{pmatrix} x \\ y \end{pmatrix}\right\|"#, #"(norm (list (list x) (list y)))"#),
    LaTeXRow(
      #"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"(piecewise (greater x 0) x 0)"#),
    LaTeXRow(
      #"\begin{cases} 1, & \text{if } x > 0,\\ 0, & \text{if } x \le 0. \end{cases}"#,
      #"(piecewise (greater x 0) 1 (lessEqual x 0) 0)"#),
    LaTeXRow(
      #"\left\{\begin{array}{ll} 1 & x>0 \\ -1 & \text{else} \end{array}\right."#,
      #"(piecewise (greater x 0) 1 (negate 1))"#),
    LaTeXRow(
      #"\begin{cases} n/2 & n \text{ even} \\ 3n+1 & n \text{ odd} \end{cases}"#,
      #"(piecewise (equal (mod n 2) 0) (divide n 2) (equal (mod n 2) 1) (add (multiply 3 n) 1))"#),
    LaTeXRow(
      #"\begin{cases} a & 0 \le x < 1, y > 0 \\ b & \text{elsewhere} \end{cases}"#,
      #"(piecewise (and (and (lessEqual 0 x) (less x 1)) (greater y 0)) a b)"#),
  ]

  @Test("matrices and case distinctions", arguments: structures)
  func readsStructures(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }

  static let relations: [LaTeXRow] = [
    LaTeXRow(#"a < b \le c"#, #"(and (less a b) (lessEqual b c))"#),
    LaTeXRow(#"x = y = z"#, #"(and (equal x y) (equal y z))"#),
    LaTeXRow(#"x \neq 0"#, #"(notEqual x 0)"#),
    LaTeXRow(#"x \geqslant y"#, #"(greaterEqual x y)"#),
    LaTeXRow(#"x := y"#, #"(definition x y)"#),
    LaTeXRow(#"x \approx y"#, #"(approximately x y)"#),
    LaTeXRow(#"x \equiv y"#, #"(equal x y)"#),
    LaTeXRow(#"x \stackrel{\mathrm{def}}{=} y"#, #"(definition x y)"#),
    LaTeXRow(#"a \equiv b \pmod{n}"#, #"(congruent a b n)"#),
    LaTeXRow(#"a \equiv b \mod 7"#, #"(congruent a b 7)"#),
    LaTeXRow(#"a \not= b"#, #"(notEqual a b)"#),
    LaTeXRow(#"\{1, 2\}"#, #"(set 1 2)"#),
    LaTeXRow(#"\{a+b\}^2"#, #"(power (add a b) 2)"#),
    LaTeXRow(#"[0, 1)"#, #"(interval 0 1 false true)"#),
    LaTeXRow(#"(a, b)"#, #"(tuple a b)"#),
    LaTeXRow(#"x \in [0, 1]"#, #"(elementOf x (interval 0 1 false false))"#),
    LaTeXRow(#"A \cup (0, 1)"#, #"(union A (interval 0 1 true true))"#),
    LaTeXRow(#"\{1\} \cap A"#, #"(intersection (set 1) A)"#),
    LaTeXRow(#"\emptyset"#, #"set"#),
    LaTeXRow(#"p \land q \lor \neg r"#, #"(or (and p q) (not r))"#),
    LaTeXRow(#"p \implies q"#, #"(implies p q)"#),
    LaTeXRow(#"p \iff q"#, #"(equivalent p q)"#),
    LaTeXRow(#"x > 0 \text{ or } x < -1"#, #"(or (greater x 0) (less x (negate 1)))"#),
    LaTeXRow(#"(x, y) = (a, b)"#, #"(equal (tuple x y) (tuple a b))"#),
    LaTeXRow(#"A = [0, 1]"#, #"(equal A (interval 0 1 false false))"#),
    LaTeXRow(#"\{\} = A"#, #"(equal set A)"#),
  ]

  @Test("relations, sets and logic", arguments: relations)
  func readsRelations(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }

  static let complexes: [LaTeXRow] = [
    LaTeXRow(#"2 + 3i"#, #"(add 2 (multiply 3 i))"#),
    LaTeXRow(#"a + bi"#, #"(add a (multiply b i))"#),
    LaTeXRow(#"e^{i\pi} + 1 = 0"#, #"(equal (add (exp (multiply i pi)) 1) 0)"#),
    LaTeXRow(#"\mathrm{e}^{\mathrm{i}x}"#, #"(exp (multiply i x))"#),
    LaTeXRow(#"\Re(z) + \operatorname{Im}(z)"#, #"(add (re z) (im z))"#),
    LaTeXRow(#"\overline{2+3i}"#, #"(conjugate (add 2 (multiply 3 i)))"#),
    LaTeXRow(#"e^{j\omega t}"#, #"(exp (multiply i omega t))"#),
    LaTeXRow(#"\sum_{i=1}^n i"#, #"(sum i i 1 n)"#),
    LaTeXRow(#"x_i = i h"#, #"(equal x_i (multiply i h))"#),
    LaTeXRow(#"e = \frac{c}{a}"#, #"(equal e (divide c a))"#),
    LaTeXRow(#"r = \frac{p}{1+e\cos\theta}"#, #"(equal r (divide p (add 1 (multiply e (cos theta)))))"#),
    LaTeXRow(#"\pi r^2"#, #"(multiply pi (power r 2))"#),
    LaTeXRow(#"\pi = pq - c"#, #"(equal pi_ (add (multiply p q) (negate c)))"#),
    LaTeXRow(#"P(A|B) P(B)"#, #"(multiply P_A_given_B P_B)"#),
    LaTeXRow(#"P(X=2)"#, #"P_X_eq_2"#),
    LaTeXRow(
      #"\lim_{n\to\infty}\left(1+\frac{1}{n}\right)^n = e"#,
      #"(equal (limit (power (add 1 (divide 1 n)) n) n oo) E)"#),
    LaTeXRow(#"z\bar z = |z|^2"#, #"(equal (multiply z (conjugate z)) (power (abs z) 2))"#),
    LaTeXRow(#"z - \bar z"#, #"(add z (negate z_bar))"#),
  ]

  @Test("constants and events", arguments: complexes)
  func readsComplexes(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
