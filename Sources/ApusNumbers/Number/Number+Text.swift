extension Number: CustomStringConvertible {
  /// The number written in `text` as an unsigned or signed decimal numeral.
  ///
  /// Digits alone are an exact integer. With a point or an exponent it is inexact: a `Double` for up to 17
  /// significant digits within its normal range, otherwise a `BigFloat` with as many bits as the digits
  /// determine. `nil` for anything else, or an exponent too large for a `BigFloat`.
  public init?(decimal text: some StringProtocol) {
    if let integer = Integer(text) {
      self.init(integer)
      return
    }
    guard let decimal = DecimalText(text) else { return nil }
    if decimal.significantDigits.count <= 17 {
      let sign = decimal.isNegative ? "-" : ""
      guard let value = Double("\(sign)\(decimal.digits)e\(decimal.exponent)") else { return nil }
      if value.isNormal || decimal.significantDigits.isEmpty {
        self.init(value)
        return
      }
      guard let value = BigFloat(text, precision: 53) else { return nil }
      self.init(value)
      return
    }
    guard let value = BigFloat(text, precision: nil) else { return nil }
    self = .bigFloat(value)
  }

  /// The number in the text syntax: `-3`, `22/7`, `0.5`, `1e100`, `1/2 + 3*i`, `-i`.
  public var description: String {
    switch self {
    case .integer(let value): return value.description
    case .rational(let value): return value.description
    case .double(let value): return DecimalFormat.text(value)
    case .bigFloat(let value): return value.description
    case .complex(let value):
      let imaginary = Number.imaginaryText(value.imaginary)
      if value.real.isZero { return imaginary }
      if imaginary.hasPrefix("-") { return "\(value.real) - \(imaginary.dropFirst())" }
      return "\(value.real) + \(imaginary)"
    }
  }

  private static func imaginaryText(_ part: Number) -> String {
    if part.isOne { return "i" }
    return part.isMinusOne ? "-i" : "\(part)*i"
  }
}

extension DecimalFormat {
  /// The shortest text that reads back as `value`, with a point, or an exponent as in `1e100`.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return "0.0" }
    guard let decimal = DecimalText(value.description) else { return value.description }
    let significant = decimal.significantDigits
    let trailing = significant.reversed().prefix { $0 == "0" }.count
    return text(
      isNegative: decimal.isNegative, digits: String(significant.dropLast(trailing)),
      pointAt: decimal.exponent + significant.count)
  }
}
