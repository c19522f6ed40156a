import ApusNumbers

extension Function {
  /// The value at numbers of which one at least is inexact, at the precision of the least precise; `nil` if it has none
  /// that is known.
  package func inexactValue(_ arguments: [Number]) -> Number? {
    nil
  }
}
