import CMPFR

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension BigFloat: LosslessStringConvertible {
  /// The number written in `description`, at the precision that its digits call for; see `precision(forDigits:)`.
  public init?(_ description: String) { self.init(description, precision: nil) }

  /// The decimal number written in `text`, rounded to `precision` bits.
  ///
  /// Without a precision, as many bits are kept as the digits of the text (leading zeros apart) determine.
  /// `nil` for anything but a decimal numeral, or an exponent too large for a `BigFloat`.
  public init?(_ text: some StringProtocol, precision: Int?) {
    guard let decimal = DecimalText(text) else { return nil }
    let digits = decimal.significantDigits
    let precision = precision ?? BigFloat.precision(forDigits: digits.count)
    if digits.isEmpty {
      self.init(0.0, precision: precision)
      return
    }
    let order = decimal.exponent + digits.count
    guard abs(order) < 320_000_000 else { return nil }
    let numeral = "\(decimal.isNegative ? "-" : "")\(digits)e\(decimal.exponent)"
    self.init(precision: precision) { mpfr_strtofr($0, numeral, nil, 10, MPFR_RNDN) }
    if !isFinite || isZero { return nil }
  }

  /// The bits that tell apart all decimal numbers of `digits` significant digits.
  public static func precision(forDigits digits: Int) -> Int {
    max(precisionRange.lowerBound, Int((Double(max(digits, 1)) * 3.321928094887363).rounded(.up)) + 1)
  }

  /// The fewest digits that read back as this value at this precision, padded with zeros to as many as
  /// the precision stands for, with a point and, where that is shorter, an exponent: `0.25`, `1.5e30`.
  ///
  /// A number that was read from text prints with the digits it was written with.
  public var description: String {
    if isNaN { return "nan" }
    if isInfinite { return isNegative ? "-inf" : "inf" }
    if isZero { return "0.0" }
    var (digits, exponent) = shortestDigits()
    // Up to the precision of a Double the digits are not counted on reading, so zeros would say nothing.
    let count = precision > 58 ? BigFloat.digits(forPrecision: precision) : 1
    if digits.count < count { digits += String(repeating: "0", count: count - digits.count) }
    return DecimalFormat.text(isNegative: isNegative, digits: digits, pointAt: exponent)
  }

  /// The value rounded to `digits` significant digits (at least one), to nearest.
  public func text(digits count: Int) -> String {
    if !isFinite || isZero { return description }
    let (digits, exponent) = decimalDigits(max(count, 1))
    return DecimalFormat.text(isNegative: isNegative, significant: digits, pointAt: exponent)
  }

  /// The least number of digits that `precision(forDigits:)` takes to at least `precision` bits.
  private static func digits(forPrecision precision: Int) -> Int {
    var digits = max(1, Int(Double(precision - 1) * 0.30102999566398120))
    while self.precision(forDigits: digits) < precision { digits += 1 }
    return digits
  }

  /// The shortest digits `d` with the value nearest to `0.d * 10^exponent`.
  private func shortestDigits() -> (digits: String, exponent: Int) {
    var count = max(1, Int(Double(precision) * 0.30102999566398120) - 1)
    while true {
      let (digits, exponent) = decimalDigits(count)
      let reading = BigFloat(precision: precision) {
        mpfr_strtofr($0, "0.\(digits)e\(exponent)", nil, 10, MPFR_RNDN)
      }
      // Beyond the range of the reader no count of digits gives the value back.
      if reading == magnitude || count > precision {
        let trailing = digits.reversed().prefix { $0 == "0" }.count
        return (String(digits.dropLast(min(trailing, digits.count - 1))), exponent)
      }
      count += 1
    }
  }

  /// The digits `d`, `count` of them, of the value rounded to `0.d * 10^exponent`, without a sign.
  func decimalDigits(_ count: Int) -> (digits: String, exponent: Int) {
    var exponent = mpfr_exp_t(0)
    guard let text = withMPFR({ mpfr_get_str(nil, &exponent, 10, count, $0, MPFR_RNDN) }) else {
      return ("0", 0)
    }
    defer { mpfr_free_str(text) }
    let digits = String(cString: text)
    return (digits.hasPrefix("-") ? String(digits.dropFirst()) : digits, Int(exponent))
  }
}

/// Writes decimal digits with a point or an exponent.
enum DecimalFormat {
  /// `0.significant * 10^pointAt` with exactly these digits: none is left out, and no zero fills up to the point.
  static func text(isNegative: Bool, significant digits: String, pointAt: Int) -> String {
    if pointAt > -4, pointAt < digits.count {
      return text(isNegative: isNegative, digits: digits, pointAt: pointAt)
    }
    let fraction = digits.dropFirst()
    return
      "\(isNegative ? "-" : "")\(digits.prefix(1))\(fraction.isEmpty ? "" : ".\(fraction)")e\(pointAt - 1)"
  }

  /// `0.digits * 10^pointAt` in positional notation when that needs few filling zeros, else with an exponent.
  static func text(isNegative: Bool, digits: String, pointAt: Int) -> String {
    let sign = isNegative ? "-" : ""
    let count = digits.count
    // Zeros before and behind the point would count as digits on reading.
    if pointAt > 0, pointAt < count || pointAt <= 16 {
      let padded = digits + String(repeating: "0", count: max(0, pointAt - count))
      let fraction = padded.dropFirst(pointAt)
      return "\(sign)\(padded.prefix(pointAt)).\(fraction.isEmpty ? "0" : fraction)"
    }
    if pointAt <= 0, pointAt > -4 {
      return "\(sign)0.\(String(repeating: "0", count: -pointAt))\(digits)"
    }
    let fraction = digits.dropFirst()
    let isShort = fraction.allSatisfy { $0 == "0" } && count <= 17
    return "\(sign)\(digits.prefix(1))\(isShort ? "" : ".\(fraction)")e\(pointAt - 1)"
  }
}
