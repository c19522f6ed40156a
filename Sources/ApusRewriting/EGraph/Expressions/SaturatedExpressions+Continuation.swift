import ApusTerms

extension SaturatedExpressions {
  /// Whether a search that begins with the results may find something cheaper.
  var mayBeContinued: Bool {
    let isCutShort = report.stopReason == .iterationLimit || report.stopReason == .nodeLimit
    return isCutShort && costs.after < costs.before
  }

  /// What a search has found that began with these results.
  func continued(by next: SaturatedExpressions) -> SaturatedExpressions {
    let explanations = zip(explanations, next.explanations).map { first, second in
      first.map { first in second.map { first.followed(by: $0) } ?? first } ?? second
    }
    var costs = costs
    costs.after = next.costs.after
    return SaturatedExpressions(
      expressions: next.expressions, shared: next.shared, explanations: explanations, costs: costs,
      report: report.continued(by: next.report), nodes: next.nodes, classes: next.classes)
  }
}

extension EqualityExplanation {
  /// The explanation of a = c, if this one is of a = b and the other one of b = c, by the same rules and assumptions.
  func followed(by next: EqualityExplanation) -> EqualityExplanation {
    var laws = laws
    laws.nonzero.formUnion(next.laws.nonzero)
    let count = proof.steps.count
    var steps = proof.steps + next.proof.steps.map { step in step.mapping { $0 + count } }
    steps.append(.chain([count - 1, steps.count - 1]))
    return EqualityExplanation(proof: EqualityProof(steps: steps), laws: laws)
  }
}
