import ApusNumbers

/// Writes all sums that some classes need in factored form with parts that they have in common made once, adds these forms
/// to the graph, and says which node of each class belongs to them.
///
/// Rules find such forms one sum at a time; what several sums could share shows only when they are looked at together. First
/// common factors are taken out of each sum, which makes equal brackets in different sums one class; then pairs of terms, and
/// pairs of factors, that occur in several sums or products become classes of their own. Every form equals its class by the
/// laws of commutative rings, and the extraction decides by cost whether to use it.
struct JointFactoring {
  private var forms = FactoredForms()
  /// The classes that were factored, and what they became.
  private var results: [(id: UInt32, form: FactoredForms.Scaled)] = []
  /// The class that each form became.
  private var classes: [UInt32] = []

  /// The most terms of all sums together, and of one sum.
  private static let mostTerms = 400_000
  private static let widest = 20_000

  /// Factors the sums of an extraction.
  ///
  /// - Returns: the nodes that belong to the new forms; none if there was nothing to do or the graph is full. The graph is
  ///   rebuilt.
  static func apply(
    to graph: inout EGraph, _ extraction: Extraction, clock: borrowing SearchClock
  ) -> [UInt32] {
    var factoring = JointFactoring()
    factoring.collect(graph, extraction)
    if factoring.results.isEmpty || clock.mustStop() { return [] }
    // Pairs take memory: as many are counted as fit a graph of this size.
    let mostPairs = min(4_000_000, min(graph.nodeLimit, 80_000) * 50)
    factoring.shareTerms(mostPairs, clock)
    if clock.mustStop() { return [] }
    factoring.shareFactors(mostPairs, clock)
    let isBuilt = factoring.build(in: &graph)
    graph.rebuild()
    return isBuilt ? factoring.builtNodes(graph) : []
  }

  // MARK: - Reading

  private mutating func collect(_ graph: borrowing EGraph, _ extraction: Extraction) {
    guard let arithmetic = graph.arithmetic else { return }
    var terms = 0
    for node in extraction.nodes where node.op == arithmetic.sum {
      guard (2...Self.widest).contains(node.children.count) else { continue }
      terms += node.children.count
      if terms > Self.mostTerms { return }
      var monomials: [FactoredForms.Monomial] = []
      for (child, weight) in zip(node.children, node.weights) {
        monomials.append(monomial(extraction.nodes[child], graph.rationals[weight], graph, arithmetic))
      }
      results.append((graph.find(node.source), forms.factored(monomials)))
    }
    collectProducts(graph, extraction, arithmetic)
  }

  /// Products that are not only terms of sums stay as they are, apart from factors that they share.
  private mutating func collectProducts(
    _ graph: borrowing EGraph, _ extraction: Extraction, _ arithmetic: Arithmetic
  ) {
    var isNeeded = Array(repeating: false, count: extraction.nodes.count)
    for root in extraction.roots { isNeeded[root] = true }
    for node in extraction.nodes where node.op != arithmetic.sum {
      for child in node.children { isNeeded[child] = true }
    }
    for (place, node) in extraction.nodes.enumerated() where isNeeded[place] && node.op == arithmetic.product
    {
      let whole = monomial(node, .one, graph, arithmetic)
      let form = forms.product(whole.factors)
      if case .product = forms.forms[form], !whole.factors.isEmpty {
        results.append((graph.find(node.source), .init(form: form, scale: .one)))
      }
    }
  }

  private mutating func monomial(
    _ addend: Extraction.Node, _ weight: Rational, _ graph: borrowing EGraph, _ arithmetic: Arithmetic
  ) -> FactoredForms.Monomial {
    let id = graph.find(addend.source)
    if let value = graph.constant(id) { return .init(factors: [], weight: value * weight) }
    guard addend.op == arithmetic.product else { return .init(factors: [factor(id, .one)], weight: weight) }
    var factors = graph.weightedChildren(graph.nodes[Int(addend.source)]).map { factor($0.id, $0.weight) }
    factors.sort { $0.form < $1.form }
    return .init(factors: factors, weight: weight)
  }

  private mutating func factor(_ id: UInt32, _ exponent: Rational) -> FactoredForms.Factor {
    if let integer = exponent.smallInteger {
      return .init(form: forms.insert(.atom(id, exponent: .one)), exponent: integer)
    }
    return .init(form: forms.insert(.atom(id, exponent: exponent)), exponent: 1)
  }

  // MARK: - Sharing

  private mutating func shareTerms(_ mostPairs: Int, _ clock: borrowing SearchClock) {
    var place: [Int: Int] = [:]
    var owners: [Int] = []
    var lists: [[PairSharing.Entry]] = []
    for form in forms.needed(by: results.map(\.form.form)) {
      guard case .sum(let terms) = forms.forms[form] else { continue }
      place[form] = owners.count
      owners.append(form)
      lists.append(terms.map { .init(form: $0.form, weight: $0.weight) })
    }
    var sharing = PairSharing(lists, mostPairs: mostPairs)
    var forms = forms
    sharing.share(clock: clock) { pair in
      let terms = [
        FactoredForms.Term(form: pair.first, weight: .one),
        FactoredForms.Term(form: pair.second, weight: pair.ratio),
      ]
      let form = forms.insert(.sum(terms))
      if let known = place[form] { return (form, known) }
      place[form] = owners.count
      owners.append(form)
      return (form, nil)
    }
    for (at, form) in owners.enumerated() {
      forms.replace(form, by: .sum(sharing.lists[at].map { .init(form: $0.form, weight: $0.weight) }))
    }
    self.forms = forms
  }

  private mutating func shareFactors(_ mostPairs: Int, _ clock: borrowing SearchClock) {
    var place: [Int: Int] = [:]
    var owners: [Int] = []
    var lists: [[PairSharing.Entry]] = []
    for form in forms.needed(by: results.map(\.form.form)) {
      guard case .product(let factors) = forms.forms[form] else { continue }
      place[form] = owners.count
      owners.append(form)
      lists.append(factors.map { .init(form: $0.form, weight: Rational($0.exponent)) })
    }
    var sharing = PairSharing(lists, withIntegerRatios: true, mostPairs: mostPairs)
    var forms = forms
    sharing.share(clock: clock) { pair in
      let factors = [
        FactoredForms.Factor(form: pair.first, exponent: 1),
        FactoredForms.Factor(form: pair.second, exponent: pair.ratio.smallInteger ?? 0),
      ]
      let form = forms.insert(.product(factors))
      if let known = place[form] { return (form, known) }
      place[form] = owners.count
      owners.append(form)
      return (form, nil)
    }
    for (at, form) in owners.enumerated() {
      let factors = sharing.lists[at].map {
        FactoredForms.Factor(form: $0.form, exponent: $0.weight.smallInteger ?? 0)
      }
      forms.replace(form, by: .product(factors))
    }
    self.forms = forms
  }

  // MARK: - Building

  /// Adds the forms to the graph, children first, and states what they equal.
  ///
  /// - Returns: whether there was room.
  private mutating func build(in graph: inout EGraph) -> Bool {
    classes = Array(repeating: none, count: forms.forms.count)
    for form in forms.needed(by: results.map(\.form.form)) {
      classes[form] = make(form, in: &graph)
      if classes[form] == none { return false }
    }
    for (id, scaled) in results {
      let whole = WeightedChild(id: classes[scaled.form], weight: scaled.scale)
      let made = scaled.scale == .one ? whole.id : graph.makeSum([whole])
      if made == none { return false }
      graph.union(id, made)
    }
    return true
  }

  private func make(_ form: Int, in graph: inout EGraph) -> UInt32 {
    switch forms.forms[form] {
    case .one: graph.addConstant(.one)
    case .atom(let id, let exponent):
      exponent == .one ? graph.find(id) : graph.makeProduct([WeightedChild(id: id, weight: exponent)])
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
  private func builtNodes(_ graph: borrowing EGraph) -> [UInt32] {
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
    for (_, scaled) in results where scaled.scale != .one {
      let whole = WeightedChild(id: classes[scaled.form], weight: scaled.scale)
      if let node = graph.weightedNode(arithmetic.sum, [whole]) { found.append(node) }
    }
    return found
  }
}

extension EGraph {
  /// The node of a sum or product with so many parts as they stand, none of them a known number.
  func weightedNode(_ op: Operator, _ parts: [WeightedChild]) -> UInt32? {
    var constant = Rational.zero
    var kept: [WeightedChild] = []
    for part in parts {
      if let value = self.constant(part.id) {
        if op == arithmetic?.product { return nil }
        constant += value * part.weight
      } else {
        kept.append(WeightedChild(id: find(part.id), weight: part.weight))
      }
    }
    if !constant.isZero {
      guard let number = arithmetic?.number, let value = rationals.known(.one) else { return nil }
      let unit = lookup(number.code, 0, value, tag: NodeTable.hash(number.code, 0, value))
      if unit == none { return nil }
      kept.append(WeightedChild(id: find(unit), weight: constant))
    }
    kept.sort { $0.id < $1.id }
    var words: [UInt32] = []
    for part in kept {
      guard let weight = rationals.known(part.weight) else { return nil }
      words += [part.id, weight]
    }
    return node(op.code, children: words)
  }

  /// The node with an operator and words of children.
  func node(_ op: UInt32, children words: [UInt32]) -> UInt32? {
    var tag = NodeTable.hash(op, UInt32(words.count), 0)
    for word in words { tag = NodeTable.hash(op, tag, word) }
    var i = Int(tag) & table.mask
    while table.slots[i] != 0 {
      let slot = table.slots[i]
      let record = nodes[Int(NodeTable.node(ofSlot: slot))]
      if UInt32(truncatingIfNeeded: slot >> 32) == tag, record.op == op, Int(record.c1) == words.count,
        words.indices.allSatisfy({ children[Int(record.c0) + $0] == words[$0] })
      {
        return NodeTable.node(ofSlot: slot)
      }
      i = (i + 1) & table.mask
    }
    return nil
  }
}
