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
      ? DecimalFormat.text(isNegative: lower.isNegative, significant: low.digits, pointAt: low.exponent) : nil
  }

  /// The value with `count` significant digits, wrong by at most 0.501 units of the last: what to show when the
  /// value seems to lie half-way between two numerals, so that `digits(_:)` never answers.
  ///
  /// `nil` when the ball is too wide, not finite, or of an exponent beyond 2^30. An exact zero is `0.0`.
  public func nearlyCorrectDigits(_ count: Int) -> String? {
    let count = Swift.min(Swift.max(count, 1), Number.digitLimit)
    // The radius is below a thousandth of a unit in the last place.
    guard isZero || relativeAccuracyBits >= BigFloat.precision(forDigits: count) + 12 else { return nil }
    let value = midpoint
    return value.isFinite && (isZero || !value.isZero) ? value.text(digits: count) : nil
  }

  /// The correctly rounded number of `precision` bits that `enclosure` determines when it is computed with enough
  /// working precision; `nil` when eight times the precision, and at least 1,024 bits, do not suffice.
  ///
  /// Example: `Ball.rounded(to: 100) { Ball.gamma(x, precision: $0) }`.
  public static func rounded(to precision: Int, _ enclosure: (Int) -> Ball) -> BigFloat? {
    var working = precision + 32
    while true {
      let value = enclosure(working)
      if let result = value.isZero ? BigFloat(0.0, precision: precision) : value.rounded(to: precision) {
        return result
      }
      if working >= Swift.max(1024, 8 * precision) { return nil }
      working *= 2
    }
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
