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
  /// Rules are tried on the expression as it is, in lowest terms, and multiplied out; the cheapest result is simplified again,
  /// until that gains nothing.
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

/// Tries the forms of an expression from which rules may lead to a simple one.
private struct SimplificationSearch {
  let facts: Facts
  let cost: Cost
  let limits: SearchLimits
  let keepsSteps: Bool
  let isCancelled: () -> Bool
  private let start = ContinuousClock.now

  init(
    facts: Facts, cost: Cost, limits: SearchLimits, keepsSteps: Bool, isCancelled: @escaping () -> Bool
  ) {
    self.facts = facts
    self.cost = cost
    self.limits = limits
    self.keepsSteps = keepsSteps
    self.isCancelled = isCancelled
  }

  /// More rounds have not been seen to gain anything.
  private static let roundLimit = 4

  func run(on expr: Expr) -> Simplification {
    var best = expr.rewritten(
      by: .simplification, assuming: facts, cost: cost, limits: limits, keepingSteps: keepsSteps,
      until: shouldStop)
    let before = best.costs.before
    for _ in 0..<Self.roundLimit {
      if best.expression.arguments.isEmpty { break }
      guard let next = bestForm(of: best), next.costs.after < best.costs.after else { break }
      best = next
    }
    return Simplification(
      expression: best.expression, steps: best.steps, costs: (before, best.costs.after),
      stopReason: isCancelled() ? .cancelled : shouldStop() ? .timeLimit : best.stopReason)
  }

  private func shouldStop() -> Bool { isCancelled() || ContinuousClock.now - start > limits.time }

  /// The cheapest of what rules make of the other forms.
  private func bestForm(of known: Simplification) -> Simplification? {
    var best: Simplification?
    for (name, form) in forms(of: known.expression) {
      if shouldStop() { break }
      let result = form.rewritten(
        by: .simplification, assuming: facts, cost: cost, limits: limits, keepingSteps: keepsSteps,
        until: shouldStop)
      guard result.costs.after < best?.costs.after ?? known.costs.after else { continue }
      let step = Simplification.Step(rule: name, before: known.expression, after: form)
      best = Simplification(
        expression: result.expression, steps: keepsSteps ? known.steps + [step] + result.steps : [],
        costs: result.costs,
        stopReason: result.stopReason)
    }
    return best
  }

  private func forms(of expr: Expr) -> [(name: String, form: Expr)] {
    var forms: [(name: String, form: Expr)] = []
    func add(_ name: String, _ form: Expr?) {
      guard let form, form != expr, !forms.contains(where: { $0.form == form }) else { return }
      forms.append((name, form))
    }
    add("cancel", expr.cancelled(until: { _ in shouldStop() }))
    add("expand", expr.expanded(until: { _ in shouldStop() }))
    add("factor", expr.factored(until: { _ in shouldStop() }))
    return forms
  }
}
