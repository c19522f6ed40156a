import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Depth")
struct DepthTests {
  static let depth = 100_000

  /// f(f(…f(x)…)) with an unknown f, which nothing can fold.
  static func nested() -> Expr {
    let f = Function.undefined("f")
    var e = Expr.symbol("x")
    for _ in 0..<depth { e = .call(f, [e]) }
    return e
  }

  @Test("every operation takes a term 10^5 deep on a small stack") func operations() {
    withSmallStack {
      let e = Self.nested()
      #expect(e.treeSize == Self.depth + 1)
      #expect(e.nodeCount == Self.depth + 1)
      #expect(e.operationCount == Self.depth)
      #expect(e.freeSymbols == ["x"])
      #expect(e.contains("x"))
      #expect(e.substituting("x", with: .symbol("y")).freeSymbols == ["y"])
      #expect(e.canonical() == e)
      #expect(e.debugDescription.utf8.count > Self.depth)
      #expect(Facts().isReal(e) == .unknown)
      var workspace = Workspace()
      let ref = workspace.insert(e)
      #expect(workspace.expr(ref) == e)
    }
  }

  @Test("nested binders are safe too") func binders() {
    withSmallStack {
      var e = Expr.symbol("x")
      let k = Expr.symbol("k")
      for i in 0..<Self.depth / 10 { e = .call(.sum, [e * k, k, 1, Expr(i)]) }
      #expect(e.freeSymbols == ["x"])
      #expect(e.substituting("x", with: k).freeSymbols == ["k"])
    }
  }

  @Test("a tower of powers, and a deep quotient") func towers() {
    withSmallStack {
      var tower = Expr.symbol("x")
      var fraction = Expr.symbol("x")
      for _ in 0..<Self.depth {
        tower = Expr.symbol("y") ** tower
        fraction = 1 / (1 + fraction)
      }
      #expect(tower.freeSymbols.count == 2)
      #expect(fraction.substituting("x", with: .symbol("z")).freeSymbols == ["z"])
    }
  }
}
