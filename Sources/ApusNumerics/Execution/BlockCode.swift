import CApusKernels

/// A program as the block kernels execute it: each result has a slot with room for a block of points, and slots are used again
/// once a result is no longer needed.
struct BlockCode: Sendable {
  private(set) var instructions: [ApusBlockInstruction] = []
  private(set) var slotCount = 0
  /// The argument slots of calls.
  private(set) var callArguments: [[UInt32]] = []
  let blockSize: Int

  init(_ lazy: LazyProgram, _ layout: BatchLayout) {
    var allocation = SlotAllocation(lazy, layout)
    allocation.run()
    instructions = allocation.instructions
    callArguments = allocation.callArguments
    slotCount = allocation.slotCount
    // The slots in use stay in the first-level cache if they can.
    let bytesPerPoint = slotCount * MemoryLayout<Double>.size
    blockSize = bytesPerPoint <= 128 ? 256 : bytesPerPoint <= 512 ? 128 : 64
  }
}

/// Gives slots to values and writes the instructions.
private struct SlotAllocation {
  private let program: Program
  private let layout: BatchLayout
  private(set) var instructions: [ApusBlockInstruction] = []
  private(set) var callArguments: [[UInt32]] = []
  private(set) var slotCount = 0
  private var free: [UInt32] = []
  private var slots: [Operand: UInt32] = [:]
  /// How often each value is still needed.
  private var uses: [Operand: Int] = [:]

  /// The next region, and those that are being written, with the places of the instructions that pass over them.
  private let regions: [LazyRegion]
  private var nextRegion = 0
  private var openRegions: [(end: Int, place: Int)] = []

  init(_ lazy: LazyProgram, _ layout: BatchLayout) {
    program = lazy.program
    regions = lazy.regions
    self.layout = layout
  }

  mutating func run() {
    for index in layout.body {
      program.forEachOperand(of: program.instructions[index]) { uses[$0, default: 0] += 1 }
    }
    for output in program.outputs { uses[output, default: 0] += 1 }
    var stores: [Operand: [UInt32]] = [:]
    for (place, output) in program.outputs.enumerated() { stores[output, default: []].append(UInt32(place)) }
    for index in layout.body {
      if !regions.isEmpty { passBorders(before: index) }
      append(index)
      let result = Operand(.result, index)
      for place in stores[result] ?? [] { store(result, place) }
    }
    if !regions.isEmpty { passBorders(before: program.instructions.count) }
    for (place, output) in program.outputs.enumerated()
    where !output.isResult || layout.uniformPlace(output) != nil {
      store(output, UInt32(place))
    }
  }

  /// Ends and begins the regions whose border is before an instruction: they are passed over where all points of a block take the
  /// other branch.
  private mutating func passBorders(before index: Int) {
    while let last = openRegions.last, last.end <= index {
      openRegions.removeLast()
      instructions[last.place].b = UInt32(instructions.count - last.place - 1)
    }
    while nextRegion < regions.count, regions[nextRegion].start <= index {
      let region = regions[nextRegion]
      nextRegion += 1
      if region.end <= index { continue }
      loadInputs(of: region)
      let mask = slot(of: region.mask)
      openRegions.append((region.end, instructions.count))
      instructions.append(
        ApusBlockInstruction(
          opcode: UInt16(APUS_SKIP), form: region.isTaken ? 0 : 1, a: mask, b: 0, c: 0, result: 0))
    }
  }

  /// What is loaded in a region is there behind it, too, so it is loaded before.
  private mutating func loadInputs(of region: LazyRegion) {
    for index in region.start..<region.end where layout.uniformPlace(Operand(.result, index)) == nil {
      var inputs: [Operand] = []
      program.forEachOperand(of: program.instructions[index]) {
        if !$0.isResult || layout.uniformPlace($0) != nil { inputs.append($0) }
      }
      for input in inputs { _ = slot(of: input) }
    }
  }

  private mutating func store(_ operand: Operand, _ place: UInt32) {
    let slot = slot(of: operand)
    instructions.append(
      ApusBlockInstruction(
        opcode: UInt16(APUS_STORE), form: 0, a: slot, b: place, c: 0, result: 0))
    release(operand)
  }

  private mutating func append(_ index: Int) {
    let instruction = program.instructions[index]
    if instruction.opcode == .call { return appendCall(index) }
    let count = instruction.opcode.operandCount
    let (left, right) = (layout.uniformPlace(instruction.a), layout.uniformPlace(instruction.b))
    var made = ApusBlockInstruction(
      opcode: UInt16(instruction.opcode.rawValue), form: 0, a: 0, b: 0, c: 0, result: 0)
    let isArithmetic = instruction.opcode.rawValue <= Opcode.divide.rawValue
    if isArithmetic, let right {
      made.form = UInt16(APUS_RIGHT_UNIFORM)
      (made.a, made.b) = (slot(of: instruction.a), UInt32(right))
    } else if isArithmetic, let left {
      made.form = UInt16(APUS_LEFT_UNIFORM)
      (made.a, made.b) = (UInt32(left), slot(of: instruction.b))
    } else {
      made.a = slot(of: instruction.a)
      if count > 1 { made.b = slot(of: instruction.b) }
      if count > 2 { made.c = slot(of: instruction.c) }
    }
    instruction.forEachOperand { release($0) }
    made.result = newSlot(for: Operand(.result, index))
    instructions.append(made)
  }

  private mutating func appendCall(_ index: Int) {
    let call = program.calls[program.instructions[index].a.index]
    callArguments.append(call.arguments.map { slot(of: $0) })
    for argument in call.arguments { release(argument) }
    let result = newSlot(for: Operand(.result, index))
    instructions.append(
      ApusBlockInstruction(
        opcode: UInt16(APUS_CALL), form: 0, a: UInt32(callArguments.count - 1), b: 0,
        c: UInt32(program.instructions[index].a.index), result: result))
  }

  /// The slot of a value, which is loaded or spread out first if it has none.
  private mutating func slot(of operand: Operand) -> UInt32 {
    if let slot = slots[operand] { return slot }
    let slot = newSlot(for: operand)
    if let place = layout.uniformPlace(operand) {
      instructions.append(
        ApusBlockInstruction(
          opcode: UInt16(APUS_SPLAT), form: 0, a: UInt32(place), b: 0, c: 0, result: slot))
    } else {
      instructions.append(
        ApusBlockInstruction(
          opcode: UInt16(APUS_LOAD), form: 0, a: UInt32(operand.index), b: 0, c: 0, result: slot))
    }
    return slot
  }

  private mutating func newSlot(for operand: Operand) -> UInt32 {
    let slot: UInt32
    if let last = free.popLast() {
      slot = last
    } else {
      slot = UInt32(slotCount)
      slotCount += 1
    }
    slots[operand] = slot
    return slot
  }

  private mutating func release(_ operand: Operand) {
    let left = uses[operand, default: 1] - 1
    uses[operand] = left
    guard left == 0, let slot = slots.removeValue(forKey: operand) else { return }
    free.append(slot)
  }
}
