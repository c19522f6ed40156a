import CGMP

extension Integer: BinaryInteger, SignedInteger {
  /// Whether there are negative values: yes.
  public static var isSigned: Bool { true }

  /// The words of the two's complement representation, least significant first, with a whole sign bit.
  public var words: [UInt] {
    switch self {
    case .small(let value): return [UInt(bitPattern: value)]
    case .large(let storage):
      var words = Array(storage.limbs)
      if storage.isNegative {
        var carry = true
        for index in words.indices {
          let (word, overflow) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
          words[index] = word
          carry = overflow
        }
      }
      let signIsSet = (words.last ?? 0) >> (UInt.bitWidth - 1) == 1
      if signIsSet != storage.isNegative { words.append(storage.isNegative ? .max : 0) }
      return words
    }
  }

  /// The number of bits in `words`.
  public var bitWidth: Int {
    if case .small = self { return Int.bitWidth }
    return words.count * UInt.bitWidth
  }

  /// The number of bits of the magnitude; 0 for zero.
  public var bitWidthOfMagnitude: Int {
    switch self {
    case .small(let value): return Int.bitWidth - value.magnitude.leadingZeroBitCount
    case .large: return withMPZ { __gmpz_sizeinbase($0, 2) }
    }
  }

  /// The number of zero bits below the lowest one bit; for zero, `bitWidth`.
  public var trailingZeroBitCount: Int {
    switch self {
    case .small(let value): return value.trailingZeroBitCount
    case .large: return withMPZ { Int(__gmpz_scan1($0, 0)) }
    }
  }

  /// The integer with the given two's complement words, least significant first, the last carrying the sign.
  init(twosComplementWords words: some Sequence<UInt>) {
    var limbs = Array(words)
    let isNegative = (limbs.last ?? 0) >> (UInt.bitWidth - 1) == 1
    if isNegative {
      var carry = true
      for index in limbs.indices {
        let (limb, overflow) = (~limbs[index]).addingReportingOverflow(carry ? 1 : 0)
        limbs[index] = limb
        carry = overflow
      }
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  /// The integer with the given magnitude, least significant limb first, and sign.
  init(limbs: [UInt], isNegative: Bool) {
    self.init(computing: { mpz in
      limbs.withUnsafeBytes { bytes in
        __gmpz_import(mpz, limbs.count, -1, MemoryLayout<UInt>.size, 0, 0, bytes.baseAddress)
      }
      if isNegative { __gmpz_neg(mpz, UnsafePointer(mpz)) }
    })
  }

  // MARK: Conversions

  /// The value of `source`, exactly.
  @inlinable public init<Source: BinaryInteger>(_ source: Source) {
    if let value = Int(exactly: source) {
      self = .small(value)
    } else {
      self.init(largeSource: source)
    }
  }

  @usableFromInline init<Source: BinaryInteger>(largeSource source: Source) {
    if let source = source as? Integer {
      self = source
      return
    }
    var words = Array(source.words)
    if !Source.isSigned { words.append(0) }
    self.init(twosComplementWords: words)
  }

  /// The value of `source`; nothing is ever truncated.
  @inlinable public init<Source: BinaryInteger>(truncatingIfNeeded source: Source) { self.init(source) }
  /// The value of `source`; nothing is ever clamped.
  @inlinable public init<Source: BinaryInteger>(clamping source: Source) { self.init(source) }
  /// The value of `source`; never `nil`.
  @inlinable public init?<Source: BinaryInteger>(exactly source: Source) { self.init(source) }

  /// The value of `source` when that is an integer, otherwise `nil`.
  public init?<Source: BinaryFloatingPoint>(exactly source: Source) {
    guard source.isFinite, source == source.rounded(.towardZero) else { return nil }
    self.init(finite: source)
  }

  /// The value of `source` rounded towards zero.
  ///
  /// - Precondition: `source` is finite.
  public init<Source: BinaryFloatingPoint>(_ source: Source) {
    precondition(source.isFinite, "only a finite number can be made an integer")
    self.init(finite: source.rounded(.towardZero))
  }

  /// The value of `source`, which is finite and integral.
  private init<Source: BinaryFloatingPoint>(finite source: Source) {
    if let value = Int(exactly: source) {
      self = .small(value)
      return
    }
    // A magnitude of at least 2^63 is an odd significand times a power of two; both are exact.
    let width = source.significandWidth
    let scaled = Source(sign: .plus, exponent: Source.Exponent(width), significand: source.significand)
    let magnitude = Integer(UInt64(scaled)) << (Int(source.exponent) - width)
    self = source < 0 ? -magnitude : magnitude
  }
}

// MARK: Bits

extension Integer {
  /// The bits that are set in both, in two's complement.
  @inlinable public static func & (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs { return .small(a & b) }
    return largeAnd(lhs, rhs)
  }

  /// The bits that are set in either, in two's complement.
  @inlinable public static func | (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs { return .small(a | b) }
    return largeOr(lhs, rhs)
  }

  /// The bits that are set in one only, in two's complement.
  @inlinable public static func ^ (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs { return .small(a ^ b) }
    return largeXor(lhs, rhs)
  }

  /// All bits inverted: `-operand - 1`.
  @inlinable public static prefix func ~ (operand: Integer) -> Integer { -operand - .one }
  /// Replaces `lhs` by its bitwise conjunction with `rhs`.
  public static func &= (lhs: inout Integer, rhs: Integer) { lhs = lhs & rhs }

  /// Replaces `lhs` by its bitwise disjunction with `rhs`.
  public static func |= (lhs: inout Integer, rhs: Integer) { lhs = lhs | rhs }

  /// Replaces `lhs` by its bitwise difference from `rhs`.
  public static func ^= (lhs: inout Integer, rhs: Integer) { lhs = lhs ^ rhs }

  /// `self` times two to the power `count`; for a negative count, divided and rounded down.
  ///
  /// - Precondition: the result has fewer than 2^36 bits.
  public func shifted(left count: Int) -> Integer {
    if isZero || count == 0 { return self }
    if count < 0 {
      if case .small(let value) = self { return .small(value >> (count == .min ? .max : -count)) }
      return Integer.combining(self, .zero) { result, value, _ in
        __gmpz_fdiv_q_2exp(result, value, UInt(count.magnitude))
      }
    }
    if case .small(let value) = self, value.magnitude.leadingZeroBitCount - 1 > count {
      return .small(value << count)
    }
    precondition(count < 1 << 36, "an integer of more than 2^36 bits")
    return Integer.combining(self, .zero) { result, value, _ in __gmpz_mul_2exp(result, value, UInt(count)) }
  }

  /// `lhs` times two to the power `rhs`; see `shifted(left:)`.
  public static func << <Count: BinaryInteger>(lhs: Integer, rhs: Count) -> Integer {
    lhs.shifted(left: Int(clamping: rhs))
  }

  /// `lhs` divided by two to the power `rhs` and rounded down; see `shifted(left:)`.
  public static func >> <Count: BinaryInteger>(lhs: Integer, rhs: Count) -> Integer {
    let count = Int(clamping: rhs)
    return lhs.shifted(left: count == .min ? .max : -count)
  }

  /// Shifts `lhs` left; see `shifted(left:)`.
  public static func <<= <Count: BinaryInteger>(lhs: inout Integer, rhs: Count) { lhs = lhs << rhs }

  /// Shifts `lhs` right; see `shifted(left:)`.
  public static func >>= <Count: BinaryInteger>(lhs: inout Integer, rhs: Count) { lhs = lhs >> rhs }

  @usableFromInline static func largeAnd(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_and($0, $1, $2) }
  }

  @usableFromInline static func largeOr(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_ior($0, $1, $2) }
  }

  @usableFromInline static func largeXor(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_xor($0, $1, $2) }
  }
}
