/// Terms taken out of an ``EGraph``: a list of nodes in which equal parts are shared, children before parents.
public struct Extraction: Sendable {
  /// A node whose children are places in ``Extraction/nodes``.
  public struct Node: Sendable, Hashable {
    /// The operator.
    public let op: Operator
    /// What a leaf carries.
    public let payload: UInt64
    /// The places of the children, all before this node.
    public let children: [Int]
    let weights: [UInt32]
    /// The node of the graph.
    var source = none
  }

  /// All nodes that are needed, each once.
  public let nodes: [Node]

  /// The places of the terms that were asked for, in that order.
  public let roots: [Int]

  /// The sum of the costs of ``nodes``.
  public let cost: Int

  /// The sum of the costs of the roots written out as trees, saturating.
  public let treeCost: Int

  /// The term at a root, written out as a tree.
  ///
  /// - Returns: `nil` if the tree has more than `limit` nodes or an n-ary sum or product.
  public func term(root: Int, in language: TermLanguage, limit: Int = 100_000) -> NodePattern? {
    var sizes: [Int] = []
    var terms: [NodePattern] = []
    for node in nodes {
      guard node.op.shape != .weighted else { return nil }
      let size = node.children.reduce(1) { min($0 + sizes[$1], Int.max / 4) }
      sizes.append(size)
      if node.op == language.number {
        terms.append(.number(Int(Int64(bitPattern: node.payload))))
      } else if node.op == language.symbol {
        terms.append(.symbol(language.symbolName(Int(node.payload))))
      } else {
        terms.append(.node(language.name(of: node.op), node.children.map { terms[$0] }))
      }
    }
    return sizes[roots[root]] <= limit ? terms[roots[root]] : nil
  }
}

/// How to choose among equal terms.
public enum ExtractionMethod: Sendable, Hashable {
  /// The least cost of the tree; exact.
  case tree
  /// The least cost with equal parts counted once; not always the very least, but never more than by ``tree``.
  case graph
}

extension EGraph {
  /// The cheapest terms of some classes.
  ///
  /// - Returns: `nil` if a class has no finite term, which needs a node that is its own part.
  /// - Complexity: O(n log n) for trees; for graphs a bounded number of improvements are tried.
  public func extract(
    _ roots: [ClassID], cost: some NodeCost, method: ExtractionMethod = .graph
  ) -> Extraction? {
    extract(roots, cost: cost, method: method, proposals: [])
  }

  /// The cheapest terms, among which are those that lists of nodes propose.
  func extract(
    _ roots: [ClassID], cost: some NodeCost, method: ExtractionMethod, proposals: [[UInt32]]
  ) -> Extraction? {
    let tree = TreeExtractor(self, cost: cost)
    let targets = roots.map { Int(find($0.raw)) }
    guard targets.allSatisfy({ tree.choice[$0] != none }) else { return nil }
    guard method == .graph else { return collect(targets, tree.choice, tree.ownCost) }
    var improver = GraphExtractor(tree, roots: targets)
    improver.improve(self, proposals: proposals)
    return collect(targets, improver.choice, tree.ownCost)
  }

  /// The nodes that a choice of one node a class needs; `nil` if that has a cycle.
  private func collect(_ targets: [Int], _ choice: [UInt32], _ ownCost: [Int]) -> Extraction? {
    // The place of each class, or what it has instead.
    let (unseen, open) = (-1, -2)
    var place = Array(repeating: unseen, count: choice.count)
    var list: [Extraction.Node] = []
    var total = 0
    var treeCosts: [Int] = []
    var stack = targets.reversed().map { (id: $0, isReady: false) }
    while let (id, isReady) = stack.popLast() {
      if place[id] >= 0 { continue }
      if isReady {
        let view = view(ofNode: Int(choice[id]))
        place[id] = list.count
        let places = view.children.map { place[Int($0.raw)] }
        list.append(
          .init(
            op: view.op, payload: view.payload, children: places, weights: view.weights, source: choice[id]))
        let own = ownCost[Int(choice[id])]
        total = total.addingSaturating(own)
        treeCosts.append(places.reduce(own) { $0.addingSaturating(treeCosts[$1]) })
      } else {
        // What is begun and not ended is above its parts.
        if place[id] == open { return nil }
        place[id] = open
        stack.append((id, true))
        let first = stack.count
        for child in operands(nodes[Int(choice[id])]) {
          let root = Int(find(child))
          if place[root] < 0 { stack.append((root, false)) }
        }
        stack[first...].reverse()
      }
    }
    let places = targets.map { place[$0] }
    let treeTotal = places.reduce(0) { $0.addingSaturating(treeCosts[$1]) }
    return Extraction(nodes: list, roots: places, cost: total, treeCost: treeTotal)
  }
}

extension Int {
  /// The sum, or the largest integer.
  func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? Int.max : sum
  }
}
