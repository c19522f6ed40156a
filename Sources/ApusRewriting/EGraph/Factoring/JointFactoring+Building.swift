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
    case .number(let value): graph.addConstant(value)
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

  /// The nodes that belong to the forms, and those of the extraction for what has none.
  ///
  /// The graph must be rebuilt.
  func proposal(for extraction: Extraction, _ graph: borrowing EGraph) -> Proposal {
    var proposal = Proposal(graph)
    guard let arithmetic = graph.arithmetic else { return proposal }
    let results = results.sorted { $0.place < $1.place }
    let order = forms.needed(by: results.map(\.form.form))
    let isNeeded = neededPlaces(of: extraction, arithmetic)
    var (next, isOffered) = (0, Array(repeating: false, count: forms.forms.count))
    var rest = results[...]
    for place in extraction.nodes.indices {
      while let result = rest.first, result.place == place {
        rest.removeFirst()
        while !isOffered[result.form.form], next < order.count {
          proposal.offer(node(of: order[next], graph, arithmetic), graph)
          isOffered[order[next]] = true
          next += 1
        }
        if result.form.scale != .one {
          let whole = WeightedChild(id: classes[result.form.form], weight: result.form.scale)
          proposal.offer(graph.weightedNode(arithmetic.sum, [whole]), graph)
        }
      }
      if isNeeded[place] { proposal.offer(extraction, at: place, graph) }
    }
    return proposal
  }

  /// Which places of an extraction are more than products in sums that have forms.
  private func neededPlaces(of extraction: Extraction, _ arithmetic: Arithmetic) -> [Bool] {
    var hasForm = Array(repeating: false, count: extraction.nodes.count)
    for result in results { hasForm[result.place] = true }
    var isNeeded = Array(repeating: false, count: extraction.nodes.count)
    for root in extraction.roots { isNeeded[root] = true }
    for (place, node) in extraction.nodes.enumerated() {
      let isTakenApart = hasForm[place] && node.op == arithmetic.sum
      for child in node.children where !isTakenApart || extraction.nodes[child].op != arithmetic.product {
        isNeeded[child] = true
      }
    }
    return isNeeded
  }

  private func node(of form: Int, _ graph: borrowing EGraph, _ arithmetic: Arithmetic) -> UInt32? {
    switch forms.forms[form] {
    case .one, .number: nil
    case .atom(let id, let exponent):
      exponent == .one
        ? nil : graph.weightedNode(arithmetic.product, [WeightedChild(id: id, weight: exponent)])
    case .product(let factors): graph.weightedNode(arithmetic.product, parts(factors))
    case .sum(let terms): graph.weightedNode(arithmetic.sum, parts(terms))
    }
  }
}
