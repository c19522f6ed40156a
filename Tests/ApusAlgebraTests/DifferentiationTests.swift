import ApusAlgebra
import ApusNumbers
import ApusTerms
import Testing

@Suite("Differentiation")
struct DifferentiationTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")
  static let a = Expr.symbol("a")
  static func log(_ e: Expr) -> Expr { .call(.log, [e]) }
  static let f = Function.undefined("f")
  static func f(_ arguments: Expr...) -> Expr { .call(f, arguments) }

  /// Expressions and their derivatives in x.
  static let derivatives: [(Expr, Expr)] = [
    (3, 0), (x, 1), (y, 0), (x ** 3, 3 * x ** 2), (5 * x ** 2 + 2 * x + 1, 10 * x + 2),
    (1 / x, -1 / x ** 2), (x ** a, a * x ** a / x), (2 ** x, 2 ** x * log(2)),
    (Expr.E ** (x ** 2), 2 * x * Expr.E ** (x ** 2)), (x * y ** 2, y ** 2),
    (x ** x, x ** x * (log(x) + 1)), (f(y), 0), (f(x), .call(.derivative, [f(x), x, 1])),
    (f(x, y), .call(.derivative, [f(x, y), x, 1])),
    (x * f(x), f(x) + x * .call(.derivative, [f(x), x, 1])),
  ]

  @Test("derivatives in closed form", arguments: derivatives)
  func derivative(_ pair: (Expr, Expr)) {
    let result = pair.0.derivative(in: "x")
    #expect(result == pair.1, "\(result.debugDescription) is not \(pair.1.debugDescription)")
  }

  @Test("an unknown function of a term keeps its derivative at that term") func chain() {
    let t = Expr.symbol("t")
    let expected = 2 * Self.x * Expr.call(.at, [.call(.derivative, [Self.f(t), t, 1]), t, Self.x ** 2])
    #expect(Self.f(Self.x ** 2).derivative(in: "x") == expected)
  }

  @Test("the product rule keeps the order of matrices, and a power of one has none") func matrices() {
    let a = Expr.call(.list, [.call(.list, [Self.x, 1]), .call(.list, [0, 1])])
    let b = Expr.call(.list, [.call(.list, [0, 1]), .call(.list, [1, 0])])
    let one = Expr.call(.list, [.call(.list, [1, 0]), .call(.list, [0, 0])])
    #expect(a.derivative(in: "x") == one)
    #expect(b.derivative(in: "x") == 0)
    let expected = one * b
    #expect((a * b).derivative(in: "x") == expected)
    #expect((b * b).derivative(in: "x") == 0)
    #expect((a * a).derivative(in: "x") == .call(.derivative, [a * a, Self.x, 1]))
  }

  @Test("mixed derivatives do not depend on the order") func mixed() {
    let e = Self.f(Self.x, Self.y)
    #expect(e.derivative(in: "x").derivative(in: "y") == e.derivative(in: "y").derivative(in: "x"))
    #expect(e.derivative(in: "x", order: 2) == .call(.derivative, [e, Self.x, 2]))
  }

  @Test("a definite integral follows Leibniz' rule") func leibniz() {
    let t = Expr.symbol("t")
    let e = Expr.call(.integral, [Self.x * t, t, 0, Self.x])
    let expected = Expr.call(.integral, [t, t, 0, Self.x]) + Self.x ** 2
    #expect(e.derivative(in: "x") == expected)
    #expect(e.freeSymbols == ["x"])
  }

  @Test("orders add up") func orders() {
    let e = Self.x ** 5 * Expr.E ** Self.x
    var stepwise = e
    for _ in 0..<4 { stepwise = stepwise.derivative(in: "x") }
    #expect(e.derivative(in: "x", order: 4) == stepwise)
  }
}
