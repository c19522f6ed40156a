extension EGraph {
  /// Keeps the numbers that classes are known to be when one class absorbs another.
  mutating func mergeConstants(_ absorbed: UInt32, into keep: UInt32) {
    let value = constants[Int(absorbed)]
    if value == none { return }
    let other = constants[Int(keep)]
    if other == none {
      constants[Int(keep)] = value
      newConstants.append(keep)
    } else if other != value {
      hasContradiction = true
    }
  }

  /// Simplifies the n-ary parents of classes that became known numbers.
  ///
  /// - Returns: whether there were any.
  mutating func simplifyParentsOfConstants() -> Bool {
    if newConstants.isEmpty { return false }
    let classes = newConstants
    newConstants = []
    for id in classes {
      var cell = parents[Int(find(id))].first
      while cell != none {
        let entry = cells[Int(cell)]
        cell = entry.next
        let record = nodes[Int(entry.node)]
        if !record.isDead && record.op & Operator.shapeMask == Operator.Shape.weighted.rawValue {
          _ = renewWeighted(entry.node, record)
        }
      }
    }
    return true
  }

  /// Makes an n-ary node anew from what is known of its children, and takes the old one out if that is another node.
  ///
  /// - Returns: whether the old node stays.
  mutating func renewWeighted(_ node: UInt32, _ record: NodeRecord) -> Bool {
    guard let arithmetic else { return true }
    let parts = weightedChildren(record)
    if journal.isOn { journal.beginEvents(parts) }
    let limit = nodeLimit
    // What replaces a node must never be refused.
    nodeLimit = Int(Int32.max) - 1
    let isSum = record.op == arithmetic.sum.code
    let result = isSum ? makeSum(parts) : makeProduct(parts)
    nodeLimit = limit
    if result == none || find(result) == find(node) && weightedStands(record) { return true }
    table.remove(tag: hashOfChildren(record), node: node)
    nodes.base[Int(node)].op |= NodeRecord.deadBit
    nodeCount -= 1
    equateByArithmetic(node, result)
    return false
  }

  /// Makes a node equal to what arithmetic made of it.
  ///
  /// - Returns: whether this was news.
  @discardableResult
  mutating func equateByArithmetic(_ node: UInt32, _ made: UInt32) -> Bool {
    let (first, second) = (find(node), find(made))
    if first == second { return false }
    if journal.isOn { journal.noteArithmetic(node, made) }
    merge(first, second)
    return true
  }

  /// Whether the children of an n-ary node are canonical.
  func weightedStands(_ record: NodeRecord) -> Bool {
    for i in stride(from: 0, to: Int(record.c1), by: 2) {
      let child = children[Int(record.c0) + i]
      if find(child) != child { return false }
    }
    return true
  }

  /// Whether something is divided by zero, or is a logarithm of zero, for all values of the symbols: then the terms that
  /// the graph began with have no value anywhere, and equalities say nothing.
  var hasNoValue: Bool {
    guard let arithmetic else { return false }
    let log = language.operator(named: "log", arity: 1)
    for i in 0..<nodes.count where !nodes[i].isDead {
      let record = nodes[i]
      if record.op == arithmetic.product.code {
        for part in weightedChildren(record) where part.weight.isNegative {
          if constant(part.id)?.isZero == true { return true }
        }
      } else if record.op == log?.code, constant(record.c0)?.isZero == true {
        return true
      }
    }
    return false
  }
}
