import ApusTerms

/// The sets of numbers that have a letter of their own: ℝ and its kin, which are symbols to the reader.
package enum NumberSet: String, CaseIterable, Sendable {
  case naturals = "N_bb"
  case positiveIntegers = "N_bb_star"
  case integers = "Z_bb"
  case rationals = "Q_bb"
  case reals = "R_bb"
  case complexes = "C_bb"

  /// The set that a symbol stands for where a set is wanted.
  package init?(_ symbol: Symbol) {
    guard symbol.name.utf8.count > 3 else { return nil }
    if symbol.name == "N_bb_0" {
      self = .naturals
    } else {
      self.init(rawValue: symbol.name)
    }
  }

  /// Whether books differ on what the name of the symbol means.
  static func isDisputed(_ symbol: Symbol) -> Bool { symbol.name == naturals.rawValue }

  /// The name of the set in SymPy.
  var sympy: String {
    switch self {
    case .naturals: "Naturals0"
    case .positiveIntegers: "Naturals"
    case .integers: "Integers"
    case .rationals: "Rationals"
    case .reals: "Reals"
    case .complexes: "Complexes"
    }
  }

  /// The set of that name in SymPy.
  init?(sympy name: String) {
    guard let set = Self.allCases.first(where: { $0.sympy == name }) else { return nil }
    self = set
  }
}

extension DisplayTree {
  /// The nodes of symbols that stand for sets of numbers: they occur where sets are wanted and nowhere else.
  var numberSets: [(id: Int, symbol: Symbol, set: NumberSet)] {
    if !symbols.contains(where: { NumberSet($0) != nil }) { return [] }
    var places: [Int] = []
    forEachForm { form in
      switch form {
      case .relation(.elementOf, _, let set): places.append(set)
      case .call(let function, let parts) where function == .union || function == .intersection:
        places += parts.map(\.id)
      default: break
      }
    }
    var uses: [Int: Int] = [:]
    forEachForm { form in form.forEachPart { uses[$0, default: 0] += 1 } }
    var found: [(id: Int, symbol: Symbol, set: NumberSet)] = []
    for place in places {
      guard case .symbol(let symbol) = self[place], let set = NumberSet(symbol),
        uses[place] == places.count(where: { $0 == place }), !found.contains(where: { $0.id == place })
      else { continue }
      found.append((place, symbol, set))
    }
    return found
  }
}
