// Where the operands of instructions come from, and where results go: registers, the frame, columns and outputs.
extension CodeWriter: RegisterAllocation {
  // MARK: - Operands

  /// The operand as the last operand of an instruction: from memory, if that is possible and it is not needed again soon.
  mutating func readable(
    _ operand: Operand, _ form: Assembler.Form, pinned: [UInt8]
  ) -> RegisterOrMemory {
    let value = numbering.index(of: operand)
    if let register = file.register(of: value) { return .register(register) }
    let next = uses.next(value, after: place)
    let isNear = next != NextUses.never && next - place < Self.nearby
    // A scalar operation on bits would read sixteen bytes.
    let readsTooMuch =
      model.lanes == .one && form.prefix == .x66 && form.map == .base && operand.source != .constant
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

  func slotAddress(_ slot: Int) -> Address { Address(model.bases.frame, slot * model.slotSize) }

  mutating func load(_ operand: Operand, into register: UInt8) {
    let value = numbering.index(of: operand)
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

  mutating func loadWhole(_ address: Address, into register: UInt8) {
    assembler.vector(.load(model.lanes), model.lanes, register, 0, .memory(address))
  }

  /// Brings an operand into a certain register, whose value is not needed any more or saved.
  mutating func move(_ operand: Operand, to register: UInt8) {
    if let source = self.register(of: operand) {
      copy(source, to: register)
    } else {
      load(operand, into: register)
    }
  }

  mutating func copy(_ source: UInt8, to register: UInt8) {
    if source == register { return }
    let lanes = model.lanes
    assembler.vector(.copy(lanes), lanes, register, 0, .register(source))
  }

  mutating func store(_ register: UInt8, inSlot slot: Int) { store(register, slotAddress(slot)) }

  mutating func store(_ register: UInt8, _ address: Address) {
    assembler.vector(.store(model.lanes), model.lanes, register, 0, .memory(address))
  }

  // MARK: - Outputs

  mutating func storeOutputs(of value: Int) {
    var output = outputs.last[value]
    guard output >= 0, let register = file.register(of: value) else { return }
    while output >= 0 {
      storeOutput(Int(output), register)
      output = outputs.before[Int(output)]
    }
  }

  mutating func storeOutput(_ output: Int, _ register: UInt8) {
    if model.isBatch {
      assembler.load(General.rax, Address(model.bases.outputs, output * 8))
      store(register, Address(General.rax, 0, index: General.r15))
    } else {
      store(register, Address(model.bases.outputs, output * 8))
    }
  }

  /// Outputs that are inputs, constants or the same for all points.
  mutating func storeInputs() {
    place = Int32(model.instructions.count)
    for (i, output) in model.program.outputs.enumerated() {
      if case .none = model.home(of: output) { continue }
      let register = loaded(output, pinned: [])
      storeOutput(i, register)
    }
  }
}
