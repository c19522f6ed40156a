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
    let searched = graph.now
    let originals = self.originals ?? UInt32(graph.nodes.count)
    self.originals = originals
    for op in [arithmetic.sum, arithmetic.product] {
      for node in graph.nodes(with: op) {
        let record = graph.nodes[Int(node)]
        if record.isDead || !Self.concerns(record, graph, fresh, since: since) { continue }
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
    let inner = parts.map {
      graph.smallest(arithmetic.sum, inClass: $0.id, except: node, widest: Self.widest)
    }
    func spliced(_ which: (Int) -> Bool, _ graph: inout EGraph) -> [WeightedChild] {
      graph.beginArithmetic(parts)
      var terms: [WeightedChild] = []
      for (i, part) in parts.enumerated() {
        if which(i), let found = inner[i] {
          let inner = graph.weightedChildren(graph.nodes[Int(found)])
          if graph.journal.isOn { graph.journal.noteChoice(part.id, found, inner) }
          for term in inner {
            terms.append(WeightedChild(id: term.id, weight: term.weight * part.weight))
          }
        } else {
          terms.append(part)
        }
      }
      return terms
    }
    split(node, parts, in: &graph)
    let places = inner.indices.filter { inner[$0] != nil }
    for place in places.prefix(Self.splices) {
      let terms = spliced({ $0 == place }, &graph)
      if terms.count <= Self.widest { equate(node, graph.makeSum(terms), in: &graph) }
    }
    if places.count > 1 {
      let terms = spliced({ _ in true }, &graph)
      if terms.count <= Self.widest { equate(node, graph.makeSum(terms), in: &graph) }
    }
    graph.beginArithmetic(parts)
    equate(node, graph.expandedSum(parts, except: node), in: &graph)
    if graph.isThorough, parts.count <= 8, graph.isDividedBy(node) {
      graph.beginArithmetic(parts)
      equate(node, graph.freedOfFractions(parts), in: &graph)
      graph.beginArithmetic(parts)
      equate(node, graph.freedOfExponential(parts), in: &graph)
    }
    for factor in graph.commonFactors(of: parts) {
      graph.beginArithmetic(parts)
      equate(node, graph.factored(parts, by: factor), in: &graph)
    }
  }

  // MARK: - Products

  private mutating func applyProducts(_ node: UInt32, _ parts: [WeightedChild], to graph: inout EGraph) {
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

extension EGraph {
  /// Begins a piece of arithmetic on the children of a node, of which the journal is to take note.
  @inline(__always)
  fileprivate mutating func beginArithmetic(_ parts: [WeightedChild]) {
    if journal.isOn { journal.beginEvents(parts) }
  }

  /// The node of a multiple or a power alone; ``none`` if the graph is full.
  mutating func addSingle(_ isSum: Bool, _ part: WeightedChild) -> UInt32 {
    guard let arithmetic else { return none }
    let made = isSum ? makeSum([part]) : makeProduct([part])
    return made == none ? none : single(isSum ? arithmetic.sum : arithmetic.product, part) ?? none
  }

  /// The node of a multiple or a power alone, if there is one.
  func single(_ op: Operator, _ part: WeightedChild) -> UInt32? {
    guard let weight = rationals.known(part.weight) else { return nil }
    return node(op.code, children: [find(part.id), weight])
  }

  /// Takes note of how the node of a multiple or a power is made.
  fileprivate mutating func noteSingle(_ isSum: Bool, _ single: UInt32, _ part: WeightedChild) {
    let child = children[Int(nodes[Int(single)].c0)]
    journal.note(isSum ? .sum : .product, [part.id, child, rationals.id(part.weight)], single, single)
  }

  /// Has the rules look again at the sums and products that a class is part of.
  mutating func touchParents(of id: UInt32) {
    var cell = parents[Int(find(id))].first
    while cell != none {
      let entry = cells[Int(cell)]
      if !nodes[Int(entry.node)].isDead { nodes.base[Int(entry.node)].stamp = now }
      cell = entry.next
    }
  }

  /// Whether the class of a node has other nodes as the index lists them.
  func hasOthers(besides node: UInt32) -> Bool {
    let root = Int(find(node))
    guard root + 1 < index.classStart.count else { return false }
    return index.classStart[root + 1] - index.classStart[root] > 1
  }

  /// The nodes with an operator, as the index lists them.
  func nodes(with op: Operator) -> [UInt32] {
    guard op.index + 1 < index.operatorStart.count else { return [] }
    let range = Int(index.operatorStart[op.index])..<Int(index.operatorStart[op.index + 1])
    return range.map { index.byOperator[$0] }
  }

  /// Whether so many nodes of the same class and operator have fewer children than a node.
  func hasSmaller(_ limit: Int, than node: UInt32, _ record: NodeRecord) -> Bool {
    let range = run(of: record.op, inClass: roots[Int(node)])
    if range.1 - range.0 <= limit { return false }
    var smaller = 0
    for i in range.0..<range.1 {
      let other = index.byClass[Int(i)]
      let count = nodes[Int(other)].c1
      if count < record.c1 || count == record.c1 && other < node { smaller += 1 }
      if smaller >= limit { return true }
    }
    return false
  }

  /// The node with an operator and the fewest children in a class, as the index lists it.
  func smallest(_ op: Operator, inClass id: UInt32, except node: UInt32, widest: Int) -> UInt32? {
    guard Int(id) + 1 < index.classStart.count else { return nil }
    let range = run(of: op.code, inClass: id)
    var best: UInt32?
    var fewest = UInt32(2 * widest + 1)
    for i in range.0..<range.1 {
      let candidate = index.byClass[Int(i)]
      let count = nodes[Int(candidate)].c1
      if candidate != node && count < fewest {
        fewest = count
        best = candidate
      }
    }
    return best
  }

  /// The factors of a power whose base is a product or a multiple, and what comes out of it as a number.
  ///
  /// Only integer powers of products are products of powers.
  mutating func factors(of part: WeightedChild, except node: UInt32) -> ([WeightedChild], Rational)? {
    guard let arithmetic, part.weight.smallInteger != nil else { return nil }
    if let found = smallest(arithmetic.product, inClass: part.id, except: node, widest: 64) {
      let inner = weightedChildren(nodes[Int(found)])
      if inner.contains(where: { $0.id == part.id }) { return nil }
      if journal.isOn { journal.noteChoice(part.id, found, inner) }
      return (inner.map { WeightedChild(id: $0.id, weight: $0.weight * part.weight) }, .one)
    }
    if let found = smallest(arithmetic.sum, inClass: part.id, except: node, widest: 1) {
      let inner = weightedChildren(nodes[Int(found)])
      guard let scale = Self.power(inner[0].weight, part.weight), inner[0].id != part.id else { return nil }
      if journal.isOn { journal.noteChoice(part.id, found, inner) }
      return ([WeightedChild(id: inner[0].id, weight: part.weight)], scale)
    }
    return nil
  }
}
