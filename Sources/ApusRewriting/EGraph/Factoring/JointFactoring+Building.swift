import ApusNumbers

extension JointFactoring {
  /// Adds the forms to the graph, children first, and states what they equal.
  ///
  /// - Returns: whether there was room.
  mutating func build(in graph: inout EGraph) -> Bool {
    classes = Array(repeating: none, count: forms.forms.count)
    for form in forms.needed(by: roots) {
      classes[form] = make(form, in: &graph)
      if classes[form] == none { return false }
    }
    if graph.journal.isOn { return equateWithProofs(in: &graph) }
    for result in results {
      let made = make(result.form, in: &graph)
      if made == none { return false }
      graph.union(result.id, made)
    }
    return true
  }

  /// States what the forms equal, and takes note of how each is made, before any two classes become one by that.
  private mutating func equateWithProofs(in graph: inout EGraph) -> Bool {
    var made: [(id: UInt32, events: [UInt32])] = []
    for result in results {
      graph.journal.events.removeAll()
      for form in forms.needed(by: [result.form.form]) {
        classes[form] = make(form, in: &graph)
        if classes[form] == none { return false }
      }
      let id = make(result.form, in: &graph)
      if id == none { return false }
      var events: [UInt32] = []
      for i in 0..<graph.journal.events.count { events.append(graph.journal.events[i]) }
      made.append((id, events))
    }
    for (result, (id, events)) in zip(results, made) {
      guard let source = result.written.last?.node else { continue }
      let (first, second) = (graph.find(source), graph.find(id))
      if first == second { continue }
      graph.journal.noteFactoring(source, id, result.written, events)
      graph.merge(first, second)
    }
    return true
  }

  private func make(_ scaled: FactoredForms.Scaled, in graph: inout EGraph) -> UInt32 {
    let whole = WeightedChild(id: classes[scaled.form], weight: scaled.scale)
    return scaled.scale == .one ? whole.id : graph.makeSum([whole])
  }

  private func make(_ form: Int, in graph: inout EGraph) -> UInt32 {
    switch forms.forms[form] {
    case .one: graph.addConstant(.one)
    case .atom(let id, let exponent):
      exponent == .one ? id : graph.makeProduct([WeightedChild(id: id, weight: exponent)])
    case .product(let factors): graph.makeProduct(parts(factors))
    case .sum(let terms): graph.makeSum(parts(terms))
    }
  }

  private func parts(_ factors: [FactoredForms.Factor]) -> [WeightedChild] {
    factors.map { WeightedChild(id: classes[$0.form], weight: Rational($0.exponent)) }
  }

  private func parts(_ terms: [FactoredForms.Term]) -> [WeightedChild] {
    terms.map { WeightedChild(id: classes[$0.form], weight: $0.weight) }
  }

  /// The nodes that belong to the forms.
  func builtNodes(_ graph: borrowing EGraph) -> [UInt32] {
    guard let arithmetic = graph.arithmetic else { return [] }
    var found: [UInt32] = []
    for form in forms.forms.indices where classes[form] != none {
      switch forms.forms[form] {
      case .one, .atom: break
      case .product(let factors):
        if let node = graph.weightedNode(arithmetic.product, parts(factors)) { found.append(node) }
      case .sum(let terms):
        if let node = graph.weightedNode(arithmetic.sum, parts(terms)) { found.append(node) }
      }
    }
    for result in results where result.form.scale != .one {
      let whole = WeightedChild(id: classes[result.form.form], weight: result.form.scale)
      if let node = graph.weightedNode(arithmetic.sum, [whole]) { found.append(node) }
    }
    return found
  }
}
