extension EGraph {
  /// The class of a node, which is added if it is new.
  ///
  /// - Precondition: the number of children is the arity of the operator, and the children are of this graph.
  /// - Returns: `nil` if the node is new and there are ``nodeLimit`` nodes already.
  /// - Complexity: constant for a fixed arity.
  public mutating func add(_ op: Operator, _ operands: [ClassID] = []) -> ClassID? {
    precondition(operands.count == language.arity(of: op), "wrong number of children")
    precondition(operands.allSatisfy { Int($0.raw) < nodes.count }, "a child of another graph")
    let id: UInt32
    switch op.shape {
    case .leaf: id = addInline(op.code, 0, 0)
    case .unary: id = addInline(op.code, find(operands[0].raw), 0)
    case .binary: id = addInline(op.code, find(operands[0].raw), find(operands[1].raw))
    case .spilled, .weighted:
      scratch.removeAll()
      for operand in operands { scratch.append(find(operand.raw)) }
      id = addSpilled(op.code)
    }
    return id == none ? nil : ClassID(id)
  }

  /// The class of an integer.
  public mutating func add(number value: Int) -> ClassID? {
    addLeaf(language.number, payload: UInt64(bitPattern: Int64(value)))
  }

  /// The class of a symbol.
  public mutating func add(symbol name: String) -> ClassID? {
    let id = language.symbol(named: name)
    return addLeaf(language.symbol, payload: UInt64(id))
  }

  /// The class of a leaf with 64 bits of its own, such as the index of a constant in a table of the caller.
  public mutating func addLeaf(_ op: Operator, payload: UInt64) -> ClassID? {
    precondition(op.shape == .leaf)
    let id = addInline(op.code, UInt32(payload >> 32), UInt32(truncatingIfNeeded: payload))
    return id == none ? nil : ClassID(id)
  }

  /// The class of a node with at most two children, which must be canonical; ``none`` if the graph is full.
  @inline(__always)
  mutating func addInline(_ op: UInt32, _ c0: UInt32, _ c1: UInt32) -> UInt32 {
    let tag = NodeTable.hash(op, c0, c1)
    let known = lookup(op, c0, c1, tag: tag)
    if known != none {
      lastNode = known
      return find(known)
    }
    if nodeCount >= nodeLimit {
      isFull = true
      return none
    }
    let id = appendNode(op, c0, c1, tag: tag)
    let shape = op & Operator.shapeMask
    if shape >= Operator.Shape.unary.rawValue {
      link(id, toChild: c0)
      if shape == Operator.Shape.binary.rawValue && c1 != c0 { link(id, toChild: c1) }
    }
    return id
  }

  /// The node with an operator and canonical children, or ``none``.
  @inline(__always)
  func lookup(_ op: UInt32, _ c0: UInt32, _ c1: UInt32, tag: UInt32) -> UInt32 {
    let slots = table.slots
    let mask = table.mask
    let nodes = nodes.base
    var i = Int(tag) & mask
    while true {
      let slot = slots[i]
      if slot == 0 { return none }
      if UInt32(truncatingIfNeeded: slot >> 32) == tag {
        let id = NodeTable.node(ofSlot: slot)
        let record = nodes[Int(id)]
        if record.op == op && record.c0 == c0 && record.c1 == c1 { return id }
      }
      i = (i + 1) & mask
    }
  }

  /// The class of a node whose canonical children are in ``scratch``.
  mutating func addSpilled(_ op: UInt32) -> UInt32 {
    let tag = hashOfScratch(op)
    let known = lookupScratch(op, tag: tag)
    if known != none {
      lastNode = known
      return find(known)
    }
    if nodeCount >= nodeLimit {
      isFull = true
      return none
    }
    let start = children.count
    for i in 0..<scratch.count { children.append(scratch[i]) }
    let id = appendNode(op, UInt32(start), UInt32(scratch.count), tag: tag)
    let step = op & Operator.shapeMask == Operator.Shape.weighted.rawValue ? 2 : 1
    for i in stride(from: 0, to: scratch.count, by: step) { link(id, toChild: scratch[i]) }
    return id
  }

  func hashOfScratch(_ op: UInt32) -> UInt32 {
    var tag = NodeTable.hash(op, UInt32(scratch.count), 0)
    for i in 0..<scratch.count { tag = NodeTable.hash(op, tag, scratch[i]) }
    return tag
  }

  /// The node with an operator and the children in ``scratch``, or ``none``.
  func lookupScratch(_ op: UInt32, tag: UInt32) -> UInt32 {
    var i = Int(tag) & table.mask
    while true {
      let slot = table.slots[i]
      if slot == 0 { return none }
      if UInt32(truncatingIfNeeded: slot >> 32) == tag {
        let id = NodeTable.node(ofSlot: slot)
        let record = nodes[Int(id)]
        if record.op == op && scratchEquals(record) { return id }
      }
      i = (i + 1) & table.mask
    }
  }

  private func scratchEquals(_ record: NodeRecord) -> Bool {
    guard Int(record.c1) == scratch.count else { return false }
    for i in 0..<scratch.count where children[Int(record.c0) + i] != scratch[i] { return false }
    return true
  }

  @inline(__always)
  private mutating func appendNode(_ op: UInt32, _ c0: UInt32, _ c1: UInt32, tag: UInt32) -> UInt32 {
    let id = UInt32(truncatingIfNeeded: nodes.count)
    nodes.append(NodeRecord(op: op, c0: c0, c1: c1, stamp: now))
    forest.append(id)
    roots.append(id)
    parents.append(ParentList(first: none, count: 0))
    if let arithmetic { constants.append(op == arithmetic.number.code ? c1 : none) }
    lastNode = id
    table.insert(tag: tag, node: id)
    nodeCount += 1
    classCount += 1
    return id
  }

  @inline(__always)
  private mutating func link(_ node: UInt32, toChild child: UInt32) {
    let list = parents[Int(child)]
    let cell = UInt32(truncatingIfNeeded: cells.count)
    cells.append(ParentCell(next: list.first, node: node))
    parents[Int(child)] = ParentList(first: cell, count: list.count &+ 1)
  }
}
