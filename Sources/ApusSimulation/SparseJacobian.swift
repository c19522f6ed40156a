import ApusNumerics

/// The matrix of the partial derivatives of right-hand sides, of which only the entries in a pattern are computed.
public struct SparseJacobian: Sendable {
  /// Where the entries stand.
  public let pattern: SparsityPattern
  /// Computes the entries, in the order of the pattern, into a buffer.
  let values: InitialValueProblem.Derivatives

  /// A matrix whose entries a function computes, in the order of the pattern.
  ///
  /// Entries outside of the pattern count as zero; where they are not, the solver takes more steps or gives up, but its
  /// results are as accurate as with the right matrix.
  public init(pattern: SparsityPattern, values: @escaping InitialValueProblem.Derivatives) {
    self.pattern = pattern
    self.values = values
  }
}

/// A pattern with its diagonal filled, which a matrix needs to which a multiple of the identity is added.
struct DiagonalPattern {
  private(set) var rowStarts: [Int] = [0]
  private(set) var columns: [Int] = []
  /// Where the entries of the original pattern stand in this one.
  private(set) var places: [Int] = []

  init(filling pattern: SparsityPattern) {
    places.reserveCapacity(pattern.count)
    columns.reserveCapacity(pattern.count + pattern.rowCount)
    for row in 0..<pattern.rowCount {
      var hasDiagonal = false
      for place in pattern.row(row) {
        let column = pattern.columns[place]
        if column > row, !hasDiagonal { columns.append(row) }
        hasDiagonal = hasDiagonal || column >= row
        places.append(columns.count)
        columns.append(column)
      }
      if !hasDiagonal { columns.append(row) }
      rowStarts.append(columns.count)
    }
  }

  /// Whether nothing had to be filled.
  var isUnchanged: Bool { places.count == columns.count }
}
