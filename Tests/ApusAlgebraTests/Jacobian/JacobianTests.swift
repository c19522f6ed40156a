import ApusAlgebra
import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Jacobian matrices")
struct JacobianTests {
  static let (x, y, z) = (Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("z"))
  static let variables: [Symbol] = ["x", "y", "z"]

  static let expressions: [Expr] = [
    5, x, x * y, x ** 2 + y ** 3 * z, .sin(x * y) / z, x ** y, .exp(x * y + z), .log(x) * .atan2(y, x),
    (x + y) ** 3 * (x - z), .symbol("a") * x + .symbol("b"), .besselj(2, x * y), .gamma(x) + .erf(y * z),
    .call(.piecewise, [.call(.less, [x, y]), x ** 2 * z, .call(.greater, [z, 1]), y, 3]),
    .call(.undefined("f"), [x, y]), .call(.undefined("g"), [x ** 2]), .abs(x * y),
    .call(.integral, [.sin(x * .symbol("t")), .symbol("t"), 0, y]),
    .sum((1...20).map { .sin(Expr($0) * x) * y ** Expr($0 % 3) }),
    x ** -2 * y ** (Expr(1) / 2), 2 ** x * z,
  ]

  @Test("each entry is the partial derivative, and the others are zero")
  func entries() {
    let matrix = Self.expressions.jacobian(in: Self.variables)
    for (row, expression) in Self.expressions.enumerated() {
      for (column, variable) in Self.variables.enumerated() {
        let expected = expression.derivative(in: variable)
        let got = matrix[row, column]
        #expect((got ?? 0) == expected, "\(expression) in \(variable)")
        #expect(got == nil || got != 0)
      }
    }
  }

  @Test("the pattern found by a pass over sets holds every entry")
  func sparsity() {
    let pattern = Self.expressions.jacobianSparsity(in: Self.variables)
    let matrix = Self.expressions.jacobian(in: Self.variables)
    for row in 0..<matrix.rowCount {
      for place in matrix.pattern.row(row) {
        #expect(pattern.place(row, matrix.columns[place]) != nil)
      }
    }
    // Facts of symbolics-jl: diff.jl.
    let facts: [Expr] = [
      Self.x ** 2, Self.y ** 3, Self.x ** 4, .sin(Self.y), Self.x + Self.y, Self.x + Self.z ** 2,
      Self.z + Self.x, Self.x + Self.y ** 2 + .sin(Self.z),
    ]
    #expect(facts.jacobianSparsity(in: Self.variables) == facts.jacobian(in: Self.variables).pattern)
    #expect(facts.jacobianSparsity(in: Self.variables).columns == [0, 1, 0, 1, 0, 1, 0, 2, 0, 2, 0, 1, 2])
  }

  @Test("sparsity with more variables than are followed at a time")
  func manyVariables() {
    let symbols = (0..<1500).map { Symbol("x\($0)") }
    let chain = (0..<1499).map { Expr(symbols[$0]) * Expr(symbols[$0 + 1]) }
    let pattern = chain.jacobianSparsity(in: symbols)
    #expect(pattern.columns == (0..<1499).flatMap { [$0, $0 + 1] })
    #expect(pattern == chain.jacobian(in: symbols).pattern)
    let (colours, count) = pattern.columnColouring()
    #expect(count == 2)
    for row in 0..<1499 { #expect(colours[row] != colours[row + 1]) }
  }

  @Test("the Lorenz system")
  func lorenz() {
    let (x, y, z) = (Self.x, Self.y, Self.z)
    let (sigma, rho, beta) = (Expr.symbol("sigma"), Expr.symbol("rho"), Expr.symbol("beta"))
    let matrix = [sigma * (y - x), x * (rho - z) - y, x * y - beta * z].jacobian(in: Self.variables)
    #expect(matrix.values == [-sigma, sigma, rho - z, -1, -x, y, x, -beta])
    #expect(matrix.columns == [0, 1, 0, 1, 2, 0, 1, 2])
  }

  @Test("the Hessian matrix of Rosenbrock's function is tridiagonal")
  func hessian() {
    let symbols = (0..<6).map { Symbol("x\($0)") }
    let x = symbols.map { Expr($0) }
    let function = Expr.sum((0..<5).map { 100 * (x[$0 + 1] - x[$0] ** 2) ** 2 + (1 - x[$0]) ** 2 })
    let matrix = function.hessian(in: symbols)
    #expect(matrix.count == 16)
    for i in 0..<6 {
      for j in 0..<6 {
        #expect((matrix[i, j] ?? 0) == function.derivative(in: [(symbols[i], 1), (symbols[j], 1)]))
        #expect((matrix[i, j] != nil) == (abs(i - j) <= 1))
      }
    }
  }

  @Test("products with a vector are the matrix times the vector")
  func products() throws {
    let smooth = Self.expressions.filter { $0.freeSymbols.allSatisfy { Self.variables.contains($0) } }
      .filter { (try? $0.value(at: ["x": 0.7, "y": 1.2, "z": 0.4])) != nil }
    let direction: [Expr] = [2, Self.x, -1]
    let product = smooth.jacobianProduct(in: Self.variables, with: direction)
    let matrix = smooth.jacobian(in: Self.variables)
    let point: [Symbol: Double] = ["x": 0.7, "y": 1.2, "z": 0.4]
    for row in smooth.indices {
      let expected = Expr.sum((0..<3).map { (matrix[row, $0] ?? 0) * direction[$0] })
      guard !expected.flags.contains(.hasBinder), let value = try? expected.value(at: point) else { continue }
      #expect(abs(try product[row].value(at: point) - value) <= 1e-12 * (1 + abs(value)))
    }
    let f = Self.x ** 2 * Self.y + .sin(Self.y * Self.z)
    let hessian = f.hessian(in: Self.variables)
    let hessianProduct = f.hessianProduct(in: Self.variables, with: direction)
    for i in 0..<3 {
      let expected = try Expr.sum((0..<3).map { (hessian[i, $0] ?? 0) * direction[$0] }).value(at: point)
      #expect(abs(try hessianProduct[i].value(at: point) - expected) < 1e-12)
    }
  }

  @Test("a chain of 100,000 nodes is differentiated by loops, on a small stack")
  func depth() {
    nonisolated(unsafe) var count = 0
    withSmallStack {
      var deep = Self.x
      for _ in 0..<100_000 { deep = .sin(deep) + Self.y }
      count = [deep].jacobianSparsity(in: Self.variables).count
    }
    #expect(count == 2)
  }

  @Test("compiled entries are the numbers of the compiled derivatives")
  func compiled() throws {
    let system: [Expr] = [Self.x * Self.y, .sin(Self.x) * Self.z, Self.z ** 3]
    let matrix = system.jacobian(in: Self.variables)
    let values = try matrix.compiled(over: Self.variables).values(at: [0.5, 2, 3])
    #expect(values == [2, 0.5, 3 * .cos(0.5), .sin(0.5), 27])
  }

  @Test("reverse order gives the same derivatives as forward order")
  func orders() throws {
    let point: [Symbol: Double] = ["x": 0.7, "y": 1.2, "z": 0.4, "a": 2, "b": 3]
    for expression in Self.expressions {
      let forward = expression.gradient(in: Self.variables, order: .forward)
      let reverse = expression.gradient(in: Self.variables, order: .reverse)
      #expect(forward == Self.variables.map { expression.derivative(in: $0) })
      for (a, b) in zip(forward, reverse) where a != b {
        guard let value = try? a.value(at: point) else { continue }
        #expect(abs(try b.value(at: point) - value) <= 1e-12 * (1 + abs(value)), "\(expression)")
      }
    }
    let system: [Expr] = [Self.x * Self.y, .sin(Self.x + Self.z)]
    #expect(
      system.transposedJacobianProduct(in: Self.variables, with: [Self.x, 2])
        == [Self.x * Self.y + 2 * .cos(Self.x + Self.z), Self.x ** 2, 2 * .cos(Self.x + Self.z)])
  }

  @Test("the gradient of a deep function of many variables stays as large as the function")
  func deepGradient() {
    let symbols = (0..<300).map { Symbol("x\($0)") }
    var value: Expr = 1
    for symbol in symbols { value = .sin(value * Expr(symbol) + 1) }
    let gradient = value.gradient(in: symbols)
    var workspace = Workspace()
    for partial in gradient { _ = workspace.insert(partial) }
    #expect(gradient.count == 300 && workspace.count < 10_000)
  }
}
