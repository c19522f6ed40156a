/// Watches the cost of the best terms from round to round.
struct SaturationProgress {
  private let roots: [ClassID]
  private let cost: ExpressionNodeCost
  private var best = Int.max
  private var idleRounds = 0
  private var firstCount: Int?

  /// The rounds in a row without a cheaper term after which a search in a graph that has grown ends.
  private static let patience = 5

  init(_ roots: [ClassID], _ cost: ExpressionNodeCost) {
    self.roots = roots
    self.cost = cost
  }

  /// The reason to stop before the next round.
  mutating func reasonToStop(_ graph: inout EGraph) -> StopReason? {
    if roots.allSatisfy({ graph.constant($0.raw) != nil }) { return .goal }
    let first = firstCount ?? graph.nodeCount
    firstCount = first
    guard let found = graph.extract(roots, cost: cost, method: .tree) else { return nil }
    if found.treeCost < best {
      best = found.treeCost
      idleRounds = 0
    } else {
      idleRounds += 1
    }
    return idleRounds >= Self.patience && graph.nodeCount > 4 * first + 200 ? .iterationLimit : nil
  }
}
