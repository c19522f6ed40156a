import CFLINT
import CMPFR

/// Conversions that are only made when every point of the ball would give the same result.
extension Ball {
  /// The value correctly rounded to `precision` bits, or `nil` when the ball is too wide to tell, or not finite.
  public func rounded(to precision: Int) -> BigFloat? {
    let bounds = bounds(bits: precision + 64)
    guard let (lower, upper) = bounds else { return nil }
    let low = BigFloat(lower, precision: precision)
    return low == BigFloat(upper, precision: precision) && low.isFinite ? low : nil
  }

  /// The nearest `Double`, or `nil` when the ball is too wide to tell, or out of range.
  public var asDouble: Double? {
    guard let (lower, upper) = bounds(bits: 128) else { return nil }
    let (low, high) = (lower.asDouble, upper.asDouble)
    return low == high && low.isFinite ? low : nil
  }

  /// The value with `count` significant digits, all correct: it is that of the number rounded to nearest (a tie
  /// to even). `nil` when the ball is too wide to tell, not finite, or of an exponent beyond 2^30.
  ///
  /// An exact zero is `0.0`.
  public func digits(_ count: Int) -> String? {
    if isZero { return "0.0" }
    let count = Swift.min(Swift.max(count, 1), Number.digitLimit)
    guard let (lower, upper) = bounds(bits: BigFloat.precision(forDigits: count) + 64),
      lower.sign == upper.sign,
      lower.sign != 0
    else { return nil }
    let low = lower.decimalDigits(count)
    return low == upper.decimalDigits(count)
      ? DecimalFormat.text(isNegative: lower.isNegative, digits: low.digits, pointAt: low.exponent) : nil
  }

  /// Numbers at and below, and at and above, all points: the points themselves for an exact ball, otherwise
  /// rounded outwards to `bits` bits.
  private func bounds(bits: Int) -> (lower: BigFloat, upper: BigFloat)? {
    guard isFinite else { return nil }
    if isExact {
      let value = midpoint
      return value.isFinite && (isZero || !value.isZero) ? (value, value) : nil
    }
    var upper = BigFloat.nan(precision: 2)
    let lower = BigFloat(precision: bits) { low in
      upper = BigFloat(precision: bits) { high in withArb { arb_get_interval_mpfr(low, high, $0) } }
    }
    return lower.isFinite && upper.isFinite ? (lower, upper) : nil
  }
}
