import ApusNumbers

/// What an explanation must know of the terms of a graph.
protocol ExplainedTerms: ProofLanguage {
  /// The term of a leaf.
  func leaf(_ op: Operator, payload: UInt64, in graph: borrowing EGraph) -> Term?
  /// How the children of a node make its term.
  func shape(_ op: Operator, weights: [Rational], in graph: borrowing EGraph) -> EqualityProof<Term>.Shape
  /// What proofs call a variable of a rule.
  func name(ofVariable name: String) -> String
  /// An application of a rule of a rule file that the journal names by a number.
  func rewriting(_ number: Int) -> (rule: String, before: Term, after: Term)?
  /// How a term was made in the graph from other terms that are in it; `nil` if it is a leaf there.
  func making(of term: Term) -> TermMaking<Term>?
  /// The node that was made for a term, and the class that was noted for it.
  func place(of term: Term) -> (node: UInt32, id: UInt32)?
}

/// How a term was made in a graph.
struct TermMaking<Term: Hashable & Sendable> {
  /// The term as it is made of terms that are in the graph.
  indirect enum Outline {
    case part(Term)
    case node(EqualityProof<Term>.Shape, [Outline])
  }

  var outline: Outline
  /// What the journal noted meanwhile.
  var events: [UInt32]
}

extension ExplainedTerms {
  func rewriting(_ number: Int) -> (rule: String, before: Term, after: Term)? { nil }
  func making(of term: Term) -> TermMaking<Term>? { nil }
  func place(of term: Term) -> (node: UInt32, id: UInt32)? { nil }
}

/// Writes down why nodes of a graph are equal, from the journal that the graph kept.
///
/// Every step is checked as it is made, so that an explanation that is found is valid.
struct Explainer<Terms: ExplainedTerms> {
  typealias Step = EqualityProof<Terms.Term>.Step

  let terms: Terms
  let rules: [RewriteRule]
  private(set) var proof = EqualityProof<Terms.Term>()
  private var conclusions: [(left: Terms.Term, right: Terms.Term)] = []
  private var places: [Step: Int] = [:]
  private var termOfNode: [UInt32: Terms.Term] = [:]
  private var stepOfEntry: [UInt32: Int] = [:]
  /// For terms that were added to the graph, why they equal their classes.
  var stepOfTerm: [Terms.Term: Int] = [:]
  /// Entries that are being explained: one that needs itself has no explanation.
  private var isOpen: Set<UInt32> = []
  private var depth = 0

  private static var deepest: Int { 2000 }

  init(_ terms: Terms, _ rules: [RewriteRule]) {
    self.terms = terms
    self.rules = rules
  }

  /// Goes one level deeper, unless that is too deep.
  mutating func enter() -> Bool {
    if depth > Self.deepest { return false }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// The proof that two nodes are equal, made of the terms that the nodes were made as.
  mutating func explain(_ a: UInt32, _ b: UInt32, in graph: borrowing EGraph) -> EqualityProof<Terms.Term>? {
    graph.journal.forest.update(graph.journal, nodeCount: graph.nodes.count)
    guard let last = prove(a, b, graph) else { return nil }
    return proof.trimmed(to: last)
  }

  /// The proof that two terms are equal that were added to the graph.
  mutating func explain(
    _ left: Terms.Term, _ right: Terms.Term, in graph: borrowing EGraph
  ) -> EqualityProof<Terms.Term>? {
    graph.journal.forest.update(graph.journal, nodeCount: graph.nodes.count)
    guard let first = terms.place(of: left)?.id, let second = terms.place(of: right)?.id,
      let made = made(left, graph), let other = self.made(right, graph),
      let last = chain([made, prove(first, second, graph), add(.reversed(other))])
    else { return nil }
    return proof.trimmed(to: last)
  }

  /// The proof that a term that was added to the graph equals another one, of which the last of some nodes is written.
  mutating func explain(
    _ term: Terms.Term, _ list: [WrittenNode], as result: Terms.Term, in graph: borrowing EGraph
  ) -> EqualityProof<Terms.Term>? {
    graph.journal.forest.update(graph.journal, nodeCount: graph.nodes.count)
    guard let id = terms.place(of: term)?.id, let node = list.last?.node,
      let made = made(term, graph), let written = written(list, graph),
      let end = add(.arithmetic(conclusion(written).right, result)),
      let last = chain([made, prove(id, node, graph), written, end])
    else { return nil }
    return proof.trimmed(to: last)
  }

  // MARK: - Steps

  func conclusion(_ place: Int) -> (left: Terms.Term, right: Terms.Term) { conclusions[place] }

  mutating func add(_ step: Step) -> Int? {
    if let known = places[step] { return known }
    guard let conclusion = conclude(step) else { return nil }
    proof.steps.append(step)
    conclusions.append(conclusion)
    places[step] = conclusions.count - 1
    return conclusions.count - 1
  }

  private func conclude(_ step: Step) -> (left: Terms.Term, right: Terms.Term)? {
    switch step {
    case .same(let term): return (term, term)
    case .rule(let name, let variables): return terms.sides(ofRule: name, variables)
    case .rewriting(let name, let before, let after):
      return terms.rule(named: name, makes: after, of: before) ? (before, after) : nil
    case .reversed(let place): return (conclusions[place].right, conclusions[place].left)
    case .arithmetic(let a, let b): return terms.areEqualByArithmetic(a, b) ? (a, b) : nil
    case .claim(let name, let a, let b): return terms.accepts(claim: name, that: a, equals: b) ? (a, b) : nil
    case .operands(let shape, let parts):
      guard let left = terms.term(shape, parts.map { conclusions[$0].left }),
        let right = terms.term(shape, parts.map { conclusions[$0].right })
      else { return nil }
      return (left, right)
    case .chain(let parts):
      guard let first = parts.first, let last = parts.last else { return nil }
      for (part, next) in zip(parts, parts.dropFirst())
      where conclusions[part].right != conclusions[next].left {
        return nil
      }
      return (conclusions[first].left, conclusions[last].right)
    }
  }

  /// One after the other; steps that say nothing are left out.
  mutating func chain(_ parts: [Int?]) -> Int? {
    var kept: [Int] = []
    for part in parts {
      guard let part else { return nil }
      if conclusions[part].left != conclusions[part].right || parts.count == 1 { kept.append(part) }
    }
    if kept.isEmpty { return parts[0] }
    return kept.count == 1 ? kept[0] : add(.chain(kept))
  }

  mutating func same(_ node: UInt32, _ graph: borrowing EGraph) -> Int? {
    term(ofNode: node, graph).flatMap { add(.same($0)) }
  }

  mutating func operands(_ shape: EqualityProof<Terms.Term>.Shape, _ parts: [Int?]) -> Int? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? add(.operands(shape, known)) : nil
  }

  // MARK: - Terms

  /// The term that a node was made as.
  mutating func term(ofNode node: UInt32, _ graph: borrowing EGraph) -> Terms.Term? {
    if let known = termOfNode[node] { return known }
    guard enter() else { return nil }
    defer { leave() }
    let op = graph.operatorOfOrigin(node)
    let made: Terms.Term?
    if op.shape == .leaf {
      made = terms.leaf(op, payload: graph.payloadOfOrigin(node), in: graph)
    } else {
      var operands: [Terms.Term] = []
      for child in graph.childrenOfOrigin(node) {
        guard let operand = term(ofNode: child, graph) else { return nil }
        operands.append(operand)
      }
      made = terms.term(shape(ofNode: node, graph), operands)
    }
    termOfNode[node] = made
    return made
  }

  func shape(ofNode node: UInt32, _ graph: borrowing EGraph) -> EqualityProof<Terms.Term>.Shape {
    terms.shape(graph.operatorOfOrigin(node), weights: graph.weightsOfOrigin(node), in: graph)
  }

  // MARK: - Paths

  /// That the terms of two nodes are equal, along the path in the forest.
  mutating func prove(_ a: UInt32, _ b: UInt32, _ graph: borrowing EGraph) -> Int? {
    if a == b { return same(a, graph) }
    guard enter() else { return nil }
    defer { leave() }
    var ancestors: [UInt32: Int] = [:]
    var up: [UInt32] = []
    var node = a
    while node != none {
      ancestors[node] = up.count
      up.append(node)
      node = graph.journal.forest.edges[Int(node)]
    }
    var down: [UInt32] = []
    node = b
    while node != none && ancestors[node] == nil {
      down.append(node)
      node = graph.journal.forest.edges[Int(node)]
    }
    guard node != none, let meeting = ancestors[node] else { return nil }
    var parts: [Int?] = []
    for start in up[..<meeting] { parts.append(edge(from: start, graph)) }
    for start in down.reversed() { parts.append(edge(from: start, graph).flatMap { add(.reversed($0)) }) }
    return chain(parts)
  }

  /// That a node equals the one that its edge leads to.
  private mutating func edge(from node: UInt32, _ graph: borrowing EGraph) -> Int? {
    let entry = graph.journal.forest.reasons[Int(node)]
    guard let step = self.step(ofEntry: entry, graph) else { return nil }
    return graph.journal.entries[Int(entry) + 1] == node ? step : add(.reversed(step))
  }

  private mutating func step(ofEntry entry: UInt32, _ graph: borrowing EGraph) -> Int? {
    if let known = stepOfEntry[entry] { return known }
    guard isOpen.insert(entry).inserted else { return nil }
    defer { isOpen.remove(entry) }
    let at = Int(entry)
    let (from, to) = (graph.journal.entries[at + 1], graph.journal.entries[at + 2])
    let step: Int?
    let head = graph.journal.entries[at]
    switch ProofJournal.Kind(rawValue: head & ((1 << ProofJournal.kindBits) - 1)) {
    case .congruence: step = congruence(from, to, graph)
    case .rule: step = ruleInstance(at, graph)
    case .arithmetic: step = arithmetic(at, graph)
    case .rewriting: step = rewriting(at, graph)
    case .claim: step = claim(at, graph)
    case .factoring: step = factoring(at, graph)
    case .given, nil: step = nil
    }
    stepOfEntry[entry] = step
    return step
  }

  private mutating func congruence(_ from: UInt32, _ to: UInt32, _ graph: borrowing EGraph) -> Int? {
    let (left, right) = (graph.childrenOfOrigin(from), graph.childrenOfOrigin(to))
    guard left.count == right.count else { return nil }
    var parts: [Int?] = []
    for (a, b) in zip(left, right) { parts.append(prove(a, b, graph)) }
    return operands(shape(ofNode: from, graph), parts)
  }
}

extension EqualityProof {
  /// The steps that one step needs, and that step as the last.
  func trimmed(to last: Int) -> EqualityProof {
    var isNeeded = Array(repeating: false, count: steps.count)
    isNeeded[last] = true
    for place in stride(from: last, through: 0, by: -1) where isNeeded[place] {
      for part in steps[place].parts { isNeeded[part] = true }
    }
    var places = Array(repeating: 0, count: steps.count)
    var kept: [Step] = []
    for place in 0...last where isNeeded[place] {
      places[place] = kept.count
      kept.append(steps[place].mapping { places[$0] })
    }
    return EqualityProof(steps: kept)
  }
}

extension EqualityProof.Step {
  /// The earlier steps that a step names.
  var parts: [Int] {
    switch self {
    case .same, .rule, .rewriting, .arithmetic, .claim: []
    case .operands(_, let parts), .chain(let parts): parts
    case .reversed(let part): [part]
    }
  }

  func mapping(_ place: (Int) -> Int) -> Self {
    switch self {
    case .same, .rule, .rewriting, .arithmetic, .claim: self
    case .operands(let shape, let parts): .operands(shape, parts.map(place))
    case .chain(let parts): .chain(parts.map(place))
    case .reversed(let part): .reversed(place(part))
    }
  }
}
