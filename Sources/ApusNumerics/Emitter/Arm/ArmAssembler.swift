/// Writes AArch64 instructions on reals: scalars in d registers, or two lanes in v registers.
///
/// Source: Arm Architecture Reference Manual for A-profile, chapter C7 (advanced SIMD and floating point) and C6.
package struct ArmAssembler {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  package mutating func word(_ value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  /// base | Rm | Rn | Rd
  private mutating func three(_ base: UInt32, _ d: UInt8, _ n: UInt8, _ m: UInt8) {
    word(base | UInt32(m) << 16 | UInt32(n) << 5 | UInt32(d))
  }

  // MARK: - Operations on reals

  /// An operation of one or two operands; those that have none of their own are refused.
  package mutating func operation(_ opcode: Opcode, isVector: Bool, _ d: UInt8, _ n: UInt8, _ m: UInt8 = 0)
    -> Bool
  {
    guard let codes = Self.codes[opcode] else { return false }
    three(isVector ? codes.vector : codes.scalar, d, n, m)
    return true
  }

  private static let codes: [Opcode: (scalar: UInt32, vector: UInt32)] = [
    .add: (0x1E60_2800, 0x4E60_D400), .subtract: (0x1E60_3800, 0x4EE0_D400),
    .multiply: (0x1E60_0800, 0x6E60_DC00), .divide: (0x1E60_1800, 0x6E60_FC00),
    .negate: (0x1E61_4000, 0x6EE0_F800), .absolute: (0x1E60_C000, 0x4EE0_F800),
    .squareRoot: (0x1E61_C000, 0x6EE1_F800), .round: (0x1E64_4000, 0x4E61_8800),
    .ceiling: (0x1E64_C000, 0x4EE1_8800), .floor: (0x1E65_4000, 0x4E61_9800),
    .truncate: (0x1E65_C000, 0x4EE1_9800),
    // Greater than and at least, whose operands change places.
    .less: (0x7EE0_E400, 0x6EE0_E400), .lessEqual: (0x7E60_E400, 0x6E60_E400),
    .equal: (0x5E60_E400, 0x4E60_E400),
    // Bits, of whole registers.
    .and: (0x4E20_1C00, 0x4E20_1C00), .or: (0x4EA0_1C00, 0x4EA0_1C00),
  ]

  /// d ← a·b + c, a·b − c or c − a·b for scalars.
  package mutating func fused(_ opcode: Opcode, _ d: UInt8, _ a: UInt8, _ b: UInt8, _ c: UInt8) {
    let base: UInt32 =
      switch opcode {
      case .multiplySubtract: 0x1F60_8000
      case .negatedMultiplyAdd: 0x1F40_8000
      default: 0x1F40_0000
      }
    word(base | UInt32(b) << 16 | UInt32(c) << 10 | UInt32(a) << 5 | UInt32(d))
  }

  /// d ← d ± a·b in two lanes.
  package mutating func accumulate(isNegative: Bool, _ d: UInt8, _ a: UInt8, _ b: UInt8) {
    three(isNegative ? 0x4EE0_CC00 : 0x4E60_CC00, d, a, b)
  }

  /// d ← yes where the bits of d are set, no elsewhere.
  package mutating func select(_ d: UInt8, _ yes: UInt8, _ no: UInt8) { three(0x6E60_1C00, d, yes, no) }

  /// Copies a whole register.
  package mutating func copy(_ d: UInt8, _ n: UInt8) { three(0x4EA0_1C00, d, n, n) }

  /// The first lane into both.
  package mutating func duplicate(_ d: UInt8, _ n: UInt8) { three(0x4E08_0400, d, n, 0) }

  // MARK: - Memory

  /// The general register for addresses that do not fit into an instruction.
  static let scratch: UInt8 = 9

  /// Loads or stores a register of 8 or 16 bytes at base + offset.
  package mutating func access(_ register: UInt8, _ base: UInt8, _ offset: Int, isStore: Bool, isWide: Bool) {
    let size = isWide ? 16 : 8
    if offset % size == 0, offset / size < 4096 {
      let code: UInt32 =
        isWide ? (isStore ? 0x3D80_0000 : 0x3DC0_0000) : (isStore ? 0xFD00_0000 : 0xFD40_0000)
      return word(code | UInt32(offset / size) << 10 | UInt32(base) << 5 | UInt32(register))
    }
    constant(Self.scratch, offset)
    access(register, base, index: Self.scratch, isStore: isStore, isWide: isWide)
  }

  /// The same at base + index.
  package mutating func access(_ register: UInt8, _ base: UInt8, index: UInt8, isStore: Bool, isWide: Bool) {
    let code: UInt32 = isWide ? (isStore ? 0x3CA0_6800 : 0x3CE0_6800) : (isStore ? 0xFC20_6800 : 0xFC60_6800)
    three(code, register, base, index)
  }

  /// Loads a general register.
  package mutating func loadGeneral(_ register: UInt8, _ base: UInt8, _ offset: Int) {
    if offset / 8 < 4096 {
      return word(0xF940_0000 | UInt32(offset / 8) << 10 | UInt32(base) << 5 | UInt32(register))
    }
    constant(Self.scratch, offset)
    three(0xF860_6800, register, base, Self.scratch)
  }

  /// A number of up to 32 bits.
  package mutating func constant(_ register: UInt8, _ value: Int) {
    word(0xD280_0000 | UInt32(value & 0xFFFF) << 5 | UInt32(register))
    if value >> 16 != 0 { word(0xF2A0_0000 | UInt32((value >> 16) & 0xFFFF) << 5 | UInt32(register)) }
  }

  // MARK: - General instructions

  package mutating func move(_ to: UInt8, _ from: UInt8) { three(0xAA00_03E0, to, 0, from) }
  /// to ← from + a small number
  package mutating func add(_ to: UInt8, _ from: UInt8, _ value: Int) {
    word(0x9100_0000 | UInt32(value) << 10 | UInt32(from) << 5 | UInt32(to))
  }

  /// Two general registers onto the stack, and back.
  package mutating func push(_ a: UInt8, _ b: UInt8) { word(0xA9BF_03E0 | UInt32(b) << 10 | UInt32(a)) }
  package mutating func pop(_ a: UInt8, _ b: UInt8) { word(0xA8C1_03E0 | UInt32(b) << 10 | UInt32(a)) }

  package mutating func call(_ register: UInt8) { word(0xD63F_0000 | UInt32(register) << 5) }
  package mutating func `return`() { word(0xD65F_03C0) }

  /// Jumps if all bits of a scalar are zero, or not, to a place that is set later; gives the place of the jump.
  package mutating func jump(ifZero: Bool, _ register: UInt8) -> Int {
    three(0x9E66_0000, Self.scratch, register, 0)
    // The way around is near, the jump may be far.
    word((ifZero ? 0xB500_0000 : 0xB400_0000) | 2 << 5 | UInt32(Self.scratch))
    word(0x1400_0000)
    return bytes.count - 4
  }

  /// Lets a jump lead here.
  package mutating func land(_ jump: Int) {
    let code = 0x1400_0000 | UInt32(bytes.count - jump) / 4
    for i in 0..<4 { bytes[jump + i] = UInt8(truncatingIfNeeded: code >> UInt32(8 * i)) }
  }

  /// Goes back to an earlier place while a < b, both without sign.
  package mutating func loop(while a: UInt8, isLess b: UInt8, to place: Int) {
    three(0xEB00_001F, 0, a, b)
    word(0x5400_0002 | 2 << 5)
    word(0x1400_0000 | (UInt32(bitPattern: Int32((place - bytes.count) / 4)) & 0x03FF_FFFF))
  }
}
