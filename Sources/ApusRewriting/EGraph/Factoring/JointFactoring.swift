import ApusNumbers

/// Writes all sums that some classes need in factored form with parts that they have in common made once, adds these forms
/// to the graph, and says which node of each class belongs to them.
///
/// Rules find such forms one sum at a time; what several sums could share shows only when they are looked at together. First
/// common factors are taken out of each sum, which makes equal brackets in different sums one class; then pairs of terms, and
/// pairs of factors, that occur in several sums or products become classes of their own. Every form equals its class by the
/// laws of commutative rings, and the extraction decides by cost whether to use it.
struct JointFactoring {
  /// A class that was factored, and what it became.
  struct Result {
    var id: UInt32
    /// Where it stands in the extraction.
    var place: Int
    var form: FactoredForms.Scaled
    /// If proofs are kept, how its sum or product is made of atoms.
    var written: [WrittenNode]
  }

  var forms = FactoredForms()
  private(set) var results: [Result] = []
  /// Sums that are the negatives of others.
  private var opposites = OppositeSums()
  /// The class that each form became.
  var classes: [UInt32] = []

  /// The most terms of all sums together, and of one sum.
  private static let mostTerms = 400_000
  private static let widest = 20_000

  /// What is done first.
  ///
  /// Where sums have few terms in common, factors save most; where they have many, as the rates of a reaction network, sharing does.
  private enum Order: CaseIterable {
    /// Common factors are taken out of each sum, then pairs are shared.
    case factorsFirst
    /// Pairs of terms are shared, then common factors are taken out of those terms that only one sum has.
    case pairsFirst
    /// Only factors that three terms have in common are taken out first: where it is two, sharing their products may save as much.
    case largeFactorsFirst
  }

  private let order: Order

  /// Extractions of at most so many nodes are factored in all ways, larger ones in those that save most.
  private static let thoroughNodes = 2000

  private init(_ order: Order) {
    self.order = order
    if order == .largeFactorsFirst { forms.fewestTerms = 3 }
  }

  /// Factors the sums of an extraction in several ways.
  ///
  /// - Returns: for each way the nodes that belong to the new forms, in the order of a ``Proposal``; none if there was nothing to do
  ///   or the graph is full. The graph is rebuilt.
  static func apply(
    to graph: inout EGraph, _ extraction: Extraction, clock: borrowing SearchClock
  ) -> [[UInt32]] {
    var (proposals, fewest): ([[UInt32]], Int) = ([], .max)
    let isThorough = extraction.nodes.count <= thoroughNodes
    for order in Order.allCases where isThorough || order != .largeFactorsFirst {
      var factoring = JointFactoring(order)
      factoring.collect(&graph, extraction)
      // Pairs take memory: as many are counted as fit a graph of this size.
      let mostPairs = min(4_000_000, min(graph.nodeLimit, 80_000) * 50)
      guard !factoring.results.isEmpty, factoring.shareSums(mostPairs, clock) else { return proposals }
      var (other, third) = (factoring, factoring)
      proposals += factoring.proposals(in: &graph, extraction, &fewest, mostPairs, clock)
      if ReciprocalSharing.apply(to: &other.forms, neededBy: other.roots) {
        proposals += other.proposals(in: &graph, extraction, &fewest, mostPairs, clock)
      }
      if isThorough, CoefficientSharing.lift(in: &third.forms, neededBy: third.roots) {
        proposals += third.proposals(in: &graph, extraction, &fewest, mostPairs, clock)
      }
    }
    return proposals
  }

  /// Shares terms of sums.
  ///
  /// - Returns: whether there was time.
  private mutating func shareSums(_ mostPairs: Int, _ clock: borrowing SearchClock) -> Bool {
    share(.sum, mostPairs, clock)
    if clock.mustStop() { return false }
    if order == .pairsFirst {
      factorUnshared()
      share(.sum, mostPairs, clock)
    }
    return !clock.mustStop()
  }

  /// Shares factors of products, and adds all forms to the graph.
  ///
  /// - Parameter fewest: the operations of the best way so far; what takes more than twice as many is left out.
  /// - Returns: the nodes that belong to them as the only list, or none if the graph is full.
  private mutating func proposals(
    in graph: inout EGraph, _ extraction: Extraction, _ fewest: inout Int, _ mostPairs: Int,
    _ clock: borrowing SearchClock
  ) -> [[UInt32]] {
    PowerSharing.apply(to: &forms, neededBy: roots)
    share(.product, mostPairs, clock)
    CoefficientSharing.lower(in: &forms, neededBy: roots)
    let operations = forms.operations(neededBy: roots)
    fewest = min(fewest, operations)
    if operations / 2 > fewest { return [] }
    let isBuilt = build(in: &graph)
    graph.rebuild()
    return isBuilt ? [proposal(for: extraction, graph).nodes] : []
  }

  /// The forms of the results.
  var roots: [Int] { results.map(\.form.form) }

  // MARK: - Reading

  private mutating func collect(_ graph: inout EGraph, _ extraction: Extraction) {
    guard let arithmetic = graph.arithmetic else { return }
    // Proofs take the classes as they are.
    if !graph.journal.isOn { opposites = OppositeSums(graph, extraction, arithmetic) }
    var terms = 0
    for (place, node) in extraction.nodes.enumerated() where node.op == arithmetic.sum {
      guard (2...Self.widest).contains(node.children.count) else { continue }
      terms += node.children.count
      if terms > Self.mostTerms { return }
      var monomials: [FactoredForms.Monomial] = []
      for (child, weight) in zip(node.children, node.weights) {
        monomials.append(monomial(extraction.nodes[child], graph.rationals[weight], graph, arithmetic))
      }
      let written = graph.journal.isOn ? Self.written(node, in: extraction, &graph, arithmetic) : []
      let id = graph.find(node.source)
      results.append(Result(id: id, place: place, form: form(ofClass: id, monomials), written: written))
    }
    collectProducts(&graph, extraction, arithmetic)
  }

  /// The sum of monomials as a form times a number, in the way that is tried.
  private mutating func form(
    ofClass id: UInt32, _ monomials: [FactoredForms.Monomial]
  ) -> FactoredForms.Scaled {
    guard let chosen = opposites.chosen(for: id) else { return form(of: monomials) }
    var monomials = monomials
    if chosen.isOpposite { for i in monomials.indices { monomials[i].weight = -monomials[i].weight } }
    let positive = forms.withPositiveScale(form(of: monomials))
    return .init(form: positive.form, scale: chosen.isOpposite ? -positive.scale : positive.scale)
  }

  private mutating func form(of monomials: [FactoredForms.Monomial]) -> FactoredForms.Scaled {
    order == .pairsFirst ? forms.sum(ofProducts: monomials) : forms.factored(monomials)
  }

  /// How a sum or product is made of the classes that count as atoms, each the term of its root, or the number that it is.
  private static func written(
    _ node: Extraction.Node, in extraction: Extraction, _ graph: inout EGraph, _ arithmetic: Arithmetic
  ) -> [WrittenNode] {
    var list: [WrittenNode] = []
    func atom(_ id: UInt32, _ graph: inout EGraph) -> Int {
      let isNumber = graph.constant(id).map { graph.addConstant($0) != none } ?? false
      list.append(WrittenNode(node: isNumber ? graph.lastNode : graph.find(id)))
      return list.count - 1
    }
    func product(_ source: UInt32, _ graph: inout EGraph) -> Int {
      var places: [Int] = []
      for factor in graph.weightedChildren(graph.nodes[Int(source)]) {
        places.append(atom(factor.id, &graph))
      }
      list.append(WrittenNode(node: source, children: places))
      return list.count - 1
    }
    if node.op == arithmetic.product {
      _ = product(node.source, &graph)
      return list
    }
    var places: [Int] = []
    for child in node.children {
      let addend = extraction.nodes[child]
      let isProduct = addend.op == arithmetic.product && graph.constant(addend.source) == nil
      places.append(isProduct ? product(addend.source, &graph) : atom(addend.source, &graph))
    }
    list.append(WrittenNode(node: node.source, children: places))
    return list
  }

  /// Products that are not only terms of sums stay as they are, apart from factors that they share.
  private mutating func collectProducts(
    _ graph: inout EGraph, _ extraction: Extraction, _ arithmetic: Arithmetic
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
        let written = graph.journal.isOn ? Self.written(node, in: extraction, &graph, arithmetic) : []
        results.append(
          Result(
            id: graph.find(node.source), place: place, form: .init(form: form, scale: whole.weight),
            written: written)
        )
      }
    }
  }

  private mutating func monomial(
    _ addend: Extraction.Node, _ weight: Rational, _ graph: borrowing EGraph, _ arithmetic: Arithmetic
  ) -> FactoredForms.Monomial {
    let id = graph.find(addend.source)
    if let value = graph.constant(id) { return .init(factors: [], weight: value * weight) }
    let isProduct = addend.op == arithmetic.product
    let parts =
      isProduct
      ? graph.weightedChildren(graph.nodes[Int(addend.source)]) : [WeightedChild(id: id, weight: .one)]
    var weight = weight
    var factors: [FactoredForms.Factor] = []
    for part in parts {
      var base = part.id
      if let exponent = part.weight.smallInteger, let chosen = opposites.chosen(for: base) {
        if chosen.isOpposite && !exponent.isMultiple(of: 2) { weight = -weight }
        base = chosen.id
      }
      factors.append(factor(base, part.weight))
    }
    return .init(factors: factors.collected(), weight: weight)
  }

  private mutating func factor(_ id: UInt32, _ exponent: Rational) -> FactoredForms.Factor {
    if let integer = exponent.smallInteger {
      return .init(form: forms.insert(.atom(id, exponent: .one)), exponent: integer)
    }
    // A power of the root, so that all powers with this root share it.
    if let root = Rational(1, exponent.denominator), let power = exponent.numerator.asInt, abs(power) <= 4096
    {
      return .init(form: forms.insert(.atom(id, exponent: root)), exponent: power)
    }
    return .init(form: forms.insert(.atom(id, exponent: exponent)), exponent: 1)
  }
}
