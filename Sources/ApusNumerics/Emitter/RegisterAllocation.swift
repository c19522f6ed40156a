/// Writers of machine code that keep values in registers as long as they are needed soonest, the others in a frame in memory.
protocol RegisterAllocation {
  var model: CodeModel { get }
  var numbering: ValueNumbering { get }
  var registerCount: Int { get }
  var file: RegisterFile { get set }
  var uses: NextUses { get set }
  /// The place of the instruction at hand.
  var place: Int32 { get set }
  /// Writes the load of a value from the frame or its home.
  mutating func load(_ operand: Operand, into register: UInt8)
  /// Writes the store of a register into the frame.
  mutating func store(_ register: UInt8, inSlot slot: Int)
}

extension RegisterAllocation {
  func register(of operand: Operand) -> UInt8? { file.register(of: numbering.index(of: operand)) }

  /// The operand in a register.
  mutating func loaded(_ operand: Operand, pinned: [UInt8]) -> UInt8 {
    let value = numbering.index(of: operand)
    if let register = file.register(of: value) { return register }
    let register = freeRegister(pinned: pinned)
    load(operand, into: register)
    file.put(value, in: Int(register))
    return register
  }

  /// Whether an operand is not needed after the instruction at hand.
  mutating func isLast(_ operand: Operand) -> Bool {
    uses.next(numbering.index(of: operand), after: place) == NextUses.never
  }

  /// Frees the registers of operands that are not needed again: the result may take their place. Their slots in the frame are
  /// still read by the instruction at hand.
  mutating func freeRegisters(of operands: [Operand]) {
    for operand in operands {
      let value = numbering.index(of: operand)
      guard let register = file.register(of: value) else { continue }
      if uses.next(value, after: place) == NextUses.never { file.clear(Int(register)) }
    }
  }

  /// Forgets operands that are not needed again.
  mutating func release(_ operands: [Operand]) {
    for operand in operands {
      let value = numbering.index(of: operand)
      if uses.next(value, after: place) == NextUses.never { file.forget(value) }
    }
  }

  /// A register for a new value: a free one, or that of the value which is needed last.
  mutating func freeRegister(pinned: [UInt8]) -> UInt8 {
    let choice = file.choice(pinned: pinned, &uses, after: place - 1)
    guard let value = choice.value else { return choice.register }
    save(value)
    file.clear(Int(choice.register))
    return choice.register
  }

  /// Makes sure that the value in a register can be loaded again.
  mutating func save(_ value: Int) {
    guard value < numbering.instructionCount, file.slots[value] < 0,
      let register = file.register(of: value)
    else { return }
    if case .none = model.home(of: Operand(.result, value)) {
      store(register, inSlot: file.giveSlot(to: value))
    }
  }

  /// Saves everything in registers that is needed after the instruction at hand.
  mutating func saveLiveRegisters() {
    for register in 0..<registerCount {
      guard let value = file.value(in: register) else { continue }
      if uses.next(value, after: place) != NextUses.never { save(value) }
    }
  }
}
