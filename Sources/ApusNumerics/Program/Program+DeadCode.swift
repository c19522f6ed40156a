extension Program {
  /// The program without instructions and constants that no output needs.
  func withoutDeadCode() -> Program {
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    for output in outputs where output.isResult { isNeeded[output.index] = true }
    var index = instructions.count - 1
    while index >= 0 {
      if isNeeded[index] {
        forEachOperand(of: instructions[index]) { if $0.isResult { isNeeded[$0.index] = true } }
      }
      index -= 1
    }
    var renumbering = Renumbering(self)
    for index in instructions.indices where isNeeded[index] { renumbering.append(index) }
    return renumbering.program()
  }
}

/// Copies some of the instructions of a program and renumbers what they refer to.
private struct Renumbering {
  private let old: Program
  private var instructions: [Instruction] = []
  private var constants: [Double] = []
  private var calls: [Program.Call] = []
  private var results: [Operand]
  private var constantMap: [Operand?]

  init(_ program: Program) {
    old = program
    results = Array(repeating: .none, count: program.instructions.count)
    constantMap = Array(repeating: nil, count: program.constants.count)
  }

  mutating func append(_ index: Int) {
    var instruction = old.instructions[index]
    if instruction.opcode == .call {
      var call = old.calls[instruction.a.index]
      for i in call.arguments.indices { call.arguments[i] = mapped(call.arguments[i]) }
      calls.append(call)
      instruction.a = Operand(.constant, calls.count - 1)
    } else {
      let count = instruction.opcode.operandCount
      instruction.a = mapped(instruction.a)
      if count > 1 { instruction.b = mapped(instruction.b) }
      if count > 2 { instruction.c = mapped(instruction.c) }
    }
    results[index] = Operand(.result, instructions.count)
    instructions.append(instruction)
  }

  private mutating func mapped(_ operand: Operand) -> Operand {
    switch operand.source {
    case .result: return results[operand.index]
    case .variable, .parameter: return operand
    case .constant:
      if let known = constantMap[operand.index] { return known }
      constants.append(old.constants[operand.index])
      let fresh = Operand(.constant, constants.count - 1)
      constantMap[operand.index] = fresh
      return fresh
    }
  }

  mutating func program() -> Program {
    let outputs = old.outputs.map { mapped($0) }
    return Program(
      variables: old.variables, parameters: old.parameters, constants: constants,
      instructions: instructions, calls: calls, outputs: outputs)
  }
}
