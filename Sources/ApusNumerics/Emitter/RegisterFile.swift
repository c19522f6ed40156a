/// What the vector registers and the frame hold.
struct RegisterFile {
  /// The value in each register; −1 if it is free.
  private(set) var values: [Int32]
  /// The register of each value; −1 if it is in none.
  private(set) var registers: [Int8]
  /// The frame slot of each value; −1 if it has none.
  private(set) var slots: [Int32]
  private var freeSlots: [Int32] = []
  private(set) var slotCount = 0

  init(_ model: CodeModel) {
    values = Array(repeating: -1, count: model.registerCount)
    registers = Array(repeating: -1, count: model.valueCount)
    slots = Array(repeating: -1, count: model.valueCount)
  }

  func register(of value: Int) -> UInt8? { registers[value] < 0 ? nil : UInt8(registers[value]) }
  func value(in register: Int) -> Int? { values[register] < 0 ? nil : Int(values[register]) }

  mutating func put(_ value: Int, in register: Int) {
    if values[register] >= 0 { registers[Int(values[register])] = -1 }
    values[register] = Int32(value)
    registers[value] = Int8(register)
  }

  mutating func clear(_ register: Int) {
    if values[register] >= 0 { registers[Int(values[register])] = -1 }
    values[register] = -1
  }

  /// Gives the value a slot of the frame.
  mutating func giveSlot(to value: Int) -> Int {
    if let slot = freeSlots.popLast() {
      slots[value] = slot
    } else {
      slots[value] = Int32(slotCount)
      slotCount += 1
    }
    return Int(slots[value])
  }

  /// Forgets a value that is not needed any more.
  mutating func forget(_ value: Int) {
    if registers[value] >= 0 { clear(Int(registers[value])) }
    if slots[value] >= 0 {
      freeSlots.append(slots[value])
      slots[value] = -1
    }
  }

  /// A register that is free, or that of the value which is needed last after a place.
  func choice(
    pinned: [UInt8], _ uses: inout NextUses, after place: Int32
  ) -> (register: UInt8, value: Int?) {
    for register in values.indices where values[register] < 0 {
      if !pinned.contains(UInt8(register)) { return (UInt8(register), nil) }
    }
    var best = 0
    var furthest: Int32 = -1
    for register in values.indices where !pinned.contains(UInt8(register)) {
      let next = uses.next(Int(values[register]), after: place)
      if next > furthest { (best, furthest) = (register, next) }
    }
    return (UInt8(best), Int(values[best]))
  }
}
