/// Improves a choice of one node a class so that the cost with equal parts shared falls.
///
/// First each class, children before parents, takes the node whose shared cost is least, among those whose children were
/// settled before it. Then single classes are changed as long as that lowers the total. Both keep the choice free of cycles,
/// and the work is bounded by a count, not by a clock, so that equal graphs give equal answers.
struct GraphExtractor {
  private(set) var choice: [UInt32]
  private let treeChoice: [UInt32]
  private let order: [Int]
  private let ownCost: [Int]
  private let roots: [Int]
  /// The visits of classes that are still allowed.
  private var budget = 4_000_000
  private var mark: [UInt32]
  private var round: UInt32 = 0

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

  mutating func improve(_ graph: borrowing EGraph) {
    var total = sharedCost(graph) ?? .max
    let before = choice
    if order.count <= Self.setLimit {
      chooseBySets(graph)
      if let cost = sharedCost(graph), cost <= total { total = cost } else { choice = before }
    }
    flip(graph, from: total)
  }

  /// The cost of everything that the roots need; `nil` if the choice has a cycle.
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
      budget -= 1
      total = total.addingSaturating(ownCost[Int(choice[id])])
      stack.append((id, true))
      for child in graph.childClasses(graph.nodes[Int(choice[id])]) {
        if mark[Int(child)] == round - 1 { return nil }
        if mark[Int(child)] != round { stack.append((Int(child), false)) }
      }
    }
    return total
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
      for child in graph.childClasses(graph.nodes[Int(choice[id])]) { stack.append(Int(child)) }
    }
    return found
  }

  /// Tries every other node of every needed class until no change helps or the budget ends.
  private mutating func flip(_ graph: borrowing EGraph, from start: Int) {
    var total = start
    var improved = true
    while improved && budget > 0 {
      improved = false
      for id in needed(graph) {
        let range = Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1])
        for i in range {
          if budget <= 0 { return }
          let node = graph.index.byClass[i]
          let old = choice[id]
          if node == old || !isPossible(node, graph) { continue }
          choice[id] = node
          if let cost = sharedCost(graph), cost < total {
            total = cost
            improved = true
          } else {
            choice[id] = old
          }
        }
      }
    }
  }

  /// Whether all children of a node have finite terms.
  private func isPossible(_ node: UInt32, _ graph: borrowing EGraph) -> Bool {
    for child in graph.childClasses(graph.nodes[Int(node)]) where choice[Int(child)] == none { return false }
    return true
  }

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
    for child in graph.childClasses(graph.nodes[Int(node)]) {
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
