/// Watches the cost of the best terms from round to round.
struct SaturationProgress {
  private let roots: [ClassID]
  private let cost: ExpressionNodeCost
  private var best = Int.max
  private var idleRounds = 0
  private var firstCount: Int?

  /// The rounds in a row without a cheaper term after which a search in a graph that has grown ends.
  private let patience: Int
  /// By how much a graph has to have grown for that, besides to four times its size.
  private let growth: Int
  /// How large a graph may become for each node that it begins with.
  private let largest: Int

  /// - Parameter usesRuleFiles: whether rules of rule files are used, which are many, so that graphs grow fast.
  init(_ roots: [ClassID], _ cost: ExpressionNodeCost, usesRuleFiles: Bool) {
    self.roots = roots
    self.cost = cost
    (patience, growth, largest) = usesRuleFiles ? (2, 40, 20) : (5, 200, Int.max / 2)
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
    if (graph.nodeCount - 400) / largest > first { return .iterationLimit }
    return idleRounds >= patience && graph.nodeCount > 4 * first + growth ? .iterationLimit : nil
  }
}
