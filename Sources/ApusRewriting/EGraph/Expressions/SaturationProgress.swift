import ApusTerms

/// Watches the cost of the best terms from round to round, and says whose turn it is and when a search has gone on for long enough.
///
/// Rules of rule files are many: each round with them takes long, and a graph soon holds forms that nobody wants. So the rules of the
/// engine go first, and have a turn after each round of the others to draw conclusions; and a graph that has led to something much
/// cheaper, or has grown for long without, is left: the search begins anew with the best.
final class SaturationProgress {
  private let roots: [ClassID]
  private let cost: ExpressionNodeCost
  private let leaf: Operator
  private let mostRounds: Int
  /// Whether rules of rule files are used.
  private let usesRuleFiles: Bool
  /// Whether the rules of the engine are alone in the next round.
  private(set) var isTurnOfEngine: Bool
  /// The rounds in a row without something cheaper after which the engine's turn ends.
  private var enginePatience = 2
  /// The rounds without something cheaper after which a graph of the engine's rules alone is left if it has grown.
  private static let patience = 5
  /// The cost of the inputs, and the size of their graph.
  private var first: (cost: Int, nodes: Int)?
  private var best = Int.max
  private var idleRounds = 0
  /// The turns of rule files in a row without something cheaper, and the best before the last of them.
  private var idleTurns = -1
  private var bestBeforeTurn = Int.max
  /// The shortest terms of the graph as it was when the progress was last looked at, if these are what is sought.
  private(set) var sizes: TreeExtractor?

  /// How large a graph may become with rules of rule files; then the search begins anew with the best, in a small graph.
  static func largest(from first: Int) -> Int { 8 * first + 100 }

  /// - Parameter mostRounds: after how many rounds the search ends anyway.
  /// - Parameter usesRuleFiles: whether rules of rule files are used.
  init(
    _ roots: [ClassID], _ cost: ExpressionNodeCost, leaf: Operator, mostRounds: Int, usesRuleFiles: Bool
  ) {
    self.mostRounds = mostRounds
    self.roots = roots
    self.cost = cost
    self.leaf = leaf
    self.usesRuleFiles = usesRuleFiles
    // Where equal parts count once, a cheaper tree need not be a cheaper result: all rules work together in one graph.
    isTurnOfEngine = usesRuleFiles && cost.kind == .size
  }

  /// The reason to stop before the next round.
  func reasonToStop(_ graph: inout EGraph) -> StopReason? {
    if roots.allSatisfy({ graph.constant($0.raw) != nil }) { return .goal }
    // Before so many rounds the cost cannot have stayed the same that often.
    if mostRounds <= Self.patience && !usesRuleFiles { return nil }
    let tree = TreeExtractor(graph, cost: cost)
    if cost.kind == .size { sizes = tree }
    let ranks = roots.compactMap { tree.rank(of: Int(graph.find($0.raw))) }
    if ranks.count < roots.count { return nil }
    let total = ranks.reduce(0) { $0.addingSaturating($1.cost) }
    let first = first ?? (total, graph.nodeCount)
    self.first = first
    idleRounds = total < best ? 0 : idleRounds + 1
    best = min(best, total)
    if !usesRuleFiles {
      if idleRounds > 1, hasNearlyLeast(graph, tree) { return .iterationLimit }
      return idleRounds >= Self.patience && graph.nodeCount > 4 * first.nodes + 200 ? .iterationLimit : nil
    }
    let size = ranks.reduce(0) { $0.addingSaturating($1.size) }
    if cost.kind == .size, best <= first.cost / 4 * 3, graph.nodeCount > 2 * size + 4 {
      return .iterationLimit
    }
    if graph.nodeCount > Self.largest(from: first.nodes) { return .iterationLimit }
    return takeTurns(graph, first.nodes) ? nil : reasonToStopBeforeTurn(graph, tree, first.nodes)
  }

  /// Decides whether the engine is alone in the next round.
  private func takeTurns(_ graph: borrowing EGraph, _ first: Int) -> Bool {
    guard cost.kind == .size else { return false }
    if isTurnOfEngine {
      let isBeginning = idleTurns < 0
      isTurnOfEngine = idleRounds < enginePatience && !(isBeginning && graph.nodeCount > 2 * first + 20)
    } else {
      (isTurnOfEngine, enginePatience, idleRounds) = (true, 1, 0)
    }
    return isTurnOfEngine
  }

  /// The reason to stop before the next round with rules of rule files.
  private func reasonToStopBeforeTurn(
    _ graph: borrowing EGraph, _ tree: TreeExtractor, _ first: Int
  ) -> StopReason? {
    idleTurns = best < bestBeforeTurn ? 0 : idleTurns + 1
    bestBeforeTurn = best
    if idleTurns > 0, hasNearlyLeast(graph, tree) { return .iterationLimit }
    return idleTurns >= 2 && graph.nodeCount > 4 * first + 40 ? .iterationLimit : nil
  }

  /// Whether no rule is likely to make the best terms shorter.
  private func hasNearlyLeast(_ graph: borrowing EGraph, _ tree: TreeExtractor) -> Bool {
    guard cost.kind == .size else { return false }
    return roots.allSatisfy { tree.isNearlyLeast(Int(graph.find($0.raw)), leaf, graph, depth: 0) }
  }
}

extension TreeExtractor {
  /// Whether the shortest term of a class is one call, or one operation, longer than any in which the same symbols occur, or a sum or
  /// product of such terms that have no symbol in common and of which one at most has none.
  fileprivate func isNearlyLeast(_ id: Int, _ leaf: Operator, _ graph: borrowing EGraph, depth: Int) -> Bool {
    guard let rank = rank(of: id), depth < 16 else { return false }
    let leaves = leafCount(leaf, below: id, graph)
    if rank.cost <= 20 * max(leaves, 1) { return true }
    let record = graph.nodes[Int(choice[id])]
    guard Operator(code: record.op).shape == .weighted else { return false }
    // Roots are functions as others are.
    let isProduct = record.op == graph.arithmetic?.product.code
    if isProduct, graph.weightedChildren(record).contains(where: { $0.weight.smallInteger == nil }) {
      return false
    }
    var parts = 0
    var constants = 0
    for child in graph.childClasses(record) {
      let part = Int(graph.find(child))
      let count = leafCount(leaf, below: part, graph)
      parts += count
      constants += count == 0 ? 1 : 0
      if parts > leaves || constants > 1 { return false }
      if !isNearlyLeast(part, leaf, graph, depth: depth + 1) { return false }
    }
    return true
  }
}
