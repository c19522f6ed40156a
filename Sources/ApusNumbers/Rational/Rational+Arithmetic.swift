extension Rational: AdditiveArithmetic, Numeric, SignedNumeric, ExpressibleByIntegerLiteral {
  /// The type of absolute values: the same.
  public typealias Magnitude = Rational

  /// The integer of the literal as a rational number.
  public init(integerLiteral literal: StaticBigInt) { self.init(Integer(integerLiteral: literal)) }

  /// The value of `source`; never `nil`.
  public init?<Source: BinaryInteger>(exactly source: Source) { self.init(Integer(source)) }

  /// Zero.
  public static var zero: Rational { Rational(storage: .small(numerator: 0, denominator: 1)) }

  /// One.
  public static var one: Rational { Rational(storage: .small(numerator: 1, denominator: 1)) }

  /// The sum.
  public static func + (lhs: Rational, rhs: Rational) -> Rational {
    if case .small(let n, let d) = lhs.storage, case .small(let m, let e) = rhs.storage {
      // Each product is below 2^63; the sum of two may not be.
      let (sum, overflow) = (Int(n) * Int(e)).addingReportingOverflow(Int(m) * Int(d))
      if !overflow { return small(sum, UInt(d) * UInt(e)) }
    }
    return sum(lhs, rhs.numerator, rhs.denominator)
  }

  /// The difference.
  public static func - (lhs: Rational, rhs: Rational) -> Rational {
    if case .small(let n, let d) = lhs.storage, case .small(let m, let e) = rhs.storage {
      let (difference, overflow) = (Int(n) * Int(e)).subtractingReportingOverflow(Int(m) * Int(d))
      if !overflow { return small(difference, UInt(d) * UInt(e)) }
    }
    return sum(lhs, -rhs.numerator, rhs.denominator)
  }

  /// The product.
  public static func * (lhs: Rational, rhs: Rational) -> Rational {
    if case .small(let n, let d) = lhs.storage, case .small(let m, let e) = rhs.storage {
      return small(Int(n) * Int(m), UInt(d) * UInt(e))
    }
    // Cancelling crosswise keeps the products small and in lowest terms.
    let g = Integer.gcd(lhs.numerator, rhs.denominator)
    let h = Integer.gcd(rhs.numerator, lhs.denominator)
    if g.isZero || h.isZero { return .zero }
    return Rational(
      lowestNumerator: (lhs.numerator / g) * (rhs.numerator / h),
      denominator: (lhs.denominator / h) * (rhs.denominator / g))
  }

  /// The negative.
  public static prefix func - (operand: Rational) -> Rational {
    Rational(lowestNumerator: -operand.numerator, denominator: operand.denominator)
  }

  /// Adds `rhs` to `lhs`.
  public static func += (lhs: inout Rational, rhs: Rational) { lhs = lhs + rhs }

  /// Subtracts `rhs` from `lhs`.
  public static func -= (lhs: inout Rational, rhs: Rational) { lhs = lhs - rhs }

  /// Multiplies `lhs` by `rhs`.
  public static func *= (lhs: inout Rational, rhs: Rational) { lhs = lhs * rhs }

  /// The multiplicative inverse, or `nil` for zero.
  public var reciprocal: Rational? {
    if isZero { return nil }
    return isNegative
      ? Rational(lowestNumerator: -denominator, denominator: -numerator)
      : Rational(lowestNumerator: denominator, denominator: numerator)
  }

  /// The quotient, or `nil` when `rhs` is zero.
  public func dividing(by rhs: Rational) -> Rational? { rhs.reciprocal.map { self * $0 } }

  /// The quotient.
  ///
  /// - Precondition: `rhs` is not zero; `dividing(by:)` has none.
  public static func / (lhs: Rational, rhs: Rational) -> Rational {
    guard let quotient = lhs.dividing(by: rhs) else { preconditionFailure("division by zero") }
    return quotient
  }

  /// `self` to the power `exponent`; `nil` for zero to a negative power or a result with a part of more than
  /// `Number.digitLimit` decimal digits. Anything to the power zero is one.
  public func raised(to exponent: Int) -> Rational? {
    if exponent < 0 {
      if exponent == .min { return raised(to: Integer(exponent)) }
      return reciprocal?.raised(to: -exponent)
    }
    guard let n = numerator.raised(to: exponent), let d = denominator.raised(to: exponent) else { return nil }
    return Rational(lowestNumerator: n, denominator: d)
  }

  /// As `raised(to:)` for an `Int`, for an exponent of any size.
  public func raised(to exponent: Integer) -> Rational? {
    if exponent.isNegative { return reciprocal?.raised(to: -exponent) }
    guard let n = numerator.raised(to: exponent), let d = denominator.raised(to: exponent) else { return nil }
    return Rational(lowestNumerator: n, denominator: d)
  }

  // MARK: Parts

  /// The greatest integer that is not above the value.
  public var floor: Integer { numerator.flooringQuotientAndRemainder(dividingBy: denominator).quotient }

  /// The least integer that is not below the value.
  public var ceiling: Integer {
    -((-numerator).flooringQuotientAndRemainder(dividingBy: denominator).quotient)
  }

  /// The value rounded towards zero.
  public var truncated: Integer { numerator / denominator }

  /// The nearest integer; a half goes to the even one.
  public var rounded: Integer {
    let (quotient, remainder) = numerator.flooringQuotientAndRemainder(dividingBy: denominator)
    switch Integer.compare(remainder + remainder, denominator) {
    case 1: return quotient + .one
    case 0: return quotient.isEven ? quotient : quotient + .one
    default: return quotient
    }
  }

  private static func small(_ numerator: Int, _ denominator: UInt) -> Rational {
    Rational(magnitude: numerator.magnitude, denominator, isNegative: numerator < 0)
  }

  /// `lhs + numerator / denominator`, with gcds of the size of the denominators only (Knuth, TAOCP 4.5.1).
  private static func sum(_ lhs: Rational, _ numerator: Integer, _ denominator: Integer) -> Rational {
    let d = lhs.denominator
    let g = Integer.gcd(d, denominator)
    if g.isOne {
      return Rational(
        lowestNumerator: lhs.numerator * denominator + numerator * d, denominator: d * denominator)
    }
    let t = lhs.numerator * (denominator / g) + numerator * (d / g)
    let h = Integer.gcd(t, g)
    if t.isZero { return .zero }
    return Rational(lowestNumerator: t / h, denominator: (d / g) * (denominator / h))
  }
}
