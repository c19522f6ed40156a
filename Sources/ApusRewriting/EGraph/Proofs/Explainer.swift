import ApusNumbers

/// What an explanation must know of the terms of a graph.
protocol ExplainedTerms: ProofLanguage {
  /// The term of a leaf.
  func leaf(_ op: Operator, payload: UInt64, in graph: borrowing EGraph) -> Term?
  /// How the children of a node make its term.
  func shape(_ op: Operator, weights: [Rational], in graph: borrowing EGraph) -> EqualityProof<Term>.Shape
  /// What proofs call a variable of a rule.
  func name(ofVariable name: String) -> String
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
  /// Entries that are being explained: one that needs itself has no explanation.
  private var isOpen: Set<UInt32> = []
  private var depth = 0

  private static var deepest: Int { 2000 }

  init(_ terms: Terms, _ rules: [RewriteRule]) {
    self.terms = terms
    self.rules = rules
  }

  /// The proof that two nodes are equal, made of the terms that the nodes were made as.
  mutating func explain(_ a: UInt32, _ b: UInt32, in graph: borrowing EGraph) -> EqualityProof<Terms.Term>? {
    guard let last = prove(a, b, graph) else { return nil }
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
    case .reversed(let place): return (conclusions[place].right, conclusions[place].left)
    case .arithmetic(let a, let b): return terms.areEqualByArithmetic(a, b) ? (a, b) : nil
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
    if depth > Self.deepest { return nil }
    depth += 1
    defer { depth -= 1 }
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
    if depth > Self.deepest { return nil }
    depth += 1
    defer { depth -= 1 }
    var ancestors: [UInt32: Int] = [:]
    var up: [UInt32] = []
    var node = a
    while node != none {
      ancestors[node] = up.count
      up.append(node)
      node = graph.journal.edges[Int(node)]
    }
    var down: [UInt32] = []
    node = b
    while node != none && ancestors[node] == nil {
      down.append(node)
      node = graph.journal.edges[Int(node)]
    }
    guard node != none, let meeting = ancestors[node] else { return nil }
    var parts: [Int?] = []
    for start in up[..<meeting] { parts.append(edge(from: start, graph)) }
    for start in down.reversed() { parts.append(edge(from: start, graph).flatMap { add(.reversed($0)) }) }
    return chain(parts)
  }

  /// That a node equals the one that its edge leads to.
  private mutating func edge(from node: UInt32, _ graph: borrowing EGraph) -> Int? {
    let entry = graph.journal.reasons[Int(node)]
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
    switch ProofJournal.Kind(rawValue: graph.journal.entries[at]) {
    case .congruence: step = congruence(from, to, graph)
    case .rule: step = ruleInstance(at, graph)
    case .arithmetic: step = arithmetic(at, graph)
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

extension EGraph {
  /// The operator of a node, also of one that turned out a duplicate.
  func operatorOfOrigin(_ node: UInt32) -> Operator { Operator(code: journal.origins[Int(node)].op) }

  func payloadOfOrigin(_ node: UInt32) -> UInt64 {
    let origin = journal.origins[Int(node)]
    return UInt64(origin.c0) << 32 | UInt64(origin.c1)
  }

  /// The children with which a node was made.
  func childrenOfOrigin(_ node: UInt32) -> [UInt32] {
    let origin = journal.origins[Int(node)]
    switch Operator(code: origin.op).shape {
    case .leaf: return []
    case .unary: return [origin.c0]
    case .binary: return [origin.c0, origin.c1]
    case .spilled: return (0..<Int(origin.c1)).map { children[Int(origin.c0) + $0] }
    case .weighted: return stride(from: 0, to: Int(origin.c1), by: 2).map { children[Int(origin.c0) + $0] }
    }
  }

  /// The coefficients or exponents of a node.
  func weightsOfOrigin(_ node: UInt32) -> [Rational] {
    let origin = journal.origins[Int(node)]
    guard Operator(code: origin.op).shape == .weighted else { return [] }
    return stride(from: 1, to: Int(origin.c1), by: 2).map { rationals[children[Int(origin.c0) + $0]] }
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
    case .same, .rule, .arithmetic: []
    case .operands(_, let parts), .chain(let parts): parts
    case .reversed(let part): [part]
    }
  }

  func mapping(_ place: (Int) -> Int) -> Self {
    switch self {
    case .same, .rule, .arithmetic: self
    case .operands(let shape, let parts): .operands(shape, parts.map(place))
    case .chain(let parts): .chain(parts.map(place))
    case .reversed(let part): .reversed(place(part))
    }
  }
}
