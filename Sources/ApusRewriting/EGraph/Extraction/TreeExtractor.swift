import ApusTerms

/// The cheapest tree of every class, by Knuth's generalisation of Dijkstra's algorithm.
///
/// D. E. Knuth, A generalization of Dijkstra's algorithm, Inf. Process. Lett. 6 (1977), doi:10.1016/0020-0190(77)90002-3.
/// A class is settled after all classes below its chosen node, so the choice has no cycles.
struct TreeExtractor {
  /// The chosen node of each class; ``none`` if there is no finite term.
  private(set) var choice: [UInt32]
  /// The classes in the order in which they were settled: children before parents.
  private(set) var order: [Int] = []
  /// The cost of each node without its children.
  private(set) var ownCost: [Int]

  private var best: [Rank]
  private var isSettled: [Bool]
  /// How many entries of the node in lists of parents belong to classes that are not settled.
  private var missing: [UInt32]
  private var heap = BinaryHeap<RankedClass>()

  /// The cost of a tree, then its size, then the node, so that ties are broken the same way always.
  struct Rank: Comparable {
    var cost: Int
    var size: Int
    var node: UInt32

    static func < (a: Rank, b: Rank) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.size != b.size ? a.size < b.size : a.node < b.node
    }
  }

  init(_ graph: borrowing EGraph, cost: some NodeCost) {
    let count = graph.nodes.count
    let recordCost = cost as? any RecordCost
    choice = Array(repeating: none, count: count)
    ownCost = Array(repeating: 0, count: count)
    best = Array(repeating: Rank(cost: .max, size: .max, node: none), count: count)
    isSettled = Array(repeating: false, count: count)
    missing = Array(repeating: 0, count: count)
    countParents(graph)
    for i in 0..<count where !graph.nodes[i].isDead {
      let own =
        recordCost.map { $0.cost(of: graph.nodes[i], in: graph) }
        ?? cost.cost(of: graph.view(ofNode: i), in: graph)
      ownCost[i] = max(0, own)
      if missing[i] == 0 { offer(i, graph) }
    }
    settle(graph)
  }

  /// Counts in how many cells of parent lists a node stands: as often as it will be met when classes are settled.
  private mutating func countParents(_ graph: borrowing EGraph) {
    for id in 0..<graph.nodes.count where graph.forest[id] == UInt32(id) {
      var cell = graph.parents[id].first
      while cell != none {
        let entry = graph.cells[Int(cell)]
        missing[Int(entry.node)] += 1
        cell = entry.next
      }
    }
  }

  /// The cheapest tree of a root; `nil` if it has no finite term.
  func rank(of id: Int) -> Rank? { choice[id] == none ? nil : best[id] }

  /// How many different nodes with an operator the cheapest tree of a root has.
  func leafCount(_ leaf: Operator, below id: Int, _ graph: borrowing EGraph) -> Int {
    var seen: Set<UInt32> = []
    var pending = [UInt32(id)]
    var count = 0
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      let record = graph.nodes[Int(choice[Int(next)])]
      if record.op == leaf.code { count += 1 }
      pending += graph.childClasses(record).map { graph.find($0) }
    }
    return count
  }

  private mutating func settle(_ graph: borrowing EGraph) {
    while let next = heap.pop() {
      let (rank, id) = (next.rank, next.id)
      if isSettled[id] || rank != best[id] { continue }
      isSettled[id] = true
      choice[id] = rank.node
      order.append(id)
      var cell = graph.parents[id].first
      while cell != none {
        let entry = graph.cells[Int(cell)]
        cell = entry.next
        let node = Int(entry.node)
        missing[node] -= 1
        if missing[node] == 0 && !graph.nodes[node].isDead { offer(node, graph) }
      }
    }
  }

  /// Offers a node, all of whose children are settled, to its class.
  private mutating func offer(_ node: Int, _ graph: borrowing EGraph) {
    let id = Int(graph.roots[node])
    if isSettled[id] { return }
    var rank = Rank(cost: ownCost[node], size: 1, node: UInt32(node))
    for child in graph.operands(graph.nodes[node]) {
      rank.cost = rank.cost.addingSaturating(best[Int(child)].cost)
      rank.size = rank.size.addingSaturating(best[Int(child)].size)
    }
    if rank < best[id] {
      best[id] = rank
      heap.push(RankedClass(rank: rank, id: id))
    }
  }
}

/// A class by the rank of its best node so far; no two classes have the same node.
private struct RankedClass: Comparable {
  var rank: TreeExtractor.Rank
  var id: Int

  @inline(__always)
  static func < (a: RankedClass, b: RankedClass) -> Bool { a.rank < b.rank }
}
