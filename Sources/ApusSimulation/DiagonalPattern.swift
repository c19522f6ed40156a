import ApusNumerics

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
