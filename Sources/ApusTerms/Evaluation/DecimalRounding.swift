import ApusNumbers

/// Rounding of rational numbers to decimals.
enum DecimalRounding {
  /// The number rounded to `count` significant digits, to nearest and of two equally near ones to the even, with an exponent;
  /// `nil` for 0.
  static func text(_ q: Rational, digits count: Int) -> String? {
    if q.isZero { return nil }
    let magnitude = q.magnitude
    // 10^exponent ≤ magnitude < 10^(exponent + 1)
    var exponent = magnitude.numerator.digitCount - magnitude.denominator.digitCount
    if isBelow(magnitude, exponent) { exponent -= 1 }
    guard let scaled = scaled(magnitude, by: count - 1 - exponent) else { return nil }
    var digits = roundedToEven(scaled).description
    if digits.count > count {
      digits.removeLast()
      exponent += 1
    }
    return "\(q.isNegative ? "-" : "")\(digits.prefix(1)).\(digits.dropFirst())0e\(exponent)"
  }

  private static func isBelow(_ q: Rational, _ exponent: Int) -> Bool {
    guard let power = Rational(10).raised(to: exponent) else { return false }
    return q < power
  }

  private static func scaled(_ q: Rational, by exponent: Int) -> Rational? {
    Rational(10).raised(to: exponent).map { q * $0 }
  }

  /// The nearest integer, of two equally near ones the even one.
  static func roundedToEven(_ q: Rational) -> Integer {
    let shifted = q + .half
    let floor = shifted.floor
    return shifted.isInteger && !floor.isMultiple(of: 2) ? floor - .one : floor
  }
}
