import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusRewriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random expressions keep their values at random complex points, whatever the cost.
@Suite("Saturation keeps values") struct SaturationFuzzTests {
  /// Sixty seeds, and one that found an exponent lost; many more in long runs.
  static var seeds: [Int] { Array(0..<(getenv("APUS_LONG_TESTS") == nil ? 60 : 20_000)) + [1011] }
  private static let symbols = ["x", "y", "z"].map { Symbol($0) }
  private static let functions = [
    "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sec", "asin", "atan",
  ]
  private static let limits = SearchLimits(iterations: 5, nodes: 300, time: .seconds(60))

  @Test("results have the value of the input wherever it has one", arguments: seeds)
  func results(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let input = Self.expression(depth: 4, &random)
    let points = (0..<3).map { _ in Self.point(&random) }
    for cost in ExpressionCost.allCases {
      let result = [input].saturated(by: .init(cost: cost, limits: Self.limits))
      #expect(result.costs.after <= result.costs.before)
      for point in points { try Self.compare(input, result.expressions[0], at: point) }
    }
  }

  @Test("all nodes of a class have the same value", arguments: seeds)
  func classes(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 1_000_000)
    let input = Self.expression(depth: 3, &random)
    let point = Self.point(&random)
    let value = try input.enclosure(at: point, precision: 256)
    guard value.isFinite, input.flags.isDisjoint(with: [.hasUndefined]) else { return }
    var vocabulary = ExpressionLanguage()
    let rules = try vocabulary.rules()
    var graph = ExpressionGraph(vocabulary)
    _ = graph.add(input)
    let report = Saturation(rules: rules, limits: Self.limits).run(on: &graph.graph)
    #expect(report.stopReason != .contradiction)
    let ids = (0..<UInt32(graph.graph.nodes.count)).filter { graph.graph.find($0) == $0 }
    let all = ids.map { ClassID($0) }
    let extraction = try unwrapped(graph.graph.extract(all, cost: SizeCost(), method: .tree))
    let forms = graph.expressions(extraction)
    let formOf = Dictionary(uniqueKeysWithValues: zip(ids, forms))
    for id in all {
      guard let form = formOf[id.raw] else { continue }
      for node in graph.graph.nodes(of: id) {
        let children = node.children.compactMap { formOf[$0.raw] }
        let alone = Extraction.Node(
          op: node.op, payload: node.payload, children: Array(children.indices), weights: node.weights)
        try Self.compare(form, graph.expression(alone, children), at: point)
      }
    }
  }

  private static func compare(_ a: Expr, _ b: Expr, at point: [Symbol: ComplexBall]) throws {
    let first = try a.enclosure(at: point, precision: 256)
    guard first.isFinite else { return }
    let second = try b.enclosure(at: point, precision: 256)
    // On a branch cut an enclosure may have no finite value although the expression has.
    if !second.isFinite { return }
    #expect(first.overlaps(second), "\(a) and \(b)")
  }

  private static func point(_ random: inout SplitMix64) -> [Symbol: ComplexBall] {
    var point: [Symbol: ComplexBall] = [:]
    for symbol in symbols {
      let real = Rational(Integer(Int.random(in: -40...40, using: &random)), 17) ?? .zero
      let imaginary = Rational(Integer(Int.random(in: -40...40, using: &random)), 19) ?? .zero
      point[symbol] = ComplexBall(
        real: Ball(real, precision: 256), imaginary: Ball(imaginary, precision: 256))
    }
    return point
  }

  private static func expression(depth: Int, _ random: inout SplitMix64) -> Expr {
    if depth == 0 || Int.random(in: 0..<6, using: &random) == 0 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return Expr(Int.random(in: -3...3, using: &random))
      case 1: return Expr(Int.random(in: 1...3, using: &random)) / 2
      default: return Expr(symbols[Int.random(in: 0..<3, using: &random)])
      }
    }
    let a = expression(depth: depth - 1, &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return a + expression(depth: depth - 1, &random)
    case 2, 3: return a * expression(depth: depth - 1, &random)
    case 4: return a - expression(depth: depth - 1, &random)
    case 5:
      let exponents: [Expr] = [-2, -1, 2, 3, Expr(1) / 2, Expr(-1) / 2]
      return a ** exponents[Int.random(in: 0..<exponents.count, using: &random)]
    default:
      let name = functions[Int.random(in: 0..<functions.count, using: &random)]
      guard let function = FunctionTable.standard[name] else { return a }
      return Expr.call(function, [a])
    }
  }
}
