import ApusNotation
import ApusNumerics
import ApusTerms

/// The derivatives of a reaction network in plain numbers, straight from its reactions: what compiled functions are compared
/// with.
struct NetworkReference {
  let network: ReactionNetwork
  /// The amounts at the start plus one.
  let state: [Double]
  let parameters: [Double]
  /// The right-hand sides, and the sums of the magnitudes of their terms.
  private(set) var sides: [Double]
  private var magnitudes: [Double]
  /// The entries of the Jacobian matrix, and the sums of the magnitudes of their terms, by row and column.
  private var entries: [[Int: (value: Double, magnitude: Double)]]

  init(_ network: ReactionNetwork) throws {
    self.network = network
    var values: [Symbol: Double] = [:]
    for parameter in network.parameters { values[parameter.symbol] = try parameter.value.value(at: values) }
    parameters = network.parameters.map { values[$0.symbol] ?? .nan }
    state = try network.species.map { try $0.initialAmount.value(at: values) + 1 }
    sides = Array(repeating: 0, count: state.count)
    magnitudes = sides
    entries = Array(repeating: [:], count: state.count)
    var rates: [Expr: Double] = [:]
    for reaction in network.reactions {
      if rates[reaction.rate] == nil { rates[reaction.rate] = try reaction.rate.value(at: values) }
      add(reaction, rates[reaction.rate] ?? .nan)
    }
  }

  private mutating func add(_ reaction: ReactionNetwork.Reaction, _ rate: Double) {
    var changes: [Int: Double] = [:]
    for species in reaction.reactants { changes[species, default: 0] -= 1 }
    for species in reaction.products { changes[species, default: 0] += 1 }
    let flux = reaction.reactants.reduce(rate) { $0 * state[$1] }
    for (species, change) in changes where change != 0 {
      sides[species] += change * flux
      magnitudes[species] += abs(change * flux)
      for variable in Set(reaction.reactants) {
        var rest = reaction.reactants
        let multiplicity = rest.count { $0 == variable }
        if let place = rest.firstIndex(of: variable) { rest.remove(at: place) }
        let slope = rest.reduce(change * rate * Double(multiplicity)) { $0 * state[$1] }
        let (value, magnitude) = entries[species][variable] ?? (0, 0)
        entries[species][variable] = (value + slope, magnitude + abs(slope))
      }
    }
  }

  /// `OK` with the sum of the magnitudes when all values are right to 1e-12 of the sum of their terms.
  func check(sides values: [Double]) -> Benchmark.Check {
    var wrong = values.count == sides.count ? 0 : 1
    for (i, value) in values.enumerated() where !(abs(value - sides[i]) <= 1e-12 * magnitudes[i]) {
      wrong += 1
    }
    return Self.text(wrong, values)
  }

  /// The same for the entries of the Jacobian matrix in the order of a pattern.
  func check(jacobian values: [Double], _ pattern: SparsityPattern) -> Benchmark.Check {
    var wrong = 0
    for row in 0..<pattern.rowCount {
      for place in pattern.row(row) {
        let (value, magnitude) = entries[row][pattern.columns[place]] ?? (.nan, 0)
        if !(abs(values[place] - value) <= 1e-12 * magnitude) { wrong += 1 }
      }
      if entries[row].count != pattern.row(row).count { wrong += 1 }
    }
    return Self.text(wrong, values)
  }

  private static func text(_ wrong: Int, _ values: [Double]) -> Benchmark.Check {
    let sum = values.reduce(0) { $0 + abs($1) }
    return .text("\(wrong == 0 ? "OK" : "WRONG \(wrong)") sum|.|=\(DecimalText.general(sum, digits: 9))")
  }
}
