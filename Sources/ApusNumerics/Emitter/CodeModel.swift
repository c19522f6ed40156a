/// A dense number for each value of a program: results, variables, parameters, constants, and two constants of machine code.
struct ValueNumbering {
  private let variables, parameters, constants, special: Int
  let instructionCount: Int
  let count: Int

  init(_ program: Program) {
    instructionCount = program.instructions.count
    variables = instructionCount
    parameters = variables + program.variables.count
    constants = parameters + program.parameters.count
    special = constants + program.constants.count
    count = special + CodeModel.specialConstants.count
  }

  @inline(__always) func index(of operand: Operand) -> Int {
    switch operand.source {
    case .result: return operand.index
    case .variable: return variables + operand.index
    case .parameter: return parameters + operand.index
    case .constant:
      // The constants of machine code have numbers beyond all others.
      let place = operand.index - 1 << 28
      return place >= 0 ? special + place : constants + operand.index
    }
  }
}

/// Where the values of a program are while its machine code runs, for one point or for a batch.
struct CodeModel {
  let program: Program
  let layout: BatchLayout
  let architecture: Architecture
  let lanes: Assembler.Lanes
  /// The registers that hold addresses.
  let bases: Bases
  /// The instructions to be written, in order.
  let instructions: [Int]

  /// The instructions of which computers are written.
  enum Architecture: Sendable {
    case x86, arm

    /// Those of this computer; `nil` where there is no writer for them.
    static var current: Architecture? {
      #if arch(x86_64)
        .x86
      #elseif arch(arm64)
        .arm
      #else
        nil
      #endif
    }
  }

  struct Bases {
    var variables, parameters, outputs, constants, frame: UInt8
  }

  /// What is computed only where it is needed; nothing in a batch.
  let regions: [LazyRegion]

  /// The code for one point: all operands are addressed in place.
  init(scalar lazy: LazyProgram, _ layout: BatchLayout, _ architecture: Architecture = .x86) {
    typealias General = Assembler.General
    self.architecture = architecture
    let program = lazy.program
    self.program = program
    regions = lazy.regions
    self.layout = layout
    lanes = .one
    instructions = Array(program.instructions.indices)
    hasCalls = program.instructions.contains { $0.opcode.isLibraryFunction }
    if architecture == .arm {
      bases = ArmCodeWriter.bases(isBatch: false, hasCalls: hasCalls)
      return
    }
    // Registers that calls preserve; without calls those that make short instructions.
    bases =
      hasCalls
      ? Bases(
        variables: General.rbx, parameters: General.r12, outputs: General.r14, constants: General.r13,
        frame: General.rbp)
      : Bases(
        variables: General.rdi, parameters: General.rsi, outputs: General.rdx, constants: General.rcx,
        frame: General.rax)
  }

  /// The code for a batch: columns through tables of addresses, uniform values in one table.
  init(
    batch program: Program, _ layout: BatchLayout, _ lanes: Assembler.Lanes,
    _ architecture: Architecture = .x86
  ) {
    typealias General = Assembler.General
    self.architecture = architecture
    self.program = program
    self.layout = layout
    self.lanes = lanes
    instructions = layout.body
    regions = []
    if architecture == .arm {
      hasCalls = layout.body.contains { program.instructions[$0].opcode.isLibraryFunction }
      bases = ArmCodeWriter.bases(isBatch: true, hasCalls: hasCalls)
      return
    }
    hasCalls = true
    bases = Bases(
      variables: General.rbx, parameters: General.r12, outputs: General.r13, constants: General.r12,
      frame: General.rbp)
  }

  let hasCalls: Bool
  var isBatch: Bool { lanes != .one }
  var registerCount: Int { architecture == .arm ? ArmCodeWriter.registerCount : lanes == .eight ? 32 : 16 }
  /// Bytes a value takes in the frame.
  var slotSize: Int {
    switch lanes {
    case .one: 8
    case .two: 16
    case .four: 32
    case .eight: 64
    }
  }

  /// The constants for signs and magnitudes stand behind all others.
  static let specialConstants = [-0.0, Double(bitPattern: 0x7FFF_FFFF_FFFF_FFFF)]
  var signMask: Operand { Operand(.constant, (1 << 28) + 0) }
  var magnitudeMask: Operand { Operand(.constant, (1 << 28) + 1) }

  /// A dense number for each value.
  @inline(__always) func index(of operand: Operand) -> Int { numbering.index(of: operand) }
  var valueCount: Int { numbering.count }
  /// Writers keep a copy: it has no references that would be counted.
  var numbering: ValueNumbering { ValueNumbering(program) }

  /// The place among the constants, or uniform values of a batch.
  private func place(ofConstant operand: Operand) -> Int {
    let special = operand.index - 1 << 28
    let count = isBatch ? layout.uniformCount : program.constants.count
    return special >= 0 ? count + special : operand.index
  }

  /// Where a value stands from the beginning.
  enum Home {
    /// It is computed.
    case none
    /// It can be an operand.
    case memory(Address)
    /// It must be spread out to all lanes.
    case broadcast(Address)
    /// It stands in the column whose address is at this address.
    case column(Address)
  }

  func home(of operand: Operand) -> Home {
    if isBatch {
      if operand.source == .variable { return .column(Address(bases.variables, operand.index * 8)) }
      let place =
        operand.source == .constant ? self.place(ofConstant: operand) : layout.uniformPlace(operand)
      guard let place else { return .none }
      let address = Address(bases.constants, place * 8, isBroadcast: lanes == .eight)
      return lanes == .eight ? .memory(address) : .broadcast(address)
    }
    switch operand.source {
    case .result: return .none
    case .variable: return .memory(Address(bases.variables, operand.index * 8))
    case .parameter: return .memory(Address(bases.parameters, operand.index * 8))
    case .constant: return .memory(Address(bases.constants, place(ofConstant: operand) * 8))
    }
  }

  /// The operands of an instruction with the constants that its machine instruction needs.
  func operands(of instruction: Instruction) -> [Operand] {
    switch instruction.opcode {
    case .negate where architecture == .x86: return [instruction.a, signMask]
    case .absolute where architecture == .x86: return [instruction.a, magnitudeMask]
    default:
      switch instruction.opcode.operandCount {
      case 1: return [instruction.a]
      case 2: return [instruction.a, instruction.b]
      default: return [instruction.a, instruction.b, instruction.c]
      }
    }
  }
}
