extension EGraph {
  /// What is wrong with the graph after ``rebuild()``: an empty list, unless the engine has a mistake.
  ///
  /// - Complexity: quadratic at worst; for tests.
  public mutating func brokenInvariants() -> [String] {
    var broken: [String] = []
    if pending.count > 0 { broken.append("unions are pending") }
    var seen: [[UInt64]: Int] = [:]
    var live = 0
    var classes = Set<UInt32>()
    for i in 0..<nodes.count where !nodes[i].isDead {
      live += 1
      classes.insert(find(UInt32(i)))
      let key = rowKey(i)
      if key.dropFirst(2).contains(where: { find(UInt32($0)) != UInt32($0) }) {
        broken.append("node \(i) has a child that is not canonical")
      }
      if let twin = seen.updateValue(i, forKey: key) { broken.append("nodes \(twin) and \(i) are the same") }
      if !isInTable(i) { broken.append("node \(i) is not in the table") }
    }
    if live != nodeCount { broken.append("\(live) nodes live, \(nodeCount) counted") }
    if table.count != live { broken.append("\(live) nodes live, \(table.count) in the table") }
    if classes.count != classCount { broken.append("\(classes.count) classes, \(classCount) counted") }
    return broken + brokenParents()
  }

  /// Operator, payload of a leaf, and children.
  private func rowKey(_ node: Int) -> [UInt64] {
    let record = nodes[node]
    let isLeaf = record.op & Operator.shapeMask == Operator.Shape.leaf.rawValue
    return [UInt64(record.op), isLeaf ? record.payload : 0] + childClasses(record).map { UInt64($0) }
  }

  /// The children of a node without their coefficients.
  func childClasses(_ record: NodeRecord) -> [UInt32] {
    switch Operator.Shape(rawValue: record.op & Operator.shapeMask) ?? .leaf {
    case .leaf: []
    case .unary: [record.c0]
    case .binary: [record.c0, record.c1]
    case .spilled: (0..<Int(record.c1)).map { children[Int(record.c0) + $0] }
    case .weighted: stride(from: 0, to: Int(record.c1), by: 2).map { children[Int(record.c0) + $0] }
    }
  }

  private func isInTable(_ node: Int) -> Bool {
    let record = nodes[node]
    let isInline = record.op & Operator.shapeMask <= Operator.Shape.binary.rawValue
    let tag = isInline ? NodeTable.hash(record.op, record.c0, record.c1) : hashOfChildren(record)
    var i = Int(tag) & table.mask
    while table.slots[i] != 0 {
      if table.slots[i] == NodeTable.slot(tag: tag, node: UInt32(node)) { return true }
      i = (i + 1) & table.mask
    }
    return false
  }

  /// Every live node must be in the parent list of each of its children.
  private func brokenParents() -> [String] {
    var broken: [String] = []
    var parentsOfClass: [UInt32: Set<UInt32>] = [:]
    for id in 0..<UInt32(nodes.count) where find(id) == id {
      var cell = parents[Int(id)].first
      var listed = Set<UInt32>()
      while cell != none {
        listed.insert(cells[Int(cell)].node)
        cell = cells[Int(cell)].next
      }
      parentsOfClass[id] = listed
    }
    for i in 0..<nodes.count where !nodes[i].isDead {
      for child in childClasses(nodes[i]) where parentsOfClass[child]?.contains(UInt32(i)) != true {
        broken.append("node \(i) is missing among the parents of class \(child)")
      }
    }
    return broken
  }
}
