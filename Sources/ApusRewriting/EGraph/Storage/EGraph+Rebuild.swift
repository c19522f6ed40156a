extension EGraph {
  /// Draws the conclusions of all unions: nodes with equal children become equal, and the index is brought up to date.
  ///
  /// - Complexity: about linear in the nodes, and in the parents of the classes that were absorbed.
  public mutating func rebuild() {
    repeat {
      repeat { closeCongruence() } while simplifyParentsOfConstants()
      buildIndex()
    } while !analyses.isEmpty && updateAnalyses()
  }

  /// Repairs the parents of absorbed classes until no two different nodes have the same operator and children.
  mutating func closeCongruence() {
    while pending.count > 0 {
      let absorbed = pending.removeLast()
      var cell = parents[Int(absorbed)].first
      if cell == none { continue }
      var firstKept = none
      var lastKept = none
      while cell != none {
        let entry = cells[Int(cell)]
        if repair(entry.node) {
          if firstKept == none { firstKept = cell } else { cells.base[Int(lastKept)].next = cell }
          lastKept = cell
        }
        cell = entry.next
      }
      parents[Int(absorbed)].first = none
      guard lastKept != none else { continue }
      let keep = Int(find(absorbed))
      cells.base[Int(lastKept)].next = parents[keep].first
      parents.base[keep].first = firstKept
    }
  }

  /// Makes the children of a node canonical.
  ///
  /// - Returns: whether the node is still alive: not a duplicate of another one.
  @inline(__always)
  private mutating func repair(_ node: UInt32) -> Bool {
    let record = nodes[Int(node)]
    if record.isDead { return false }
    let shape = record.op & Operator.shapeMask
    if shape > Operator.Shape.binary.rawValue { return repairSpilled(node, record) }
    let c0 = find(record.c0)
    let c1 = shape == Operator.Shape.binary.rawValue ? find(record.c1) : record.c1
    if c0 == record.c0 && c1 == record.c1 { return true }
    table.remove(tag: NodeTable.hash(record.op, record.c0, record.c1), node: node)
    let tag = NodeTable.hash(record.op, c0, c1)
    let twin = lookup(record.op, c0, c1, tag: tag)
    if twin != none {
      retire(node, for: twin)
      return false
    }
    if journal.isOn { journal.repairs.append(.init(node: node, c0: record.c0, c1: record.c1)) }
    nodes[Int(node)] = NodeRecord(op: record.op, c0: c0, c1: c1, stamp: now)
    table.insert(tag: tag, node: node)
    return true
  }

  private mutating func repairSpilled(_ node: UInt32, _ record: NodeRecord) -> Bool {
    if record.op & Operator.shapeMask == Operator.Shape.weighted.rawValue {
      return weightedStands(record) || renewWeighted(node, record)
    }
    var start = Int(record.c0)
    scratch.removeAll()
    var changed = false
    for i in 0..<Int(record.c1) {
      let child = children[start + i]
      let root = find(child)
      scratch.append(root)
      if root != child { changed = true }
    }
    if !changed { return true }
    let canonicalTag = hashOfScratch(record.op)
    let twin = lookupScratch(record.op, tag: canonicalTag)
    table.remove(tag: hashOfChildren(record), node: node)
    if twin != none {
      retire(node, for: twin)
      return false
    }
    if journal.isOn {
      // The children with which the node was made stay where they are.
      journal.repairs.append(.init(node: node, c0: record.c0, c1: record.c1))
      start = children.count
      for i in 0..<scratch.count { children.append(scratch[i]) }
      nodes.base[Int(node)].c0 = UInt32(start)
    }
    for i in 0..<scratch.count { children[start + i] = scratch[i] }
    nodes[Int(node)].stamp = now
    table.insert(tag: canonicalTag, node: node)
    return true
  }

  func hashOfChildren(_ record: NodeRecord) -> UInt32 {
    var tag = NodeTable.hash(record.op, record.c1, 0)
    for i in 0..<Int(record.c1) { tag = NodeTable.hash(record.op, tag, children[Int(record.c0) + i]) }
    return tag
  }

  /// Takes a duplicate out of the graph and makes its class one with the class of the node that stays.
  private mutating func retire(_ node: UInt32, for twin: UInt32) {
    nodes.base[Int(node)].op |= NodeRecord.deadBit
    nodeCount -= 1
    let (first, second) = (find(node), find(twin))
    if first == second { return }
    if journal.isOn { journal.note(.congruence, node, twin) }
    merge(first, second)
  }
}
