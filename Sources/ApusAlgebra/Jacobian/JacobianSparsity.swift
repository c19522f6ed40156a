import ApusNumerics
import ApusTerms

extension Array where Element == Expr {
  /// Which variables each expression depends on, by what occurs in it: a place of the Jacobian matrix that is not in the pattern
  /// is certainly zero.
  ///
  /// - Complexity: one pass over the distinct nodes for each 512 variables.
  public func jacobianSparsity(in variables: [Symbol]) -> SparsityPattern {
    var workspace = Workspace(capacity: 4096)
    let outputs = workspace.insert(canonical: self)
    var rows = [[Int]](repeating: [], count: outputs.count)
    let symbols = variables.map { workspace.makeSymbol($0).index }
    for start in stride(from: 0, to: variables.count, by: DependencySets.capacity) {
      let end = Swift.min(start + DependencySets.capacity, variables.count)
      let sets = DependencySets(workspace, symbols[start..<end])
      for (i, output) in outputs.enumerated() where !output.isInline {
        sets.forEach(in: output.index) { rows[i].append(start + $0) }
      }
    }
    var starts = [0]
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    return SparsityPattern(columnCount: variables.count, rowStarts: starts, columns: rows.flatMap { $0 })
  }
}

/// A set of variables for each node: those that occur in it.
struct DependencySets {
  /// How many variables are followed at a time.
  static let capacity = 512
  private static let words = capacity / 64

  private var sets: [UInt64]

  init(_ workspace: borrowing Workspace, _ symbols: ArraySlice<Int>) {
    let words = Self.words
    sets = Array(repeating: 0, count: workspace.count * words)
    for (i, symbol) in symbols.enumerated() { sets[symbol * words + i / 64] |= 1 << UInt64(i % 64) }
    let count = workspace.count
    sets.withUnsafeMutableBufferPointer { sets in
      for index in 0..<count {
        let ref = workspace.ref(at: index)
        if !workspace.flags(ref).contains(.hasSymbol) { continue }
        for i in 0..<workspace.count(ref) {
          let child = workspace.child(ref, i)
          if child.isInline || !workspace.flags(child).contains(.hasSymbol) { continue }
          for word in 0..<words { sets[index * words + word] |= sets[child.index * words + word] }
        }
      }
    }
  }

  /// How many variables there are in each node, added up.
  func total(upTo node: Int) -> Int {
    var total = 0
    for word in 0..<(node + 1) * Self.words { total += sets[word].nonzeroBitCount }
    return total
  }

  func forEach(in node: Int, _ body: (Int) -> Void) {
    for word in 0..<Self.words {
      var bits = sets[node * Self.words + word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}

/// The work of forward order, by what occurs in what.
struct DependencyCounts {
  /// The sizes of the sets of variables of all nodes, added up.
  private(set) var total = 0
  /// The number of nodes.
  let nodes: Int

  init(_ workspace: borrowing Workspace, upTo term: Workspace.Ref, _ variables: [Symbol]) {
    nodes = term.index + 1
    let names = Set(variables)
    var symbols: [Int] = []
    for index in 0..<nodes where workspace.kind(workspace.ref(at: index)) == .symbol {
      if names.contains(workspace.symbol(workspace.ref(at: index))) { symbols.append(index) }
    }
    for start in stride(from: 0, to: symbols.count, by: DependencySets.capacity) {
      let end = min(start + DependencySets.capacity, symbols.count)
      total += DependencySets(workspace, symbols[start..<end]).total(upTo: term.index)
    }
  }
}
