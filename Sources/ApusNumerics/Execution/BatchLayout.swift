/// A program divided for many points: what is the same at all points is computed once and before.
struct BatchLayout: Sendable {
  /// The instructions that depend on constants and parameters only.
  let prologue: [Int]
  /// The other ones.
  let body: [Int]
  /// Of each instruction, its place among the uniform values; −1 if it varies.
  private let uniformPlaces: [Int32]
  private let program: Program

  init(_ program: Program) {
    self.program = program
    var places = [Int32](repeating: -1, count: program.instructions.count)
    var (prologue, body): ([Int], [Int]) = ([], [])
    let first = program.constants.count + program.parameters.count
    for (i, instruction) in program.instructions.enumerated() {
      var isUniform = true
      program.forEachOperand(of: instruction) { operand in
        switch operand.source {
        case .result: if places[operand.index] < 0 { isUniform = false }
        case .variable: isUniform = false
        case .constant, .parameter: break
        }
      }
      if isUniform {
        places[i] = Int32(first + prologue.count)
        prologue.append(i)
      } else {
        body.append(i)
      }
    }
    self.prologue = prologue
    self.body = body
    uniformPlaces = places
  }

  /// How many uniform values there are: constants, then parameters, then results of the prologue.
  var uniformCount: Int { program.constants.count + program.parameters.count + prologue.count }

  /// The place of a uniform value; `nil` for what varies from point to point.
  @inline(__always) func uniformPlace(_ operand: Operand) -> Int? {
    switch operand.source {
    case .constant: operand.index
    case .parameter: program.constants.count + operand.index
    case .variable: nil
    case .result: uniformPlaces[operand.index] < 0 ? nil : Int(uniformPlaces[operand.index])
    }
  }

  /// How much room `computeUniforms` needs: two constants of machine code stand behind the uniform values.
  var tableCount: Int { uniformCount + CodeModel.specialConstants.count }

  /// Fills in the uniform values.
  func computeUniforms(_ parameters: UnsafePointer<Double>, into uniforms: UnsafeMutablePointer<Double>) {
    for (i, constant) in program.constants.enumerated() { uniforms[i] = constant }
    for (i, constant) in CodeModel.specialConstants.enumerated() { uniforms[uniformCount + i] = constant }
    let offset = program.constants.count
    for i in 0..<program.parameters.count { uniforms[offset + i] = parameters[i] }
    for index in prologue {
      let instruction = program.instructions[index]
      uniforms[Int(uniformPlaces[index])] = value(of: instruction, uniforms)
    }
  }

  private func value(of instruction: Instruction, _ uniforms: UnsafePointer<Double>) -> Double {
    func value(_ operand: Operand) -> Double { uniformPlace(operand).map { uniforms[$0] } ?? .nan }
    if instruction.opcode == .call {
      let call = program.calls[instruction.a.index]
      return call.function.machineValue(of: call.arguments.map { value($0) }) ?? .nan
    }
    let count = instruction.opcode.operandCount
    return instruction.opcode.applied(
      value(instruction.a), count > 1 ? value(instruction.b) : 0, count > 2 ? value(instruction.c) : 0)
  }
}
