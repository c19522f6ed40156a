/// The values of an analysis, by root.
///
/// A graph owns its tables and is used on one thread at a time.
final class AnalysisTable<A: Analysis>: AnyAnalysisTable {
  let analysis: A
  private var values: [A.Value?] = []
  /// The round up to which everything is taken in.
  private var since: UInt32 = 0
  private var queue: [UInt32] = []
  private var isQueued: [Bool] = []

  init(_ analysis: A) {
    self.analysis = analysis
  }

  func value(of root: UInt32) -> A.Value? {
    Int(root) < values.count ? values[Int(root)] : nil
  }

  var name: String { analysis.name }

  // Called through the protocol, the table of every graph of expressions would work with values of unknown size.
  @_specialize(where A == RangeAnalysis)
  func update(_ graph: inout EGraph) -> [AnalysisNews] {
    let missing = graph.nodes.count - values.count
    if missing > 0 {
      values.append(contentsOf: repeatElement(nil, count: missing))
      isQueued.append(contentsOf: repeatElement(false, count: missing))
    }
    for i in 0..<graph.nodes.count where !graph.nodes[i].isDead && graph.nodes[i].stamp >= since {
      enqueue(UInt32(i))
    }
    since = graph.now
    var terms: [AnalysisNews] = []
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[Int(node)] = false
      guard let root = absorb(node, &graph), let value = values[Int(root)],
        let term = analysis.term(for: value)
      else { continue }
      let children = graph.childClasses(graph.nodes[Int(node)]).map { child in
        values[Int(child)].flatMap { analysis.term(for: $0) }
      }
      terms.append(AnalysisNews(node: node, term: term, children: children))
    }
    queue.removeAll(keepingCapacity: true)
    return terms
  }

  private func enqueue(_ node: UInt32) {
    if isQueued[Int(node)] { return }
    isQueued[Int(node)] = true
    queue.append(node)
  }

  /// Takes in what a node says.
  ///
  /// - Returns: the class, if that was news.
  private func absorb(_ node: UInt32, _ graph: inout EGraph) -> UInt32? {
    let view = graph.view(ofNode: Int(node))
    let children = view.children.map { values[Int($0.raw)] }
    guard let found = analysis.value(of: view, in: graph, children: children) else { return nil }
    return learn(found, of: graph.find(node), &graph)
  }

  /// Takes in that a value holds for a class.
  ///
  /// - Returns: the class, if that was news.
  func learn(_ found: A.Value, of root: UInt32, _ graph: inout EGraph) -> UInt32? {
    if let known = values[Int(root)] {
      guard let merged = analysis.merged(known, found) else {
        graph.hasContradiction = true
        return nil
      }
      if merged == known { return nil }
      values[Int(root)] = merged
    } else {
      values[Int(root)] = found
    }
    var cell = graph.parents[Int(root)].first
    while cell != none {
      let entry = graph.cells[Int(cell)]
      if !graph.nodes[Int(entry.node)].isDead { enqueue(entry.node) }
      cell = entry.next
    }
    return root
  }
}
