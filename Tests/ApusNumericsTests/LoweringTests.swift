import ApusNumbers
import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

@Suite("lowering")
struct LoweringTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")
  static let z = Expr.symbol("z")
  static let half = Expr(1) / 2

  static let expressions: [Expr] = [
    x, 2, half, x + y, x * y, x - y, x / y, 1 / x, x ** 2, x ** 7, x ** -3, x ** 33, x ** 100,
    x ** half, x ** (Expr(3) / 2), x ** (Expr(-1) / 2), x ** (Expr(1) / 3), x ** (Expr(2) / 3),
    x ** (Expr(5) / 7), x ** y, 2 ** x, .exp(x), .exp(-x ** 2), .log(x), .log(x, base: y),
    .sin(x) ** 2 * .exp(-(y ** 2)) + (x * y + 1) ** half / (1 + x ** 2),
    .abs(x - 2), .sign(x - 2), .floor(x * 3), .ceiling(x * 3), .maximum(x, y, 2), .minimum(x, y),
    .atan2(x, y), .cot(x), .sec(x), .csc(x), .asec(3 * x), .acoth(3 * x), .coth(x), .erf(x), .gamma(x),
    .loggamma(x), .besselj(0, x), .zeta(x + 2), .heaviside(x - y), .call(.mod, [x, y]), .pi * x,
    .call(.piecewise, [.call(.less, [x, y]), x ** 2, .call(.greater, [x, 2]), y, 7]),
    .call(.piecewise, [.call(.and, [.call(.less, [x, y]), .call(.not, [.call(.equal, [x, 1])])]), 1, 0]),
    x * y + x * z + y * z, x * y * z + x * y + x, 3 * x * y + 3 * x * z + 2 * y,
    1 / (x * y) + 1 / (x * z) + z / x, (x + y) ** 2 * (x + y + z) + (x + y) * z,
  ]

  @Test("the value is that of the expression", arguments: expressions.indices)
  func value(_ i: Int) throws {
    let expression = Self.expressions[i]
    for optimization in Optimization.allCases {
      let function = try expression.compiled(
        over: ["x", "y", "z"], options: CompileOptions(optimization: optimization))
      for (x, y, z) in [(0.7, 1.3, 2.5), (1.0, 1.0, 3.0), (2.25, 0.5, -1.5), (3.5, 4.25, 0.75)] {
        let expected = try expression.value(at: ["x": x, "y": y, "z": z])
        let got = function(x, y, z)
        let isClose = (got.isNaN && expected.isNaN) || abs(got - expected) <= 32 * expected.ulp
        #expect(isClose, "\(expression) \(optimization): \(got) for \(expected)")
      }
    }
  }

  @Test("an output that occurs twice, a constant, and an input itself")
  func outputs() throws {
    let function = try [Self.x, 3, Self.x + 1, Self.x, Self.x + 1].compiled(over: ["x"])
    #expect(function.values(at: [2]) == [2, 3, 3, 2, 3])
    #expect(
      function.values(columns: [[2, 5, 9]]) == [[2, 5, 9], [3, 3, 3], [3, 6, 10], [2, 5, 9], [3, 6, 10]])
  }

  @Test("parameters are the same for all points")
  func parameters() throws {
    let function = try (Self.x * .sin(Self.y) + Self.z / Self.y).compiled(
      over: ["x"], parameters: ["y", "z"])
    let values = function.values(columns: [[1, 2, 3]], parameters: [0.5, 4])
    for i in 0..<3 { #expect(values[0][i] == function.values(at: [Double(i + 1)], parameters: [0.5, 4])[0]) }
  }

  @Test("a matrix is compiled row by row")
  func matrix() throws {
    let matrix = Expr.call(.list, [.call(.list, [Self.x, 1]), .call(.list, [2, Self.x ** 2])])
    #expect(try matrix.compiled(over: ["x"]).values(at: [3]) == [3, 1, 2, 9])
  }

  @Test("mistakes are errors")
  func errors() {
    #expect(throws: CompileError.unboundSymbols(["y", "z"])) {
      try (Self.x + Self.y * Self.z).compiled(over: ["x"])
    }
    #expect(throws: CompileError.duplicateVariable("x")) {
      try Self.x.compiled(over: ["x"], parameters: ["x"])
    }
    #expect(throws: CompileError.unknownFunction("f")) {
      try Expr.call(.undefined("f"), [Self.x]).compiled(over: ["x"])
    }
    #expect(throws: CompileError.notReal("i")) { try (Self.x + .i).compiled(over: ["x"]) }
    #expect(throws: CompileError.notCompilable("integral")) {
      try Expr.call(.integral, [.sin(Self.x), Self.x]).compiled(over: ["x"])
    }
    #expect(throws: CompileError.notANumber("a condition")) {
      try Expr.call(.less, [Self.x, 1]).compiled(over: ["x"])
    }
  }

  @Test("conditions on what is not real give NaN")
  func undecided() throws {
    let root = Self.x ** Self.half
    let function = try Expr.call(.piecewise, [.call(.less, [root, 1]), 2, 3]).compiled(over: ["x"])
    #expect(function(0.25) == 2)
    #expect(function(4) == 3)
    #expect(function(-1).isNaN)
  }

  @Test("common factors are taken out, and equal inner sums shared")
  func factoring() throws {
    let terms = (0..<10).map { Expr.symbol("a\($0)") }
    let inner = Expr.sum(terms.map { Self.x * $0 })
    let other = Expr.sum(terms.map { Self.y * $0 })
    let variables = [Symbol("x"), Symbol("y")] + (0..<10).map { Symbol("a\($0)") }
    let program = try Program([inner, other], over: variables)
    #expect(program.operationCount == 11)
    #expect(try Program([inner, other], over: variables, optimization: .sharing).operationCount == 38)
  }

  @Test("products are fused with sums on request only")
  func fusion() throws {
    let expression = Self.x * Self.y + Self.z
    let plain = try expression.compiled(over: ["x", "y", "z"])
    let fused = try expression.compiled(
      over: ["x", "y", "z"], options: CompileOptions(fusesMultiplyAdd: true))
    #expect(plain.program.operationCount == 2 && fused.program.operationCount == 1)
    let (a, b) = (1 + 0x1p-30, 1 - 0x1p-30)
    #expect(plain(a, b, -1) == 0)
    #expect(fused(a, b, -1) == -0x1p-60)
  }

  @Test("terms that always occur together are added once")
  func partialSums() throws {
    let (a, b) = (Self.x * Self.y, Self.z ** 2)
    let w = Expr.symbol("w")
    let program = try Program([a - b + w, b - a, 3 * a - 3 * b + .sin(w)], over: ["x", "y", "z", "w"])
    #expect(program.operationCounts.first { $0.name == "multiply" }?.count == 3)
    #expect(program.operationCount == 7)
  }

  @Test("a deep expression and a long sum are compiled by loops, on a small stack")
  func depth() throws {
    let count = 100_000
    nonisolated(unsafe) var result: (Double, Double)?
    withSmallStack {
      var deep = Self.x
      for _ in 0..<count { deep = .sin(deep) + 1 }
      let long = Expr.sum((1...10_000).map { Expr($0) * .sin(Expr($0) * Self.x) })
      guard let f = try? deep.compiled(over: ["x"]), let g = try? long.compiled(over: ["x"]) else { return }
      result = (f(0.5), g(0.001))
    }
    let value = try #require(result)
    #expect(abs(value.0 - 1.934563210752024) < 1e-12, "the fixed point of sin(x) + 1")
    #expect(value.1.isFinite)
  }
}
