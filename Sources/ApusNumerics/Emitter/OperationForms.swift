extension Assembler.Form {
  /// The instruction for an operation of one or two operands; `nil` for those that need several.
  init?(_ opcode: Opcode, _ lanes: Assembler.Lanes) {
    let isScalar = lanes == .one
    let isWide = lanes == .eight
    let prefix: Assembler.Prefix = isScalar ? .xF2 : .x66
    switch opcode {
    case .add: self.init(opcode: 0x58, prefix: prefix, isWide: isWide)
    case .multiply: self.init(opcode: 0x59, prefix: prefix, isWide: isWide)
    case .subtract: self.init(opcode: 0x5C, prefix: prefix, isWide: isWide)
    case .divide: self.init(opcode: 0x5E, prefix: prefix, isWide: isWide)
    case .squareRoot: self.init(opcode: 0x51, prefix: prefix, isWide: isWide)
    case .absolute, .and: self.init(opcode: 0x54, isWide: isWide)
    case .or: self.init(opcode: 0x56, isWide: isWide)
    case .negate: self.init(opcode: 0x57, isWide: isWide)
    case .less, .lessEqual, .equal, .unequal:
      self.init(opcode: 0xC2, prefix: prefix, isWide: isWide, immediate: Self.predicate(opcode))
    case .floor, .ceiling, .round, .truncate:
      self.init(
        opcode: isScalar ? 0x0B : 0x09, map: .x3A, isWide: isWide, immediate: Self.rounding(opcode))
    default: return nil
    }
  }

  /// Quiet comparisons; NaN compares with nothing.
  private static func predicate(_ opcode: Opcode) -> UInt8 {
    switch opcode {
    case .less: 0x11
    case .lessEqual: 0x12
    case .unequal: 0x0C
    default: 0x00
    }
  }

  /// Rounding without the inexact flag: to even, down, up, to zero.
  private static func rounding(_ opcode: Opcode) -> UInt8 {
    switch opcode {
    case .floor: 9
    case .ceiling: 10
    case .truncate: 11
    default: 8
    }
  }

  /// reg ← ±(vvvv · reg) ± rm, or with `addsToTarget` reg ← ±(vvvv · rm) ± reg.
  static func fused(_ opcode: Opcode, _ lanes: Assembler.Lanes, addsToTarget: Bool) -> Self {
    let base: UInt8 =
      switch opcode {
      case .multiplySubtract: 0xAA
      case .negatedMultiplyAdd: 0xAC
      default: 0xA8
      }
    return Self(
      opcode: base + (addsToTarget ? 0x10 : 0) + (lanes == .one ? 1 : 0), map: .x38, isWide: true)
  }

  static func load(_ lanes: Assembler.Lanes) -> Self {
    Self(opcode: 0x10, prefix: lanes == .one ? .xF2 : .x66, isWide: lanes == .eight)
  }

  static func store(_ lanes: Assembler.Lanes) -> Self {
    Self(opcode: 0x11, prefix: lanes == .one ? .xF2 : .x66, isWide: lanes == .eight)
  }

  /// Whole registers, whatever the lanes.
  static func copy(_ lanes: Assembler.Lanes) -> Self { Self(opcode: 0x28, isWide: lanes == .eight) }

  /// Chooses by the mask in the register that the last byte names (VEX).
  static func blend(mask register: UInt8) -> Self {
    Self(opcode: 0x4B, map: .x3A, immediate: register << 4)
  }

  /// Chooses by the mask register (EVEX).
  static let maskedBlend = Self(opcode: 0x65, map: .x38, isWide: true)
  /// The signs of the lanes into a mask register.
  static let maskOfSigns = Self(opcode: 0x39, map: .x38, prefix: .xF3, isWide: true)
  /// A mask register as lanes.
  static let lanesOfMask = Self(opcode: 0x38, map: .x38, prefix: .xF3, isWide: true)
}
