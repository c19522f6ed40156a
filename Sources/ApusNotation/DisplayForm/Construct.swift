import ApusTerms

/// The functions, arithmetic apart, that have a form of their own in every notation.
enum Construct: String, CaseIterable {
  case add, multiply, root, plusMinus
  case equal, notEqual, less, lessEqual, greater, greaterEqual, approximately, definition, elementOf
  case congruent
  case and, or, not, implies
  case list, tuple, set, interval, piecewise
  case derivative, at, integral, sum, productOver, limit

  /// The construct that the function is, if it is one; functions of the same name that are not built in are not.
  init?(_ function: Function) {
    guard let construct = Self.table[function.hash128] else { return nil }
    self = construct
  }

  /// The relation that the construct is, if it is one.
  var relation: DisplayForm.Relation? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .approximately: .approximately
    case .definition: .definition
    case .elementOf: .elementOf
    default: nil
    }
  }

  private static let table = Table()

  /// Constructs by the hashes of their functions, with linear probing: the question is asked for every call that is written.
  private struct Table {
    private var slots: [(hash: Hash128, construct: Construct)?] = Array(repeating: nil, count: 128)

    init() {
      for construct in allCases {
        guard let function = FunctionTable.standard[construct.rawValue] else { continue }
        var slot = slot(function.hash128)
        while slots[slot] != nil { slot = (slot + 1) % slots.count }
        slots[slot] = (function.hash128, construct)
      }
    }

    subscript(hash: Hash128) -> Construct? {
      var slot = slot(hash)
      while let entry = slots[slot] {
        if entry.hash == hash { return entry.construct }
        slot = (slot + 1) % slots.count
      }
      return nil
    }

    private func slot(_ hash: Hash128) -> Int { Int(truncatingIfNeeded: hash.low) & (slots.count - 1) }
  }
}
