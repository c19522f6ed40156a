/// Watches the cost of the best terms from round to round.
struct SaturationProgress {
  private let roots: [ClassID]
  private let cost: ExpressionNodeCost
  private var best = Int.max
  private var idleRounds = 0
  private var firstCount: Int?

  /// The rounds in a row without a cheaper term after which a search in a graph that has grown ends.
  private let patience: Int
  /// By how much a graph has to have grown for that: to so many times its size, and by so many nodes.
  private let growth: (factor: Int, nodes: Int)
  private let mostRounds: Int
  /// Whether rules of rule files are used.
  private let usesRuleFiles: Bool

  /// How large a graph may become with rules of rule files; then the search begins anew with the best, in a small graph.
  static func largest(from first: Int) -> Int { 8 * first + 100 }

  /// - Parameter mostRounds: after how many rounds the search ends anyway.
  /// - Parameter usesRuleFiles: whether rules of rule files are used, which are many, so that graphs grow fast.
  init(_ roots: [ClassID], _ cost: ExpressionNodeCost, mostRounds: Int, usesRuleFiles: Bool) {
    self.mostRounds = mostRounds
    self.roots = roots
    self.cost = cost
    self.usesRuleFiles = usesRuleFiles
    patience = usesRuleFiles ? 2 : 5
    growth = usesRuleFiles ? (factor: 4, nodes: 40) : (factor: 4, nodes: 200)
  }

  /// The reason to stop before the next round.
  mutating func reasonToStop(_ graph: inout EGraph) -> StopReason? {
    if roots.allSatisfy({ graph.constant($0.raw) != nil }) { return .goal }
    let first = firstCount ?? graph.nodeCount
    firstCount = first
    // Before so many rounds the cost cannot have stayed the same that often.
    if mostRounds <= patience && !usesRuleFiles { return nil }
    guard let found = graph.treeCost(of: roots, cost) else { return nil }
    if found < best {
      best = found
      idleRounds = 0
    } else {
      idleRounds += 1
    }
    if usesRuleFiles && graph.nodeCount > Self.largest(from: first) { return .iterationLimit }
    let hasGrown = graph.nodeCount > growth.factor * first + growth.nodes
    return idleRounds >= patience && hasGrown ? .iterationLimit : nil
  }
}
