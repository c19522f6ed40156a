import ApusNumbers

// Nodes by what they are made of.
extension EGraph {
  /// The node of a sum or product with so many parts as they stand, equal ones together, if none of a product is a known number.
  func weightedNode(_ op: Operator, _ parts: [WeightedChild]) -> UInt32? {
    guard let arithmetic else { return nil }
    var constant = Rational.zero
    var kept: [WeightedChild] = []
    for part in parts {
      if let value = self.constant(part.id) {
        if op == arithmetic.product { return nil }
        constant += value * part.weight
      } else {
        kept.append(WeightedChild(id: find(part.id), weight: part.weight))
      }
    }
    if !constant.isZero {
      guard let unit = number(.one, arithmetic) else { return nil }
      kept.append(WeightedChild(id: find(unit), weight: constant))
    }
    var words: [UInt32] = []
    for part in kept.collected() {
      guard let weight = rationals.known(part.weight) else { return nil }
      words += [part.id, weight]
    }
    return node(op.code, children: words)
  }

  /// The node of a rational number.
  func number(_ value: Rational, _ arithmetic: Arithmetic) -> UInt32? {
    guard let id = rationals.known(value) else { return nil }
    let code = arithmetic.number.code
    let node = lookup(code, 0, id, tag: NodeTable.hash(code, 0, id))
    return node == none ? nil : node
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

  /// The node that stands for a node after unions: the number that its class is known to be, else the node itself or the one that it
  /// was a duplicate of.
  ///
  /// The graph must be rebuilt.
  func living(_ node: UInt32) -> UInt32? {
    let record = nodes[Int(node)]
    if let arithmetic, let value = constant(node) { return number(value, arithmetic) }
    if !record.isDead { return node }
    let op = record.op & ~NodeRecord.deadBit
    if op & Operator.shapeMask == Operator.Shape.weighted.rawValue {
      return weightedNode(Operator(code: op), weightedChildren(record))
    }
    let operands = childClasses(record).map { find($0) }
    let (start, end) = run(of: op, inClass: find(node))
    for i in start..<end {
      let twin = index.byClass[Int(i)]
      if childClasses(nodes[Int(twin)]).elementsEqual(operands, by: { find($0) == $1 }) { return twin }
    }
    return nil
  }
}
