/// How a term is written: a node for each part, parts before wholes.
struct WrittenNode {
  var node: UInt32
  /// The places of the children among the nodes before this one; none if the part is the term that the node was made as.
  var children: [Int] = []
}

/// Which parts of a term are taken as the numbers that their classes are known to be now.
///
/// A class may have become a number only after the term was made, perhaps because of it; then it was an input of what was made.
private enum NumberParts: CaseIterable {
  /// Those that were no inputs.
  case unused
  /// All of them.
  case all
}

extension Explainer {
  /// A node, written as the term that a rule was applied to, equals what the rule made of that term, which is in the graph.
  mutating func rewriting(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    let end = at + Int(graph.journal.entries[at] >> ProofJournal.kindBits)
    guard let (rule, before, after) = terms.rewriting(Int(graph.journal.entries[at + 3])) else { return nil }
    let list = graph.journal.written(at + 4..<end)
    guard let written = written(list, graph), let made = made(after, graph) else { return nil }
    return chain([
      written, add(.arithmetic(conclusion(written).right, before)), add(.rewriting(rule, before, after)),
      made,
    ])
  }

  /// What was stated under a name, of a node written as stated.
  mutating func claim(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    let (from, to) = (graph.journal.entries[at + 1], graph.journal.entries[at + 2])
    let end = at + Int(graph.journal.entries[at] >> ProofJournal.kindBits)
    let name = graph.journal.names[Int(graph.journal.entries[at + 3])]
    let list = graph.journal.written(at + 4..<end)
    guard let left = list.isEmpty ? same(from, graph) : written(list, graph), let right = same(to, graph)
    else { return nil }
    return chain([left, add(.claim(name, conclusion(left).right, conclusion(right).left))])
  }

  /// A sum or product equals, by the laws of arithmetic, the factored form that was made of it.
  mutating func factoring(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    let to = graph.journal.entries[at + 2]
    let end = at + Int(graph.journal.entries[at] >> ProofJournal.kindBits)
    let start = at + 4 + Int(graph.journal.entries[at + 3])
    let events = ArithmeticEvents((start..<end).map { graph.journal.entries[$0] })
    let place = events.makings.lastIndex { $0.returned == to || $0.node == to }
    guard let left = written(graph.journal.written(at + 4..<start), graph),
      let made = place.map({ made($0, events, graph) }) ?? same(to, graph)
    else { return nil }
    let law = add(.arithmetic(conclusion(left).right, conclusion(made).left))
    return chain([left, law, made, prove(place.map { events.makings[$0].node } ?? to, to, graph)])
  }

  /// That the term of the last of some nodes equals the term in which the children of each are written as stated.
  mutating func written(_ list: [WrittenNode], _ graph: borrowing EGraph) -> Int? {
    var proved: [Int] = []
    for item in list {
      let origins = graph.childrenOfOrigin(item.node)
      if item.children.isEmpty {
        guard let leaf = same(item.node, graph) else { return nil }
        proved.append(leaf)
        continue
      }
      guard origins.count == item.children.count else { return nil }
      var parts: [Int?] = []
      for (origin, child) in zip(origins, item.children) {
        guard proved.indices.contains(child) else { return nil }
        parts.append(chain([prove(origin, list[child].node, graph), proved[child]]))
      }
      guard let step = operands(shape(ofNode: item.node, graph), parts) else { return nil }
      proved.append(step)
    }
    return proved.last
  }

  /// That a term that was added to the graph equals the term of the class that was noted for it.
  mutating func made(_ term: Terms.Term, _ graph: borrowing EGraph) -> Int? {
    if let known = stepOfTerm[term] { return known }
    guard enter() else { return nil }
    defer { leave() }
    guard let place = terms.place(of: term) else { return nil }
    let step = madeStep(term, graph)
    let whole = chain([step, prove(place.node, place.id, graph)])
    stepOfTerm[term] = whole
    return whole
  }

  /// That a term that was added to the graph equals the term of the node that was made for it.
  private mutating func madeStep(_ term: Terms.Term, _ graph: borrowing EGraph) -> Int? {
    guard let place = terms.place(of: term) else { return nil }
    guard let making = terms.making(of: term) else {
      guard let node = same(place.node, graph) else { return nil }
      return chain([add(.arithmetic(term, conclusion(node).left)), node])
    }
    var events = ArithmeticEvents(making.events)
    guard let made = reached(place.node, &events, graph) else { return nil }
    for numbers in NumberParts.allCases {
      guard let whole = outlined(making.outline, events, numbers, graph),
        let law = add(.arithmetic(conclusion(whole).right, conclusion(made).left))
      else { continue }
      return chain([add(.arithmetic(term, conclusion(whole).left)), whole, law, made])
    }
    return nil
  }

  private mutating func outlined(
    _ outline: TermMaking<Terms.Term>.Outline, _ events: ArithmeticEvents, _ numbers: NumberParts,
    _ graph: borrowing EGraph
  ) -> Int? {
    switch outline {
    case .part(let term): return part(term, events, numbers, graph)
    case .node(let shape, let inner):
      var parts: [Int?] = []
      for part in inner { parts.append(outlined(part, events, numbers, graph)) }
      return operands(shape, parts)
    }
  }

  /// That a part equals the term of its class, or the number that its class was known to be.
  private mutating func part(
    _ term: Terms.Term, _ events: ArithmeticEvents, _ numbers: NumberParts, _ graph: borrowing EGraph
  ) -> Int? {
    guard let place = terms.place(of: term) else { return nil }
    if numbers == .unused, events.isInput(place.id) { return made(term, graph) }
    let number = events.choices.first {
      graph.find($0.id) == graph.find(place.id) && graph.operatorOfOrigin($0.node) == graph.arithmetic?.number
    }
    guard let number else { return made(term, graph) }
    let step = madeStep(term, graph)
    return chain([step, prove(place.node, number.node, graph)])
  }
}
