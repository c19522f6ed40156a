import ApusAlgebra
import ApusNumbers
import ApusTerms
import Testing

@Suite("Expanding, cancelling and factoring")
struct AlgebraicFormTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")
  static let z = Expr.symbol("z")
  static let (a, b, c) = (Expr.symbol("a"), Expr.symbol("b"), Expr.symbol("c"))
  static let i = Expr(Number.i)
  static func sqrt(_ e: Expr) -> Expr { e ** (Expr(1) / 2) }
  static func sin(_ e: Expr) -> Expr { .call(.sin, [e]) }
  static func exp(_ e: Expr) -> Expr { Expr.E ** e }

  static let expansions: [(Expr, Expr)] = [
    ((x + 1) ** 2, x ** 2 + 2 * x + 1),
    ((x + y) * (x - y), x ** 2 - y ** 2),
    ((x + 1) ** 2 / (x + 2), x ** 2 / (x + 2) + 2 * x / (x + 2) + 1 / (x + 2)),
    ((1 + i * x) * (1 - i * x), 1 + x ** 2),
    ((x - sqrt(3)) * (x + sqrt(3)), x ** 2 - 3),
    (y * (sqrt(1 + x) + 1) ** 2, 2 * y + x * y + 2 * y * sqrt(1 + x)),
    ((exp(x) + exp(-x)) ** 2, exp(2 * x) + 2 + exp(-2 * x)),
    (x * (1 / x + x), 1 + x ** 2),
    (sqrt(x) * (sqrt(x) + 1), x + sqrt(x)),
    (sin((a + b) ** 2) ** 2, sin(a ** 2 + 2 * a * b + b ** 2) ** 2),
    ((x + 0.5) * (x - 0.5), x ** 2 - 0.25),
    (a * (b - c) - (b * a - c * a), 0),
    (x ** a * (x ** a + 1), x ** (2 * a) + x ** a),
  ]

  @Test("expansions", arguments: expansions) func expanded(_ pair: (Expr, Expr)) {
    let result = pair.0.expanded()
    #expect(result == pair.1, "\(result.debugDescription) is not \(pair.1.debugDescription)")
  }

  static let fractions: [(Expr, Expr)] = [
    ((x ** 2 - 1) / (x - 1), x + 1),
    (
      ((x - y + z) * (x + 4 * z + 1)) / (y * (2 * x - 3 * y + 3 * z) + x * (x + z)),
      (1 + x + 4 * z) / (x + 3 * y)
    ),
    ((1 / x) ** 2 * x ** 2, 1),
    (x / (x + 3) + 3 / (x + 3), 1),
    (1 / (x - 2) + (-5 - x) / (x - 2) ** 2, -7 / (x ** 2 - 4 * x + 4)),
    ((x * y + x / 2) / (2 * x), y / 2 + Expr(1) / 4),
    ((sin(x) ** 2 - 1) / (sin(x) - 1), sin(x) + 1),
    ((x - 1) / (sqrt(x) - 1), sqrt(x) + 1),
    ((exp(2 * x) - 1) / (exp(x) - 1), exp(x) + 1),
    ((x + y) * (x - y) / (x + y), x - y),
    (1 / (1 / x + 1 / y), x * y / (x + y)),
    (x + 0.5 * x * (x + 1), x + 0.5 * x * (x + 1)),
  ]

  @Test("fractions in lowest terms", arguments: fractions) func cancelled(_ pair: (Expr, Expr)) {
    let result = pair.0.cancelled()
    #expect(result == pair.1, "\(result.debugDescription) is not \(pair.1.debugDescription)")
  }

  static let factorizations: [(Expr, Expr)] = [
    (x ** 2 - y ** 2, (x - y) * (x + y)),
    (6 * x ** 2 + 11 * x - 35, (2 * x + 7) * (3 * x - 5)),
    (x ** 2 + 2 * x + 1, (x + 1) ** 2),
    (12 * a ** 3 * b - 27 * a * b ** 3, 3 * a * b * (2 * a - 3 * b) * (2 * a + 3 * b)),
    (sin(x) ** 2 - 3 * sin(x) + 2, (sin(x) - 1) * (sin(x) - 2)),
    (x ** 2 / 4 - Expr(1) / 9, (3 * x - 2) * (3 * x + 2) / 36),
    ((x ** 2 - 1) / (x ** 2 + 2 * x), (x - 1) * (x + 1) / (x * (x + 2))),
  ]

  @Test("factors over the rational numbers", arguments: factorizations)
  func factored(_ pair: (Expr, Expr)) {
    let result = pair.0.factored()
    #expect(result == pair.1, "\(result.debugDescription) is not \(pair.1.debugDescription)")
  }
}
