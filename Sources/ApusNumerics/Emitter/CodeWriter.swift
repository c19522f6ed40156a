import CApusKernels

/// Writes the machine code of a program: each instruction in turn, values in registers as long as they are needed soonest,
/// the others in a frame in memory.
struct CodeWriter {
  private let model: CodeModel
  private var assembler = Assembler()
  private var file: RegisterFile
  private var uses: NextUses
  /// The outputs that each value is, in a chain: the last one by value, the one before by output.
  private var lastOutput: [Int32]
  private var outputBefore: [Int32]
  private var place: Int32 = 0

  /// A value that is needed again within so many instructions is loaded into a register.
  private static let nearby: Int32 = 24

  private init(_ model: CodeModel) {
    self.model = model
    file = RegisterFile(model)
    uses = NextUses(model)
    lastOutput = Array(repeating: -1, count: model.valueCount)
    outputBefore = Array(repeating: -1, count: model.program.outputs.count)
    for (i, output) in model.program.outputs.enumerated() {
      let value = model.index(of: output)
      outputBefore[i] = lastOutput[value]
      lastOutput[value] = Int32(i)
    }
  }

  /// The code and the number of frame slots; `nil` when the program has what machine code is not made for.
  static func code(_ model: CodeModel) -> (bytes: [UInt8], slotCount: Int)? {
    for index in model.instructions {
      let opcode = model.program.instructions[index].opcode
      if opcode == .call { return nil }
      if opcode.isLibraryFunction, Self.function(opcode, model.lanes) == nil { return nil }
    }
    var writer = CodeWriter(model)
    writer.write()
    return (writer.assembler.bytes, writer.file.slotCount)
  }

  private static func function(_ opcode: Opcode, _ lanes: Assembler.Lanes) -> UInt? {
    let number = Int32(opcode.rawValue)
    switch lanes {
    case .one:
      if let unary = apus_unary_function(number) {
        return UInt(bitPattern: unsafeBitCast(unary, to: Int.self))
      }
      return apus_binary_function(number).map { UInt(bitPattern: unsafeBitCast($0, to: Int.self)) }
    case .four: return apus_vector_function(number, 4).map { UInt(bitPattern: $0) }
    case .eight: return apus_vector_function(number, 8).map { UInt(bitPattern: $0) }
    }
  }

  private mutating func write() {
    assembler.reserve(model.instructions.count * 10 + model.program.outputs.count * 8 + 128)
    begin()
    if model.isBatch { assembler.clearR15() }
    let top = assembler.bytes.count
    for (i, index) in model.instructions.enumerated() {
      place = Int32(i)
      write(index)
    }
    storeInputs()
    if model.isBatch { assembler.loopR15(Int32(model.slotSize), to: top) }
    end()
  }

  // MARK: - Entry and exit

  private typealias General = Assembler.General
  private static let saved = [
    General.rbx, General.rbp, General.r12, General.r13, General.r14, General.r15,
  ]

  /// Arguments arrive in rdi, rsi, rdx, rcx, r8: variables, parameters, outputs, constants, frame; of a batch columns,
  /// uniform values, outputs, frame, the length of a column in bytes.
  private mutating func begin() {
    guard model.hasCalls else { return assembler.move(General.rax, General.r8) }
    for register in Self.saved { assembler.push(register) }
    assembler.makeRoomOnStack()
    let bases = model.bases
    assembler.move(bases.variables, General.rdi)
    assembler.move(model.isBatch ? bases.constants : bases.parameters, General.rsi)
    assembler.move(bases.outputs, General.rdx)
    if model.isBatch {
      assembler.move(bases.frame, General.rcx)
      assembler.move(General.r14, General.r8)
    } else {
      assembler.move(bases.constants, General.rcx)
      assembler.move(bases.frame, General.r8)
    }
  }

  private mutating func end() {
    if model.isBatch { assembler.clearUpperHalves() }
    if model.hasCalls {
      assembler.giveBackRoomOnStack()
      for register in Self.saved.reversed() { assembler.pop(register) }
    }
    assembler.return()
  }

  // MARK: - One instruction

  private mutating func write(_ index: Int) {
    let instruction = model.program.instructions[index]
    let result = index
    if instruction.opcode.isLibraryFunction {
      writeCall(instruction, result)
    } else if instruction.opcode == .select {
      writeSelect(instruction, result)
    } else {
      writeOperation(instruction, result)
    }
    storeOutputs(of: result)
    if uses.next(result, after: place) == NextUses.never { file.forget(result) }
  }

  private mutating func writeOperation(_ instruction: Instruction, _ result: Int) {
    guard let form = Assembler.Form(instruction.opcode, model.lanes) else { return }
    let operands = model.operands(of: instruction)
    if operands.count == 1 {
      let source = readable(operands[0], form, pinned: [])
      freeRegisters(of: operands)
      let target = freeRegister(pinned: [])
      assembler.vector(form, model.lanes, target, model.lanes == .one ? target : 0, source)
      release(operands)
      return file.put(result, in: Int(target))
    }
    var (left, right) = (operands[0], operands[1])
    let isCommutative =
      instruction.opcode.isCommutative || instruction.opcode == .negate || instruction.opcode == .absolute
    if isCommutative, register(of: left) == nil, register(of: right) != nil { swap(&left, &right) }
    let first = loaded(left, pinned: [])
    let source = left == right ? .register(first) : readable(right, form, pinned: [first])
    freeRegisters(of: operands)
    let target = freeRegister(pinned: [])
    if form.opcode == 0xC2, model.lanes == .eight {
      // Comparisons set a mask register.
      assembler.vector(form, model.lanes, 1, first, source)
      assembler.vector(.lanesOfMask, model.lanes, target, 0, .register(1))
    } else {
      assembler.vector(form, model.lanes, target, first, source)
    }
    release(operands)
    file.put(result, in: Int(target))
  }

  private mutating func writeSelect(_ instruction: Instruction, _ result: Int) {
    let mask = loaded(instruction.a, pinned: [])
    let yes = loaded(instruction.b, pinned: [mask])
    let no = loaded(instruction.c, pinned: [mask, yes])
    let operands = [instruction.a, instruction.b, instruction.c]
    freeRegisters(of: operands)
    let target = freeRegister(pinned: [])
    if model.lanes == .eight {
      assembler.vector(.maskOfSigns, model.lanes, 1, 0, .register(mask))
      assembler.mask = 1
      assembler.vector(.maskedBlend, model.lanes, target, no, .register(yes))
      assembler.mask = 0
    } else {
      let lanes: Assembler.Lanes = model.lanes == .one ? .one : .four
      assembler.vector(.blend(mask: mask), lanes, target, no, .register(yes))
    }
    release(operands)
    file.put(result, in: Int(target))
  }

  /// Calls a function of the library: its arguments in the first registers, everything that is needed later in the frame.
  private mutating func writeCall(_ instruction: Instruction, _ result: Int) {
    let operands = model.operands(of: instruction)
    for register in 0..<model.registerCount {
      guard let value = file.value(in: register) else { continue }
      if uses.next(value, after: place) != NextUses.never { save(value) }
    }
    if operands.count == 2 {
      // The second argument waits where the first one is not, while that goes to its place.
      let last = UInt8(model.registerCount - 1)
      let waiting = register(of: operands[0]) == last ? last - 1 : last
      move(operands[1], to: waiting)
      move(operands[0], to: 0)
      copy(waiting, to: 1)
    } else {
      move(operands[0], to: 0)
    }
    release(operands)
    for register in 0..<model.registerCount { file.clear(register) }
    if let function = Self.function(instruction.opcode, model.lanes) { assembler.call(function) }
    file.put(result, in: 0)
  }

  // MARK: - Operands

  private func register(of operand: Operand) -> UInt8? { file.register(of: model.index(of: operand)) }

  /// The operand in a register.
  private mutating func loaded(_ operand: Operand, pinned: [UInt8]) -> UInt8 {
    let value = model.index(of: operand)
    if let register = file.register(of: value) { return register }
    let register = freeRegister(pinned: pinned)
    load(operand, into: register)
    file.put(value, in: Int(register))
    return register
  }

  /// The operand as the last operand of an instruction: from memory, if that is possible and it is not needed again soon.
  private mutating func readable(
    _ operand: Operand, _ form: Assembler.Form, pinned: [UInt8]
  ) -> RegisterOrMemory {
    let value = model.index(of: operand)
    if let register = file.register(of: value) { return .register(register) }
    let next = uses.next(value, after: place)
    let isNear = next != NextUses.never && next - place < Self.nearby
    // A scalar operation on bits would read sixteen bytes.
    let readsTooMuch =
      model.lanes == .one && form.prefix == .x66 && operand.source != .constant
      && form.opcode != 0x0B
    if !isNear, !readsTooMuch {
      if file.slots[value] >= 0 { return .memory(slotAddress(Int(file.slots[value]))) }
      switch model.home(of: operand) {
      case .memory(let address): return .memory(address)
      case .column(let address):
        assembler.load(General.rax, address)
        return .memory(Address(General.rax, 0, index: General.r15))
      case .none, .broadcast: break
      }
    }
    return .register(loaded(operand, pinned: pinned))
  }

  private func slotAddress(_ slot: Int) -> Address { Address(model.bases.frame, slot * model.slotSize) }

  private mutating func load(_ operand: Operand, into register: UInt8) {
    let value = model.index(of: operand)
    if file.slots[value] >= 0 {
      return loadWhole(slotAddress(Int(file.slots[value])), into: register)
    }
    switch model.home(of: operand) {
    case .memory(let address) where !address.isBroadcast: loadWhole(address, into: register)
    case .memory(let address), .broadcast(let address): assembler.broadcast(model.lanes, register, address)
    case .column(let address):
      assembler.load(General.rax, address)
      loadWhole(Address(General.rax, 0, index: General.r15), into: register)
    case .none: break
    }
  }

  private mutating func loadWhole(_ address: Address, into register: UInt8) {
    assembler.vector(.load(model.lanes), model.lanes, register, 0, .memory(address))
  }

  /// Brings an operand into a certain register, whose value is not needed any more or saved.
  private mutating func move(_ operand: Operand, to register: UInt8) {
    if let source = self.register(of: operand) {
      copy(source, to: register)
    } else {
      load(operand, into: register)
    }
  }

  private mutating func copy(_ source: UInt8, to register: UInt8) {
    if source == register { return }
    let lanes = model.lanes
    assembler.vector(.copy(lanes), lanes, register, 0, .register(source))
  }

  /// Frees the registers of operands that are not needed again: the result may take their place. Their slots in the frame are
  /// still read by the instruction at hand.
  private mutating func freeRegisters(of operands: [Operand]) {
    for operand in operands {
      let value = model.index(of: operand)
      guard let register = file.register(of: value) else { continue }
      if uses.next(value, after: place) == NextUses.never { file.clear(Int(register)) }
    }
  }

  /// Forgets operands that are not needed again.
  private mutating func release(_ operands: [Operand]) {
    for operand in operands {
      let value = model.index(of: operand)
      if uses.next(value, after: place) == NextUses.never { file.forget(value) }
    }
  }

  // MARK: - Registers

  /// A register for a new value: a free one, or that of the value which is needed last.
  private mutating func freeRegister(pinned: [UInt8]) -> UInt8 {
    var best = 0
    var furthest: Int32 = -1
    for register in 0..<model.registerCount {
      guard let value = file.value(in: register) else {
        if pinned.contains(UInt8(register)) { continue }
        return UInt8(register)
      }
      if pinned.contains(UInt8(register)) { continue }
      let next = uses.next(value, after: place - 1)
      if next > furthest { (best, furthest) = (register, next) }
    }
    if let value = file.value(in: best) { save(value) }
    file.clear(best)
    return UInt8(best)
  }

  /// Makes sure that the value in a register can be loaded again.
  private mutating func save(_ value: Int) {
    guard value < model.program.instructions.count, file.slots[value] < 0,
      let register = file.register(of: value)
    else { return }
    if case .none = model.home(of: Operand(.result, value)) {
      let slot = file.giveSlot(to: value)
      store(register, slotAddress(slot))
    }
  }

  private mutating func store(_ register: UInt8, _ address: Address) {
    assembler.vector(.store(model.lanes), model.lanes, register, 0, .memory(address))
  }

  // MARK: - Outputs

  private mutating func storeOutputs(of value: Int) {
    var output = lastOutput[value]
    guard output >= 0, let register = file.register(of: value) else { return }
    while output >= 0 {
      storeOutput(Int(output), register)
      output = outputBefore[Int(output)]
    }
  }

  private mutating func storeOutput(_ output: Int, _ register: UInt8) {
    if model.isBatch {
      assembler.load(General.rax, Address(model.bases.outputs, output * 8))
      store(register, Address(General.rax, 0, index: General.r15))
    } else {
      store(register, Address(model.bases.outputs, output * 8))
    }
  }

  /// Outputs that are inputs, constants or the same for all points.
  private mutating func storeInputs() {
    place = Int32(model.instructions.count)
    for (i, output) in model.program.outputs.enumerated() {
      if case .none = model.home(of: output) { continue }
      let register = loaded(output, pinned: [])
      storeOutput(i, register)
    }
  }
}
