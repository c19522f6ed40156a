/// Collects instructions: equal ones are made once, those on constants are computed, and those that change nothing or have a
/// cheaper equivalent are replaced.
struct ProgramBuilder {
  private(set) var instructions: [Instruction] = []
  private(set) var constants: [Double] = []
  private(set) var calls: [Program.Call] = []
  private var constantIndices: [UInt64: Int] = [:]
  private var table: [UInt32]
  /// Whether equal instructions are shared; without, the program is the expressions as they are written.
  let sharesResults: Bool
  /// Whether operations on constants are computed here, in machine numbers.
  let foldsConstants: Bool

  init(capacity: Int, sharesResults: Bool = true, foldsConstants: Bool = true) {
    var slots = 256
    while slots < 2 * capacity { slots *= 2 }
    table = Array(repeating: 0, count: slots)
    self.sharesResults = sharesResults
    self.foldsConstants = foldsConstants
  }

  mutating func constant(_ value: Double) -> Operand {
    if let index = constantIndices[value.bitPattern] { return Operand(.constant, index) }
    constants.append(value)
    constantIndices[value.bitPattern] = constants.count - 1
    return Operand(.constant, constants.count - 1)
  }

  func value(_ operand: Operand) -> Double? {
    operand.source == .constant ? constants[operand.index] : nil
  }

  /// A call of a function without an opcode.
  mutating func call(_ call: Program.Call) -> Operand {
    calls.append(call)
    return append(Instruction(.call, Operand(.constant, calls.count - 1)))
  }

  /// The result of an operation.
  mutating func emit(
    _ opcode: Opcode, _ a: Operand, _ b: Operand = .none, _ c: Operand = .none
  ) -> Operand {
    if let folded = folded(opcode, a, b, c) { return folded }
    if let simpler = simpler(opcode, a, b, c) { return simpler }
    var (a, b) = (a, b)
    if opcode.isCommutative, b.raw < a.raw { swap(&a, &b) }
    return interned(Instruction(opcode, a, b, c))
  }

  private mutating func folded(_ opcode: Opcode, _ a: Operand, _ b: Operand, _ c: Operand) -> Operand? {
    guard a.source == .constant, foldsConstants else { return nil }
    let count = opcode.operandCount
    if count > 1, b.source != .constant { return nil }
    if count > 2, c.source != .constant { return nil }
    let value = opcode.applied(
      constants[a.index], count > 1 ? constants[b.index] : 0, count > 2 ? constants[c.index] : 0)
    return constant(value)
  }

  /// Identities that hold in IEEE arithmetic, signs of zeros apart, and doubling by addition.
  private mutating func simpler(
    _ opcode: Opcode, _ a: Operand, _ b: Operand, _ c: Operand
  ) -> Operand? {
    switch opcode {
    case .add:
      if value(b) == 0 { return a }
      if value(a) == 0 { return b }
    case .subtract:
      if value(b) == 0 { return a }
      if value(a) == 0 { return emit(.negate, b) }
    case .multiply:
      if let simpler = multiple(a, value(b)) ?? multiple(b, value(a)) { return simpler }
    case .divide:
      if value(b) == 1 { return a }
    case .negate:
      if a.isResult, instructions[a.index].opcode == .negate { return instructions[a.index].a }
    case .select:
      if b == c { return b }
      if let mask = value(a) { return mask.bitPattern != 0 ? b : c }
    default: break
    }
    return nil
  }

  private mutating func multiple(_ a: Operand, _ factor: Double?) -> Operand? {
    switch factor {
    case 1: a
    case -1: emit(.negate, a)
    case 2: emit(.add, a, a)
    default: nil
    }
  }

  private mutating func append(_ instruction: Instruction) -> Operand {
    instructions.append(instruction)
    return Operand(.result, instructions.count - 1)
  }

  private mutating func interned(_ instruction: Instruction) -> Operand {
    if !sharesResults { return append(instruction) }
    if 2 * (instructions.count + 1) > table.count { growTable() }
    let mask = table.count - 1
    var slot = Self.hash(instruction) & mask
    while table[slot] != 0 {
      let index = Int(table[slot] - 1)
      if instructions[index] == instruction { return Operand(.result, index) }
      slot = (slot + 1) & mask
    }
    table[slot] = UInt32(instructions.count + 1)
    return append(instruction)
  }

  private static func hash(_ instruction: Instruction) -> Int {
    var z = UInt64(instruction.a.raw) << 32 | UInt64(instruction.b.raw)
    z = (z ^ UInt64(instruction.opcode.rawValue) << 20 ^ UInt64(instruction.c.raw) << 8)
    z = z &* 0x9E37_79B9_7F4A_7C15
    z ^= z >> 29
    z = z &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: z >> 16)
  }

  private mutating func growTable() {
    let mask = table.count * 2 - 1
    table = Array(repeating: 0, count: mask + 1)
    for index in instructions.indices {
      var slot = Self.hash(instructions[index]) & mask
      while table[slot] != 0 { slot = (slot + 1) & mask }
      table[slot] = UInt32(index + 1)
    }
  }
}
