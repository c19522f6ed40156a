import ApusRewriting
import ApusTerms

extension Expr {
  /// A simpler expression with the same value, or the expression itself.
  ///
  /// The value is the same wherever both are defined, with principal branches; a removable gap, as of `x/x` at 0, may be filled.
  /// Symbols are complex unless `facts` say otherwise.
  ///
  ///     let x = Expr.symbol("x")
  ///     (sin(x) ** 2 + cos(x) ** 2).simplified()        // 1
  ///
  /// - Complexity: bounded by `limits`.
  public func simplified(
    by method: SimplificationMethod = .rewriting, assuming facts: Facts = Facts(), cost: Cost = .size,
    limits: SearchLimits = SearchLimits()
  ) -> Expr {
    simplification(by: method, assuming: facts, cost: cost, limits: limits).expression
  }

  /// The simplification with its steps, its costs and the reason why it ended.
  ///
  /// Rules are tried on the expression as it is, in lowest terms, multiplied out, factored, and in terms of exponential, gamma and
  /// other functions to which many are related; the cheapest result is simplified again, until that gains nothing. What one of
  /// these forms gives is compared with the expression at a few points before it is taken.
  ///
  /// Saturation uses its own cost and limits, and the facts given here if it has none of its own. Its steps are those of a proof
  /// that has been checked; a rule is then applied only where the check confirms its conditions.
  ///
  /// - Parameter isCancelled: asked now and then; `true` ends the search with what has been found.
  public func simplification(
    by method: SimplificationMethod = .rewriting, assuming facts: Facts = Facts(), cost: Cost = .size,
    limits: SearchLimits = SearchLimits(), keepingSteps: Bool = false,
    until isCancelled: () -> Bool = { false }
  ) -> Simplification {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      let expr = flags.contains(.hasOpaque) ? canonical() : self
      if case .saturation(var options) = method.kind {
        if options.facts == Facts() { options.facts = facts }
        options.keepsProofs = options.keepsProofs || keepingSteps
        return expr.saturation(options, until: isCancelled)
      }
      return SimplificationSearch(
        facts: facts, cost: cost, limits: limits, keepsSteps: keepingSteps, isCancelled: isCancelled
      )
      .run(on: expr)
    }
  }

  /// The cheapest form that equality saturation finds, as a report.
  ///
  /// If steps are wanted and a form has no explanation, which would be a mistake of the engine, the expression is given back.
  private func saturation(_ options: SaturationOptions, until isCancelled: @escaping () -> Bool)
    -> Simplification
  {
    if isCancelled() {
      return Simplification(expression: self, steps: [], costs: (0, 0), stopReason: .cancelled)
    }
    let saturated = [self].saturated(by: options)
    let result = saturated.expressions[0]
    let costs = saturated.costs
    if options.keepsProofs && result != self && saturated.explanations[0] == nil {
      return Simplification(
        expression: self, steps: [], costs: (costs.before, costs.before),
        stopReason: saturated.report.stopReason)
    }
    return Simplification(
      expression: result, steps: saturated.explanations[0]?.steps ?? [], costs: (costs.before, costs.after),
      stopReason: saturated.report.stopReason)
  }
}
