extension Rational: LosslessStringConvertible {
  /// The number written as `-3`, `22/7`, `0.25` or `2.5e-3`; decimals are read exactly.
  ///
  /// `nil` for anything else, a zero denominator, or a decimal exponent beyond `Number.digitLimit`.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = Integer(parts[0]), let denominator = Integer(parts[1]) else { return nil }
      self.init(numerator, denominator)
      return
    }
    guard let decimal = DecimalText(description), abs(decimal.exponent) < Number.digitLimit,
      let digits = Integer(decimal.digits), let scale = Integer(10).raised(to: abs(decimal.exponent))
    else { return nil }
    let signed = decimal.isNegative ? -digits : digits
    if decimal.exponent >= 0 {
      self.init(signed * scale)
    } else {
      self.init(signed, scale)
    }
  }

  /// The number as `3` or `-22/7`.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// The parts of a decimal numeral: `(-1)^isNegative * digits * 10^exponent`.
struct DecimalText {
  var isNegative = false
  /// Decimal digits without sign or point, leading zeros kept; never empty.
  var digits = ""
  var exponent = 0

  /// Reads an optional sign, digits with an optional point, and an optional exponent of at most 18 digits.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    isNegative = DecimalText.takeSign(&bytes)
    let whole = DecimalText.takeDigits(&bytes)
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = DecimalText.takeDigits(&bytes)
    }
    if whole.isEmpty && fraction.isEmpty { return nil }
    digits = String(decoding: whole + fraction, as: UTF8.self)
    exponent = -fraction.count
    if let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") {
      bytes.removeFirst()
      let isNegative = DecimalText.takeSign(&bytes)
      let written = DecimalText.takeDigits(&bytes)
      guard !written.isEmpty, written.drop(while: { $0 == UInt8(ascii: "0") }).count <= 18,
        let value = Int(String(decoding: written, as: UTF8.self))
      else { return nil }
      exponent += isNegative ? -value : value
    }
    if !bytes.isEmpty { return nil }
  }

  /// The digits from the first that is not zero on: what a numeral of this text claims to know.
  var significantDigits: Substring { digits.drop { $0 == "0" } }

  private static func takeSign(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
      return false
    }
    bytes.removeFirst()
    return first == UInt8(ascii: "-")
  }

  private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    return digits
  }
}
