import ApusRewriting
import ApusTerms

/// What looks for the simpler form.
public enum SimplificationMethod: String, Sendable, Hashable, CaseIterable {
  /// Rules applied one at a time, bottom-up, wherever they make the expression cheaper.
  case rewriting
}

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
  /// - Parameter isCancelled: asked now and then; `true` ends the search with what has been found.
  public func simplification(
    by method: SimplificationMethod = .rewriting, assuming facts: Facts = Facts(), cost: Cost = .size,
    limits: SearchLimits = SearchLimits(), keepingSteps: Bool = false,
    until isCancelled: () -> Bool = { false }
  ) -> Simplification {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      SimplificationSearch(
        facts: facts, cost: cost, limits: limits, keepsSteps: keepingSteps, isCancelled: isCancelled
      )
      .run(on: flags.contains(.hasOpaque) ? canonical() : self)
    }
  }
}
