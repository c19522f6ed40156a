extension Number {
  /// The sum.
  @inlinable public static func + (lhs: Number, rhs: Number) -> Number {
    if case .integer(.small(let a)) = lhs, case .integer(.small(let b)) = rhs {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .integer(.small(sum)) }
    }
    return generalSum(lhs, rhs)
  }

  /// The difference.
  @inlinable public static func - (lhs: Number, rhs: Number) -> Number {
    if case .integer(.small(let a)) = lhs, case .integer(.small(let b)) = rhs {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return .integer(.small(difference)) }
    }
    return generalSum(lhs, -rhs)
  }

  /// The product. An exact product of more than 64 times `digitLimit` digits is given as a `BigFloat` of 128
  /// bits instead of filling the memory; `multiplied(by:)` refuses earlier.
  @inlinable public static func * (lhs: Number, rhs: Number) -> Number {
    if case .integer(.small(let a)) = lhs, case .integer(.small(let b)) = rhs {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .integer(.small(product)) }
    }
    return generalProduct(lhs, rhs)
  }

  /// The negative.
  @inlinable public static prefix func - (operand: Number) -> Number {
    if case .integer(let value) = operand { return .integer(-value) }
    return generalNegation(operand)
  }

  /// Adds `rhs` to `lhs`.
  @inlinable public static func += (lhs: inout Number, rhs: Number) { lhs = lhs + rhs }
  /// Subtracts `rhs` from `lhs`.
  @inlinable public static func -= (lhs: inout Number, rhs: Number) { lhs = lhs - rhs }
  /// Multiplies `lhs` by `rhs`.
  @inlinable public static func *= (lhs: inout Number, rhs: Number) { lhs = lhs * rhs }

  /// The product, or `nil` when a part would have more than `digitLimit` digits, or an exponent that has no text.
  @inlinable public func multiplied(by other: Number) -> Number? {
    if case .integer(.small(let a)) = self, case .integer(.small(let b)) = other {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .integer(.small(product)) }
    }
    return generalMultiplied(by: other)
  }

  /// The quotient, or `nil` when `divisor` is the exact zero; inexact zeros give infinities or NaN.
  public func dividing(by divisor: Number) -> Number? {
    switch (self, divisor) {
    case (_, .integer(let b)) where b.isZero: return nil
    case (.integer(let a), .integer(let b)): return Rational(a, b).map(Number.init)
    case (.double(let a), .double(let b)):
      return Number.checked(a / b, isLoss: a != 0 && b.isFinite) { BigFloat(a) / BigFloat(b) }
    case (.complex, _), (_, .complex): return complexQuotient(by: divisor)
    default: break
    }
    if let a = asRational, let b = divisor.asRational { return a.dividing(by: b).map(Number.init) }
    if isExact && isZero { return divisor.isNaN ? .nan : .zero }
    let precision = Number.commonPrecision(self, divisor)
    if let b = divisor.asRational, let a = bigFloat(precision: precision), let inverse = b.reciprocal {
      return Number(a * inverse)
    }
    guard let a = bigFloat(precision: precision), let b = divisor.bigFloat(precision: precision) else {
      return .nan
    }
    return Number(a / b)
  }

  /// The multiplicative inverse, or `nil` for the exact zero.
  public var reciprocal: Number? { Number.one.dividing(by: self) }

  // MARK: General operands

  @usableFromInline @inline(never)
  static func generalSum(_ lhs: Number, _ rhs: Number) -> Number {
    switch (lhs, rhs) {
    case (.integer(let a), .integer(let b)): return .integer(a + b)
    case (.rational(let a), .rational(let b)): return Number(a + b)
    case (.rational(let a), .integer(let b)), (.integer(let b), .rational(let a)):
      return .rational(a + Rational(b))
    case (.double(let a), .double(let b)):
      return checked(a + b, isLoss: false) { BigFloat(a) + BigFloat(b) }
    case (.complex, _), (_, .complex):
      return Number(real: lhs.real + rhs.real, imaginary: lhs.imaginary + rhs.imaginary)
    case (.integer(.small(let b)), .double(let a)) where b.magnitude <= exactInDouble,
      (.double(let a), .integer(.small(let b))) where b.magnitude <= exactInDouble:
      return checked(a + Double(b), isLoss: false) { BigFloat(a) + Rational(b) }
    case (.integer(let b), let x), (let x, .integer(let b)): return x.inexactSum(with: Rational(b))
    case (.rational(let b), let x), (let x, .rational(let b)): return x.inexactSum(with: b)
    default: return inexactCombination(lhs, rhs, +)
    }
  }

  @usableFromInline @inline(never)
  static func generalProduct(_ lhs: Number, _ rhs: Number) -> Number {
    switch (lhs, rhs) {
    case (.integer(let a), .integer(let b)):
      let bits = a.bitWidthOfMagnitude + b.bitWidthOfMagnitude
      if bits > digitLimit * 64 * 4 { return Number(BigFloat(a, precision: 128) * b) }
      return .integer(a * b)
    case (.rational(let a), .rational(let b)): return Number(a * b)
    case (.rational(let a), .integer(let b)), (.integer(let b), .rational(let a)):
      return Number(a * Rational(b))
    case (.double(let a), .double(let b)):
      return checked(a * b, isLoss: a != 0 && b != 0) { BigFloat(a) * BigFloat(b) }
    case (.complex, _), (_, .complex): return complexProduct(lhs, rhs)
    case (.integer(.small(let b)), .double(let a)) where b.magnitude <= exactInDouble && b != 0,
      (.double(let a), .integer(.small(let b))) where b.magnitude <= exactInDouble && b != 0:
      return checked(a * Double(b), isLoss: a != 0) { BigFloat(a) * Rational(b) }
    case (.integer(let b), let x), (let x, .integer(let b)): return x.inexactProduct(with: Rational(b))
    case (.rational(let b), let x), (let x, .rational(let b)): return x.inexactProduct(with: b)
    default: return inexactCombination(lhs, rhs, *)
    }
  }

  @usableFromInline static func generalNegation(_ operand: Number) -> Number {
    switch operand {
    case .integer(let value): return .integer(-value)
    case .rational(let value): return .rational(-value)
    case .double(let value): return Number(-value)
    case .bigFloat(let value): return .bigFloat(-value)
    case .complex(let value): return .complex(ComplexNumber(real: -value.real, imaginary: -value.imaginary))
    }
  }

  @usableFromInline func generalMultiplied(by other: Number) -> Number? {
    if isExact && other.isExact, sizeInBits + other.sizeInBits > Number.digitLimit * 4 { return nil }
    let product = self * other
    if product.isExact {
      if product.sizeInBits > Number.digitLimit * 3, product.exceedsDigitLimit { return nil }
    } else if !product.isWithinTextRange {
      return nil
    }
    return product
  }

  /// The bits of the largest part of an exact number, 0 for an inexact one.
  var sizeInBits: Int {
    switch self {
    case .integer(let value): return value.bitWidthOfMagnitude
    case .rational(let value):
      return max(value.numerator.bitWidthOfMagnitude, value.denominator.bitWidthOfMagnitude)
    case .complex(let value): return max(value.real.sizeInBits, value.imaginary.sizeInBits)
    case .double, .bigFloat: return 0
    }
  }

  /// Whether a numerator or denominator has more than `digitLimit` digits.
  public var exceedsDigitLimit: Bool {
    switch self {
    case .integer(let value): return value.hasMoreDigits(than: Number.digitLimit)
    case .rational(let value):
      return value.numerator.hasMoreDigits(than: Number.digitLimit)
        || value.denominator.hasMoreDigits(than: Number.digitLimit)
    case .complex(let value): return value.real.exceedsDigitLimit || value.imaginary.exceedsDigitLimit
    case .double, .bigFloat: return false
    }
  }

  /// Whether the parts that are big floats have a text; see `BigFloat.isWithinTextRange`.
  package var isWithinTextRange: Bool {
    switch self {
    case .bigFloat(let value): return value.isWithinTextRange
    case .complex(let value): return value.real.isWithinTextRange && value.imaginary.isWithinTextRange
    case .integer, .rational, .double: return true
    }
  }

  // MARK: Inexact operands

  /// Integers up to this magnitude are exact as a `Double`.
  private static var exactInDouble: UInt { 1 << 53 }

  /// `fast`, unless it overflowed or lost bits below the normal range: then the value of `exact`.
  @inline(__always)
  static func checked(_ fast: Double, isLoss: Bool, _ exact: () -> BigFloat) -> Number {
    if fast.isNormal || (fast == 0 && !isLoss) { return .double(fast == 0 ? 0 : fast) }
    return Number(exact())
  }

  /// A real number as a `BigFloat`: an inexact one as it is, an exact one rounded to `precision` bits.
  func bigFloat(precision: Int) -> BigFloat? {
    switch self {
    case .integer(let value): return BigFloat(value, precision: precision)
    case .rational(let value): return BigFloat(value, precision: precision)
    case .double(let value): return BigFloat(value)
    case .bigFloat(let value): return value
    case .complex: return nil
    }
  }

  static func commonPrecision(_ lhs: Number, _ rhs: Number) -> Int {
    min(lhs.precision ?? .max, rhs.precision ?? .max)
  }

  private static func inexactCombination(
    _ lhs: Number, _ rhs: Number, _ operation: (BigFloat, BigFloat) -> BigFloat
  ) -> Number {
    guard let a = lhs.bigFloat(precision: 53), let b = rhs.bigFloat(precision: 53) else { return .nan }
    return Number(operation(a, b))
  }

  /// The sum of this inexact real number and an exact one.
  private func inexactSum(with exact: Rational) -> Number {
    if exact.isZero { return self }
    guard let value = bigFloat(precision: 53) else { return .nan }
    return Number(value + exact)
  }

  /// The product of this inexact real number and an exact one; with zero it is the exact zero.
  private func inexactProduct(with exact: Rational) -> Number {
    if exact.isZero { return isFinite ? .zero : .nan }
    guard let value = bigFloat(precision: 53) else { return .nan }
    return Number(value * exact)
  }
}
