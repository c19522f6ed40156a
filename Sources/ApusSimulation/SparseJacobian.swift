import ApusNumerics

/// The matrix of the partial derivatives of right-hand sides, of which only the entries in a pattern are computed.
public struct SparseJacobian: Sendable {
  /// Where the entries stand.
  public let pattern: SparsityPattern
  /// Computes the entries, in the order of the pattern, into a buffer; nil if they are found by differences.
  let values: InitialValueProblem.Derivatives?

  /// A matrix whose entries a function computes, in the order of the pattern.
  ///
  /// Entries outside of the pattern count as zero. Where they are not, or where entries are wrong, the equations of a step are
  /// solved more slowly or not at all.
  public init(pattern: SparsityPattern, values: @escaping InitialValueProblem.Derivatives) {
    self.pattern = pattern
    self.values = values
  }

  /// A matrix of which only the places are known: the entries are found by differences of the right-hand sides, as many as the columns
  /// have colours.
  public init(pattern: SparsityPattern) {
    self.pattern = pattern
    values = nil
  }
}
