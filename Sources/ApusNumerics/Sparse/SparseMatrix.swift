/// A matrix of which only the entries that are not zero are kept, row by row.
///
/// The entries of row `i` stand at `rowStarts[i] ..< rowStarts[i + 1]` of `columns` and `values`, by ascending column
/// (compressed rows).
public struct SparseMatrix<Element> {
  /// Where the entries stand.
  public let pattern: SparsityPattern
  /// The entries, row by row.
  public var values: [Element]

  /// Creates the matrix of a pattern.
  ///
  /// - Precondition: there is a value for each place of the pattern.
  public init(pattern: SparsityPattern, values: [Element]) {
    precondition(values.count == pattern.count, "a value for each place")
    self.pattern = pattern
    self.values = values
  }

  /// The number of rows.
  public var rowCount: Int { pattern.rowCount }
  /// The number of columns.
  public var columnCount: Int { pattern.columnCount }
  /// The number of entries that are kept.
  public var count: Int { values.count }
  /// The column of each entry.
  public var columns: [Int] { pattern.columns }
  /// Where the entries of each row begin, and the number of entries.
  public var rowStarts: [Int] { pattern.rowStarts }

  /// The entry in a row and a column; `nil` where it is zero.
  ///
  /// - Complexity: logarithmic in the number of entries of the row.
  public subscript(row: Int, column: Int) -> Element? {
    pattern.place(row, column).map { values[$0] }
  }

  /// The matrix with other entries in the same places.
  public func mapValues<Other, Failure: Error>(
    _ transform: (Element) throws(Failure) -> Other
  ) throws(Failure) -> SparseMatrix<Other> {
    SparseMatrix<Other>(pattern: pattern, values: try values.map(transform))
  }
}

extension SparseMatrix: Sendable where Element: Sendable {}
extension SparseMatrix: Equatable where Element: Equatable {}
