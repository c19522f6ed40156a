import ApusNumerics

/// The entries of a sparse Jacobian matrix by differences: columns that meet in no row are moved together.
///
/// Source: Curtis, Powell, Reid, *On the estimation of sparse Jacobian matrices*, doi:10.1093/imamat/13.1.117.
final class ColouredDifferences {
  private let pattern: SparsityPattern
  /// The columns of each colour.
  private let columns: [[Int]]
  /// The places of the entries of each column, and their rows.
  private let entries: [[(place: Int, row: Int)]]
  private let moved: UnsafeMutableBufferPointer<Double>
  private let sides: UnsafeMutableBufferPointer<Double>

  init(_ pattern: SparsityPattern) {
    self.pattern = pattern
    let (colours, count) = pattern.columnColouring()
    var columns = [[Int]](repeating: [], count: count)
    for (column, colour) in colours.enumerated() { columns[colour].append(column) }
    self.columns = columns
    var entries = [[(place: Int, row: Int)]](repeating: [], count: pattern.columnCount)
    for row in 0..<pattern.rowCount {
      for place in pattern.row(row) { entries[pattern.columns[place]].append((place, row)) }
    }
    self.entries = entries
    moved = .allocate(capacity: max(1, pattern.columnCount))
    sides = .allocate(capacity: max(1, pattern.rowCount))
  }

  deinit {
    moved.deallocate()
    sides.deallocate()
  }

  /// How many evaluations one matrix takes.
  var colourCount: Int { columns.count }

  /// Computes the entries in the order of the pattern.
  ///
  /// - Parameters:
  ///   - increments: by how much each element of the state is moved; none is zero.
  ///   - values: the right-hand sides of the state.
  ///   - evaluate: computes right-hand sides; false to give up.
  /// - Returns: whether all evaluations were made.
  func compute(
    _ state: UnsafePointer<Double>, _ increments: UnsafePointer<Double>, _ values: UnsafePointer<Double>,
    into result: UnsafeMutableBufferPointer<Double>,
    _ evaluate: (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Bool
  ) -> Bool {
    for j in 0..<pattern.columnCount { moved[j] = state[j] }
    for group in columns {
      for j in group { moved[j] = state[j] + increments[j] }
      guard evaluate(UnsafeBufferPointer(moved), sides) else { return false }
      for j in group {
        // What the state really moved by.
        let step = moved[j] - state[j]
        for (place, row) in entries[j] { result[place] = (sides[row] - values[row]) / step }
        moved[j] = state[j]
      }
    }
    return true
  }
}
