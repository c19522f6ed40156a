import ApusNumerics
import ApusTerms
import Testing

@testable import ApusAlgebra

@Suite("Orders of differentiation")
struct DerivativeOrderTests {
  static let point: [Symbol: Double] = [
    "x": 0.7, "y": 1.2, "z": 0.4, "a": 2, "b": 3,
  ]

  /// Compares entries by value, for their form depends on the order.
  private func expectSame(
    _ a: SparseMatrix<Expr>, _ b: SparseMatrix<Expr>, _ values: [Symbol: Double], _ name: String
  ) {
    #expect(a.rowCount == b.rowCount && a.columnCount == b.columnCount)
    for row in 0..<a.rowCount {
      for column in 0..<a.columnCount {
        let (p, q) = (a[row, column] ?? 0, b[row, column] ?? 0)
        if p == q { continue }
        guard let value = try? p.value(at: values), value.isFinite else { continue }
        let other = (try? q.value(at: values)) ?? .nan
        #expect(abs(value - other) <= 1e-11 * (1 + abs(value)), "\(name) \(row) \(column): \(p), \(q)")
      }
    }
  }

  @Test("all orders give the same matrix", arguments: [DifferentiationOrder.reverse, .mixed, .automatic])
  func agreement(_ order: DifferentiationOrder) {
    let forward = JacobianTests.expressions.jacobian(in: JacobianTests.variables, order: .forward)
    let other = JacobianTests.expressions.jacobian(in: JacobianTests.variables, order: order)
    expectSame(forward, other, Self.point, "\(order)")
    expectSame(other, forward, Self.point, "\(order)")
  }

  /// n variables go through one value to m results.
  static func bottleneck(_ n: Int, _ m: Int) -> (
    results: [Expr], variables: [Symbol], point: [Symbol: Double]
  ) {
    let variables = (0..<n).map { Symbol("x\($0)") }
    var value: Expr = 1
    for symbol in variables { value = .sin(value + Expr(symbol)) }
    var results: [Expr] = []
    var rest = value
    for i in 0..<m {
      rest = .cos(rest) + Expr(i)
      results.append(rest)
    }
    let point = Dictionary(variables.enumerated().map { ($1, 0.1 * Double($0 % 7)) }) { first, _ in first }
    return (results, variables, point)
  }

  @Test("where all goes through one value, the mixed order takes few products")
  func fewProducts() {
    let (results, variables, point) = Self.bottleneck(60, 60)
    var workspace = Workspace(capacity: 1024)
    let outputs = workspace.insert(canonical: results)
    let sweep = EliminationSweep(workspace, of: outputs, in: variables, Facts())
    let (order, tooDear) = (sweep.order(limit: .max), sweep.order(limit: 3000))
    // The product of a column and a row has 3600 elements; before it, each side is a chain.
    #expect((order?.cost ?? .max) < 3600 + 500)
    #expect(tooDear == nil)
    let mixed = results.jacobian(in: variables, order: .mixed)
    #expect(mixed.count == 3600)
    expectSame(results.jacobian(in: variables, order: .forward), mixed, point, "mixed")
  }

  @Test("the cheapest order is taken where it pays, and forward order otherwise")
  func automatic() {
    let (results, variables, point) = Self.bottleneck(60, 40)
    let automatic = results.jacobian(in: variables)
    expectSame(results.jacobian(in: variables, order: .forward), automatic, point, "automatic")
    #expect(automatic == results.jacobian(in: variables, order: .mixed))
    let chain = (1..<60).map { Expr(variables[$0]) * .sin(Expr(variables[$0 - 1])) }
    #expect(chain.jacobian(in: variables) == chain.jacobian(in: variables, order: .forward))
  }

  @Test("a gradient in mixed order")
  func gradient() throws {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    let f = .exp(x * y) * x + 3
    let mixed = f.gradient(in: ["x", "y", "z"], order: .mixed)
    for (a, b) in zip(mixed, f.gradient(in: ["x", "y", "z"])) {
      #expect(abs(try a.value(at: Self.point) - b.value(at: Self.point)) < 1e-12)
    }
    #expect(mixed[2] == 0)
    #expect([5, x].jacobian(in: ["x", "y"], order: .mixed).values == [1])
    #expect([Expr]().jacobian(in: ["x"], order: .mixed).rowCount == 0)
  }

  @Test("colours of columns give all entries")
  func compressed() throws {
    let variables = (0..<40).map { Symbol("x\($0)") }
    let x = variables.map { Expr($0) }
    let a = Expr.symbol("a")
    let system = (0..<40).map { i in a * .sin(x[i]) * x[(i + 1) % 40] + .exp(x[i] * x[(i + 39) % 40]) }
    let compressed = try system.compressedJacobian(in: variables, parameters: ["a"])
    #expect(compressed.colours.count <= 5 && compressed.pattern.count == 120)
    let matrix = system.jacobian(in: variables)
    #expect(compressed.pattern == matrix.pattern)
    let point = (0..<40).map { 0.05 * Double($0) - 0.8 }
    let expected = try matrix.compiled(over: variables, parameters: ["a"]).values(
      at: point, parameters: [1.5])
    for (value, exact) in zip(compressed.values(at: point, parameters: [1.5]), expected) {
      #expect(abs(value - exact) <= 1e-14 * (1 + abs(exact)))
    }
    #expect(try [Expr(3)].compressedJacobian(in: ["x"]).values(at: [1]) == [])
  }
}
