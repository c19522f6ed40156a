import ApusNumbers

/// What the journal says of one application of a rule.
private struct RuleEntry {
  var rule: Int
  var root: UInt32
  var result: UInt32
  /// The nodes that matched the nested parts.
  var frames: [UInt32]
  /// The nodes of the parts without variables that have operands.
  var grounds: [UInt32]
  /// The nodes that were made, leaves left out.
  var made: [UInt32]
  var events: [UInt32]

  init?(_ graph: borrowing EGraph, at entry: Int, _ rules: [RewriteRule]) {
    let end = entry + Int(graph.journal.entries[entry] >> ProofJournal.kindBits)
    root = graph.journal.entries[entry + 1]
    result = graph.journal.entries[entry + 2]
    rule = Int(graph.journal.entries[entry + 3])
    guard rules.indices.contains(rule) else { return nil }
    let (match, build) = (rules[rule].match, rules[rule].build)
    var at = entry + 4
    func list(_ count: Int, _ graph: borrowing EGraph) -> [UInt32] {
      defer { at += count }
      return (at..<at + count).map { graph.journal.entries[$0] }
    }
    guard at + match.frameCount + match.compoundGrounds.count <= end else { return nil }
    frames = list(match.frameCount, graph)
    grounds = list(match.compoundGrounds.count, graph)
    let madeCount = build.slotCount - match.variables.count - build.leafCount
    guard at + madeCount <= end else { return nil }
    made = list(madeCount, graph)
    events = list(end - at, graph)
  }
}

/// One application of a rule with the nodes for its variables: the children that matched when each first occurs.
private struct RuleApplication {
  let entry: RuleEntry
  let rule: RewriteRule
  private(set) var nodeOfVariable: [String: UInt32] = [:]

  init(_ entry: RuleEntry, _ rule: RewriteRule, _ graph: borrowing EGraph) {
    self.entry = entry
    self.rule = rule
    bind(rule.left, entry.root, [], graph)
  }

  private mutating func bind(
    _ pattern: NodePattern, _ node: UInt32, _ path: [Int], _ graph: borrowing EGraph
  ) {
    switch pattern {
    case .variable(let name): if nodeOfVariable[name] == nil { nodeOfVariable[name] = node }
    case .number, .symbol: break
    case .node(_, let operands):
      if pattern.isGround { return }
      for (i, (child, operand)) in zip(graph.childrenOfOrigin(node), operands).enumerated() {
        bind(operand, matchedNode(operand, child, path + [i], graph) ?? child, path + [i], graph)
      }
    }
  }

  /// The node that a nested part matched; `nil` for a variable.
  func matchedNode(
    _ pattern: NodePattern, _ child: UInt32, _ path: [Int], _ graph: borrowing EGraph
  ) -> UInt32? {
    if pattern.isGround {
      guard let slot = rule.match.groundPatterns.firstIndex(of: pattern) else { return nil }
      let term = rule.match.groundTerms[slot]
      if term.operands.isEmpty { return graph.node(ofLeaf: term.op, payload: term.payload) }
      let compound = rule.match.compoundGrounds
      return (0..<compound.count).first { Int(compound.words[$0]) == slot }.map { entry.grounds[$0] }
    }
    guard case .node = pattern else { return nil }
    return rule.match.framePaths.firstIndex(of: path).map { entry.frames[$0] }
  }

  /// The node in a slot of the right side.
  func node(ofSlot slot: Int, _ graph: borrowing EGraph) -> UInt32? {
    let (match, build) = (rule.match, rule.build)
    if slot < match.variables.count { return nodeOfVariable[match.variables[slot]] }
    let leaf = slot - match.variables.count
    if leaf >= build.leafCount { return entry.made[leaf - build.leafCount] }
    let words = build.leaves.words + 3 * leaf
    return graph.node(ofLeaf: Operator(code: words[0]), payload: UInt64(words[1]) << 32 | UInt64(words[2]))
  }
}

extension EGraph {
  /// The node of a leaf, which is never a duplicate of another one.
  fileprivate func node(ofLeaf op: Operator, payload: UInt64) -> UInt32? {
    let (c0, c1) = (UInt32(payload >> 32), UInt32(truncatingIfNeeded: payload))
    let found = lookup(op.code, c0, c1, tag: NodeTable.hash(op.code, c0, c1))
    return found == none ? nil : found
  }
}

extension Explainer {
  /// The node that matched equals the left side, the left side the right side, and the right side the node that was made.
  mutating func ruleInstance(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    guard let entry = RuleEntry(graph, at: at, rules) else { return nil }
    let rule = rules[entry.rule]
    let application = RuleApplication(entry, rule, graph)
    var variables: [String: Terms.Term] = [:]
    for name in rule.match.variables {
      guard let node = application.nodeOfVariable[name], let term = term(ofNode: node, graph) else {
        return nil
      }
      variables[terms.name(ofVariable: name)] = term
    }
    let matched = self.matched(rule.left, entry.root, [], application, graph)
    guard let instance = add(.rule(rule.name, variables)) else { return nil }
    guard let made = built(rule.build.result, application, graph),
      let node = application.node(ofSlot: rule.build.result, graph)
    else { return nil }
    return chain([matched, instance, made, prove(node, entry.result, graph)])
  }

  /// That the term of a node is a part of the left side.
  private mutating func matched(
    _ pattern: NodePattern, _ node: UInt32, _ path: [Int], _ application: RuleApplication,
    _ graph: borrowing EGraph
  ) -> Int? {
    switch pattern {
    case .variable(let name):
      guard let first = application.nodeOfVariable[name] else { return nil }
      return prove(node, first, graph)
    case .number, .symbol: return same(node, graph)
    case .node(_, let operands):
      if operands.isEmpty { return same(node, graph) }
      var parts: [Int?] = []
      for (i, (child, operand)) in zip(graph.childrenOfOrigin(node), operands).enumerated() {
        parts.append(matchedChild(operand, child, path + [i], application, graph))
      }
      return self.operands(shape(ofNode: node, graph), parts)
    }
  }

  private mutating func matchedChild(
    _ pattern: NodePattern, _ child: UInt32, _ path: [Int], _ application: RuleApplication,
    _ graph: borrowing EGraph
  ) -> Int? {
    if case .variable = pattern { return matched(pattern, child, path, application, graph) }
    guard let found = application.matchedNode(pattern, child, path, graph) else { return nil }
    let step = prove(child, found, graph)
    return chain([step, matched(pattern, found, path, application, graph)])
  }

  /// That a part of the right side is the term of the node that was made for it.
  private mutating func built(_ slot: Int, _ application: RuleApplication, _ graph: borrowing EGraph) -> Int?
  {
    let build = application.rule.build
    let first = application.rule.match.variables.count + build.leafCount
    guard let node = application.node(ofSlot: slot, graph) else { return nil }
    if slot < first { return same(node, graph) }
    var at = 0
    var next = first
    let words = build.nodes.words
    while next < slot {
      at += 2 + Int(words[at + 1])
      next += 1
    }
    let op = Operator(code: words[at])
    let operandSlots = (0..<Int(words[at + 1])).map { Int(words[at + 2 + $0]) }
    if op.shape == .weighted || op == graph.arithmetic?.power {
      return builtArithmetic(op, operandSlots, node, application, graph)
    }
    var parts: [Int?] = []
    for (operand, child) in zip(operandSlots, graph.childrenOfOrigin(node)) {
      guard let operandNode = application.node(ofSlot: operand, graph) else { return nil }
      let inner = built(operand, application, graph)
      parts.append(chain([inner, prove(operandNode, child, graph)]))
    }
    return operands(terms.shape(op, weights: [], in: graph), parts)
  }

  /// The same for a sum, a product or a power, which may have become something simpler.
  private mutating func builtArithmetic(
    _ op: Operator, _ operandSlots: [Int], _ node: UInt32, _ application: RuleApplication,
    _ graph: borrowing EGraph
  ) -> Int? {
    var parts: [Int?] = []
    for operand in operandSlots { parts.append(built(operand, application, graph)) }
    let weights = Array(repeating: Rational.one, count: operandSlots.count)
    guard let whole = operands(terms.shape(op, weights: weights, in: graph), parts) else { return nil }
    var making = ArithmeticEvents(application.entry.events)
    guard let made = reached(node, &making, graph) else { return nil }
    return chain([whole, add(.arithmetic(conclusion(whole).right, conclusion(made).left)), made])
  }
}
