import ApusNotation
import ApusRewriting
import ApusTerms

/// The right-hand sides of the reaction network, written so that they take as few processor cycles as the engine can find.
struct NetworkSaturation {
  let network: ReactionNetwork
  let sides: [Expr]

  init() throws {
    network = try ReactionNetwork(netFile: Benchmarks.networkFile())
    sides = network.rightHandSides
  }

  /// Three rounds of the rules, with room for every form that they make.
  func run(sharingPartialSums: Bool) -> SaturatedExpressions {
    let limits = SearchLimits(iterations: 3, nodes: 1_000_000, time: .seconds(20))
    return sides.saturated(by: .init(cost: .cycles, limits: limits, sharesPartialSums: sharingPartialSums))
  }

  /// How the costs compare, and whether the values are those of the input at the amounts at the start and at amounts of 1.
  func check(_ result: SaturatedExpressions, sharingPartialSums sharesPartialSums: Bool) -> Benchmark.Check {
    let ofNaive = Double(result.costs.after) / Double(result.costs.unshared)
    let ofShared = Double(result.costs.after) / Double(result.costs.before)
    if sharesPartialSums && !(ofNaive <= 0.14 && ofShared <= 0.22) {
      return .text("WRONG: \(ofNaive) of naive and \(ofShared) of shared")
    }
    let ratios =
      "\(DecimalText.general(ofNaive, digits: 3)) of naive, \(DecimalText.general(ofShared, digits: 3)) of shared"
    for (isAtStart, reference) in [(true, 122.14287395264746), (false, 1534097.9667678)] {
      guard let (sum, scale) = agreedSum(result, atStart: isAtStart) else {
        return .text("WRONG: other values")
      }
      if !(abs(sum - reference) <= 1e-12 * scale) { return .text("WRONG: \(sum) for \(reference)") }
    }
    return .text(ratios)
  }

  /// The sums of the magnitudes of all derivatives, and of all their terms, if the results have the values of the input.
  private func agreedSum(_ result: SaturatedExpressions, atStart: Bool) -> (sum: Double, scale: Double)? {
    var before = PlainEvaluation()
    for parameter in network.parameters {
      before.values[Expr(parameter.symbol)] = before.value(of: parameter.value)
    }
    for species in network.species {
      before.values[Expr(species.symbol)] = atStart ? before.value(of: species.initialAmount) : 1
    }
    var after = before
    for definition in result.shared.definitions {
      after.values[Expr(definition.symbol)] = after.value(of: definition.value)
    }
    var (sum, total) = (0.0, 0.0)
    for (input, output) in zip(sides, result.shared.expressions) {
      let (expected, found) = (before.value(of: input), after.value(of: output))
      var scale = 0.0
      for term in input.arguments { scale += abs(before.value(of: term)) }
      guard abs(expected - found) <= 1e-12 * max(scale, abs(expected)) else { return nil }
      sum += abs(found)
      total += scale
    }
    return (sum, total)
  }
}

/// Values of sums, products and integer powers in machine numbers.
struct PlainEvaluation {
  /// What symbols and parts stand for.
  var values: [Expr: Double] = [:]

  mutating func value(of expression: Expr) -> Double {
    if let known = values[expression] { return known }
    let value: Double
    switch expression.kind {
    case .sum: value = expression.arguments.reduce(0) { $0 + self.value(of: $1) }
    case .product: value = expression.arguments.reduce(1) { $0 * self.value(of: $1) }
    case .power: value = power(expression.arguments[0], expression.arguments[1])
    default: value = expression.number?.asDouble ?? .nan
    }
    values[expression] = value
    return value
  }

  private mutating func power(_ base: Expr, _ exponent: Expr) -> Double {
    guard let n = exponent.number?.asInt else { return .nan }
    let factor = value(of: base)
    let power = (0..<abs(n)).reduce(1.0) { product, _ in product * factor }
    return n < 0 ? 1 / power : power
  }
}
