import ApusTerms

/// Sorts summands of derivatives by variable.
struct DerivativeMerger {
  typealias Weighted = (term: Workspace.Ref, coefficient: Workspace.Ref)

  private var variables: [Int32] = []
  private var summands: [Weighted] = []
  /// How many summands each variable has, then where they go; zero between uses.
  private var counts: [Int32]
  private var touched: [Int32] = []
  private var sorted: [Weighted] = []

  init(variableCount: Int) { counts = Array(repeating: 0, count: variableCount) }

  /// Adds a summand to the derivative with respect to a variable.
  mutating func add(_ variable: Int32, _ summand: Weighted) {
    if counts[Int(variable)] == 0 { touched.append(variable) }
    counts[Int(variable)] += 1
    variables.append(variable)
    summands.append(summand)
  }

  /// Forgets all summands.
  mutating func discard() {
    for variable in touched { counts[Int(variable)] = 0 }
    touched.removeAll(keepingCapacity: true)
    variables.removeAll(keepingCapacity: true)
    summands.removeAll(keepingCapacity: true)
  }

  /// Gives the summands of each variable, by ascending variable, and forgets them.
  mutating func forEachVariable(_ body: (Int32, UnsafeBufferPointer<Weighted>) -> Void) {
    guard let first = summands.first else { return }
    touched.sort()
    var start: Int32 = 0
    for variable in touched {
      let count = counts[Int(variable)]
      counts[Int(variable)] = start
      start += count
    }
    if sorted.count < summands.count {
      sorted.append(contentsOf: repeatElement(first, count: summands.count - sorted.count))
    }
    for i in summands.indices {
      let variable = Int(variables[i])
      sorted[Int(counts[variable])] = summands[i]
      counts[variable] += 1
    }
    sorted.withUnsafeBufferPointer { sorted in
      var from = 0
      for variable in touched {
        let to = Int(counts[Int(variable)])
        body(variable, UnsafeBufferPointer(rebasing: sorted[from..<to]))
        from = to
      }
    }
    discard()
  }
}
