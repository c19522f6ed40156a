import ApusTerms

extension Expr {
  /// The expression rewritten bottom-up by rules, wherever a rule makes it cheaper.
  ///
  /// Equal inputs give equal results. The result has the value of the input wherever both are defined, if the rules are sound.
  ///
  /// - Parameter index: the rules; to arrange them takes longer than to apply them, so keep the index.
  /// - Complexity: about linear in the number of distinct nodes times the number of rules that may match each; bounded by
  ///   `limits`.
  public func rewritten(
    by index: RuleIndex, assuming facts: Facts = Facts(), cost: Cost = .size,
    limits: SearchLimits = SearchLimits(),
    keepingSteps: Bool = false, until isCancelled: () -> Bool = { false }
  ) -> Simplification {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      var simplifier = Simplifier(
        Workspace(), index, assuming: facts, cost: cost, limits: limits, keepingSteps: keepingSteps,
        until: isCancelled)
      let root = simplifier.insert(flags.contains(.hasOpaque) ? canonical() : self)
      let before = simplifier.totalCost(of: root)
      let result = simplifier.simplified(root)
      let after = simplifier.totalCost(of: result)
      let isBetter = after < before
      return Simplification(
        expression: isBetter ? simplifier.expr(result) : simplifier.expr(root),
        steps: isBetter ? simplifier.steps : [],
        costs: (before, min(before, after)), stopReason: simplifier.stopReason ?? .saturated)
    }
  }
}
