import CGMP

extension Integer: LosslessStringConvertible {
  /// The integer written in `description` as an optional sign and decimal digits.
  public init?(_ description: String) { self.init(description, radix: 10) }

  /// The integer written in `text` as an optional sign and digits of `radix`, letters in either case.
  ///
  /// `nil` for anything else, spaces and separators included, and for a radix outside 2...36.
  /// - Complexity: subquadratic in the length.
  public init?(_ text: some StringProtocol, radix: Int = 10) {
    guard (2...36).contains(radix) else { return nil }
    if text.utf8.count <= 11, let value = Int(text, radix: radix) {
      self = .small(value)
      return
    }
    var digits: [CChar] = []
    digits.reserveCapacity(text.utf8.count + 1)
    var isFirst = true
    for byte in text.utf8 {
      defer { isFirst = false }
      if isFirst, byte == UInt8(ascii: "+") { continue }
      guard (isFirst && byte == UInt8(ascii: "-")) || Integer.digitValue(byte) < radix else { return nil }
      digits.append(CChar(bitPattern: byte))
    }
    guard let last = digits.last, last != CChar(bitPattern: UInt8(ascii: "-")) else { return nil }
    digits.append(0)
    self.init(computing: { _ = __gmpz_set_str($0, digits, Int32(radix)) })
  }

  /// The value in decimal.
  public var description: String { text(radix: 10) }

  /// The value in digits of `radix` (2...36), with a minus sign when negative.
  ///
  /// - Complexity: subquadratic in the number of digits.
  public func text(radix: Int = 10, uppercase: Bool = false) -> String {
    precondition((2...36).contains(radix), "radix must be in 2...36")
    if case .small(let value) = self { return String(value, radix: radix, uppercase: uppercase) }
    return withMPZ { mpz in
      let capacity = __gmpz_sizeinbase(mpz, Int32(radix)) + 2
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        __gmpz_get_str(buffer.baseAddress, Int32(uppercase ? -radix : radix), mpz)
        return buffer.baseAddress.map { String(cString: $0) } ?? ""
      }
    }
  }

  /// The number of decimal digits of the magnitude, exactly; 1 for zero.
  ///
  /// - Complexity: that of one power of ten for large values.
  public var digitCount: Int {
    if case .small(let value) = self { return Integer.decimalDigitCount(value.magnitude) }
    // GMP's estimate from the bit length is exact or one too large.
    let estimate = withMPZ { __gmpz_sizeinbase($0, 10) }
    let bound = Integer(computing: { __gmpz_ui_pow_ui($0, 10, UInt(estimate - 1)) })
    let isShorter = withMPZ { value in bound.withMPZ { __gmpz_cmpabs(value, $0) < 0 } }
    return isShorter ? estimate - 1 : estimate
  }

  /// Whether the magnitude has more than `limit` decimal digits; decided from the bit length when that suffices.
  public func hasMoreDigits(than limit: Int) -> Bool {
    let bits = Double(bitWidthOfMagnitude)
    if bits <= Double(limit) * 3.3219 { return false }
    if bits > Double(limit) * 3.3220 + 2 { return true }
    return digitCount > limit
  }

  // MARK: Digits

  static func decimalDigitCount(_ magnitude: UInt) -> Int {
    var count = 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// The value of an ASCII digit or letter, or a number above any radix.
  private static func digitValue(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte) - 55
    default: return 99
    }
  }
}

extension String {
  /// The text of `value` in `radix` (2...36), faster than the general one for `BinaryInteger`.
  public init(_ value: Integer, radix: Int = 10, uppercase: Bool = false) {
    self = value.text(radix: radix, uppercase: uppercase)
  }
}
