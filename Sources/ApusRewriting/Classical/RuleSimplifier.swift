import ApusTerms

/// Rewrites several expressions by rules in one workspace: what is known of a subterm serves all of them.
package final class RuleSimplifier {
  private var simplifier: Simplifier

  /// Creates a simplifier; `limits` hold for all expressions together.
  package init(
    _ index: RuleIndex, assuming facts: Facts, cost: Cost, limits: SearchLimits,
    until isCancelled: @escaping () -> Bool
  ) {
    simplifier = Simplifier(
      Workspace(), index, assuming: facts, cost: cost, limits: limits, keepingSteps: false, until: isCancelled
    )
  }

  /// The expression rewritten wherever a rule makes it cheaper, as `rewritten(by:)` does, without steps.
  package func simplification(of expr: Expr) -> Simplification {
    let root = simplifier.insert(expr)
    let before = simplifier.totalCost(of: root)
    let result = simplifier.simplified(root)
    let after = simplifier.totalCost(of: result)
    return Simplification(
      expression: after < before ? simplifier.expr(result) : expr, steps: [],
      costs: (before, min(before, after)),
      stopReason: simplifier.stopReason ?? .saturated)
  }

  /// What an expression costs as it is.
  package func cost(of expr: Expr) -> Int { simplifier.totalCost(of: simplifier.insert(expr)) }
}
