import ApusNotation
import Testing

@Suite("LaTeX: functions") struct LaTeXFunctionTests {
  static let functions: [LaTeXRow] = [
    LaTeXRow(#"f(x) = x^2"#, #"(equal (f x) (power x 2))"#),
    LaTeXRow(#"f(x) = g(x) + h"#, #"(equal (f x) (add (g x) h))"#),
    LaTeXRow(#"g(x,y)"#, #"(g x y)"#),
    LaTeXRow(#"u(t) = \int_0^t u(s)\,ds"#, #"(equal (u t) (integral (u s) s 0 t))"#),
    LaTeXRow(#"f(t;\lambda) = \lambda t"#, #"(equal (f t lambda_) (multiply lambda_ t))"#),
    LaTeXRow(#"\operatorname{sgn}(x) + \operatorname{foo}(x)"#, #"(add (sign x) (foo x))"#),
    LaTeXRow(#"\sin x"#, #"(sin x)"#),
    LaTeXRow(#"\sin^2 x"#, #"(power (sin x) 2)"#),
    LaTeXRow(#"\sin^{-1} x"#, #"(asin x)"#),
    LaTeXRow(#"\sin^{-2} x"#, #"(power (sin x) (negate 2))"#),
    LaTeXRow(#"\sin 2x"#, #"(sin (multiply 2 x))"#),
    LaTeXRow(#"\sin x\cos x"#, #"(multiply (sin x) (cos x))"#),
    LaTeXRow(#"\sin(x)^2"#, #"(power (sin x) 2)"#),
    LaTeXRow(#"\sin x^2"#, #"(sin (power x 2))"#),
    LaTeXRow(#"\sin\theta/2"#, #"(sin (divide theta 2))"#),
    LaTeXRow(#"\sin x/x"#, #"(divide (sin x) x)"#),
    LaTeXRow(#"\cos k(x-ct)"#, #"(cos (multiply k (add x (negate (multiply c t)))))"#),
    LaTeXRow(#"\ln 2/\lambda"#, #"(divide (log 2) lambda_)"#),
    LaTeXRow(#"\ln x + 1"#, #"(add (log x) 1)"#),
    LaTeXRow(#"\log x"#, #"(log x)"#),
    LaTeXRow(#"\log_b x"#, #"(log x b)"#),
    LaTeXRow(#"\lg y"#, #"(log y 10)"#),
    LaTeXRow(#"\ln\left|x\right|"#, #"(log (abs x))"#),
    LaTeXRow(#"\exp(-x)"#, #"(exp (negate x))"#),
    LaTeXRow(#"e^{-x}"#, #"(exp (negate x))"#),
    LaTeXRow(#"\exp\left[-\frac{x}{2}\right]"#, #"(exp (negate (divide x 2)))"#),
    LaTeXRow(#"\mathrm{cosh}(x) + {\rm arctan}\,x"#, #"(add (cosh x) (atan x))"#),
    LaTeXRow(#"\ln\sin x"#, #"(log (sin x))"#),
    LaTeXRow(#"\tan^{-1}\frac{y}{x}"#, #"(atan (divide y x))"#),
    LaTeXRow(#"\max(a,b) - \min\{c, d\}"#, #"(add (max a b) (negate (min c d)))"#),
    LaTeXRow(#"\Gamma(z+1) = z\Gamma(z)"#, #"(equal (gamma (add z 1)) (multiply z (gamma z)))"#),
    LaTeXRow(#"\Gamma E + \Gamma(E-1)"#, #"(add (multiply Gamma E) (multiply Gamma (add E (negate 1))))"#),
    LaTeXRow(#"\zeta(3)"#, #"(zeta 3)"#),
    LaTeXRow(#"J_0(x) + B(p,q)"#, #"(add (besselj 0 x) (beta p q))"#),
    LaTeXRow(#"\operatorname{Li}_2(x)"#, #"(polylog 2 x)"#),
    LaTeXRow(
      #"\operatorname{erf}(x) + \mathrm{erfc}\left(\frac{x}{2}\right)"#,
      #"(add (erf x) (erfc (divide x 2)))"#),
    LaTeXRow(#"\gcd(a,b)"#, #"(gcd a b)"#),
    LaTeXRow(#"\det(A)"#, #"(det A)"#),
    LaTeXRow(#"H(j\omega) = j\omega"#, #"(equal (H (multiply i omega)) (multiply i omega))"#),
    LaTeXRow(#"f(x \mid \theta) = \theta x"#, #"(equal (f x theta) (multiply theta x))"#),
    LaTeXRow(#"\operatorname{tr} A"#, #"(trace A)"#),
    LaTeXRow(#"\psi(0) + \psi(a)"#, #"(add (psi 0) (psi a))"#),
    LaTeXRow(#"C = N(d_1) - N(d_2)"#, #"(equal C (add (N d_1) (negate (N d_2))))"#),
    LaTeXRow(
      #"a = \alpha_m(V)(1-m) - \beta_m(V)m"#,
      #"(equal a (add (multiply (alpha_m V) (add 1 (negate m))) (negate (multiply (beta_m V) m))))"#),
    LaTeXRow(#"\mathrm{softmax}\left(\frac{x}{d}\right)"#, #"(softmax (divide x d))"#),
    LaTeXRow(#"v = \text{mass}(1+r)^n"#, #"(equal v (multiply mass (power (add 1 r) n)))"#),
    LaTeXRow(#"y = f(x(t)) + k(t)"#, #"(equal y (add (f (x t)) (k t)))"#),
  ]

  @Test("functions", arguments: functions)
  func readsFunctions(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
