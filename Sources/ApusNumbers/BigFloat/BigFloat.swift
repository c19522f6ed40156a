import CMPFR

/// A binary floating-point number of chosen precision, every operation correctly rounded to nearest by MPFR.
///
/// The precision, in bits, is part of the value. An operation on two of them rounds to the *lower* precision of
/// the two, as a result cannot be better than its worst operand; one with an exact number keeps the precision.
/// The exponent may reach 2^30 in magnitude; beyond that results are infinite or zero. There is one zero and
/// one NaN: signs of both are dropped.
public struct BigFloat: Sendable {
  let storage: FloatStorage

  /// The precisions that are used: a request outside is brought to the nearer end.
  public static let precisionRange: ClosedRange<Int> = 1...(1 << 25)

  /// The number of bits of the significand.
  public var precision: Int { Int(storage.mpfr._mpfr_prec) }

  init(storage: FloatStorage) { self.storage = storage }

  /// The value of `value` rounded to `precision` bits; a NaN stays one.
  public init(_ value: Double, precision: Int = 53) {
    self.init(precision: precision) { mpfr_set_d($0, value, MPFR_RNDN) }
  }

  /// The value of `value` rounded to `precision` bits.
  public init(_ value: Int, precision: Int) { self.init(Integer(value), precision: precision) }

  /// The value of `value` rounded to `precision` bits.
  public init(_ value: Integer, precision: Int) {
    self.init(precision: precision) { result in _ = value.withMPZ { mpfr_set_z(result, $0, MPFR_RNDN) } }
  }

  /// The value of `value` rounded to `precision` bits.
  public init(_ value: Rational, precision: Int) {
    self.init(precision: precision) { result in _ = value.withMPQ { mpfr_set_q(result, $0, MPFR_RNDN) } }
  }

  /// The value of `value` rounded to `precision` bits.
  public init(_ value: BigFloat, precision: Int) {
    self.init(precision: precision) { result in
      _ = value.withMPFR { mpfr_set4(result, $0, MPFR_RNDN, mpfr_sgn_of($0)) }
    }
  }

  /// The value of `value`, exactly.
  public init(exactly value: Integer) {
    self.init(value, precision: max(BigFloat.precisionRange.lowerBound, value.bitWidthOfMagnitude))
  }

  // MARK: Classification

  /// Whether this is not a number.
  public var isNaN: Bool { withMPFR { mpfr_nan_p($0) } != 0 }

  /// Whether this is plus or minus infinity.
  public var isInfinite: Bool { withMPFR { mpfr_inf_p($0) } != 0 }

  /// Whether this is neither infinite nor NaN.
  public var isFinite: Bool { withMPFR { mpfr_number_p($0) } != 0 }

  /// Whether the value is zero.
  public var isZero: Bool { withMPFR { mpfr_zero_p($0) } != 0 }

  /// Whether the value is finite and has no fraction.
  public var isInteger: Bool { withMPFR { mpfr_integer_p($0) } != 0 }

  /// Whether the value is less than zero.
  public var isNegative: Bool { sign < 0 }

  /// -1, 0 or 1, as the value is negative, zero (or NaN) or positive.
  public var sign: Int { isNaN ? 0 : withMPFR { Int(mpfr_sgn($0).signum()) } }

  /// The exponent `e` with `2^(e-1) <= |x| < 2^e`, or `nil` for zero, infinities and NaN.
  public var binaryExponent: Int? {
    isFinite && !isZero ? Int(storage.mpfr._mpfr_exp) : nil
  }

  /// Whether the value has a text that is read back: its decimal exponent is below 320,000,000. Far beyond, the conversions
  /// of MPFR give zero or infinity.
  var isWithinTextRange: Bool { abs(binaryExponent ?? 0) < 1_062_000_000 }

  // MARK: Conversion to other types

  /// The nearest `Double`; beyond its range infinite or zero.
  public var asDouble: Double { withMPFR { mpfr_get_d($0, MPFR_RNDN) } }

  /// The value rounded towards zero, or `nil` when it is not finite or has more than `Number.digitLimit` digits.
  public var truncated: Integer? { integer(rounding: MPFR_RNDZ) }

  /// The value rounded down, or `nil` when it is not finite or has more than `Number.digitLimit` digits.
  public var floor: Integer? { integer(rounding: MPFR_RNDD) }

  /// The value rounded up, or `nil` when it is not finite or has more than `Number.digitLimit` digits.
  public var ceiling: Integer? { integer(rounding: MPFR_RNDU) }

  /// The nearest integer, a half to the even one, or `nil` when not finite or over `Number.digitLimit` digits.
  public var rounded: Integer? { integer(rounding: MPFR_RNDN) }

  /// The value, exactly; `nil` when it is not finite or its exponent needs more than `Number.digitLimit` digits.
  public var asRational: Rational? {
    if isZero { return .zero }
    guard let exponent = binaryExponent, abs(exponent) <= Number.digitLimit * 3 else { return nil }
    var shift = 0
    let significand = Integer(computing: { result in shift = withMPFR { Int(mpfr_get_z_2exp(result, $0)) } })
    if shift >= 0 { return Rational(significand.shifted(left: shift)) }
    return Rational(significand, Integer.one.shifted(left: -shift))
  }

  private func integer(rounding mode: mpfr_rnd_t) -> Integer? {
    guard isFinite, (binaryExponent ?? 0) <= Number.digitLimit * 4 else { return nil }
    let value = Integer(computing: { result in _ = withMPFR { mpfr_get_z(result, $0, mode) } })
    return value.hasMoreDigits(than: Number.digitLimit) ? nil : value
  }
}

/// The immutable MPFR number of a `BigFloat`.
///
/// `@unchecked Sendable`: the significand is written only before the initialiser that takes it over returns and
/// freed only by `deinit`; in between every access reads.
final class FloatStorage: @unchecked Sendable {
  /// MPFR's record, read through copies, so that two operands that are one object are still two variables.
  let mpfr: __mpfr_struct

  init(takingOver mpfr: __mpfr_struct) { self.mpfr = mpfr }

  deinit {
    var mpfr = self.mpfr
    mpfr_clear(&mpfr)
  }
}

/// MPFR's sign of a number as `mpfr_set4` wants it: what the macro `mpfr_set` passes.
func mpfr_sgn_of(_ value: UnsafePointer<__mpfr_struct>) -> Int32 { value.pointee._mpfr_sign }

extension BigFloat {
  /// Calls `body` with this value as an MPFR number, only valid, and only to be read, during the call.
  package func withMPFR<Result>(_ body: (UnsafePointer<__mpfr_struct>) -> Result) -> Result {
    let mpfr = storage.mpfr
    return withExtendedLifetime(storage) { withUnsafePointer(to: mpfr, body) }
  }

  /// The number of `precision` bits that `body` stores in a fresh MPFR number.
  package init(precision: Int, computing body: (UnsafeMutablePointer<__mpfr_struct>) -> Void) {
    let range = BigFloat.precisionRange
    var mpfr = __mpfr_struct()
    mpfr_init2(&mpfr, mpfr_prec_t(min(max(precision, range.lowerBound), range.upperBound)))
    body(&mpfr)
    // One zero: -0 would be equal to 0 and yet tell apart.
    if mpfr_zero_p(&mpfr) != 0 { mpfr_set_zero(&mpfr, 1) }
    storage = FloatStorage(takingOver: mpfr)
  }
}
