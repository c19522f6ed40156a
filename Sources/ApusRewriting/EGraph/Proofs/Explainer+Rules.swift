import ApusNumbers

/// What the journal says of one application of a rule.
private struct RuleEntry {
  var rule: Int
  var root: UInt32
  var returned: UInt32
  var variables: [UInt32]
  var frames: [UInt32]
  var grounds: [UInt32]
  /// For each built slot the class that was used further on, and the node.
  var slots: [(returned: UInt32, node: UInt32)]
  var events: [UInt32]

  init(_ graph: borrowing EGraph, at entry: Int) {
    root = graph.journal.entries[entry + 1]
    returned = graph.journal.entries[entry + 2]
    rule = Int(graph.journal.entries[entry + 3])
    var at = entry + 4
    func list(_ graph: borrowing EGraph, _ at: inout Int) -> [UInt32] {
      let count = Int(graph.journal.entries[at])
      defer { at += 1 + count }
      return (0..<count).map { graph.journal.entries[at + 1 + $0] }
    }
    variables = list(graph, &at)
    frames = list(graph, &at)
    grounds = list(graph, &at)
    let pairs = list(graph, &at)
    slots = stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0], pairs[$0 + 1]) }
    events = list(graph, &at)
  }
}

extension Explainer {
  /// The node that matched equals the left side, the left side the right side, and the right side the node that was made.
  mutating func ruleInstance(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    let entry = RuleEntry(graph, at: at)
    let rule = rules[entry.rule]
    var variables: [String: Terms.Term] = [:]
    for (name, id) in zip(rule.match.variables, entry.variables) {
      guard let term = term(ofNode: id, graph) else { return nil }
      variables[terms.name(ofVariable: name)] = term
    }
    let matched = self.matched(rule.left, entry.root, [], entry, rule, graph)
    guard let instance = add(.rule(rule.name, variables)) else { return nil }
    guard let made = built(rule.build.result, entry, rule, graph) else { return nil }
    let node = nodeOfSlot(rule.build.result, entry, rule)
    return chain([matched, instance, made, prove(node, entry.returned, graph)])
  }

  /// That the term of a node is a part of the left side.
  private mutating func matched(
    _ pattern: NodePattern, _ node: UInt32, _ path: [Int], _ entry: RuleEntry, _ rule: RewriteRule,
    _ graph: borrowing EGraph
  ) -> Int? {
    switch pattern {
    case .variable(let name):
      guard let index = rule.match.variables.firstIndex(of: name) else { return nil }
      return prove(node, entry.variables[index], graph)
    case .number, .symbol: return same(node, graph)
    case .node(_, let operands):
      if operands.isEmpty { return same(node, graph) }
      var parts: [Int?] = []
      for (i, (child, operand)) in zip(graph.childrenOfOrigin(node), operands).enumerated() {
        parts.append(matchedChild(operand, child, path + [i], entry, rule, graph))
      }
      return self.operands(shape(ofNode: node, graph), parts)
    }
  }

  private mutating func matchedChild(
    _ pattern: NodePattern, _ child: UInt32, _ path: [Int], _ entry: RuleEntry, _ rule: RewriteRule,
    _ graph: borrowing EGraph
  ) -> Int? {
    var found: UInt32?
    if pattern.isGround {
      if let place = rule.match.groundPatterns.firstIndex(of: pattern) { found = entry.grounds[place] }
    } else if case .node = pattern {
      if let place = rule.match.framePaths.firstIndex(of: path) { found = entry.frames[place] }
    } else {
      return matched(pattern, child, path, entry, rule, graph)
    }
    guard let found else { return nil }
    let step = prove(child, found, graph)
    return chain([step, matched(pattern, found, path, entry, rule, graph)])
  }

  private func nodeOfSlot(_ slot: Int, _ entry: RuleEntry, _ rule: RewriteRule) -> UInt32 {
    let count = rule.match.variables.count
    return slot < count ? entry.variables[slot] : entry.slots[slot - count].node
  }

  /// That a part of the right side is the term of the node that was made for it.
  private mutating func built(
    _ slot: Int, _ entry: RuleEntry, _ rule: RewriteRule, _ graph: borrowing EGraph
  ) -> Int? {
    let count = rule.match.variables.count
    if slot < count + rule.build.leafCount { return same(nodeOfSlot(slot, entry, rule), graph) }
    var at = 0
    var next = count + rule.build.leafCount
    let words = rule.build.nodes.words
    while next < slot {
      at += 2 + Int(words[at + 1])
      next += 1
    }
    let op = Operator(code: words[at])
    let operandSlots = (0..<Int(words[at + 1])).map { Int(words[at + 2 + $0]) }
    var parts: [Int?] = []
    let node = nodeOfSlot(slot, entry, rule)
    if op.shape == .weighted || op == graph.arithmetic?.power {
      return builtArithmetic(op, operandSlots, node, entry, rule, graph)
    }
    for (operand, child) in zip(operandSlots, graph.childrenOfOrigin(node)) {
      let inner = built(operand, entry, rule, graph)
      parts.append(chain([inner, prove(nodeOfSlot(operand, entry, rule), child, graph)]))
    }
    return operands(terms.shape(op, weights: [], in: graph), parts)
  }

  /// The same for a sum, a product or a power, which may have become something simpler.
  private mutating func builtArithmetic(
    _ op: Operator, _ operandSlots: [Int], _ node: UInt32, _ entry: RuleEntry, _ rule: RewriteRule,
    _ graph: borrowing EGraph
  ) -> Int? {
    var parts: [Int?] = []
    for operand in operandSlots { parts.append(built(operand, entry, rule, graph)) }
    let weights = Array(repeating: Rational.one, count: operandSlots.count)
    guard let whole = operands(terms.shape(op, weights: weights, in: graph), parts) else { return nil }
    var making = ArithmeticEvents(entry.events)
    guard let made = reached(node, &making, graph) else { return nil }
    return chain([whole, add(.arithmetic(conclusion(whole).right, conclusion(made).left)), made])
  }
}
