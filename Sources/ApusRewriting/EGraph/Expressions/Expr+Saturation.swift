import ApusTerms

/// How an expression is simplified.
public enum SimplificationMethod: String, Sendable, Hashable, CaseIterable {
  /// All forms that the rules reach are held in one graph, and the cheapest is taken out of it.
  case saturation
}

/// Expressions that were simplified in one graph.
public struct SaturatedExpressions: Sendable {
  /// The results, in the order of the inputs; the inputs themselves where nothing cheaper was found.
  public let expressions: [Expr]
  /// The costs of all inputs together and of all results.
  public let costs: (before: Int, after: Int)
  /// The rounds, the rules, and why the run ended.
  public let report: SaturationReport
  /// The live nodes of the graph at the end.
  public let nodes: Int
  /// The classes of the graph at the end.
  public let classes: Int
}

extension Expr {
  /// The expression in the cheapest form that equality saturation finds.
  ///
  /// The result has the value of the input wherever the input has one; it may have a value elsewhere too, as `x` has where
  /// `x^2/x` has none. Expressions with inexact numbers or infinities are given back unchanged.
  /// - Complexity: bounded by `limits`.
  public func simplified(
    by method: SimplificationMethod, cost: ExpressionCost = .size, limits: SearchLimits = .saturation
  ) -> Expr {
    Expr.saturated([self], cost: cost, limits: limits).expressions[0]
  }

  /// Expressions in the cheapest form that equality saturation finds, in one graph: parts that are equal are shared.
  ///
  /// The search ends early when every result is a number, and when several rounds in a row brought nothing cheaper.
  /// - Parameter isCancelled: asked often whether to give up.
  /// - Complexity: bounded by `limits`; the graph takes about 200 bytes a node.
  public static func saturated(
    _ expressions: [Expr], cost: ExpressionCost = .size, limits: SearchLimits = .saturation,
    until isCancelled: (@Sendable () -> Bool)? = nil
  ) -> SaturatedExpressions {
    var vocabulary = ExpressionLanguage()
    let rules = (try? vocabulary.rules()) ?? []
    let run = Saturation(rules: rules, limits: limits, isCancelled: isCancelled)
    var graph = ExpressionGraph(vocabulary)
    graph.graph.nodeLimit = max(limits.nodes, 1)
    var roots: [ClassID] = []
    for expression in expressions where expression.canBeSaturated {
      guard let id = graph.add(expression) else { return unchanged(expressions, run, .nodeLimit) }
      roots.append(id)
    }
    graph.graph.rebuild()
    let model = ExpressionNodeCost(cost, vocabulary.arithmetic)
    guard let before = graph.graph.extract(roots, cost: model, method: .tree) else {
      return unchanged(expressions, run, .contradiction)
    }
    var progress = SaturationProgress(roots, model)
    let report = run.run(on: &graph.graph) { progress.reasonToStop(&$0) }
    let beforeCost = cost == .size ? before.treeCost : before.cost
    guard report.stopReason != .contradiction, !graph.graph.hasNoValue,
      let after = graph.graph.extract(roots, cost: model, method: cost.method)
    else { return unchanged(expressions, run, .contradiction) }
    let afterCost = cost == .size ? after.treeCost : after.cost
    let isCheaper = afterCost < beforeCost
    var results = expressions
    if isCheaper {
      var made = graph.expressions(after).makeIterator()
      for i in expressions.indices where expressions[i].canBeSaturated {
        results[i] = made.next() ?? results[i]
      }
    }
    return SaturatedExpressions(
      expressions: results, costs: (beforeCost, min(beforeCost, afterCost)), report: report,
      nodes: graph.graph.nodeCount, classes: graph.graph.classCount)
  }

  /// Whether every part follows the laws of commutative rings wherever it has a value.
  private var canBeSaturated: Bool {
    flags.isDisjoint(with: [.hasInexact, .hasInfinity, .hasUndefined, .hasOpaque, .hasList])
  }

  private static func unchanged(
    _ expressions: [Expr], _ run: Saturation, _ reason: StopReason
  ) -> SaturatedExpressions {
    var report = SaturationReport(rules: run.rules.map(\.name))
    report.stopReason = reason
    return SaturatedExpressions(
      expressions: expressions, costs: (0, 0), report: report, nodes: 0, classes: 0)
  }
}

extension SearchLimits {
  /// What a saturation may spend unless stated: 30 rounds, 8,000 nodes, 5 seconds.
  public static let saturation = SearchLimits(iterations: 30, nodes: 8000, time: .seconds(5))
}
