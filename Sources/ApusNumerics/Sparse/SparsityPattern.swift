/// The places of a matrix that may hold something else than zero, row by row.
public struct SparsityPattern: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// Where the places of each row begin, and the number of places.
  public let rowStarts: [Int]
  /// The column of each place, ascending within a row.
  public let columns: [Int]

  /// Creates a pattern of compressed rows.
  ///
  /// - Precondition: `rowStarts` has an element more than there are rows, and the columns of a row ascend.
  public init(columnCount: Int, rowStarts: [Int], columns: [Int]) {
    precondition(rowStarts.first == 0 && rowStarts.last == columns.count, "the bounds of the rows")
    rowCount = rowStarts.count - 1
    self.columnCount = columnCount
    self.rowStarts = rowStarts
    self.columns = columns
  }

  /// The number of places.
  public var count: Int { columns.count }

  /// The places of a row.
  public func row(_ row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

  /// The place of an entry among all; `nil` where it is zero.
  ///
  /// - Complexity: logarithmic in the number of places of the row.
  public func place(_ row: Int, _ column: Int) -> Int? {
    var (low, high) = (rowStarts[row], rowStarts[row + 1])
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low < rowStarts[row + 1] && columns[low] == column ? low : nil
  }

  /// A colour for each column, such that no row has two columns of one colour: columns of one colour can be computed together,
  /// by one derivative along their sum.
  ///
  /// Columns are coloured greedily, those that share rows with most others first; equal ones in their order.
  ///
  /// - Complexity: the sum over all places of the length of their row.
  ///
  /// Source: Curtis, Powell, Reid, *On the estimation of sparse Jacobian matrices*, doi:10.1093/imamat/13.1.117.
  public func columnColouring() -> (colours: [Int], count: Int) {
    let rows = transposedRows()
    let degrees = (0..<columnCount).map { column in
      rows[column].reduce(0) { $0 + rowStarts[$1 + 1] - rowStarts[$1] }
    }
    let order = (0..<columnCount).sorted { degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1 }
    var colours = [Int](repeating: -1, count: columnCount)
    // The last column that met each colour.
    var met: [Int] = []
    for column in order {
      for row in rows[column] {
        for place in self.row(row) where colours[columns[place]] >= 0 {
          met[colours[columns[place]]] = column
        }
      }
      var colour = 0
      while colour < met.count, met[colour] == column { colour += 1 }
      if colour == met.count { met.append(-1) }
      colours[column] = colour
    }
    return (colours, met.count)
  }

  /// The rows in which each column occurs.
  private func transposedRows() -> [[Int]] {
    var rows = [[Int]](repeating: [], count: columnCount)
    for row in 0..<rowCount { for place in self.row(row) { rows[columns[place]].append(row) } }
    return rows
  }
}
