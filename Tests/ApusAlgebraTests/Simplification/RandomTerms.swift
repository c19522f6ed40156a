import ApusNumbers
import ApusRewriting
import ApusTerms
import ApusTestSupport

/// Random expressions, assumptions about their symbols, and points that satisfy the assumptions.
struct RandomTerms {
  static let symbols: [Symbol] = ["x", "y", "z"]
  private static let functions: [Function] = [
    .sin, .cos, .tan, .exp, .log, .abs, .sinh, .cosh, .asin, .atan, .re, .conjugate, .sqrt,
  ]
  private static let properties: [Property] = [
    [], [], .real, .positive, .negative, .integer, [.real, .nonnegative], .nonzero,
  ]

  private var random: SplitMix64
  private let rules: [Rule]

  /// - Parameter rules: their patterns are planted into terms, so that there is something to simplify.
  init(seed: UInt64, planting rules: [Rule]) {
    random = SplitMix64(seed: seed)
    self.rules = rules.filter { rule in rule.pattern.variables.allSatisfy { $0.role != .run } }
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  // MARK: Terms

  /// A term of a few dozen nodes at most, in which the pattern of a rule stands three times out of four.
  mutating func term() -> Expr {
    let planted = below(4) == 0 || rules.isEmpty ? small(3) : instance(of: rules[below(rules.count)])
    switch below(4) {
    case 0: return planted
    case 1: return planted + small(2)
    case 2: return planted * small(2)
    default: return Expr.call(Self.functions[below(Self.functions.count)], [planted]) + small(1)
    }
  }

  private mutating func instance(of rule: Rule) -> Expr {
    var replacements: [Expr: Expr] = [:]
    for variable in rule.pattern.variables {
      let isNumber = rule.requirements.contains {
        if case .form(variable.name, _) = $0 { true } else { false }
      }
      replacements[Expr(variable.symbol)] = isNumber ? number() : small(1)
    }
    let term = rule.pattern.term.substituting(replacements).canonical()
    // A variable may stand for a function, which has no value.
    return hasUnknownFunction(term) ? small(3) : term
  }

  private func hasUnknownFunction(_ term: Expr) -> Bool {
    var pending = [term]
    while let next = pending.popLast() {
      if let function = next.function, function.isUndefined { return true }
      pending += next.arguments
    }
    return false
  }

  private mutating func small(_ depth: Int) -> Expr {
    if depth == 0 || below(4) == 0 { return leaf() }
    switch below(5) {
    case 0: return small(depth - 1) + small(depth - 1)
    case 1: return small(depth - 1) * small(depth - 1)
    case 2: return Expr.power(small(depth - 1), [2, 3, -1, -2, Expr(1) / 2, Expr(-1) / 2][below(6)])
    default: return Expr.call(Self.functions[below(Self.functions.count)], [small(depth - 1)])
    }
  }

  private mutating func leaf() -> Expr {
    below(3) == 0 ? number() : Expr(Self.symbols[below(Self.symbols.count)])
  }

  private mutating func number() -> Expr {
    switch below(6) {
    case 0: Expr(1) / Expr(2 + below(3))
    case 1: Expr(Number(real: .zero, imaginary: .one))
    default: Expr(below(9) - 4)
    }
  }

  // MARK: Assumptions and points

  /// What is assumed of the symbols.
  mutating func facts() -> Facts {
    Self.symbols.reduce(Facts()) { facts, symbol in
      facts.assuming(symbol, Self.properties[below(Self.properties.count)]) ?? facts
    }
  }

  /// Values that satisfy the assumptions, zero and the cuts of functions now and then among them.
  mutating func point(_ facts: Facts) -> [Symbol: Number] {
    var point: [Symbol: Number] = [:]
    for symbol in Self.symbols {
      var value = Number.zero
      // Few draws are needed: each property holds for a third of the values at least.
      for _ in 0..<100 {
        value = candidate(for: facts[symbol])
        let known = Facts().properties(of: Expr(value))
        if known.isSuperset(of: facts[symbol]) { break }
      }
      point[symbol] = value
    }
    return point
  }

  private mutating func candidate(for property: Property) -> Number {
    let integer = Number(below(13) - 6)
    if property.contains(.integer) { return integer }
    let real = below(6) == 0 ? integer : fraction()
    return property.contains(.real) || below(3) == 0 ? real : Number(real: real, imaginary: fraction())
  }

  private mutating func fraction() -> Number {
    Number(below(8 << 12) - (4 << 12)).dividing(by: Number(1 << 12)) ?? .zero
  }
}
