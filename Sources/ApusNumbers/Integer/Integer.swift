/// An integer of any size.
///
/// Values that fit in an `Int` are kept inline and never touch memory; larger ones are immutable GMP numbers.
/// The representation is canonical: a value that fits in an `Int` is always `.small`, so equality and hashing
/// need not look across the two cases. Build values with initialisers and operators; the cases are public so
/// that hot loops elsewhere can match on `.small`.
///
/// - Complexity: operations on small values take about a nanosecond; on large ones they cost what GMP costs.
@frozen public enum Integer: Sendable {
  case small(Int)
  case large(LargeInteger)

  /// The integer with the value of `value`.
  @inlinable public init(_ value: Int) { self = .small(value) }

  /// Zero.
  @inlinable public static var zero: Integer { .small(0) }

  /// One.
  @inlinable public static var one: Integer { .small(1) }

  /// The value as an `Int`, or `nil` when it does not fit.
  @inlinable public var asInt: Int? {
    if case .small(let value) = self { return value }
    return nil
  }

  /// Whether the value is zero.
  @inlinable public var isZero: Bool {
    if case .small(0) = self { return true }
    return false
  }

  /// Whether the value is one.
  @inlinable public var isOne: Bool {
    if case .small(1) = self { return true }
    return false
  }

  /// Whether the value is minus one.
  @inlinable public var isMinusOne: Bool {
    if case .small(-1) = self { return true }
    return false
  }

  /// Whether the value is less than zero.
  @inlinable public var isNegative: Bool {
    switch self {
    case .small(let value): return value < 0
    case .large(let value): return value.isNegative
    }
  }

  /// Whether the value is divisible by two.
  @inlinable public var isEven: Bool {
    switch self {
    case .small(let value): return value & 1 == 0
    case .large(let value): return value.isEven
    }
  }

  /// Whether the value is not divisible by two.
  @inlinable public var isOdd: Bool { !isEven }

  /// -1, 0 or 1, as the value is negative, zero or positive.
  @inlinable public func signum() -> Integer { .small(sign) }

  /// -1, 0 or 1, as the value is negative, zero or positive.
  @inlinable public var sign: Int {
    switch self {
    case .small(let value): return value.signum()
    case .large(let value): return value.isNegative ? -1 : 1
    }
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  /// The integer written as a literal of any length.
  @inlinable public init(integerLiteral literal: StaticBigInt) {
    if literal.bitWidth <= Int.bitWidth {
      self = .small(Int(bitPattern: literal[0]))
    } else {
      self.init(largeLiteral: literal)
    }
  }

  @usableFromInline init(largeLiteral literal: StaticBigInt) {
    let words = (0..<(literal.bitWidth + UInt.bitWidth - 1) / UInt.bitWidth).map { literal[$0] }
    self.init(twosComplementWords: words)
  }
}
