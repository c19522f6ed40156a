import ApusNumbers
import ApusTerms
import Testing

/// A user's own expression type: an interval written by its midpoint and radius.
private final class Uncertain: Term {
  static let function = Function("uncertain", arity: .exactly(2))
  let middle: Expr
  let radius: Expr

  init(_ middle: Expr, _ radius: Expr) {
    self.middle = middle
    self.radius = radius
  }

  var head: Function { Self.function }
  var arguments: [Expr] { [middle, radius] }
  var contentHash: Hash128 { Hash128(low: 17, high: 4) }

  /// Certain values become ordinary expressions: another representation may come back.
  func makeTerm(head: Function, arguments: [Expr]) -> Expr {
    arguments[1].isZero ? arguments[0] : Expr(Uncertain(arguments[0], arguments[1]))
  }
}

@Suite("Foreign terms")
struct TermTests {
  static let (x, r) = (Expr.symbol("x"), Expr.symbol("r"))

  @Test("generic passes go through a foreign term") func passes() {
    let e = 2 * Expr(Uncertain(Self.x + 1, Self.r)) + 1
    #expect(e.freeSymbols == ["r", "x"])
    expectSame(e.substituting("x", with: 3), 2 * Expr(Uncertain(4, Self.r)) + 1)
    expectSame(e.substituting("r", with: 0), 2 * Self.x + 3)
    var workspace = Workspace()
    let ref = workspace.insert(e)
    #expect(workspace.expr(ref) == e)
  }

  @Test("equal terms are identified by content") func equality() {
    #expect(Expr(Uncertain(Self.x, 1)) == Expr(Uncertain(Self.x, 1)))
    #expect(Expr(Uncertain(Self.x, 1)) != Expr(Uncertain(Self.x, 2)))
    expectSame(Expr(Uncertain(Self.x, 1)) - Expr(Uncertain(Self.x, 1)), 0)
  }
}
