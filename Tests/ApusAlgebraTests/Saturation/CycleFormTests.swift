import ApusAlgebra
import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusTerms
import Testing

@Suite("Forms that take fewer cycles") struct CycleFormTests {
  /// Expressions, what is assumed, and their costs in eighths of a cycle before and after.
  struct Example: CustomTestStringConvertible {
    var inputs: [String]
    var assumptions: [String] = []
    var before: Int
    var after: Int

    var testDescription: String { inputs.joined(separator: ", ") }
  }

  static let examples = [
    // A cube root, a division and two additions less one division.
    Example(inputs: ["1/(1 + cbrt(1/r))"], assumptions: ["r > 0"], before: 598, after: 536),
    Example(inputs: ["cosh(x) + sinh(x)"], before: 858, after: 208),
    Example(inputs: ["cosh(x) - sinh(x)"], before: 858, after: 212),
    Example(inputs: ["(exp(x) - exp(-x))/2"], before: 450, after: 300),
    Example(inputs: ["(exp(x) - exp(-x))/(exp(x) + exp(-x))"], before: 502, after: 356),
    // One division serves all.
    Example(inputs: ["x/y", "z/y", "w/y"], before: 186, after: 92),
    Example(inputs: ["x/y^2", "z/y", "w/y + 3"], before: 206, after: 112),
    Example(inputs: ["x/(y*z)", "w/(z*y)", "u/y/z"], before: 216, after: 102),
    // Softmax.
    Example(
      inputs: ["a", "b", "c"].map { "exp(\($0))/(exp(a) + exp(b) + exp(c))" }, before: 830, after: 736),
    // The logistic function and its derivative.
    Example(inputs: ["1/(1 + exp(-x))", "exp(-x)/(1 + exp(-x))^2"], before: 356, after: 304),
    Example(inputs: ["1 - 1/(1 + exp(x))"], before: 290, after: 284),
  ]

  private static func facts(_ texts: [String]) throws -> Facts {
    var facts = Facts()
    for text in texts { facts = try #require(facts.assuming(try Expr(parsing: text))) }
    return facts
  }

  private static func saturated(_ example: Example) throws -> SaturatedExpressions {
    var options = SaturationOptions.standard(assuming: try facts(example.assumptions))
    options.cost = .cycles
    options.limits.time = .seconds(600)
    return try example.inputs.map { try Expr(parsing: $0) }.saturated(by: options)
  }

  @Test("costs before and after", arguments: examples) func costs(example: Example) throws {
    let result = try Self.saturated(example)
    #expect(result.costs.before == example.before)
    #expect(result.costs.after <= example.after, "\(result.costs) \(result.shared)")
    let inputs = try example.inputs.map { try Expr(parsing: $0) }
    try Self.expectSameValues(inputs, result.shared.substituted)
    try Self.expectSameValues(inputs, result.expressions)
  }

  @Test(
    "a cube root of a reciprocal stays where it may be another branch",
    arguments: [[], ["r != 0"], ["r < 0"]])
  func branches(assumptions: [String]) throws {
    // At r = -1 the left side is 1/(1 + exp(pi*i/3)), the right side its conjugate.
    let result = try Self.saturated(
      Example(inputs: ["1/(1 + cbrt(1/r))"], assumptions: assumptions, before: 0, after: 0))
    #expect(result.costs.after == result.costs.before)
  }

  /// Three bodies in space: each attracts the others with the inverse square of the distance.
  @Test("the accelerations of three bodies take three roots and three divisions") func threeBodies() throws {
    var inputs: [Expr] = []
    func distance(_ i: Int, _ j: Int) -> Expr {
      .sum(["x", "y", "z"].map { (Expr.symbol("\($0)\(j)") - Expr.symbol("\($0)\(i)")) ** 2 })
    }
    for i in 1...3 {
      for axis in ["x", "y", "z"] {
        let forces = (1...3).filter { $0 != i }.map { j in
          Expr.symbol("m\(j)") * (Expr.symbol("\(axis)\(j)") - Expr.symbol("\(axis)\(i)"))
            * distance(min(i, j), max(i, j)) ** (Expr(-3) / 2)
        }
        inputs.append(.sum(forces))
      }
    }
    let limits = SearchLimits(iterations: 4, nodes: 20_000, time: .seconds(600))
    let result = inputs.saturated(by: .init(cost: .cycles, limits: limits))
    // Nine differences, nine squares, six additions, three roots with a division and two multiplications each, and for the forces
    // 18 products of mass and inverse cube, shared between axes 6, 18 products with differences, and 9 additions.
    let (add, multiply, divide, root) = (10, 10, 62, 109)
    let hand = (9 + 6 + 9) * add + (9 + 6 + 6 + 18) * multiply + 3 * (divide + root)
    #expect(result.costs.after <= hand, "\(result.costs)")
    #expect(10 * result.costs.after <= 3 * result.costs.before, "\(result.costs)")
    try Self.expectSameValues(inputs, result.shared.substituted)
  }

  /// Equal values at two points, to 60 digits.
  private static func expectSameValues(_ inputs: [Expr], _ outputs: [Expr]) throws {
    var symbols: Set<Symbol> = []
    for input in inputs { symbols.formUnion(input.freeSymbols) }
    for start in [3, 11] {
      var point: [Symbol: ComplexBall] = [:]
      for (i, symbol) in symbols.sorted(by: { $0.name < $1.name }).enumerated() {
        let value = Rational(Integer(7 * i + start), Integer(5 * i + 4)) ?? .one
        point[symbol] = ComplexBall(
          real: Ball(value, precision: 400), imaginary: Ball(Rational.zero, precision: 400))
      }
      for (input, output) in zip(inputs, outputs) {
        let (a, b) = (
          try input.enclosure(at: point, precision: 200), try output.enclosure(at: point, precision: 200)
        )
        #expect(a.isFinite && b.isFinite && a.overlaps(b))
      }
    }
  }
}
