/// A right side as straight-line code: every step fills the next slot.
///
/// Slots hold first the variables of the match, then the leaves, then the inner nodes. Equal parts are built once.
struct BuildProgram: Sendable {
  /// Pairs of an operator and the two halves of a payload.
  var leaves: CodeBlock
  var leafCount: Int
  /// For each node an operator, the number of its children, and their slots.
  var nodes: CodeBlock
  /// The slot of the whole.
  var result: Int
  var slotCount: Int

  init(_ pattern: NodePattern, variables: [String], in language: TermLanguage) throws(PatternError) {
    var builder = Builder(variables: variables, language: language)
    try builder.collectLeaves(pattern)
    result = try builder.slot(of: pattern)
    leaves = CodeBlock(builder.leaves)
    leafCount = builder.leaves.count / 3
    nodes = CodeBlock(builder.nodes)
    slotCount = builder.slotCount
  }

  private struct Builder {
    let language: TermLanguage
    var slots: [NodePattern: Int] = [:]
    var leaves: [UInt32] = []
    var nodes: [UInt32] = []
    var slotCount = 0

    init(variables: [String], language: TermLanguage) {
      self.language = language
      for name in variables { _ = claim(.variable(name)) }
    }

    mutating func claim(_ pattern: NodePattern) -> Int {
      slots[pattern] = slotCount
      slotCount += 1
      return slotCount - 1
    }

    mutating func collectLeaves(_ pattern: NodePattern) throws(PatternError) {
      if slots[pattern] != nil { return }
      switch pattern {
      case .variable(let name): throw .unboundVariable(name)
      case .number(let value):
        let (op, payload) = language.leaf(for: value)
        addLeaf(pattern, op, payload)
      case .symbol(let name):
        guard let id = language.symbolID(of: name) else { throw .unknownOperator(name, arity: 0) }
        addLeaf(pattern, language.symbol, UInt64(id))
      case .node(let name, let operands):
        guard let op = language.builder(named: name, arity: operands.count) else {
          throw .unknownOperator(name, arity: operands.count)
        }
        if operands.isEmpty { addLeaf(pattern, op, 0) }
        for operand in operands { try collectLeaves(operand) }
      }
    }

    private mutating func addLeaf(_ pattern: NodePattern, _ op: Operator, _ payload: UInt64) {
      leaves += [op.code, UInt32(payload >> 32), UInt32(truncatingIfNeeded: payload)]
      _ = claim(pattern)
    }

    mutating func slot(of pattern: NodePattern) throws(PatternError) -> Int {
      if let known = slots[pattern] { return known }
      guard case .node(let name, let operands) = pattern,
        let op = language.builder(named: name, arity: operands.count)
      else { throw .empty }
      var inner: [UInt32] = []
      for operand in operands { inner.append(UInt32(try slot(of: operand))) }
      nodes += [op.code, UInt32(operands.count)] + inner
      return claim(pattern)
    }
  }
}
