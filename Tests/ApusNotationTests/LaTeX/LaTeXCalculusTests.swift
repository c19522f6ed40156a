import ApusNotation
import Testing

@Suite("LaTeX: derivatives, integrals, sums and limits") struct LaTeXCalculusTests {
  static let calculus: [LaTeXRow] = [
    LaTeXRow(#"\frac{dy}{dx}"#, #"(derivative (y x) x 1)"#),
    LaTeXRow(#"dy/dx = y"#, #"(equal (derivative (y x) x 1) (y x))"#),
    LaTeXRow(#"\frac{d^2y}{dx^2}"#, #"(derivative (y x) x 2)"#),
    LaTeXRow(#"\mathrm{d}y/\mathrm{d}x"#, #"(derivative (y x) x 1)"#),
    LaTeXRow(#"\frac{\mathrm{d}}{\mathrm{d}x}\left(x^2\right)"#, #"(derivative (power x 2) x 1)"#),
    LaTeXRow(#"\frac{d}{dx} x^2 + 1"#, #"(add (derivative (power x 2) x 1) 1)"#),
    LaTeXRow(#"\frac{\partial u}{\partial t} = u"#, #"(equal (derivative (u t) t 1) (u t))"#),
    LaTeXRow(#"\frac{\partial^2 f}{\partial x\,\partial y}"#, #"(derivative (f x y) x 1 y 1)"#),
    LaTeXRow(#"\frac{\partial^3 f}{\partial x^2\,\partial y}"#, #"(derivative (f x y) x 2 y 1)"#),
    LaTeXRow(#"\partial_x u + \partial_t^2 u"#, #"(add (derivative (u x t) x 1) (derivative (u x t) t 2))"#),
    LaTeXRow(#"\frac{d^n}{dx^n} e^{x}"#, #"(derivative (exp x) x n)"#),
    LaTeXRow(#"\frac{d\ln k}{dT}"#, #"(derivative (log (k T)) T 1)"#),
    LaTeXRow(#"f'(x) + f''(x)"#, #"(add (derivative (f x) x 1) (derivative (f x) x 2))"#),
    LaTeXRow(#"f'(0) - f(x)"#, #"(add (at (derivative (f x) x 1) x 0) (negate (f x)))"#),
    LaTeXRow(
      #"y'' + xy' = 0"#,
      #"(equal (add (derivative (y x) x 2) (multiply x (derivative (y x) x 1))) 0)"#),
    LaTeXRow(#"y^{(4)} = xy'"#, #"(equal (derivative (y x) x 4) (multiply x (derivative (y x) x 1)))"#),
    LaTeXRow(
      #"\dot x + \ddot{y}_1 = 0"#,
      #"(equal (add (derivative (x t) t 1) (derivative (y_1 t) t 2)) 0)"#),
    LaTeXRow(#"\ddot\theta = -\sin\theta"#, #"(equal (derivative (theta t) t 2) (negate (sin (theta t))))"#),
    LaTeXRow(#"\int_a^b f(x)\,dx"#, #"(integral (f x) x a b)"#),
    LaTeXRow(#"\int x^2\,dx"#, #"(integral (power x 2) x)"#),
    LaTeXRow(#"\int \frac{dx}{x}"#, #"(integral (divide 1 x) x)"#),
    LaTeXRow(#"\int \frac{2x\,dx}{1+x^2}"#, #"(integral (divide (multiply 2 x) (add 1 (power x 2))) x)"#),
    LaTeXRow(#"\int x\,\mathrm{d}x + 1"#, #"(add (integral x x) 1)"#),
    LaTeXRow(#"\int dx\, x"#, #"(integral x x)"#),
    LaTeXRow(#"\int_0^1 dx \int_0^x dy\, xy"#, #"(integral (integral (multiply x y) y 0 x) x 0 1)"#),
    LaTeXRow(#"\int_0^1\!\!\int_0^x xy\,dy\,dx"#, #"(integral (integral (multiply x y) y 0 x) x 0 1)"#),
    LaTeXRow(#"\iint xy\,dx\,dy"#, #"(integral (integral (multiply x y) x) y)"#),
    LaTeXRow(
      #"\int\limits_{-\infty}^{\infty} e^{-x^2}\,dx"#,
      #"(integral (exp (negate (power x 2))) x (negate oo) oo)"#),
    LaTeXRow(#"\int_{x=0}^{1} x\,dx"#, #"(integral x x 0 1)"#),
    LaTeXRow(#"\int f(x')\,dx'"#, #"(integral (f x_prime) x_prime)"#),
    LaTeXRow(#"\int v \frac{du}{dx}\,dx"#, #"(integral (multiply v (derivative (u x) x 1)) x)"#),
    LaTeXRow(#"\sum_{k=1}^{n} k^2"#, #"(sum (power k 2) k 1 n)"#),
    LaTeXRow(#"\sum_{k=1}^{3} k+1"#, #"(add (sum k k 1 3) 1)"#),
    LaTeXRow(#"\sum_{k \ge 0} x^k"#, #"(sum (power x k) k 0 oo)"#),
    LaTeXRow(#"\sum_{0\le k\le n} x^k"#, #"(sum (power x k) k 0 n)"#),
    LaTeXRow(#"\sum_{i=1}^n x_i y_i"#, #"(sum (multiply (x i) (y i)) i 1 n)"#),
    LaTeXRow(#"\sum_{i=1}^n\sum_{j=1}^m a_{ij}"#, #"(sum (sum (a i j) j 1 m) i 1 n)"#),
    LaTeXRow(#"\prod_{k=1}^n k"#, #"(productOver k k 1 n)"#),
    LaTeXRow(#"\lim_{x\to 0} \frac{\sin x}{x}"#, #"(limit (divide (sin x) x) x 0)"#),
    LaTeXRow(#"\lim_{x\to 0^+} \ln x"#, #"(limit (log x) x 0 1)"#),
    LaTeXRow(#"\lim_{x\to a^-} x"#, #"(limit x x a -1)"#),
    LaTeXRow(#"\lim_{n\to\infty} n"#, #"(limit n n oo)"#),
    LaTeXRow(#"\left.x^2\right|_{x=1}"#, #"(at (power x 2) x 1)"#),
    LaTeXRow(#"\left[x^2\right]_0^1"#, #"(add (at (power x 2) x 1) (negate (at (power x 2) x 0)))"#),
    LaTeXRow(
      #"x^2 y\Big|_{y=0}^{y=1}"#,
      #"(add (at (multiply (power x 2) y) y 1) (negate (at (multiply (power x 2) y) y 0)))"#),
    LaTeXRow(#"f(x)|_{x=0}"#, #"(at (f x) x 0)"#),
    LaTeXRow(#"u_t = u_{xx}"#, #"(equal (derivative (u x t) t 1) (derivative (u x t) x 2))"#),
    LaTeXRow(
      #"y e^{y}\Big|_{y=0}^{y=1}"#,
      #"(add (at (multiply y (exp y)) y 1) (negate (at (multiply y (exp y)) y 0)))"#),
    LaTeXRow(#"\frac{d}{dx} x^2 \Big|_{x=0}"#, #"(at (derivative (power x 2) x 1) x 0)"#),
    LaTeXRow(#"f^{(3)}(x) + f(x)"#, #"(add (derivative (f x) x 3) (f x))"#),
    LaTeXRow(#"f(x) + \sum_{n=0}^{3} f^{(n)}(a)"#, #"(add (f x) (sum (derivative (f a) a n) n 0 3))"#),
    LaTeXRow(
      #"\nabla^2 u(x,y) = 0"#, #"(equal (add (derivative (u x y) x 2) (derivative (u x y) y 2)) 0)"#),
    LaTeXRow(#"c^2\nabla^2 u(x,t)"#, #"(multiply (power c 2) (derivative (u x t) x 2))"#),
    LaTeXRow(#"\oint_0^{2\pi} f(t)\,dt"#, #"(integral (f t) t 0 (multiply 2 pi))"#),
    LaTeXRow(
      #"\dot q = \frac{\partial H}{\partial p}"#,
      #"(equal (derivative (q t) t 1) (derivative (H p) p 1))"#),
    LaTeXRow(#"dU = T\,dS - p\,dV"#, #"(equal dU (add (multiply T dS) (negate (multiply p dV))))"#),
    LaTeXRow(#"\frac{dN}{N} = -\lambda\,dt"#, #"(equal (divide dN N) (negate (multiply lambda_ dt)))"#),
    LaTeXRow(
      #"\mathrm{d}s^2 = \mathrm{d}x^2 + \mathrm{d}y^2"#,
      #"(equal (power ds 2) (add (power dx 2) (power dy 2)))"#),
    LaTeXRow(
      #"\sum_{i=1}^m (x^{(i)} - y_{2i})^2"#,
      #"(sum (power (add (x i) (negate (y (multiply 2 i)))) 2) i 1 m)"#),
    LaTeXRow(#"\sum_{m=1}^M x_{max} m"#, #"(sum (multiply x_max m) m 1 M)"#),
    LaTeXRow(#"\sum_{k=1}^n k + \sum_{k=1}^n k^2"#, #"(add (sum k k 1 n) (sum (power k 2) k 1 n))"#),
    LaTeXRow(#"y(0) = 1, \quad y'(0) = 0"#, #"(equal (y 0) 1); (equal (at (derivative (y x) x 1) x 0) 0)"#),
    LaTeXRow(
      #"\partial_t \rho + \partial_x(\rho v) = 0"#,
      #"(equal (add (derivative (rho x t) t 1) (derivative (multiply (rho x t) (v x t)) x 1)) 0)"#),
    LaTeXRow(
      #"\frac{d[\mathrm{A}](t)}{dt} = -k[\mathrm{A}](t)"#,
      #"(equal (derivative (A t) t 1) (negate (multiply k (A t))))"#),
    LaTeXRow(#"\frac{d}{dT}\ln k(T)"#, #"(derivative (log (k T)) T 1)"#),
  ]

  @Test("derivatives, integrals, sums and limits", arguments: calculus)
  func readsCalculus(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }

  @Test("operators in brackets are refused at a depth and a size, not after the square of their number")
  func operatorChains() {
    let chain = "(" + String(repeating: #"\partial_x "#, count: 20_000) + ") u = 0"
    #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: chain) }
    let nested = String(repeating: #"(\partial_x + 1)"#, count: 300) + " u(x)"
    do throws(Diagnostic) {
      _ = try LaTeXReader().readings(of: nested)
      Issue.record("three hundred operators double what they act on each time")
    } catch {
      #expect(error.code == "too-large")
    }
  }
}
