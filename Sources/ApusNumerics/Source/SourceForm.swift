/// How a function that is written as source gives its values.
public enum SourceForm: Sendable, Hashable {
  /// As is usual in the language: returned, or written at an address.
  case usual
  /// Written into an array that the caller gives. JAX and Stan, whose arrays cannot be changed, have no such form.
  case inPlace
  /// The entries of a sparse matrix, written in place where the language can, and the places where they stand: compressed rows, in
  /// Julia compressed columns, in MATLAB rows and columns. Docs/Numerics.md has the names.
  case sparse(SparsityPattern)
}

extension SparsityPattern {
  /// The places column by column: where each column begins, the row of each place, and its number among the places row by row.
  var columnOrder: (columnStarts: [Int], rows: [Int], places: [Int]) {
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { starts[column + 1] += 1 }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    var next = starts
    var rows = [Int](repeating: 0, count: count)
    var places = rows
    for row in 0..<rowCount {
      for place in self.row(row) {
        let column = columns[place]
        rows[next[column]] = row
        places[next[column]] = place
        next[column] += 1
      }
    }
    return (starts, rows, places)
  }

  /// The row of each place.
  var rows: [Int] { (0..<rowCount).flatMap { Array(repeating: $0, count: row($0).count) } }
}
