import ApusTerms

extension ExpressionSaturation {
  /// Why two inputs are equal.
  mutating func explanation() -> EqualityExplanation? {
    guard provesEquality() else { return nil }
    let terms = explainedTerms
    let (left, right) = (inputs[0], inputs[1])
    let rules = plan.rules
    let proof = DeepStack.run {
      var explainer = Explainer(terms, rules)
      return explainer.explain(left, right, in: graph.graph)
    }
    return checked(proof, left, right)
  }

  /// Why each of some results, which are the roots of an extraction, equals its input; none if proofs are not kept.
  func explanations(_ extraction: Extraction, _ results: [Expr]) -> [EqualityExplanation?] {
    if !graph.graph.journal.isOn { return [] }
    let terms = explainedTerms
    let rules = plan.rules
    var places = extraction.roots.makeIterator()
    var found: [EqualityExplanation?] = []
    for (input, result) in zip(inputs, results) {
      let place = input.canBeSaturated ? places.next() : nil
      guard let place, input != result else {
        found.append(nil)
        continue
      }
      let list = extraction.written(place)
      let proof = DeepStack.run {
        var explainer = Explainer(terms, rules)
        return explainer.explain(input, list, as: result, in: graph.graph)
      }
      found.append(checked(proof, input, result))
    }
    return found
  }

  private var explainedTerms: ExplainedExpressions {
    ExplainedExpressions(table: graph.terms, laws: laws, applications: applications)
  }

  /// The explanation if the proof proves what it should.
  private func checked(_ proof: EqualityProof<Expr>?, _ left: Expr, _ right: Expr) -> EqualityExplanation? {
    guard let proof else { return nil }
    let explanation = EqualityExplanation(proof: proof, laws: laws)
    guard let conclusion = explanation.conclusion, conclusion.left == left, conclusion.right == right else {
      return nil
    }
    return explanation
  }
}

extension Extraction {
  /// The nodes that a root needs, with their places among each other.
  func written(_ root: Int) -> [WrittenNode] {
    var isNeeded = Array(repeating: false, count: root + 1)
    isNeeded[root] = true
    for place in stride(from: root, through: 0, by: -1) where isNeeded[place] {
      for child in nodes[place].children { isNeeded[child] = true }
    }
    var list: [WrittenNode] = []
    var newPlace = Array(repeating: 0, count: root + 1)
    for place in 0...root where isNeeded[place] {
      newPlace[place] = list.count
      list.append(
        WrittenNode(node: nodes[place].source, children: nodes[place].children.map { newPlace[$0] }))
    }
    return list
  }
}
