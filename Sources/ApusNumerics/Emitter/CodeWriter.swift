import CApusKernels

/// Writes the machine code of a program: each instruction in turn, values in registers as long as they are needed soonest,
/// the others in a frame in memory.
struct CodeWriter {
  let model: CodeModel
  let numbering: ValueNumbering
  let registerCount: Int
  var assembler = Assembler()
  var file: RegisterFile
  var uses: NextUses
  let outputs: OutputChains
  var place: Int32 = 0
  var borders = RegionBorders()

  /// A value that is needed again within so many instructions is loaded into a register.
  static let nearby: Int32 = 24

  init(_ model: CodeModel) {
    self.model = model
    numbering = model.numbering
    registerCount = model.registerCount
    file = RegisterFile(model)
    uses = NextUses(model)
    outputs = OutputChains(model)
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

  static func function(_ opcode: Opcode, _ lanes: Assembler.Lanes) -> UInt? {
    let number = Int32(opcode.rawValue)
    switch lanes {
    case .one:
      if let unary = apus_unary_function(number) {
        return UInt(bitPattern: unsafeBitCast(unary, to: Int.self))
      }
      return apus_binary_function(number).map { UInt(bitPattern: unsafeBitCast($0, to: Int.self)) }
    case .two: return apus_vector_function(number, 2).map { UInt(bitPattern: $0) }
    case .four: return apus_vector_function(number, 4).map { UInt(bitPattern: $0) }
    case .eight: return apus_vector_function(number, 8).map { UInt(bitPattern: $0) }
    }
  }

  mutating func write() {
    assembler.reserve(model.instructions.count * 10 + model.program.outputs.count * 8 + 128)
    begin()
    if model.isBatch { assembler.clearR15() }
    let top = assembler.bytes.count
    for (i, index) in model.instructions.enumerated() {
      place = Int32(i)
      if !model.regions.isEmpty { passBorders(at: i) }
      write(index)
    }
    storeInputs()
    if model.isBatch { assembler.loopR15(Int32(model.slotSize), to: top) }
    end()
  }

  // MARK: - Entry and exit

  typealias General = Assembler.General
  static let saved = [
    General.rbx, General.rbp, General.r12, General.r13, General.r14, General.r15,
  ]

  /// Arguments arrive in rdi, rsi, rdx, rcx, r8: variables, parameters, outputs, constants, frame; of a batch columns,
  /// uniform values, outputs, frame, the length of a column in bytes.
  mutating func begin() {
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

  mutating func end() {
    if model.isBatch { assembler.clearUpperHalves() }
    if model.hasCalls {
      assembler.giveBackRoomOnStack()
      for register in Self.saved.reversed() { assembler.pop(register) }
    }
    assembler.return()
  }

  // MARK: - One instruction

  mutating func write(_ index: Int) {
    let instruction = model.program.instructions[index]
    let result = index
    if instruction.opcode.isLibraryFunction {
      writeCall(instruction, result)
    } else if instruction.opcode == .select {
      writeSelect(instruction, result)
    } else if instruction.opcode.isFused {
      writeFused(instruction, result)
    } else {
      writeOperation(instruction, result)
    }
    storeOutputs(of: result)
    if uses.next(result, after: place) == NextUses.never { file.forget(result) }
  }

  mutating func writeOperation(_ instruction: Instruction, _ result: Int) {
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

  mutating func writeSelect(_ instruction: Instruction, _ result: Int) {
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

  /// A fused operation overwrites one of its operands, which therefore has to be one that is not needed again, or a copy.
  mutating func writeFused(_ instruction: Instruction, _ result: Int) {
    var (a, b) = (instruction.a, instruction.b)
    let c = instruction.c
    if isLast(b), !isLast(a) { swap(&a, &b) }
    let first = loaded(a, pinned: [])
    let second = a == b ? first : loaded(b, pinned: [first])
    let form: Assembler.Form
    let target: UInt8
    if !isLast(a), isLast(c), c != a, c != b {
      // The sum takes the place of the third operand.
      target = loaded(c, pinned: [first, second])
      form = .fused(instruction.opcode, model.lanes, addsToTarget: true)
      assembler.vector(form, model.lanes, target, first, .register(second))
    } else {
      form = .fused(instruction.opcode, model.lanes, addsToTarget: false)
      let third =
        c == a ? .register(first) : c == b ? .register(second) : readable(c, form, pinned: [first, second])
      if isLast(a), a != b, c != a {
        target = first
      } else {
        target = freeRegister(pinned: [first, second] + Self.registers(third))
        copy(first, to: target)
      }
      assembler.vector(form, model.lanes, target, second, third)
    }
    file.clear(Int(target))
    release([a, b, c])
    file.put(result, in: Int(target))
  }

  static func registers(_ operand: RegisterOrMemory) -> [UInt8] {
    if case .register(let register) = operand { [register] } else { [] }
  }

  /// Calls a function of the library: its arguments in the first registers, everything that is needed later in the frame.
  mutating func writeCall(_ instruction: Instruction, _ result: Int) {
    let operands = model.operands(of: instruction)
    saveLiveRegisters()
    if operands.count == 2 {
      // The second argument waits where the first one is not, while that goes to its place.
      let last = UInt8(registerCount - 1)
      let waiting = register(of: operands[0]) == last ? last - 1 : last
      move(operands[1], to: waiting)
      move(operands[0], to: 0)
      copy(waiting, to: 1)
    } else {
      move(operands[0], to: 0)
    }
    release(operands)
    for register in 0..<registerCount { file.clear(register) }
    if let function = Self.function(instruction.opcode, model.lanes) { assembler.call(function) }
    file.put(result, in: 0)
  }
}
