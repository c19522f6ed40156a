import ApusNumbers

/// The rules of sums and products that are built in: nested sums and products are flattened, products of sums are
/// multiplied out, common factors are taken out, and squares of sines and cosines are exchanged.
///
/// Each is applied to a node when the node, or what is known of its children, changed since the last time.
struct ArithmeticRules {
  /// The rounds up to which everything has been applied.
  private var since: UInt32 = 0
  /// The nodes with smaller ids were there before the first round; all forms of them are looked at.
  private var originals: UInt32?
  /// The most terms of a sum that is spliced or multiplied out.
  private static let widest = 64
  /// The most children of one node that are spliced one by one.
  private static let splices = 4
  /// How many sums, and how many products, of one class are looked at: those with the fewest terms.
  private static let formsOfClass = 4
  /// How many nodes told something new.
  private(set) var applied = 0

  /// Applies all rules to a graph that is rebuilt; it has to be rebuilt afterwards.
  ///
  /// - Returns: whether the clock cut it short.
  mutating func apply(to graph: inout EGraph, clock: borrowing SearchClock) -> Bool {
    guard let arithmetic = graph.arithmetic else { return false }
    let fresh = Self.freshClasses(graph, since: since)
    let freshSums = Self.classes(withSumsOf: fresh, graph)
    let searched = graph.now
    let originals = self.originals ?? UInt32(graph.nodes.count)
    self.originals = originals
    for op in [arithmetic.sum, arithmetic.product] {
      for node in graph.nodes(with: op) {
        let record = graph.nodes[Int(node)]
        if record.isDead { continue }
        if !Self.concerns(record, graph, fresh, since: since) {
          // A division sees how the addends of both sums are written.
          if op == arithmetic.product, Self.concerns(record, graph, freshSums, since: since) {
            _ = divide(node, graph.weightedChildren(record), in: &graph)
          }
          continue
        }
        if node >= originals && graph.hasSmaller(Self.formsOfClass, than: node, record) { continue }
        let parts = graph.weightedChildren(record)
        if op == arithmetic.sum {
          applySums(node, parts, to: &graph)
        } else {
          applyProducts(node, parts, to: &graph)
        }
        if graph.isFull { return false }
        if clock.mustStop() { return true }
      }
    }
    if let exp = graph.language.operator(named: "exp", arity: 1) {
      for node in graph.nodes(with: exp) {
        let record = graph.nodes[Int(node)]
        if record.isDead || record.stamp < since && !fresh[Int(record.c0)] { continue }
        graph.beginArithmetic([])
        equate(node, graph.powerOfExponential(node, exp), in: &graph)
        if graph.isFull { return false }
      }
    }
    since = searched
    return false
  }

  /// Which classes have a node that changed in round `since` or later.
  private static func freshClasses(_ graph: borrowing EGraph, since: UInt32) -> [Bool] {
    var fresh = Array(repeating: false, count: graph.nodes.count)
    for i in 0..<graph.nodes.count where !graph.nodes[i].isDead && graph.nodes[i].stamp >= since {
      fresh[Int(graph.roots[i])] = true
    }
    return fresh
  }

  /// Which classes have a sum in which one of some classes stands.
  private static func classes(withSumsOf fresh: [Bool], _ graph: borrowing EGraph) -> [Bool] {
    var found = Array(repeating: false, count: graph.nodes.count)
    guard let sum = graph.arithmetic?.sum else { return found }
    for node in graph.nodes(with: sum) {
      let record = graph.nodes[Int(node)]
      for i in stride(from: 0, to: Int(record.c1), by: 2)
      where fresh[Int(graph.children[Int(record.c0) + i])] {
        found[Int(graph.roots[Int(node)])] = true
        break
      }
    }
    return found
  }

  private static func concerns(
    _ record: NodeRecord, _ graph: borrowing EGraph, _ fresh: [Bool], since: UInt32
  ) -> Bool {
    if record.stamp >= since { return true }
    for i in stride(from: 0, to: Int(record.c1), by: 2) where fresh[Int(graph.children[Int(record.c0) + i])] {
      return true
    }
    return false
  }

  /// States that a node equals what was made, unless the graph was full.
  private mutating func equate(_ node: UInt32, _ made: UInt32, in graph: inout EGraph) {
    if made == none { return }
    if graph.equateByArithmetic(node, made) { applied += 1 }
  }

  // MARK: - Sums

  private mutating func applySums(_ node: UInt32, _ parts: [WeightedChild], to graph: inout EGraph) {
    guard let arithmetic = graph.arithmetic else { return }
    split(node, parts, in: &graph)
    // A class may be a multiple, of which its sum is to know nothing.
    for widths in [1...1, 2...Self.widest] {
      let inner = parts.map {
        graph.smallest(
          arithmetic.sum, inClass: $0.id, except: node, narrowest: widths.lowerBound,
          widest: widths.upperBound)
      }
      let places = inner.indices.filter { inner[$0] != nil }
      for place in places.prefix(Self.splices) { splice(node, parts, inner, [place], in: &graph) }
      if places.count > 1 { splice(node, parts, inner, places, in: &graph) }
    }
    graph.beginArithmetic(parts)
    equate(node, graph.expandedSum(parts, except: node), in: &graph)
    if graph.isThorough, parts.count <= 8 {
      let isDividedBy = graph.isDividedBy(node)
      if isDividedBy || graph.divideAlike(parts) {
        graph.beginArithmetic(parts)
        equate(node, graph.freedOfFractions(parts), in: &graph)
      }
      if isDividedBy {
        graph.beginArithmetic(parts)
        equate(node, graph.freedOfExponential(parts), in: &graph)
      }
    }
    for factor in graph.commonFactors(of: parts) {
      graph.beginArithmetic(parts)
      equate(node, graph.factored(parts, by: factor), in: &graph)
    }
  }

  /// Puts sums in the places of parts of a sum that equal them.
  private mutating func splice(
    _ node: UInt32, _ parts: [WeightedChild], _ inner: [UInt32?], _ places: [Int], in graph: inout EGraph
  ) {
    graph.beginArithmetic(parts)
    var terms: [WeightedChild] = []
    for (i, part) in parts.enumerated() {
      guard places.contains(i), let found = inner[i] else {
        terms.append(part)
        continue
      }
      let inner = graph.weightedChildren(graph.nodes[Int(found)])
      if graph.journal.isOn { graph.journal.noteChoice(part.id, found, inner) }
      for term in inner { terms.append(WeightedChild(id: term.id, weight: term.weight * part.weight)) }
    }
    if terms.count <= Self.widest { equate(node, graph.makeSum(terms), in: &graph) }
  }

  // MARK: - Products

  private mutating func applyProducts(_ node: UInt32, _ parts: [WeightedChild], to graph: inout EGraph) {
    // The dividend divided term by term would stand in the way of the quotient.
    if divide(node, parts, in: &graph) { return }
    split(node, parts, in: &graph)
    // Every part once: an inner factor may be of the same class as another part.
    var factors: [WeightedChild] = []
    var coefficient = Rational.one
    var changed = false
    for (i, part) in parts.enumerated() {
      graph.beginArithmetic(parts)
      if let (inner, scale) = graph.factors(of: part, except: node) {
        var rest = parts
        rest.remove(at: i)
        if i < Self.splices { equate(node, graph.makeProduct(rest + inner, coefficient: scale), in: &graph) }
        factors += inner
        coefficient *= scale
        changed = true
      } else {
        factors.append(part)
      }
    }
    if changed && coefficient.isShort {
      graph.beginArithmetic(parts)
      if graph.journal.isOn {
        for part in parts { _ = graph.factors(of: part, except: node) }
      }
      equate(node, graph.makeProduct(factors, coefficient: coefficient), in: &graph)
    }
    if parts.count > Self.widest { return }
    for i in parts.indices.prefix(Self.splices) { distribute(node, parts, over: i, in: &graph) }
    graph.beginArithmetic(parts)
    equate(node, graph.expanded(parts, except: node), in: &graph)
    for i in parts.indices {
      graph.beginArithmetic(parts)
      equate(node, graph.exchangedSquare(parts, at: i), in: &graph)
    }
    graph.beginArithmetic(parts)
    equate(node, graph.combinedExponentials(parts), in: &graph)
    graph.beginArithmetic(parts)
    equate(node, graph.combinedQuotient(parts), in: &graph)
  }

  /// Puts roots that stand in several products in classes of their own, and rebuilds the graph.
  ///
  /// - Returns: whether there were any.
  static func shareRoots(in graph: inout EGraph) -> Bool {
    guard let arithmetic = graph.arithmetic else { return false }
    graph.sharesRoots = true
    var rules = ArithmeticRules()
    var roots: Set<[UInt32]> = []
    var shared: [WeightedChild] = []
    for node in graph.nodes(with: arithmetic.product) {
      for part in graph.weightedChildren(graph.nodes[Int(node)]) where part.weight.smallInteger == nil {
        if !roots.insert([part.id, graph.rationals.id(part.weight)]).inserted { shared.append(part) }
      }
    }
    if shared.isEmpty { return false }
    for part in shared where graph.addSingle(false, part) == none { return false }
    for node in graph.nodes(with: arithmetic.product) {
      rules.split(node, graph.weightedChildren(graph.nodes[Int(node)]), in: &graph)
    }
    graph.rebuild()
    return true
  }

  /// Puts the class of a multiple, or of a power, in the place of one that equals something else too, and the class of a root in the
  /// place of a root that something else needs too.
  private mutating func split(_ node: UInt32, _ parts: [WeightedChild], in graph: inout EGraph) {
    guard graph.isThorough || graph.sharesRoots, (2...Self.widest).contains(parts.count),
      let arithmetic = graph.arithmetic
    else { return }
    let op = Operator(code: graph.nodes[Int(node)].op)
    for (place, part) in parts.enumerated() where part.weight != .one {
      let isRoot = graph.sharesRoots && op == arithmetic.product && part.weight.smallInteger == nil
      guard let single = graph.single(op, part),
        isRoot || graph.isThorough && graph.hasOthers(besides: single)
      else { continue }
      graph.beginArithmetic(parts)
      if graph.journal.isOn { graph.noteSingle(op == arithmetic.sum, single, part) }
      var others = parts
      others[place] = WeightedChild(id: single, weight: .one)
      equate(node, op == arithmetic.sum ? graph.makeSum(others) : graph.makeProduct(others), in: &graph)
    }
  }

  /// Divides a sum in a product by another, if that leaves no rest.
  ///
  /// - Returns: whether it did.
  private mutating func divide(_ node: UInt32, _ parts: [WeightedChild], in graph: inout EGraph) -> Bool {
    graph.beginArithmetic(parts)
    let quotient = graph.divided(parts, except: node)
    equate(node, quotient, in: &graph)
    return quotient != none
  }

  /// Multiplies the sum at a place with the rest of the product.
  private mutating func distribute(
    _ node: UInt32, _ parts: [WeightedChild], over place: Int, in graph: inout EGraph
  ) {
    guard let arithmetic = graph.arithmetic, let power = parts[place].weight.smallInteger, power > 0,
      let found = graph.smallest(arithmetic.sum, inClass: parts[place].id, except: node, widest: Self.widest)
    else { return }
    let terms = graph.weightedChildren(graph.nodes[Int(found)])
    guard terms.count > 1 else { return }
    graph.beginArithmetic(parts)
    if graph.journal.isOn { graph.journal.noteChoice(parts[place].id, found, terms) }
    var rest = parts
    rest[place].weight -= .one
    var sum: [WeightedChild] = []
    for term in terms {
      let made = graph.makeProduct(rest + [WeightedChild(id: term.id, weight: .one)])
      if made == none { return }
      sum.append(WeightedChild(id: made, weight: term.weight))
    }
    equate(node, graph.makeSum(sum), in: &graph)
  }
}
