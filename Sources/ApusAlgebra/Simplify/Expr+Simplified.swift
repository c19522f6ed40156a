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
  /// Saturation uses its own cost and limits, and no facts.
  ///
  /// - Parameter isCancelled: asked now and then; `true` ends the search with what has been found.
  public func simplification(
    by method: SimplificationMethod = .rewriting, assuming facts: Facts = Facts(), cost: Cost = .size,
    limits: SearchLimits = SearchLimits(), keepingSteps: Bool = false,
    until isCancelled: () -> Bool = { false }
  ) -> Simplification {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      let expr = flags.contains(.hasOpaque) ? canonical() : self
      if case .saturation(let options) = method.kind { return expr.saturation(options, until: isCancelled) }
      return SimplificationSearch(
        facts: facts, cost: cost, limits: limits, keepsSteps: keepingSteps, isCancelled: isCancelled
      )
      .run(on: expr)
    }
  }

  /// The cheapest form that equality saturation finds, as a report; facts are not used, and there are no steps.
  private func saturation(_ options: SaturationOptions, until isCancelled: @escaping () -> Bool)
    -> Simplification
  {
    if isCancelled() {
      return Simplification(expression: self, steps: [], costs: (0, 0), stopReason: .cancelled)
    }
    let saturated = [self].saturated(by: options)
    return Simplification(
      expression: saturated.expressions[0], steps: [],
      costs: (saturated.costs.before, saturated.costs.after), stopReason: saturated.report.stopReason)
  }
}
