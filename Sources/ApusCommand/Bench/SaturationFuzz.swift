import ApusAlgebra
import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusTerms

/// Random expressions that are simplified by saturation under every cost and compared with what they were.
struct SaturationFuzz {
  let count: Int
  /// The number of the first expression.
  var first = 0
  private static let limits = SearchLimits(iterations: 4, nodes: 300, time: .seconds(60))

  /// The numbers of the expressions whose values changed, as a text, or how many agreed.
  func run() -> String {
    var failures: [Int] = []
    for seed in first..<first + count where !keepsValues(seed) { failures.append(seed) }
    return Self.summary(failures, "\(count) agree")
  }

  /// Every sixteenth expression is simplified with the rules of rule files and under assumptions.
  private func keepsValues(_ seed: Int) -> Bool {
    var sample = SaturationSample(seed: seed, depth: 5, assuming: seed % 16 == 0)
    let input = sample.expression
    let points = (0..<4).map { _ in sample.point() }
    var results: Set<Expr> = []
    for cost in ExpressionCost.allCases {
      let result = [input].saturated(
        by: .init(
          cost: cost, limits: Self.limits, rules: seed % 16 == 0 ? .saturation : nil, facts: sample.facts))
      if result.costs.after > result.costs.before { return false }
      results.formUnion([result.expressions[0], result.shared.substituted[0]])
    }
    results.remove(input)
    return results.allSatisfy { result in points.allSatisfy { Self.agree(input, result, $0) } }
  }

  /// Whether all terms of all classes of saturated graphs have one value; how many graphs were looked at.
  func runClasses() -> String {
    var failures: [Int] = []
    var (graphs, seed) = (0, first)
    while graphs < count {
      defer { seed += 1 }
      var sample = SaturationSample(seed: seed, depth: 4, assuming: seed % 2 == 0)
      let (input, point) = (sample.expression, sample.point())
      guard let value = Self.value(of: input, at: point), value.isFinite else { continue }
      let options = SaturationOptions(
        limits: Self.limits, rules: seed % 2 == 0 ? .saturation : nil, facts: sample.facts)
      let classes = ClassSample.classes(of: input, count: 8, by: options)
      if classes.isEmpty { continue }
      graphs += 1
      let isSound = classes.allSatisfy { members in
        Set(members.dropFirst()).allSatisfy { Self.agree(members[0], $0, point) }
      }
      if !isSound { failures.append(seed) }
    }
    return Self.summary(failures, "classes of \(graphs) graphs agree")
  }

  /// Whether every result that differs from its input is explained, and the explanation is confirmed by its check.
  func runExplanations() -> String {
    var (explained, failures) = (0, [Int]())
    for seed in first..<first + count {
      let sample = SaturationSample(seed: seed, depth: 5, assuming: seed % 2 == 0)
      let input = sample.expression
      let result = [input].saturated(
        by: .init(
          limits: Self.limits, rules: seed % 2 == 0 ? .saturation : nil, facts: sample.facts,
          keepsProofs: true))
      if result.expressions[0] == input { continue }
      let conclusion = result.explanations[0]?.conclusion
      if let conclusion, conclusion.left == input, conclusion.right == result.expressions[0] {
        explained += 1
      } else {
        failures.append(seed)
      }
    }
    let first = failures.first.map {
      TextWriter().text(of: SaturationSample(seed: $0, depth: 5, assuming: $0 % 2 == 0).expression)
    }
    return Self.summary(failures, "\(explained) explained\(first.map { ", not \($0)" } ?? "")")
  }

  private static func summary(_ failures: [Int], _ success: String) -> String {
    if failures.isEmpty { return success }
    return "WRONG: \(failures.count), numbers \(failures.prefix(10)); \(success) otherwise"
  }

  private static func value(of expression: Expr, at point: [Symbol: ComplexBall], precision: Int = 332)
    -> ComplexBall?
  {
    try? expression.enclosure(at: point, precision: precision)
  }

  /// Whether the values at a point may be the same, and there is one if the first expression has one.
  private static func agree(_ a: Expr, _ b: Expr, _ point: [Symbol: ComplexBall]) -> Bool {
    guard let first = value(of: a, at: point), first.isFinite else { return true }
    if let second = value(of: b, at: point), second.isFinite { return first.overlaps(second) }
    // On a branch cut, or where a part vanishes, no precision gives an enclosure; then nothing is known.
    guard let second = value(of: b, at: point, precision: 2000), second.isFinite else { return true }
    return first.overlaps(second)
  }
}

/// One random expression with what is assumed of its symbols, and points where that holds.
struct SaturationSample {
  private(set) var expression: Expr = 0
  private(set) var facts = Facts()
  private var random: Generator
  private var symbols: [Symbol] = []
  /// Parts that have been made, some of which occur again, so that there is something to simplify.
  private var parts: [Expr] = []

  private static let functions: [Function] = [
    .exp, .log, .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .abs, .sqrt, .cbrt,
  ]

  init(seed: Int, depth: Int, assuming: Bool) {
    random = Generator(state: UInt64(seed) &* 0xD6E8_FEB8_6659_FD93 &+ 0x2545_F491_4F6C_DD1D)
    let names: [Symbol] = ["w", "x", "y", "z"]
    symbols = Array(names.prefix(1 + random.below(4)))
    if assuming {
      let properties: [Property] = [[], .real, .positive, .negative]
      for symbol in symbols { facts = facts.assuming(symbol, properties[random.below(4)]) ?? facts }
    }
    expression = term(depth)
  }

  /// A point where the assumptions hold.
  mutating func point() -> [Symbol: ComplexBall] {
    var point: [Symbol: ComplexBall] = [:]
    for symbol in symbols {
      let known = facts[symbol]
      let magnitude = Rational(Integer(random.below(60) + 1), 17) ?? .one
      let isNegative =
        known.contains(.negative) || !known.contains(.positive) && random.below(2) == 0
      let height = known.contains(.real) ? .zero : Rational(Integer(random.below(81) - 40), 19) ?? .zero
      point[symbol] = ComplexBall(
        real: Ball(isNegative ? -magnitude : magnitude, precision: 2000),
        imaginary: Ball(height, precision: 2000))
    }
    return point
  }

  private mutating func term(_ depth: Int) -> Expr {
    if depth == 0 || random.below(7) == 0 { return leaf() }
    if parts.count > 2 && random.below(4) == 0 { return parts[random.below(parts.count)] }
    let made = compound(depth - 1)
    if !made.isNumber { parts.append(made) }
    return made
  }

  private mutating func leaf() -> Expr {
    switch random.below(5) {
    case 0: Expr(random.below(7) - 3)
    case 1: Expr(random.below(5) + 1) / Expr(random.below(3) + 2)
    default: Expr(symbols[random.below(symbols.count)])
    }
  }

  private mutating func compound(_ depth: Int) -> Expr {
    let a = term(depth)
    switch random.below(10) {
    case 0, 1: return a + term(depth)
    case 2, 3: return a * term(depth)
    case 4: return a - term(depth)
    case 5: return a / term(depth)
    case 6: return a ** [-2, -1, 2, 3, Expr(1) / 2, Expr(-1) / 2][random.below(6)]
    case 7: return disguised(a)
    default: return .call(Self.functions[random.below(Self.functions.count)], [a])
    }
  }

  /// The same in other words, at least in most places.
  private mutating func disguised(_ a: Expr) -> Expr {
    let b = term(1)
    return switch random.below(6) {
    case 0: a * sin(b) ** 2 + a * cos(b) ** 2
    case 1: exp(a + b) * exp(-b)
    case 2: (a ** 2 - b ** 2) / (a - b)
    case 3: sqrt(a ** 2)
    case 4: log(exp(a) * exp(b))
    default: a * b + a * (1 - b)
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
