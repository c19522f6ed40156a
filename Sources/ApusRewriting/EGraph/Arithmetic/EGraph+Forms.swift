import ApusNumbers

// How classes are written: as multiples and powers, as sums and products, and with which factors.
extension EGraph {
  /// Begins a piece of arithmetic on the children of a node, of which the journal is to take note.
  @inline(__always)
  mutating func beginArithmetic(_ parts: [WeightedChild]) {
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
  mutating func noteSingle(_ isSum: Bool, _ single: UInt32, _ part: WeightedChild) {
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
  func smallest(
    _ op: Operator, inClass id: UInt32, except node: UInt32, narrowest: Int = 1, widest: Int
  ) -> UInt32? {
    guard Int(id) + 1 < index.classStart.count else { return nil }
    let range = run(of: op.code, inClass: id)
    var best: UInt32?
    var fewest = UInt32(2 * widest + 1)
    for i in range.0..<range.1 {
      let candidate = index.byClass[Int(i)]
      let count = nodes[Int(candidate)].c1
      if candidate != node && count < fewest && count >= 2 * narrowest {
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
      let multiple = WeightedChild(id: inner[0].id, weight: part.weight)
      guard let product = smallest(arithmetic.product, inClass: multiple.id, except: node, widest: 64) else {
        return ([multiple], scale)
      }
      let factors = weightedChildren(nodes[Int(product)])
      if factors.contains(where: { $0.id == part.id || $0.id == multiple.id }) { return ([multiple], scale) }
      if journal.isOn { journal.noteChoice(multiple.id, product, factors) }
      return (factors.map { WeightedChild(id: $0.id, weight: $0.weight * part.weight) }, scale)
    }
    return nil
  }
}
