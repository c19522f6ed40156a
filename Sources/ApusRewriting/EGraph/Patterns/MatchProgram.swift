/// A left side as a program for the matching machine.
struct MatchProgram: Sendable {
  /// The instructions; each is an opcode and its operands, a word each.
  enum Opcode: UInt32 {
    /// A match is complete.
    case yield
    /// register, register: both must hold the same class.
    case compare
    /// register, slot: the register must hold the class of a ground term.
    case ground
    /// frame, register, operator, first output: try each node with the operator in the class of the register.
    case bind
  }

  /// A term without variables that is looked up once a search.
  struct GroundTerm: Sendable {
    var op: Operator
    var payload: UInt64
    var operands: [Int]
  }

  /// The operator at the root; `nil` for a pattern that is only a variable or has no variables.
  var rootOperator: Operator?
  /// For a pattern without variables, the slot of its ground term.
  var groundRoot: Int?
  var code: CodeBlock
  var groundTerms: [GroundTerm]
  /// The patterns of the ground terms.
  var groundPatterns: [NodePattern]
  /// The slots of those ground terms that have operands.
  var compoundGrounds: CodeBlock
  /// For each frame, where its part stands in the pattern.
  var framePaths: [[Int]]
  /// The variables, and the registers that hold them when a match is complete.
  var variables: [String]
  var variableRegisters: CodeBlock
  var registerCount: Int
  var frameCount: Int
}

/// Translates a pattern: checks come as early as they can, and the part with the most bound variables is matched first.
struct MatchCompiler {
  private let language: TermLanguage
  private var code: [UInt32] = []
  private(set) var groundTerms: [MatchProgram.GroundTerm] = []
  private var groundSlots: [NodePattern: Int] = [:]
  private var registerOfVariable: [String: Int] = [:]
  private var registerCount = 1
  private var frameCount = 0
  private var waiting: [Waiting] = []
  private(set) var groundPatterns: [NodePattern] = []
  private var framePaths: [[Int]] = []

  /// A nested part that is still to be matched.
  private struct Waiting {
    var register: Int
    var op: Operator
    var operands: [NodePattern]
    var path: [Int]
  }

  init(_ language: TermLanguage) {
    self.language = language
  }

  /// The program for a pattern, whose variables are given in the order in which matches list them.
  mutating func program(for pattern: NodePattern) throws(PatternError) -> MatchProgram {
    var rootOperator: Operator?
    var groundRoot: Int?
    if pattern.isGround {
      groundRoot = try slot(of: pattern)
    } else if case .node(let name, let operands) = pattern {
      let op = try findOperator(name, arity: operands.count)
      rootOperator = op
      try enter(operands, from: claim(operands.count), path: [])
      while let next = nextWaiting() { try bind(next) }
    } else if case .variable(let name) = pattern {
      registerOfVariable[name] = 0
    }
    emit(.yield, [])
    let variables = pattern.variables
    let registers = variables.map { UInt32(registerOfVariable[$0] ?? 0) }
    return MatchProgram(
      rootOperator: rootOperator, groundRoot: groundRoot, code: CodeBlock(code), groundTerms: groundTerms,
      groundPatterns: groundPatterns, compoundGrounds: CodeBlock(compoundGrounds), framePaths: framePaths,
      variables: variables,
      variableRegisters: CodeBlock(registers), registerCount: registerCount,
      frameCount: frameCount)
  }

  private var compoundGrounds: [UInt32] {
    groundTerms.indices.filter { !groundTerms[$0].operands.isEmpty }.map { UInt32($0) }
  }

  private mutating func bind(_ part: Waiting) throws(PatternError) {
    let first = claim(part.operands.count)
    emit(.bind, [frameCount, part.register, Int(part.op.code), first])
    frameCount += 1
    framePaths.append(part.path)
    try enter(part.operands, from: first, path: part.path)
  }

  /// Takes note of the children that stand in registers from `first` on.
  private mutating func enter(_ operands: [NodePattern], from first: Int, path: [Int]) throws(PatternError) {
    for (i, operand) in operands.enumerated() {
      let register = first + i
      if operand.isGround {
        emit(.ground, [register, try slot(of: operand)])
      } else if case .variable(let name) = operand {
        if let known = registerOfVariable[name] {
          emit(.compare, [known, register])
        } else {
          registerOfVariable[name] = register
        }
      } else if case .node(let name, let inner) = operand {
        let op = try findOperator(name, arity: inner.count)
        waiting.append(Waiting(register: register, op: op, operands: inner, path: path + [i]))
      }
    }
  }

  /// The part that leaves the fewest variables unbound.
  private mutating func nextWaiting() -> Waiting? {
    var best: Int?
    var fewest = Int.max
    for (i, part) in waiting.enumerated() {
      let unbound = NodePattern.node("", part.operands).variables.count { registerOfVariable[$0] == nil }
      if unbound < fewest {
        fewest = unbound
        best = i
      }
    }
    return best.map { waiting.remove(at: $0) }
  }

  /// The slot of a ground term.
  mutating func slot(of pattern: NodePattern) throws(PatternError) -> Int {
    if let known = groundSlots[pattern] { return known }
    let term: MatchProgram.GroundTerm
    switch pattern {
    case .variable(let name): throw .unboundVariable(name)
    case .number(let value):
      let (op, payload) = language.leaf(for: value)
      term = .init(op: op, payload: payload, operands: [])
    case .symbol(let name):
      guard let id = language.symbolID(of: name) else { throw .unknownOperator(name, arity: 0) }
      term = .init(op: language.symbol, payload: UInt64(id), operands: [])
    case .node(let name, let operands):
      let op = try findOperator(name, arity: operands.count)
      var slots: [Int] = []
      for operand in operands { slots.append(try slot(of: operand)) }
      term = .init(op: op, payload: 0, operands: slots)
    }
    groundTerms.append(term)
    groundPatterns.append(pattern)
    groundSlots[pattern] = groundTerms.count - 1
    return groundTerms.count - 1
  }

  private func findOperator(_ name: String, arity: Int) throws(PatternError) -> Operator {
    guard let op = language.operator(named: name, arity: arity) else {
      throw .unknownOperator(name, arity: arity)
    }
    return op
  }

  private mutating func claim(_ count: Int) -> Int {
    defer { registerCount += count }
    return registerCount
  }

  private mutating func emit(_ opcode: MatchProgram.Opcode, _ operands: [Int]) {
    code.append(opcode.rawValue)
    code += operands.map { UInt32($0) }
  }
}
