/// A rational number in lowest terms with a positive denominator.
///
/// A numerator and denominator of up to 32 bits are kept inline, anything larger in an immutable box; the
/// representation is canonical, so equality and hashing need not look across.
///
/// - Complexity: operations on inline values do not touch memory.
@frozen public struct Rational: Sendable {
  @usableFromInline let storage: Storage

  @usableFromInline @frozen enum Storage: Sendable {
    case small(numerator: Int32, denominator: UInt32)
    case large(LargeRational)
  }

  @usableFromInline init(storage: Storage) { self.storage = storage }

  /// The rational number with the value of `integer`.
  public init(_ integer: Integer) { self.init(lowestNumerator: integer, denominator: .one) }

  /// The rational number with the value of `integer`.
  public init(_ integer: Int) { self.init(Integer(integer)) }

  /// `numerator / denominator` in lowest terms, or `nil` when the denominator is zero.
  public init?(_ numerator: Integer, _ denominator: Integer) {
    if denominator.isZero { return nil }
    if case .small(let n) = numerator, case .small(let d) = denominator {
      self.init(magnitude: n.magnitude, d.magnitude, isNegative: (n < 0) != (d < 0))
      return
    }
    let divisor = Integer.gcd(numerator, denominator)
    let signed = denominator.isNegative ? -divisor : divisor
    self.init(lowestNumerator: numerator / signed, denominator: denominator / signed)
  }

  /// The numerator, which has the sign of the number.
  @inlinable public var numerator: Integer {
    switch storage {
    case .small(let numerator, _): return .small(Int(numerator))
    case .large(let box): return box.numerator
    }
  }

  /// The denominator, always positive.
  @inlinable public var denominator: Integer {
    switch storage {
    case .small(_, let denominator): return .small(Int(denominator))
    case .large(let box): return box.denominator
    }
  }

  /// The value as an integer, or `nil` when the denominator is not one.
  @inlinable public var asInteger: Integer? { denominator.isOne ? numerator : nil }

  /// Whether the value is zero.
  public var isZero: Bool { numerator.isZero }

  /// Whether the denominator is one.
  public var isInteger: Bool { denominator.isOne }

  /// Whether the value is less than zero.
  @inlinable public var isNegative: Bool {
    switch storage {
    case .small(let numerator, _): return numerator < 0
    case .large(let box): return box.numerator.isNegative
    }
  }

  /// -1, 0 or 1, as the value is negative, zero or positive.
  public var sign: Int { numerator.sign }

  /// The absolute value.
  public var magnitude: Rational { isNegative ? -self : self }

  // MARK: Canonical construction

  /// From parts that are known to be in lowest terms, the denominator positive.
  init(lowestNumerator numerator: Integer, denominator: Integer) {
    if case .small(let n) = numerator, case .small(let d) = denominator, let n = Int32(exactly: n),
      let d = UInt32(exactly: d)
    {
      storage = .small(numerator: n, denominator: d)
    } else {
      storage = .large(LargeRational(numerator: numerator, denominator: denominator))
    }
  }

  /// From magnitudes that need not be in lowest terms; the denominator is not zero.
  init(magnitude numerator: UInt, _ denominator: UInt, isNegative: Bool) {
    let divisor = Integer.smallGCD(numerator, denominator)
    let n = Integer(numerator / divisor)
    self.init(lowestNumerator: isNegative ? -n : n, denominator: Integer(denominator / divisor))
  }
}

/// The storage of a `Rational` whose parts exceed 32 bits.
@usableFromInline final class LargeRational: Sendable {
  @usableFromInline let numerator: Integer
  @usableFromInline let denominator: Integer

  init(numerator: Integer, denominator: Integer) {
    self.numerator = numerator
    self.denominator = denominator
  }
}
