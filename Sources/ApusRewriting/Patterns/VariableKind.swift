import ApusNumbers
import ApusTerms

/// What a term must look like for a variable to stand for it; asked before anything is concluded from facts.
public enum VariableKind: String, Sendable, Hashable, CaseIterable {
  /// Any term.
  case any
  /// A number, exact or not.
  case number
  /// An exact number.
  case exact
  /// An exact integer.
  case literalInteger = "literal-integer"
  /// An exact rational number or integer.
  case rational
  /// A symbol.
  case symbol
  /// Anything but a number.
  case nonnumber

  func admits<Store: TermStore & ~Copyable>(_ term: Store.Ref, _ store: borrowing Store) -> Bool {
    let kind = store.kind(term)
    switch self {
    case .any: return true
    case .number: return kind.isNumber
    case .exact: return kind.isNumber && !store.flags(term).contains(.hasInexact)
    case .literalInteger: return kind == .integer
    case .rational: return kind == .integer || kind == .rational
    case .symbol: return kind == .symbol
    case .nonnumber: return !kind.isNumber
    }
  }
}
