/// Writes AArch64 code: one point in d registers, or two points at once in v registers. Values are in registers as long as they
/// are needed soonest, the others in a frame in memory.
///
/// Arguments arrive in x0 to x5: variables, parameters, outputs, constants, frame, functions; of a batch columns, uniform values,
/// outputs, frame, the length of a column in bytes, functions.
struct ArmCodeWriter: RegionWriting {
  let model: CodeModel
  let numbering: ValueNumbering
  var registerCount: Int { Self.registerCount }
  var assembler = ArmAssembler()
  var file: RegisterFile
  var uses: NextUses
  var place: Int32 = 0
  var borders = RegionBorders()
  /// The functions that the code calls, by their places in the table.
  private(set) var functions: [Opcode] = []
  private let stores: OutputChains

  /// v8 to v15 would have to be preserved, and are left alone.
  static let registerCount = 24

  private static func physical(_ register: UInt8) -> UInt8 { register < 8 ? register : register + 8 }

  init(_ model: CodeModel) {
    self.model = model
    numbering = model.numbering
    file = RegisterFile(model)
    uses = NextUses(model)
    stores = OutputChains(model)
  }

  /// Finished code.
  struct Code {
    var bytes: [UInt8]
    var slotCount: Int
    /// The functions whose addresses the caller puts into the table, in this order.
    var functions: [Opcode]
  }

  /// The code; `nil` when the program has calls of functions that have no opcode.
  static func code(_ model: CodeModel) -> Code? {
    if model.instructions.contains(where: { model.program.instructions[$0].opcode == .call }) { return nil }
    var writer = ArmCodeWriter(model)
    writer.write()
    return Code(
      bytes: writer.assembler.bytes, slotCount: writer.file.slotCount, functions: writer.functions)
  }

  // MARK: - The frame of the code

  /// Registers that calls preserve, if there are any.
  static func bases(isBatch: Bool, hasCalls: Bool) -> CodeModel.Bases {
    let first: UInt8 = hasCalls ? 19 : 0
    return isBatch
      ? CodeModel.Bases(
        variables: first, parameters: first + 1, outputs: first + 2, constants: first + 1, frame: first + 3)
      : CodeModel.Bases(
        variables: first, parameters: first + 1, outputs: first + 2, constants: first + 3, frame: first + 4)
  }

  private var first: UInt8 { model.hasCalls ? 19 : 0 }
  private var functionTable: UInt8 { first + 5 }
  private var length: UInt8 { first + 4 }
  private var index: UInt8 { first + 6 }

  private mutating func write() {
    assembler.reserve(model.instructions.count * 12 + 256)
    if model.hasCalls {
      assembler.push(29, 30)
      for register in stride(from: UInt8(19), to: 27, by: 2) { assembler.push(register, register + 1) }
      for i in UInt8(0)..<6 { assembler.move(19 + i, i) }
    }
    if model.isBatch { assembler.constant(index, 0) }
    let top = assembler.bytes.count
    for (i, instruction) in model.instructions.enumerated() {
      place = Int32(i)
      if !model.regions.isEmpty { passBorders(at: i) }
      write(instruction)
    }
    storeInputs()
    if model.isBatch {
      assembler.add(index, index, model.slotSize)
      assembler.loop(while: index, isLess: length, to: top)
    }
    if model.hasCalls {
      for register in stride(from: UInt8(25), through: 19, by: -2) { assembler.pop(register, register + 1) }
      assembler.pop(29, 30)
    }
    assembler.return()
  }

  // MARK: - One instruction

  private var isVector: Bool { model.isBatch }

  private mutating func write(_ index: Int) {
    let instruction = model.program.instructions[index]
    if instruction.opcode.isLibraryFunction {
      writeCall(instruction, index)
    } else if instruction.opcode == .select {
      writeSelect(instruction, index)
    } else if instruction.opcode.isFused {
      writeFused(instruction, index)
    } else {
      writeOperation(instruction, index)
    }
    storeOutputs(of: index)
    if uses.next(index, after: place) == NextUses.never { file.forget(index) }
  }

  private mutating func writeOperation(_ instruction: Instruction, _ result: Int) {
    let operands = model.operands(of: instruction)
    let first = loaded(operands[0], pinned: [])
    let second = operands.count < 2 ? first : loaded(operands[1], pinned: [first])
    if instruction.opcode == .unequal { return writeUnequal(operands, first, second, result) }
    let isReversed = instruction.opcode == .less || instruction.opcode == .lessEqual
    let target = finished(operands, result)
    let (n, m) = isReversed ? (second, first) : (first, second)
    _ = assembler.operation(
      instruction.opcode, isVector: isVector, Self.physical(target), Self.physical(n),
      operands.count < 2 ? 0 : Self.physical(m))
  }

  /// Less or greater.
  private mutating func writeUnequal(
    _ operands: [Operand], _ first: UInt8, _ second: UInt8, _ result: Int
  ) {
    let other = freeRegister(pinned: [first, second])
    let (a, b, c) = (Self.physical(first), Self.physical(second), Self.physical(other))
    _ = assembler.operation(.less, isVector: isVector, c, a, b)
    // The second comparison may overwrite an operand, and is the last to read it.
    file.put(result, in: Int(other))
    freeRegisters(of: operands)
    let target = freeRegister(pinned: [other])
    let d = Self.physical(target)
    _ = assembler.operation(.less, isVector: isVector, d, b, a)
    _ = assembler.operation(.or, isVector: isVector, d, d, c)
    release(operands)
    file.clear(Int(other))
    file.put(result, in: Int(target))
  }

  /// The register of the result, which may be one of the operands that are not needed again.
  private mutating func finished(_ operands: [Operand], _ result: Int) -> UInt8 {
    freeRegisters(of: operands)
    let target = freeRegister(pinned: [])
    release(operands)
    file.put(result, in: Int(target))
    return target
  }

  /// The choice overwrites its mask, which therefore has to be one that is not needed again, or a copy.
  private mutating func writeSelect(_ instruction: Instruction, _ result: Int) {
    let operands = [instruction.a, instruction.b, instruction.c]
    let mask = loaded(instruction.a, pinned: [])
    let yes = loaded(instruction.b, pinned: [mask])
    let no = loaded(instruction.c, pinned: [mask, yes])
    let target = freeRegister(pinned: [mask, yes, no])
    assembler.copy(Self.physical(target), Self.physical(mask))
    assembler.select(Self.physical(target), Self.physical(yes), Self.physical(no))
    release(operands)
    file.put(result, in: Int(target))
  }

  private mutating func writeFused(_ instruction: Instruction, _ result: Int) {
    let operands = [instruction.a, instruction.b, instruction.c]
    let first = loaded(instruction.a, pinned: [])
    let second = loaded(instruction.b, pinned: [first])
    let third = loaded(instruction.c, pinned: [first, second])
    if !isVector {
      let target = finished(operands, result)
      return assembler.fused(
        instruction.opcode, Self.physical(target), Self.physical(first), Self.physical(second),
        Self.physical(third))
    }
    let target = freeRegister(pinned: [first, second, third])
    if instruction.opcode == .multiplySubtract {
      _ = assembler.operation(.negate, isVector: true, Self.physical(target), Self.physical(third))
    } else {
      assembler.copy(Self.physical(target), Self.physical(third))
    }
    assembler.accumulate(
      isNegative: instruction.opcode == .negatedMultiplyAdd, Self.physical(target), Self.physical(first),
      Self.physical(second))
    release(operands)
    file.put(result, in: Int(target))
  }

  /// Calls a function: its arguments in the first registers, everything that is needed later in the frame.
  private mutating func writeCall(_ instruction: Instruction, _ result: Int) {
    let operands = model.operands(of: instruction)
    saveLiveRegisters()
    if operands.count == 2 {
      // The second argument waits where the first one is not, while that goes to its place.
      let last = UInt8(registerCount - 1)
      let waiting = register(of: operands[0]) == last ? last - 1 : last
      move(operands[1], to: waiting)
      move(operands[0], to: 0)
      assembler.copy(1, Self.physical(waiting))
    } else {
      move(operands[0], to: 0)
    }
    release(operands)
    for register in 0..<registerCount { file.clear(register) }
    let place = functions.firstIndex(of: instruction.opcode) ?? functions.count
    if place == functions.count { functions.append(instruction.opcode) }
    assembler.loadGeneral(ArmAssembler.scratch, functionTable, place * 8)
    assembler.call(ArmAssembler.scratch)
    file.put(result, in: 0)
  }

  private mutating func move(_ operand: Operand, to register: UInt8) {
    if let source = self.register(of: operand) {
      if source != register { assembler.copy(Self.physical(register), Self.physical(source)) }
    } else {
      load(operand, into: register)
    }
  }

  // MARK: - Memory

  mutating func load(_ operand: Operand, into register: UInt8) {
    let value = numbering.index(of: operand)
    let target = Self.physical(register)
    if file.slots[value] >= 0 {
      return assembler.access(
        target, model.bases.frame, Int(file.slots[value]) * model.slotSize, isStore: false, isWide: isVector)
    }
    switch model.home(of: operand) {
    case .memory(let address):
      assembler.access(target, address.base, Int(address.displacement), isStore: false, isWide: isVector)
    case .broadcast(let address):
      assembler.access(target, address.base, Int(address.displacement), isStore: false, isWide: false)
      assembler.duplicate(target, target)
    case .column(let address):
      assembler.loadGeneral(10, address.base, Int(address.displacement))
      assembler.access(target, 10, index: index, isStore: false, isWide: true)
    case .none: break
    }
  }

  mutating func store(_ register: UInt8, inSlot slot: Int) {
    assembler.access(
      Self.physical(register), model.bases.frame, slot * model.slotSize, isStore: true, isWide: isVector)
  }

  mutating func jump(ifZero: Bool, _ register: UInt8) -> Int {
    assembler.jump(ifZero: ifZero, Self.physical(register))
  }

  mutating func land(_ jump: Int) { assembler.land(jump) }

  // MARK: - Outputs

  private mutating func storeOutputs(of value: Int) {
    guard let register = file.register(of: value) else { return }
    var output = stores.last[value]
    while output >= 0 {
      storeOutput(Int(output), register)
      output = stores.before[Int(output)]
    }
  }

  private mutating func storeOutput(_ output: Int, _ register: UInt8) {
    let source = Self.physical(register)
    if isVector {
      assembler.loadGeneral(10, model.bases.outputs, output * 8)
      assembler.access(source, 10, index: index, isStore: true, isWide: true)
    } else {
      assembler.access(source, model.bases.outputs, output * 8, isStore: true, isWide: false)
    }
  }

  /// Outputs that are inputs, constants or the same for all points.
  private mutating func storeInputs() {
    place = Int32(model.instructions.count)
    for (i, output) in model.program.outputs.enumerated() {
      if case .none = model.home(of: output) { continue }
      storeOutput(i, loaded(output, pinned: []))
    }
  }
}

/// The outputs that each value is, in a chain: the last one by value, the one before by output.
struct OutputChains {
  private(set) var last: [Int32]
  private(set) var before: [Int32]

  init(_ model: CodeModel) {
    let numbering = model.numbering
    last = Array(repeating: -1, count: numbering.count)
    before = Array(repeating: -1, count: model.program.outputs.count)
    for (i, output) in model.program.outputs.enumerated() {
      let value = numbering.index(of: output)
      before[i] = last[value]
      last[value] = Int32(i)
    }
  }
}
