import ApusNumbers
import ApusTerms
import Testing

@Suite("Canonical construction")
struct CanonicalFormTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")
  static let a = Expr.symbol("a")
  static let b = Expr.symbol("b")
  static let half = Expr(1) / 2

  /// Pairs that must be the same term.
  static let identities: [(Expr, Expr)] = [
    (x + x, 2 * x), (x + 2 * x, 3 * x), (x - x, 0), (x * 1, x), (x * 0, 0), (x + 0, x), (x ** 1, x),
    (x * x, x ** 2), (x ** 2 * x ** 3, x ** 5), (x * x ** -1, 1), (x / x, 1),
    (a + b, b + a), (a * b, b * a), (6 * a * b, 3 * a * 2 * b), (b - 2 + a, a + b - 2),
    ((x / 2) / 5, x / 10), (2 * x / (-3 * x), Expr(-2) / 3), (3 * a / 6, 2 * a / 4),
    ((a * b) ** 2, a ** 2 * b ** 2), ((x ** a) ** 2, x ** (2 * a)), (x ** a * x ** a, x ** (2 * a)),
    (x ** a * x ** (-a), 1), (2 * (x + y), 2 * x + 2 * y), (-(a + b), -a - b),
    ((a + b) - (b + a), 0), (2 * (x + y) - 2 * x - 2 * y, 0),
    (Expr(8) ** half, 2 * Expr(2) ** half), (Expr(2) ** half * Expr(3) ** half, Expr(6) ** half),
    (Expr(12) ** half, 2 * Expr(3) ** half), (Expr(1) / Expr(2) ** half, Expr(2) ** half / 2),
    (Expr(-4) ** half, 2 * .i), (Expr.i * .i, -1), (Expr(27) ** (Expr(2) / 3), 9),
    (Expr(2) ** half * Expr(2) ** half, 2), ((4 * x) ** half, 2 * x ** half),
    ((-4 * x) ** half, 2 * (-x) ** half), ((x ** half) ** half, x ** (Expr(1) / 4)),
    (Expr.E ** x * Expr.E ** (-x), 1), ((Expr.E ** x) ** 2, Expr.E ** (2 * x)),
    (Expr.E ** (.i * .pi), -1), (Expr.E ** (.i * .pi / 2), .i),
    ((x * y) ** half * (x * y) ** half, x * y), ((x ** 2) ** half * (x ** 2) ** half, x ** 2),
  ]

  @Test("factors that hold lists keep their order") func matrices() {
    let (p, q): (Expr, Expr) = (.call(.list, [1, Self.x]), .call(.list, [Self.y, 2]))
    let (product, square) = (p * q, p ** 2)
    #expect(product != q * p)
    #expect(product * p != square * q)
    #expect(product * p == p * (q * p))
    let scaled = p * Self.a * q * 2
    #expect(scaled == 2 * Self.a * product)
    #expect(product * (1 / q) == p)
    #expect(p * p == square)
    let productSquared = product ** 2
    #expect(productSquared != square * (q ** 2))
    #expect((p * q).canonical() == p * q)
    var workspace = Workspace()
    let ref = workspace.insert(p * q)
    #expect(workspace.expr(ref) == p * q)
  }

  @Test("equal by construction", arguments: identities)
  func areIdentical(_ pair: (Expr, Expr)) {
    #expect(pair.0 == pair.1, "\(pair.0.debugDescription) and \(pair.1.debugDescription)")
    var workspace = Workspace()
    #expect(workspace.insert(pair.0) == workspace.insert(pair.1))
  }

  /// Pairs that must not be identified, because they differ somewhere.
  static let distinctions: [(Expr, Expr)] = [
    ((x ** 2) ** half, x), ((x * y) ** half, x ** half * y ** half), (x ** a * x ** b, x ** (a + b)),
    ((x ** a) ** b, x ** (a * b)), (Expr.E ** a * Expr.E ** b, Expr.E ** (a + b)), (0.5 * x, x / 2),
    (Expr.infinity - .infinity, 0), (Expr.infinity * 0, 0), (Expr(1) / 0, 0), (Expr(0) ** 0, 1),
    (Expr.symbol("x"), Expr.symbol("X")), (1 + 2 * x + y, x ** 2 * y),
    (Expr.call(.undefined("sin"), [x]), .call(.sin, [x])), (Expr.symbol("pi"), .pi),
    ((x ** -1) ** half, x ** (-half)),
  ]

  @Test("different terms stay apart", arguments: distinctions)
  func areDistinct(_ pair: (Expr, Expr)) { #expect(pair.0 != pair.1) }

  @Test("9^9^9 stays a power") func hugePower() {
    let power = Expr(9) ** (Expr(9) ** 9)
    #expect(power.kind == .power)
    #expect(power.arguments == [9, 387_420_489])
  }

  @Test("opaque terms keep what was written, and become canonical on demand") func opaque() {
    let written = Expr.opaque(.add, [Self.x, Self.x])
    #expect(written.kind == .call)
    #expect(written != 2 * Self.x)
    #expect(written.canonical() == 2 * Self.x)
  }
}
