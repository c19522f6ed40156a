import ApusNumbers
import ApusRewriting
import ApusTerms

/// Random expressions that are simplified by saturation under every cost and compared with what they were.
struct SaturationFuzz {
  let count: Int
  private static let symbols: [Symbol] = ["x", "y", "z"]
  private static let functions: [Function] = [
    .exp, .log, .sin, .cos, .tan, .sinh, .cosh, .asin, .atan, .abs, .sqrt,
  ]
  private static let limits = SearchLimits(iterations: 4, nodes: 300, time: .seconds(60))

  /// The numbers of the expressions whose values changed, as a text, or how many agreed.
  func run() -> String {
    var failures: [Int] = []
    for seed in 0..<count where !keepsValues(seed) { failures.append(seed) }
    return failures.isEmpty ? "\(count) agree" : "WRONG: seeds \(failures.prefix(10))"
  }

  private func keepsValues(_ seed: Int) -> Bool {
    var random = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let input = Self.expression(4, &random)
    let points = (0..<3).map { _ in Self.point(&random) }
    for cost in ExpressionCost.allCases {
      let result = [input].saturated(by: .init(cost: cost, limits: Self.limits))
      if result.costs.after > result.costs.before { return false }
      for output in [result.expressions[0], result.shared.substituted[0]] where output != input {
        for point in points where !Self.agree(input, output, point) { return false }
      }
    }
    return true
  }

  /// Whether the values at a point may be the same; where the input has none, nothing is asked.
  private static func agree(_ a: Expr, _ b: Expr, _ point: [Symbol: ComplexBall]) -> Bool {
    guard let first = try? a.enclosure(at: point, precision: 256), first.isFinite,
      let second = try? b.enclosure(at: point, precision: 256), second.isFinite
    else { return true }
    return first.overlaps(second)
  }

  private static func point(_ random: inout Generator) -> [Symbol: ComplexBall] {
    var point: [Symbol: ComplexBall] = [:]
    for symbol in symbols {
      let parts = [17, 19].map {
        Ball(Rational(Integer(random.below(81) - 40), Integer($0)) ?? .zero, precision: 256)
      }
      point[symbol] = ComplexBall(real: parts[0], imaginary: parts[1])
    }
    return point
  }

  private static func expression(_ depth: Int, _ random: inout Generator) -> Expr {
    if depth == 0 || random.below(6) == 0 {
      switch random.below(4) {
      case 0: return Expr(random.below(7) - 3)
      case 1: return Expr(random.below(3) + 1) / 2
      default: return Expr(symbols[random.below(3)])
      }
    }
    let a = expression(depth - 1, &random)
    switch random.below(8) {
    case 0, 1: return a + expression(depth - 1, &random)
    case 2, 3: return a * expression(depth - 1, &random)
    case 4: return a - expression(depth - 1, &random)
    case 5: return a ** ([-2, -1, 2, 3, Expr(1) / 2, Expr(-1) / 2][random.below(6)])
    default: return Expr.call(functions[random.below(functions.count)], [a])
    }
  }

  /// The generator SplitMix64.
  private struct Generator {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }
}
