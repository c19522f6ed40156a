import ApusNumbers
import ApusTerms

/// A network of reactions among species, as BioNetGen writes it after expanding its rules: mass-action kinetics with rates
/// that are expressions in the parameters.
///
/// Amounts are in the units of the file; a rate law is multiplied by the amounts of the reactants, each as often as it is
/// listed.
public struct ReactionNetwork: Sendable {
  /// A named constant, given in terms of those before it.
  public struct Parameter: Sendable, Hashable {
    /// The name, as a symbol.
    public var symbol: Symbol
    /// The value, an expression in earlier parameters.
    public var value: Expr
  }

  /// What reacts.
  public struct Species: Sendable, Hashable {
    /// The pattern that the file gives, such as `A(b!1).B(a!1)`.
    public var pattern: String
    /// The symbol of the amount: `S1` for the first species.
    public var symbol: Symbol
    /// The amount at the start, an expression in the parameters.
    public var initialAmount: Expr
    /// Whether the amount is held constant, which the file says by a `$` before the pattern.
    public var isFixed: Bool
  }

  /// One reaction; species are counted from zero.
  public struct Reaction: Sendable, Hashable {
    /// The species used up, repeated as often as they take part.
    public var reactants: [Int]
    /// The species made.
    public var products: [Int]
    /// The rate constant or rate law, without the amounts of the reactants.
    public var rate: Expr
  }

  /// A weighted sum of amounts that the modeller watches.
  public struct Observable: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The sum.
    public var value: Expr
  }

  /// The parameters, in the order of the file.
  public internal(set) var parameters: [Parameter] = []
  /// The species, in the order of the file.
  public internal(set) var species: [Species] = []
  /// The reactions, in the order of the file.
  public internal(set) var reactions: [Reaction] = []
  /// The observables, in the order of the file.
  public internal(set) var observables: [Observable] = []

  /// Gives a parameter another value, on which those behind it may depend; false if there is none of this name.
  public mutating func setParameter(_ name: String, to value: Double) -> Bool {
    guard let place = parameters.firstIndex(where: { $0.symbol.name == name }) else { return false }
    parameters[place].value = Expr(Number.double(value))
    return true
  }

  /// The derivatives of the amounts with respect to time, one a species, in the parameters and the amounts.
  ///
  /// - Complexity: linear in the number of reactions, apart from sorting the summands of a species.
  public var rightHandSides: [Expr] {
    var summands = [[Expr]](repeating: [], count: species.count)
    let amounts = species.map { Expr($0.symbol) }
    var changes = ReactionChanges()
    for reaction in reactions {
      changes.collect(reaction)
      if changes.isEmpty { continue }
      let rate = Expr.product([reaction.rate] + reaction.reactants.map { amounts[$0] })
      changes.forEach { index, change in
        if species[index].isFixed { return }
        summands[index].append(change == 1 ? rate : Expr(change) * rate)
      }
    }
    return summands.map { Expr.sum($0) }
  }
}

/// By how much a reaction changes each of the few species that take part in it.
private struct ReactionChanges {
  private var entries: [(species: Int, change: Int)] = []

  var isEmpty: Bool { entries.allSatisfy { $0.change == 0 } }

  mutating func collect(_ reaction: ReactionNetwork.Reaction) {
    entries.removeAll(keepingCapacity: true)
    for index in reaction.reactants { add(-1, to: index) }
    for index in reaction.products { add(1, to: index) }
  }

  private mutating func add(_ change: Int, to species: Int) {
    for i in entries.indices where entries[i].species == species {
      entries[i].change += change
      return
    }
    entries.append((species, change))
  }

  func forEach(_ body: (Int, Int) -> Void) {
    for (species, change) in entries where change != 0 { body(species, change) }
  }
}
