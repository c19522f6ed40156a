import ApusNumbers
import ApusTerms
import Testing

@testable import ApusNotation

@Suite("Writing LaTeX")
struct LaTeXWriterTests {
  /// LaTeX as the writer sets it: reading and writing it gives it back.
  static let settled: [String] = [
    "a + b - c", "a - (b - c)", "-a - b", "-(a + b)", "a (b + c)", "a b c", "2 x y", "2 \\cdot 3",
    "x \\cdot 2",
    "\\frac{a}{b}", "\\frac{a + b}{2 c}", "-\\frac{a}{b}", "a - \\frac{b}{c}", "\\frac{1}{2} m v^{2}",
    "x^{2}", "x^{-1}", "(-x)^{2}", "-x^{2}", "x^{2 n}", "x^{1/2}", "x^{-1/2}", "2^{2^{n}}", "(x^{2})^{n}",
    "\\left(\\frac{a}{b}\\right)^{2}", "\\sqrt{x}", "\\sqrt[3]{x + 1}", "x_{1}^{2}", "a \\pm b", "a \\mp b",
    "\\sin x", "\\sin(2 x)", "\\sin x \\cos y", "\\sin^{2} x", "\\sin^{2}(2 x) \\cos x", "(\\sin x)^{-1}",
    "\\sin(x) y", "\\sin\\left(\\frac{x}{2}\\right)", "\\ln x + 1", "\\tan \\sqrt{x}", "e^{-x}",
    "\\exp\\left(-\\frac{a + x}{2}\\right)", "e^{-x/2}", "\\left|x\\right|", "n!", "(n + 1)!",
    "\\binom{n}{k}", "\\Gamma(z)",
    "\\operatorname{erf}(x)", "7 k \\bmod 10", "30^{\\circ}", "\\max(a, b)", "3 + 4 \\mathrm{i}", "2 \\pi r",
    "\\infty",
    "a = b", "a \\neq b", "a < b \\leq c", "a \\approx b", "a := b", "a \\equiv b \\pmod{m}",
    "p \\land q", "\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}", "P_{A|B}",
    "\\begin{pmatrix} 1 & x \\\\ 0 & 1 \\end{pmatrix}", "\\left\\{1, 2\\right\\}",
    "\\left[0, 1\\right)", "\\begin{cases} x & x > 0 \\\\ -x & \\text{otherwise} \\end{cases}",
    "\\int_{0}^{1} x^{2} \\, d x", "\\int_{0}^{1} (x + y) \\, d x", "\\int \\ln x \\, d x",
    "\\int_{0}^{1} \\int_{0}^{x} x y \\, d y \\, d x", "\\sum_{k = 1}^{n} k^{2}", "\\sum_{k = 1}^{n} (k + 1)",
    "2 \\sum_{k = 1}^{n} k", "\\prod_{k = 1}^{n} k", "\\lim_{x \\to 0^{+}} \\frac{\\sin x}{x}",
    "\\frac{d^{2} y(x)}{d x^{2}} + y(x)", "\\frac{d}{d x} x^{n} \\ln x",
    "\\frac{\\partial^{2} u(x, t)}{\\partial x \\partial t}", "\\left. x^{2} \\right|_{x = 1}",
    "\\alpha_{ij} \\hat{x}_{n-1}", "\\mathbf{v} \\boldsymbol{\\mu} \\mathcal{L}", "\\lambda' - \\lambda",
    "v_{\\mathrm{max}}", "f^{*}",
  ]

  @Test("house style is a fixed point of reading and writing", arguments: settled)
  func isSettled(_ latex: String) throws {
    let readings = try LaTeXReader().readings(of: latex)
    try #require(readings.count == 1)
    let written = try LaTeXWriter().text(of: [Formula(readings[0].expression, symbols: readings[0].symbols)])
    #expect(written.text == latex)
  }

  /// Identifiers with their spelling.
  static let names: [(String, String)] = [
    ("x", "x"), ("alpha", "\\alpha"), ("alpha_ij", "\\alpha_{ij}"), ("lambda_", "\\lambda"), ("x_1", "x_{1}"),
    ("v_max", "v_{\\mathrm{max}}"), ("x_hat", "\\hat{x}"), ("x_bar_n_minus_1", "\\bar{x}_{n-1}"),
    ("h_bold_tilde_t", "\\tilde{\\mathbf{h}}_{t}"), ("mu_bold", "\\boldsymbol{\\mu}"),
    ("L_cal", "\\mathcal{L}"),
    ("x_prime", "x'"), ("x_1_prime", "x_{1}'"), ("r_star", "r^{*}"), ("rho_inf", "\\rho_{\\infty}"),
    ("Re", "\\mathrm{Re}"), ("x1", "\\mathrm{x1}"), ("varepsilon_0", "\\varepsilon_{0}"), ("hbar", "\\hbar"),
    ("theta_t_1", "\\theta_{t,1}"), ("sigma_xy", "\\sigma_{xy}"),
  ]

  @Test("identifiers are spelt out, and read back", arguments: names)
  func spellsNames(_ pair: (String, String)) throws {
    #expect(try LaTeXWriter().text(of: .symbol(pair.0)) == pair.1)
    let reading = try LaTeXReader().readings(of: pair.1 + " = 1")
    #expect(reading[0].symbols.map(\.identifier) == [pair.0])
  }

  @Test("a name never becomes a command, and two names never look the same") func namesAreSafe() throws {
    let sum = Expr.opaque(
      .add, [.symbol("a}\\input{b"), .symbol("lambda"), .symbol("lambda_"), .symbol("α")])
    #expect(
      try LaTeXWriter().text(of: sum)
        == "\\text{a\\}\\textbackslash{}input\\{b} + \\lambda + \\text{lambda\\_} + \\alpha")
  }

  @Test("constants stand upright beside symbols of the same letter") func constants() throws {
    let product = Expr.opaque(.multiply, [.symbol("e"), .E, .symbol("i"), .i])
    #expect(try LaTeXWriter().text(of: product) == "e \\mathrm{e} i \\mathrm{i}")
  }

  @Test("a system is aligned at its signs") func system() throws {
    let readings = try LaTeXReader().readings(of: "a = b + 1 \\\\ 0 < b < 1")
    let text = try LaTeXWriter().text(of: readings.map { Formula($0.expression, symbols: $0.symbols) }).text
    #expect(text == "\\begin{align*}\na &= b + 1 \\\\\n0 &< b < 1\n\\end{align*}")
    #expect(try LaTeXReader().readings(of: text).map(\.expression) == readings.map(\.expression))
  }

  static let canonical: [(Expr, String)] = {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    return [
      (x ** 2 + 2 * x + 1, "x^{2} + 2 x + 1"), (1 - x, "1 - x"), (-3 * x / (2 * y), "-\\frac{3 x}{2 y}"),
      (x ** (Expr(1) / 2) / y, "\\frac{\\sqrt{x}}{y}"), (x ** (Expr(1) / 3), "x^{1/3}"),
      (Expr.E ** (-x) * y, "y e^{-x}"), (Expr(1e-19) * x, "1 \\times 10^{-19} x"),
      (x * .i / 2, "\\frac{\\mathrm{i} x}{2}"),
    ]
  }()

  @Test("canonical terms are written in people's order", arguments: canonical)
  func writesCanonical(_ pair: (Expr, String)) throws {
    #expect(try LaTeXWriter().text(of: pair.0) == pair.1)
  }

  @Test("random terms are read back with the same value", arguments: [1, 2, 3] as [UInt64])
  func randomRoundTrip(seed: UInt64) throws {
    var terms = WrittenTerms(seed: seed)
    for i in 0..<400 {
      let written = terms.term(1 + i % 12)
      for expr in [written, written.canonical()] {
        let latex = try LaTeXWriter().text(of: expr)
        guard let value = Self.value(of: expr) else { continue }
        do throws(Diagnostic) {
          let readings = try LaTeXReader().readings(of: latex)
          #expect(readings.count == 1)
          let isSame =
            readings.first.flatMap { Self.value(of: $0.expression) }.map { Self.isNear($0, value) } ?? false
          #expect(isSame, "\(latex)")
        } catch {
          Issue.record("\(error.message): \(latex)")
        }
      }
    }
  }

  /// Whether two values agree up to the rounding of machine numbers in the terms.
  private static func isNear(_ a: ComplexBall, _ b: ComplexBall) -> Bool {
    let parts = [(a.real, b.real), (a.imaginary, b.imaginary)].map {
      ($0.midpoint.asDouble, $1.midpoint.asDouble)
    }
    let scale = max(1, parts.map { max($0.magnitude, $1.magnitude) }.max() ?? 1)
    return parts.allSatisfy { ($0 - $1).magnitude <= 1e-12 * scale }
  }

  private static func value(of expr: Expr) -> ComplexBall? {
    let point: [Symbol: ComplexBall] = [
      "x": ComplexBall(Number(0.375), precision: 100), "y": ComplexBall(Number(-1.75), precision: 100),
      "n": 3,
    ]
    guard let value = try? expr.enclosure(at: point, precision: 100), value.isFinite else { return nil }
    return value
  }

  @Test("deep terms are written on a small stack") func deep() {
    let expr = (0..<25_000).reduce(Expr.symbol("x")) { inner, _ in
      .opaque(.divide, [1, .opaque(.add, [1, inner])])
    }
    let length = DeepStack.run(bytes: 512 << 10) { (try? LaTeXWriter().text(of: expr))?.utf8.count ?? 0 }
    #expect(length == 1 + 25_000 * 14)
  }
}
