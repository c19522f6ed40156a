import ApusNumerics
import ApusTerms
import Numerics
import Testing

@Suite("tracing")
struct TracingTests {
  private func kinetic<T: AlgebraicField & ElementaryFunctions>(_ m: T, _ v: T) -> T {
    m * v * v / 2 + .sqrt(m * m)
  }

  private func matrixProduct<T: Numeric>(_ a: [[T]], _ b: [[T]]) -> [[T]] {
    a.map { row in
      (b.first ?? []).indices.map { j in
        var sum: T = 0
        for k in row.indices { sum += row[k] * b[k][j] }
        return sum
      }
    }
  }

  private func clamped<T: AlgebraicField & Selectable>(_ x: T) -> T {
    select(x, isLessThan: 0, then: 0, else: x * x)
  }

  private func branching<T: AlgebraicField & Comparable>(_ x: T) -> T { x < 0 ? -x : x }

  @Test("a generic function yields the expression that it computes")
  func expression() throws {
    let (m, v) = (Expr.symbol("m"), Expr.symbol("v"))
    #expect(try trace { kinetic(Traced("m"), Traced("v")) } == m * v ** 2 / 2 + .sqrt(m ** 2))
  }

  @Test("arrays of arrays are traced element by element")
  func matrices() throws {
    let a = Traced.array("a", 2, 2)
    let entries = try trace { matrixProduct(a, a) }
    let symbols = Traced.symbols("a", [2, 2])
    let function = try entries.compiled(over: symbols)
    #expect(function.values(at: [1, 2, 3, 4]) == [7, 10, 15, 22])
    #expect(symbols.map(\.name) == ["a[1,1]", "a[1,2]", "a[2,1]", "a[2,2]"])
  }

  @Test("a comparison of unknown numbers is an error, one of known numbers is not")
  func comparison() throws {
    #expect(throws: TraceError.comparison("x < 0")) { try trace { branching(Traced("x")) } }
    #expect(try trace { branching(Traced(-3)) } == 3)
  }

  @Test("select computes both values")
  func selection() throws {
    let function = try trace { clamped(Traced("x")) }.compiled(over: ["x"])
    for x in [-2.0, 0.0, 1.5] { #expect(function(x) == clamped(x)) }
  }
}
