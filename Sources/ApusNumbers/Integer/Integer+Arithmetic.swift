import CGMP

extension Integer: AdditiveArithmetic, Numeric, SignedNumeric {
  /// The type of absolute values: the same.
  public typealias Magnitude = Integer

  /// The sum.
  @inlinable public static func + (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .small(sum) }
    }
    return largeSum(lhs, rhs)
  }

  /// The difference.
  @inlinable public static func - (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return .small(difference) }
    }
    return largeDifference(lhs, rhs)
  }

  /// The product.
  @inlinable public static func * (lhs: Integer, rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .small(product) }
    }
    return largeProduct(lhs, rhs)
  }

  /// The negative.
  @inlinable public static prefix func - (operand: Integer) -> Integer {
    if case .small(let value) = operand {
      let (negated, overflow) = (0).subtractingReportingOverflow(value)
      if !overflow { return .small(negated) }
    }
    return largeNegation(operand)
  }

  /// The number itself.
  @inlinable public static prefix func + (operand: Integer) -> Integer { operand }
  /// Adds `rhs` to `lhs`.
  @inlinable public static func += (lhs: inout Integer, rhs: Integer) { lhs = lhs + rhs }
  /// Subtracts `rhs` from `lhs`.
  @inlinable public static func -= (lhs: inout Integer, rhs: Integer) { lhs = lhs - rhs }
  /// Multiplies `lhs` by `rhs`.
  @inlinable public static func *= (lhs: inout Integer, rhs: Integer) { lhs = lhs * rhs }
  /// Replaces the value by its negative.
  @inlinable public mutating func negate() { self = -self }

  /// The absolute value; unlike that of `Int`, always defined.
  @inlinable public var magnitude: Integer { isNegative ? -self : self }

  // MARK: Large operands

  @usableFromInline @inline(never)
  static func largeSum(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_add($0, $1, $2) }
  }

  @usableFromInline @inline(never)
  static func largeDifference(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_sub($0, $1, $2) }
  }

  @usableFromInline @inline(never)
  static func largeProduct(_ lhs: Integer, _ rhs: Integer) -> Integer {
    combining(lhs, rhs) { __gmpz_mul($0, $1, $2) }
  }

  @usableFromInline @inline(never)
  static func largeNegation(_ operand: Integer) -> Integer {
    combining(.zero, operand) { __gmpz_sub($0, $1, $2) }
  }
}

// MARK: Division

extension Integer {
  /// The quotient rounded towards zero and the remainder, which has the sign of `self`.
  ///
  /// - Precondition: `rhs` is not zero.
  public func quotientAndRemainder(dividingBy rhs: Integer) -> (quotient: Integer, remainder: Integer) {
    precondition(!rhs.isZero, "division by zero")
    if case .small(let a) = self, case .small(let b) = rhs, !(b == -1 && a == .min) {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      return (.small(quotient), .small(remainder))
    }
    return largeDivision(rhs) { __gmpz_tdiv_qr($0, $1, $2, $3) }
  }

  /// The quotient rounded down and the remainder, which has the sign of `rhs`.
  ///
  /// - Precondition: `rhs` is not zero.
  public func flooringQuotientAndRemainder(dividingBy rhs: Integer) -> (quotient: Integer, remainder: Integer)
  {
    precondition(!rhs.isZero, "division by zero")
    if case .small(let a) = self, case .small(let b) = rhs, !(b == -1 && a == .min) {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      if remainder != 0, (remainder < 0) != (b < 0) { return (.small(quotient - 1), .small(remainder + b)) }
      return (.small(quotient), .small(remainder))
    }
    return largeDivision(rhs) { __gmpz_fdiv_qr($0, $1, $2, $3) }
  }

  /// `self` modulo `rhs` with the sign of `rhs`: the remainder of flooring division.
  ///
  /// - Precondition: `rhs` is not zero.
  public func modulo(_ rhs: Integer) -> Integer { flooringQuotientAndRemainder(dividingBy: rhs).remainder }

  /// `self / rhs` when the division leaves no remainder, otherwise `nil`; `nil` as well for `rhs` zero.
  public func exactQuotient(dividingBy rhs: Integer) -> Integer? {
    if rhs.isZero { return nil }
    let (quotient, remainder) = quotientAndRemainder(dividingBy: rhs)
    return remainder.isZero ? quotient : nil
  }

  /// Whether `divisor` divides `self`; zero divides only zero.
  public func isMultiple(of divisor: Integer) -> Bool {
    if divisor.isZero { return isZero }
    return quotientAndRemainder(dividingBy: divisor).remainder.isZero
  }

  /// The quotient rounded towards zero; `rhs` must not be zero.
  public static func / (lhs: Integer, rhs: Integer) -> Integer {
    lhs.quotientAndRemainder(dividingBy: rhs).quotient
  }

  /// The remainder with the sign of `lhs`; `rhs` must not be zero.
  public static func % (lhs: Integer, rhs: Integer) -> Integer {
    lhs.quotientAndRemainder(dividingBy: rhs).remainder
  }

  /// Divides `lhs` by `rhs`.
  public static func /= (lhs: inout Integer, rhs: Integer) { lhs = lhs / rhs }

  /// Replaces `lhs` by its remainder on division by `rhs`.
  public static func %= (lhs: inout Integer, rhs: Integer) { lhs = lhs % rhs }

  private func largeDivision(
    _ rhs: Integer,
    _ divide: (
      UnsafeMutablePointer<__mpz_struct>, UnsafeMutablePointer<__mpz_struct>, UnsafePointer<__mpz_struct>,
      UnsafePointer<__mpz_struct>
    ) -> Void
  ) -> (quotient: Integer, remainder: Integer) {
    var remainder = __mpz_struct()
    __gmpz_init(&remainder)
    let quotient = withUnsafeMutablePointer(to: &remainder) { remainder in
      Integer.combining(self, rhs) { divide($0, remainder, $1, $2) }
    }
    return (quotient, Integer(takingOver: remainder))
  }
}
