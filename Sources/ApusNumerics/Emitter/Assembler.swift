/// A place in memory: base register + index register + displacement.
struct Address {
  var base: UInt8
  /// The index register, with scale 1.
  var index: UInt8?
  var displacement: Int32
  /// Whether one real is read for all lanes (AVX-512).
  var isBroadcast = false

  init(_ base: UInt8, _ displacement: Int, index: UInt8? = nil, isBroadcast: Bool = false) {
    self.base = base
    self.index = index
    self.displacement = Int32(truncatingIfNeeded: displacement)
    self.isBroadcast = isBroadcast
  }
}

/// The last operand of most instructions.
enum RegisterOrMemory {
  case register(UInt8)
  case memory(Address)
}

/// Writes x86-64 instructions.
///
/// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 2 (VEX and EVEX prefixes).
struct Assembler {
  /// The lanes of an operation on reals.
  enum Lanes { case one, two, four, eight }

  /// The general registers by number.
  enum General {
    static let rax: UInt8 = 0
    static let rcx: UInt8 = 1
    static let rdx: UInt8 = 2
    static let rbx: UInt8 = 3
    static let rbp: UInt8 = 5
    static let rsi: UInt8 = 6
    static let rdi: UInt8 = 7
    static let r8: UInt8 = 8
    static let r12: UInt8 = 12
    static let r13: UInt8 = 13
    static let r14: UInt8 = 14
    static let r15: UInt8 = 15
  }

  /// The opcode maps.
  enum Map: UInt8 { case base = 1, x38 = 2, x3A = 3 }
  /// The mandatory prefixes.
  enum Prefix: UInt8 { case none = 0, x66 = 1, xF3 = 2, xF2 = 3 }

  /// What an instruction is made of, besides its operands.
  struct Form {
    var opcode: UInt8
    var map = Map.base
    var prefix = Prefix.x66
    /// The W bit, which all AVX-512 instructions on reals have.
    var isWide = false
    /// A constant byte at the end.
    var immediate: UInt8?
  }

  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
  mutating func byte(_ value: UInt8) { bytes.append(value) }
  mutating func append(_ values: UInt8...) { bytes.append(contentsOf: values) }

  mutating func word(_ value: Int32) {
    let bits = UInt32(bitPattern: value)
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }

  // MARK: - Vector instructions

  /// reg ← vvvv ∘ rm, in one or four lanes (VEX) or eight (EVEX).
  mutating func vector(
    _ form: Form, _ lanes: Lanes, _ reg: UInt8, _ vvvv: UInt8, _ rm: RegisterOrMemory
  ) {
    if lanes == .eight {
      var isBroadcast = false
      if case .memory(let address) = rm { isBroadcast = address.isBroadcast }
      evex(form, reg, vvvv, rm, isBroadcast: isBroadcast, unit: isBroadcast ? 8 : 64)
    } else {
      vex(form, lanes, reg, vvvv, rm)
    }
    if let immediate = form.immediate { byte(immediate) }
  }

  /// One real from memory into all lanes of a register.
  mutating func broadcast(_ lanes: Lanes, _ reg: UInt8, _ address: Address) {
    let form = Form(opcode: 0x19, map: .x38, isWide: lanes == .eight)
    if lanes == .eight {
      evex(form, reg, 0, .memory(address), isBroadcast: false, unit: 8)
    } else {
      vex(form, lanes, reg, 0, .memory(address))
    }
  }

  private mutating func vex(
    _ form: Form, _ lanes: Lanes, _ reg: UInt8, _ vvvv: UInt8, _ rm: RegisterOrMemory
  ) {
    let (x, b) = Self.extensions(rm)
    let length: UInt8 = lanes == .four ? 4 : 0
    let last = ((~vvvv & 15) << 3) | length | form.prefix.rawValue
    let r: UInt8 = reg & 8 == 0 ? 0x80 : 0
    if !x, !b, form.map == .base, !form.isWide {
      append(0xC5, r | last, form.opcode)
    } else {
      append(
        0xC4, r | (x ? 0 : 0x40) | (b ? 0 : 0x20) | form.map.rawValue, (form.isWide ? 0x80 : 0) | last,
        form.opcode)
    }
    operand(reg, rm, unit: 1)
  }

  /// A displacement of one byte counts `unit` bytes.
  private mutating func evex(
    _ form: Form, _ reg: UInt8, _ vvvv: UInt8, _ rm: RegisterOrMemory, isBroadcast: Bool, unit: Int32
  ) {
    var (x, b) = Self.extensions(rm)
    if case .register(let register) = rm { (x, b) = (register & 16 != 0, register & 8 != 0) }
    let registerBits: UInt8 = (reg & 8 == 0 ? 0x80 : 0) | (reg & 16 == 0 ? 0x10 : 0)
    let operandBits: UInt8 = (x ? 0 : 0x40) | (b ? 0 : 0x20)
    let second: UInt8 = (form.isWide ? 0x80 : 0) | ((~vvvv & 15) << 3) | 4 | form.prefix.rawValue
    let third: UInt8 = 0x40 | (isBroadcast ? 0x10 : 0) | (vvvv & 16 == 0 ? 8 : 0) | mask
    append(0x62, registerBits | operandBits | form.map.rawValue, second, third, form.opcode)
    operand(reg, rm, unit: unit)
  }

  /// The mask register of the next AVX-512 instruction; 0 for none.
  var mask: UInt8 = 0

  private static func extensions(_ rm: RegisterOrMemory) -> (x: Bool, b: Bool) {
    switch rm {
    case .register(let register): (false, register & 8 != 0)
    case .memory(let address): ((address.index ?? 0) & 8 != 0, address.base & 8 != 0)
    }
  }

  /// ModRM, SIB and displacement; a byte of displacement counts units.
  private mutating func operand(_ reg: UInt8, _ rm: RegisterOrMemory, unit: Int32) {
    let field = (reg & 7) << 3
    switch rm {
    case .register(let register): byte(0xC0 | field | (register & 7))
    case .memory(let address):
      let needsIndex = address.index != nil || address.base & 7 == 4
      let low = needsIndex ? 4 : address.base & 7
      let displacement = address.displacement
      let isShort = displacement % unit == 0 && (-128...127).contains(displacement / unit)
      let mode: UInt8 = displacement == 0 && address.base & 7 != 5 ? 0 : isShort ? 0x40 : 0x80
      byte(mode | field | low)
      if needsIndex { byte(((address.index ?? 4) & 7) << 3 | (address.base & 7)) }
      if mode == 0x40 { byte(UInt8(bitPattern: Int8(displacement / unit))) }
      if mode == 0x80 { word(displacement) }
    }
  }

  // MARK: - General instructions

  /// Copies a general register.
  mutating func move(_ to: UInt8, _ from: UInt8) {
    append(0x48 | (from & 8 != 0 ? 4 : 0) | (to & 8 != 0 ? 1 : 0), 0x89, 0xC0 | (from & 7) << 3 | (to & 7))
  }

  /// Loads a general register.
  mutating func load(_ to: UInt8, _ address: Address) {
    byte(
      0x48 | (to & 8 != 0 ? 4 : 0) | ((address.index ?? 0) & 8 != 0 ? 2 : 0) | (address.base & 8 != 0 ? 1 : 0)
    )
    byte(0x8B)
    operand(to, .memory(address), unit: 1)
  }

  mutating func push(_ register: UInt8) {
    if register & 8 != 0 { byte(0x41) }
    byte(0x50 | (register & 7))
  }

  mutating func pop(_ register: UInt8) {
    if register & 8 != 0 { byte(0x41) }
    byte(0x58 | (register & 7))
  }

  /// Calls the function at an address.
  mutating func call(_ function: UInt) {
    append(0x48, 0xB8)
    for shift in stride(from: 0, to: 64, by: 8) { byte(UInt8(truncatingIfNeeded: function >> UInt(shift))) }
    append(0xFF, 0xD0)
  }

  mutating func makeRoomOnStack() { append(0x48, 0x83, 0xEC, 8) }
  mutating func giveBackRoomOnStack() { append(0x48, 0x83, 0xC4, 8) }
  mutating func clearUpperHalves() { append(0xC5, 0xF8, 0x77) }
  mutating func `return`() { byte(0xC3) }

  /// r9 ← the low half of a vector register, compared with zero.
  mutating func testBits(of register: UInt8) {
    append(0xC4, register & 8 == 0 ? 0xC1 : 0x41, 0xF9, 0x7E, 0xC1 | (register & 7) << 3)
    append(0x4D, 0x85, 0xC9)
  }

  /// Jumps if the last comparison with zero was equal, or not equal, to a place that is set later; gives the place of the jump.
  mutating func jump(ifZero: Bool) -> Int {
    append(0x0F, ifZero ? 0x84 : 0x85)
    word(0)
    return bytes.count
  }

  /// Lets a jump lead here.
  mutating func land(_ jump: Int) {
    let distance = UInt32(truncatingIfNeeded: bytes.count - jump)
    for i in 0..<4 { bytes[jump - 4 + i] = UInt8(truncatingIfNeeded: distance >> UInt32(8 * i)) }
  }

  /// r15 ← 0
  mutating func clearR15() { append(0x45, 0x31, 0xFF) }

  /// r15 ← r15 + bytes, and back to an earlier place while that is below r14.
  mutating func loopR15(_ bytesPerRound: Int32, to place: Int) {
    append(0x49, 0x81, 0xC7)
    word(bytesPerRound)
    append(0x4D, 0x39, 0xF7)
    append(0x0F, 0x82)
    word(Int32(place - (bytes.count + 4)))
  }
}
