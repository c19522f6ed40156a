import ApusTerms

/// The functions, arithmetic apart, that have a form of their own in every notation.
enum Construct: String, CaseIterable {
  case add, multiply, root, plusMinus
  case equal, notEqual, less, lessEqual, greater, greaterEqual, approximately, definition, elementOf
  case congruent
  case and, or, not, implies
  case list, tuple, set, interval, piecewise
  case derivative, at, integral, sum, productOver, limit

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The construct that the function is, if it is one.
  init?(_ function: Function) {
    guard !function.isUndefined, let construct = Self.byName[function.name] else { return nil }
    self = construct
  }
}
