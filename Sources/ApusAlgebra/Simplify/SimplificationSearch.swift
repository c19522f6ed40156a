import ApusRewriting
import ApusTerms

/// Tries the forms of an expression from which rules may lead to a simple one.
struct SimplificationSearch {
  let facts: Facts
  let cost: Cost
  let limits: SearchLimits
  let keepsSteps: Bool
  let isCancelled: () -> Bool
  private let start = ContinuousClock.now
  /// Shared by all forms, unless steps are kept: then each form has to show all of its own.
  private let simplifier: RuleSimplifier

  init(
    facts: Facts, cost: Cost, limits: SearchLimits, keepsSteps: Bool, isCancelled: @escaping () -> Bool
  ) {
    self.facts = facts
    self.cost = cost
    self.limits = limits
    self.keepsSteps = keepsSteps
    self.isCancelled = isCancelled
    let start = start
    simplifier = RuleSimplifier(.simplification, assuming: facts, cost: cost, limits: limits) {
      isCancelled() || ContinuousClock.now - start > limits.time
    }
  }

  /// More rounds have not been seen to gain anything.
  private static let roundLimit = 4

  func run(on expr: Expr) -> Simplification {
    var best = rewritten(expr)
    let before = best.costs.before
    for _ in 0..<Self.roundLimit {
      // Nothing is simpler than a symbol, a number, or a function of one.
      if best.costs.after <= 20 { break }
      guard let next = bestForm(of: best), next.costs.after < best.costs.after else { break }
      best = next
    }
    return Simplification(
      expression: best.expression, steps: best.steps, costs: (before, best.costs.after),
      stopReason: isCancelled() ? .cancelled : shouldStop() ? .timeLimit : best.stopReason)
  }

  private func shouldStop() -> Bool { isCancelled() || ContinuousClock.now - start > limits.time }

  private func rewritten(_ expr: Expr) -> Simplification {
    if !keepsSteps { return simplifier.simplification(of: expr) }
    return expr.rewritten(
      by: .simplification, assuming: facts, cost: cost, limits: limits, keepingSteps: true, until: shouldStop)
  }

  // MARK: Forms

  /// The cheapest of what rules make of the other forms.
  private func bestForm(of known: Simplification) -> Simplification? {
    var best: Simplification?
    var tried = [known.expression]
    let isPromising = ElementaryForm.isPromising(known.expression)
    var elementary: Expr?
    for form in Form.allCases {
      if shouldStop() { break }
      let limit = (best ?? known).costs.after
      if form == .elementary, isPromising {
        elementary = ElementaryForm.form(of: known.expression, assuming: facts, until: shouldStop)
      }
      guard let start = expression(known.expression, in: form, elementary), !tried.contains(start) else {
        continue
      }
      tried.append(start)
      // What costs far more is not made cheap by rules.
      guard simplifier.cost(of: start) <= known.costs.after * form.allowance else { continue }
      let result = rewritten(start)
      guard result.costs.after < limit, agree(known.expression, result.expression) else { continue }
      let step = Simplification.Step(rule: form.rawValue, before: known.expression, after: start)
      best = Simplification(
        expression: result.expression, steps: keepsSteps ? known.steps + [step] + result.steps : [],
        costs: result.costs, stopReason: result.stopReason)
      if result.costs.after <= 20 { break }
    }
    return best
  }

  private enum Form: String, CaseIterable {
    case cancelled = "cancel"
    case expanded = "expand"
    case factored = "factor"
    case elementary = "elementary form"
    case trigonometric = "trigonometric form"

    /// How many times the cost of the expression a form may have to be worth trying.
    var allowance: Int { self == .elementary ? 1 : 3 }
  }

  private func expression(_ expr: Expr, in form: Form, _ elementary: Expr?) -> Expr? {
    switch form {
    case .cancelled: expr.cancelled(until: { _ in shouldStop() })
    case .expanded: expr.expanded(until: { _ in shouldStop() })
    case .factored: expr.factored(until: { _ in shouldStop() })
    case .elementary: elementary
    case .trigonometric: elementary.flatMap(TrigonometricWriter.trigonometric)
    }
  }

  /// Whether nothing speaks against two forms being equal: a few points at which both are evaluated in balls.
  private func agree(_ a: Expr, _ b: Expr) -> Bool {
    let limits = EvaluationLimits(steps: 20_000)
    return SamplePoints.witness(against: a, b, facts, limits, trials: 3, tolerance: 0x1p-60) == nil
  }
}
