/// Improves a choice of one node a class so that the cost with equal parts shared falls.
///
/// It begins with the cheapest of some proposals. First each class, children before parents, takes the node whose shared cost
/// is least, among those whose children were settled before it. Then single classes are changed as long as that lowers the
/// total; how many nodes need each class is kept up to date, so that a change costs what it concerns and no more. All keep the
/// choice free of cycles, and the work is bounded by a count, not by a clock, so that equal graphs give equal answers.
struct GraphExtractor {
  private(set) var choice: [UInt32]
  private let treeChoice: [UInt32]
  private let order: [Int]
  private let ownCost: [Int]
  private let roots: [Int]
  /// The visits of classes that are still allowed.
  private var budget = 10_000_000
  private var mark: [UInt32]
  private var round: UInt32 = 0
  /// Classes that are still to be visited, kept so that it need not be made anew.
  private var stack: [Int] = []
  /// How many places of needed nodes, and roots, need a class.
  private var uses: [Int32] = []

  /// The most classes for which sets of needed classes are kept.
  private static let setLimit = 4096

  init(_ tree: TreeExtractor, roots: [Int]) {
    choice = tree.choice
    treeChoice = tree.choice
    order = tree.order
    ownCost = tree.ownCost
    self.roots = roots
    mark = Array(repeating: 0, count: tree.choice.count)
  }

  /// - Parameter proposals: lists of nodes, each to be taken as a whole for the classes that they are in, as a ``Proposal`` has them.
  mutating func improve(_ graph: borrowing EGraph, proposals: [[UInt32]] = []) {
    var total = sharedCost(graph) ?? .max
    var best = choice
    for proposal in proposals {
      take(proposal, graph)
      if let cost = sharedCost(graph), cost < total {
        // Whoever proposes may have left a cycle in what the roots do not need now, and would need after a change.
        for id in choice.indices where mark[id] != round { choice[id] = treeChoice[id] }
        (total, best) = (cost, choice)
      }
    }
    choice = best
    if order.count <= Self.setLimit {
      chooseBySets(graph)
      if let cost = sharedCost(graph), cost <= total { total = cost } else { choice = best }
    }
    flip(graph)
  }

  /// Chooses the first of the proposed nodes for each class that has some, and what trees need for the others.
  private mutating func take(_ proposal: [UInt32], _ graph: borrowing EGraph) {
    choice = treeChoice
    round += 2
    for proposed in proposal {
      guard let node = graph.living(proposed), isPossible(node, graph) else { continue }
      let id = Int(graph.find(node))
      if mark[id] == round { continue }
      mark[id] = round
      choice[id] = node
    }
  }

  /// The cost of everything that the roots need, which is marked with the round; `nil` if that has a cycle.
  private mutating func sharedCost(_ graph: borrowing EGraph) -> Int? {
    round += 2
    var total = 0
    var stack = roots.map { (id: $0, isDone: false) }
    while let (id, isDone) = stack.popLast() {
      if isDone {
        mark[id] = round
        continue
      }
      if mark[id] == round { continue }
      if mark[id] == round - 1 { return nil }
      mark[id] = round - 1
      total = total.addingSaturating(ownCost[Int(choice[id])])
      stack.append((id, true))
      for child in graph.operands(graph.nodes[Int(choice[id])]) {
        if mark[Int(child)] == round - 1 { return nil }
        if mark[Int(child)] != round { stack.append((Int(child), false)) }
      }
    }
    return total
  }

  /// Whether all children of a node have finite terms.
  private func isPossible(_ node: UInt32, _ graph: borrowing EGraph) -> Bool {
    for child in graph.operands(graph.nodes[Int(node)]) where choice[Int(child)] == none { return false }
    return true
  }
}

// MARK: - Changing single classes

extension GraphExtractor {
  /// Tries every other node of every needed class until no change helps or the budget ends.
  private mutating func flip(_ graph: borrowing EGraph) {
    uses = Array(repeating: 0, count: choice.count)
    for root in roots { _ = acquire(root, graph) }
    var improved = true
    while improved && budget > 0 {
      improved = false
      for id in needed(graph) where uses[id] > 0 {
        for i in Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1]) {
          if budget <= 0 { return }
          let node = graph.index.byClass[i]
          if node == choice[id] || !isPossible(node, graph) || reaches(id, from: node, graph) { continue }
          if exchange(id, node, graph) { improved = true }
        }
      }
    }
  }

  /// Takes another node for a class if that lowers the cost.
  private mutating func exchange(_ id: Int, _ node: UInt32, _ graph: borrowing EGraph) -> Bool {
    let old = choice[id]
    var change = ownCost[Int(node)] - ownCost[Int(old)]
    for child in graph.operands(graph.nodes[Int(node)]) { change += acquire(Int(child), graph) }
    for child in graph.operands(graph.nodes[Int(old)]) { change -= release(Int(child), graph) }
    if change < 0 {
      choice[id] = node
      return true
    }
    for child in graph.operands(graph.nodes[Int(old)]) { _ = acquire(Int(child), graph) }
    for child in graph.operands(graph.nodes[Int(node)]) { _ = release(Int(child), graph) }
    return false
  }

  /// Counts one more use of a class; the cost of what is newly needed.
  private mutating func acquire(_ id: Int, _ graph: borrowing EGraph) -> Int {
    // Most are needed already.
    if uses[id] > 0 {
      budget -= 1
      uses[id] += 1
      return 0
    }
    var cost = 0
    var stack = [id]
    while let next = stack.popLast() {
      budget -= 1
      uses[next] += 1
      if uses[next] > 1 { continue }
      let node = Int(choice[next])
      cost = cost.addingSaturating(ownCost[node])
      for child in graph.operands(graph.nodes[node]) { stack.append(Int(child)) }
    }
    return cost
  }

  /// Counts one use of a class less; the cost of what is no longer needed.
  private mutating func release(_ id: Int, _ graph: borrowing EGraph) -> Int {
    if uses[id] > 1 {
      budget -= 1
      uses[id] -= 1
      return 0
    }
    var cost = 0
    var stack = [id]
    while let next = stack.popLast() {
      budget -= 1
      uses[next] -= 1
      if uses[next] > 0 { continue }
      let node = Int(choice[next])
      cost = cost.addingSaturating(ownCost[node])
      for child in graph.operands(graph.nodes[node]) { stack.append(Int(child)) }
    }
    return cost
  }

  /// Whether a class is among what a node of it needs.
  private mutating func reaches(_ id: Int, from node: UInt32, _ graph: borrowing EGraph) -> Bool {
    round += 2
    stack.removeAll(keepingCapacity: true)
    for child in graph.operands(graph.nodes[Int(node)]) { stack.append(Int(child)) }
    while let next = stack.popLast() {
      if next == id { return true }
      if mark[next] == round { continue }
      mark[next] = round
      budget -= 1
      for child in graph.operands(graph.nodes[Int(choice[next])]) { stack.append(Int(child)) }
    }
    return false
  }

  /// The classes that the roots need, in a fixed order.
  private mutating func needed(_ graph: borrowing EGraph) -> [Int] {
    round += 2
    var found: [Int] = []
    var stack = roots
    while let id = stack.popLast() {
      if mark[id] == round { continue }
      mark[id] = round
      found.append(id)
      for child in graph.operands(graph.nodes[Int(choice[id])]) { stack.append(Int(child)) }
    }
    return found
  }
}

// MARK: - Sets of needed classes

extension GraphExtractor {
  /// Chooses for each class, children before parents, by the cost of the union of what the children need.
  private mutating func chooseBySets(_ graph: borrowing EGraph) {
    let words = (order.count + 63) / 64
    var position = Array(repeating: -1, count: choice.count)
    var sets: [[UInt64]] = []
    for (at, id) in order.enumerated() {
      var best: (cost: Int, node: UInt32, set: [UInt64])?
      for i in Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1]) {
        let node = graph.index.byClass[i]
        guard budget > 0 || node == treeChoice[id],
          let set = unionOfSets(graph, node, position, sets, words)
        else { continue }
        let cost = ownCost[Int(node)].addingSaturating(costOfSet(set))
        if best.map({ cost < $0.cost }) ?? true { best = (cost, node, set) }
      }
      guard var best else { continue }
      best.set[at / 64] |= 1 << UInt64(at % 64)
      choice[id] = best.node
      position[id] = at
      sets.append(best.set)
    }
  }

  private mutating func unionOfSets(
    _ graph: borrowing EGraph, _ node: UInt32, _ position: [Int], _ sets: [[UInt64]], _ words: Int
  ) -> [UInt64]? {
    var union = Array(repeating: UInt64(0), count: words)
    for child in graph.operands(graph.nodes[Int(node)]) {
      let at = position[Int(child)]
      if at < 0 { return nil }
      budget -= 1 + words / 16
      for w in 0..<words { union[w] |= sets[at][w] }
    }
    return union
  }

  private func costOfSet(_ set: [UInt64]) -> Int {
    var total = 0
    for (w, word) in set.enumerated() {
      var rest = word
      while rest != 0 {
        let id = order[w * 64 + rest.trailingZeroBitCount]
        total = total.addingSaturating(ownCost[Int(choice[id])])
        rest &= rest - 1
      }
    }
    return total
  }
}
