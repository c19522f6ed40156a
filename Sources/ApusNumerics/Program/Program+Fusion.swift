extension Program {
  /// The program with products that are only added to something fused with that sum.
  func withFusedProducts() -> Program {
    var useCounts = [Int](repeating: 0, count: instructions.count)
    for instruction in instructions {
      forEachOperand(of: instruction) { if $0.isResult { useCounts[$0.index] += 1 } }
    }
    for output in outputs where output.isResult { useCounts[output.index] += 1 }
    var fused = instructions
    /// The product that an operand is, if it is used nowhere else.
    func product(_ operand: Operand) -> Instruction? {
      guard operand.isResult, useCounts[operand.index] == 1, fused[operand.index].opcode == .multiply else {
        return nil
      }
      return fused[operand.index]
    }
    for (i, instruction) in instructions.enumerated() {
      switch instruction.opcode {
      case .add:
        if let p = product(instruction.b) {
          fused[i] = Instruction(.multiplyAdd, p.a, p.b, instruction.a)
        } else if let p = product(instruction.a) {
          fused[i] = Instruction(.multiplyAdd, p.a, p.b, instruction.b)
        }
      case .subtract:
        if let p = product(instruction.b) {
          fused[i] = Instruction(.negatedMultiplyAdd, p.a, p.b, instruction.a)
        } else if let p = product(instruction.a) {
          fused[i] = Instruction(.multiplySubtract, p.a, p.b, instruction.b)
        }
      default: break
      }
    }
    return Program(
      variables: variables, parameters: parameters, constants: constants, instructions: fused, calls: calls,
      outputs: outputs
    ).withoutDeadCode()
  }
}
