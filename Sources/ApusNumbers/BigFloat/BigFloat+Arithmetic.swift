import CMPFR

extension BigFloat {
  /// The sum, rounded to the lower precision of the two.
  public static func + (lhs: BigFloat, rhs: BigFloat) -> BigFloat { combining(lhs, rhs, mpfr_add) }

  /// The difference, rounded to the lower precision of the two.
  public static func - (lhs: BigFloat, rhs: BigFloat) -> BigFloat { combining(lhs, rhs, mpfr_sub) }

  /// The product, rounded to the lower precision of the two.
  public static func * (lhs: BigFloat, rhs: BigFloat) -> BigFloat { combining(lhs, rhs, mpfr_mul) }

  /// The quotient, rounded to the lower precision of the two; infinite or NaN for a zero divisor.
  public static func / (lhs: BigFloat, rhs: BigFloat) -> BigFloat { combining(lhs, rhs, mpfr_div) }

  /// The negative.
  public static prefix func - (operand: BigFloat) -> BigFloat { operand.mapped(mpfr_neg) }

  /// Adds `rhs` to `lhs`.
  public static func += (lhs: inout BigFloat, rhs: BigFloat) { lhs = lhs + rhs }

  /// Subtracts `rhs` from `lhs`.
  public static func -= (lhs: inout BigFloat, rhs: BigFloat) { lhs = lhs - rhs }

  /// Multiplies `lhs` by `rhs`.
  public static func *= (lhs: inout BigFloat, rhs: BigFloat) { lhs = lhs * rhs }

  /// Divides `lhs` by `rhs`.
  public static func /= (lhs: inout BigFloat, rhs: BigFloat) { lhs = lhs / rhs }

  /// The absolute value.
  public var magnitude: BigFloat { isNegative ? -self : self }

  // MARK: With exact numbers, at the precision of the BigFloat

  /// The sum with an exact number, at the precision of the float.
  public static func + (lhs: BigFloat, rhs: Rational) -> BigFloat {
    let size = rhs.numerator.bitWidthOfMagnitude - rhs.denominator.bitWidthOfMagnitude
    if let exponent = lhs.binaryExponent, exponent > size + lhs.precision + 100_000 {
      // MPFR would write out all bits between the two. Below a quarter of a unit only the sign counts.
      let negligible = BigFloat(rhs, precision: 64)
      return BigFloat(precision: lhs.precision) { result in
        _ = lhs.withMPFR { a in negligible.withMPFR { b in mpfr_add(result, a, b, MPFR_RNDN) } }
      }
    }
    return lhs.combining(rhs) { mpfr_add_q($0, $1, $2, MPFR_RNDN) }
  }

  /// The product with an exact number, at the precision of the float.
  public static func * (lhs: BigFloat, rhs: Rational) -> BigFloat {
    lhs.combining(rhs) { mpfr_mul_q($0, $1, $2, MPFR_RNDN) }
  }

  /// The sum with an exact number, at the precision of the float.
  public static func + (lhs: BigFloat, rhs: Integer) -> BigFloat {
    lhs.combining(rhs) { mpfr_add_z($0, $1, $2, MPFR_RNDN) }
  }

  /// The product with an exact number, at the precision of the float.
  public static func * (lhs: BigFloat, rhs: Integer) -> BigFloat {
    lhs.combining(rhs) { mpfr_mul_z($0, $1, $2, MPFR_RNDN) }
  }

  /// `self` to the power `exponent`, correctly rounded; one for the exponent zero.
  public func raised(to exponent: Integer) -> BigFloat {
    combining(exponent) { mpfr_pow_z($0, $1, $2, MPFR_RNDN) }
  }

  // MARK: Plumbing

  typealias UnaryOperation = (
    UnsafeMutablePointer<__mpfr_struct>?, UnsafePointer<__mpfr_struct>?, mpfr_rnd_t
  ) -> Int32
  typealias BinaryOperation = (
    UnsafeMutablePointer<__mpfr_struct>?, UnsafePointer<__mpfr_struct>?, UnsafePointer<__mpfr_struct>?,
    mpfr_rnd_t
  ) -> Int32

  func mapped(_ operation: UnaryOperation) -> BigFloat {
    BigFloat(precision: precision) { result in _ = withMPFR { operation(result, $0, MPFR_RNDN) } }
  }

  static func combining(_ lhs: BigFloat, _ rhs: BigFloat, _ operation: BinaryOperation) -> BigFloat {
    BigFloat(precision: min(lhs.precision, rhs.precision)) { result in
      _ = lhs.withMPFR { a in rhs.withMPFR { b in operation(result, a, b, MPFR_RNDN) } }
    }
  }

  private func combining(
    _ rhs: Integer,
    _ operation: (
      UnsafeMutablePointer<__mpfr_struct>, UnsafePointer<__mpfr_struct>, UnsafePointer<__mpz_struct>
    ) -> Int32
  ) -> BigFloat {
    BigFloat(precision: precision) { result in
      _ = withMPFR { a in rhs.withMPZ { b in operation(result, a, b) } }
    }
  }

  private func combining(
    _ rhs: Rational,
    _ operation: (
      UnsafeMutablePointer<__mpfr_struct>, UnsafePointer<__mpfr_struct>, UnsafePointer<__mpq_struct>
    ) -> Int32
  ) -> BigFloat {
    BigFloat(precision: precision) { result in
      _ = withMPFR { a in rhs.withMPQ { b in operation(result, a, b) } }
    }
  }
}
