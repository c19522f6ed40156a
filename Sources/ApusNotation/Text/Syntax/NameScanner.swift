/// Where names end, and how their letters are spelt inside.
enum NameScanner {
  /// The end of the name that starts at `start`, or `start` itself when none does.
  static func end(of bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        guard byte.isASCIIWord else { break }
        place += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place)
      guard let scalar, continuesName(scalar, first: place == start) else { break }
      place += length
    }
    return place
  }

  /// The name as the program knows it: look-alike letters and subscripts in their plain spelling (`π` is `pi`, `x₁` is
  /// `x_1`), quoted names without their backticks.
  static func plainName(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.first == UInt8(ascii: "`") { return quotedName(bytes) }
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    var inSubscript = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let digit = subscriptDigit(scalar)
      if digit != nil, !inSubscript { result.append("_") }
      inSubscript = digit != nil
      result.append(digit ?? scalar)
    }
    let name = String(result)
    return constants[name] ?? name
  }

  private static func quotedName(_ bytes: ArraySlice<UInt8>) -> String {
    var name: [UInt8] = []
    var index = bytes.startIndex + 1
    while index < bytes.endIndex - 1 {
      name.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "`") ? 2 : 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static let constants = [
    "π": "pi", "∞": "oo", "ℯ": "e", "ⅇ": "e", "ⅈ": "i", "ϕ": "φ", "ϵ": "ε", "µ": "μ",
  ]

  private static func continuesName(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    // Superscripts are powers, although Unicode counts some of them as letters.
    if isSuperscript(scalar) { return false }
    if UTF8Scalar.isInvisible(scalar) { return false }
    // The middle dots are operators, although Unicode lets them continue a name.
    if scalar.value == 0xB7 || scalar.value == 0x387 { return false }
    if subscriptDigit(scalar) != nil { return !first }
    // Letters of full width are a slip of the keyboard, and get a message of their own.
    if (0xFF00...0xFFEF).contains(scalar.value) { return false }
    return first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  private static func subscriptDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x2080...0x2089).contains(scalar.value) else { return nil }
    return Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30))
  }

  // MARK: Superscripts

  /// The ASCII digit or sign of a superscript.
  static func superscriptASCII(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xB9: UInt8(ascii: "1")
    case 0xB2: UInt8(ascii: "2")
    case 0xB3: UInt8(ascii: "3")
    case 0x2070: UInt8(ascii: "0")
    case 0x2074...0x2079: UInt8(scalar.value - 0x2070 + 0x30)
    case 0x207A: UInt8(ascii: "+")
    case 0x207B: UInt8(ascii: "-")
    default: nil
    }
  }

  static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool { superscriptASCII(scalar) != nil }

  /// The end of a run of superscripts.
  static func superscriptEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place)
      guard let scalar, isSuperscript(scalar) else { break }
      place += length
    }
    return place
  }

  /// The exponent in ASCII, such as `-1` for `⁻¹`.
  static func superscriptText(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap(superscriptASCII)
    return String(decoding: digits, as: UTF8.self)
  }

  // MARK: Fractions

  /// The fraction that one character stands for.
  static func vulgarFraction(_ bytes: ArraySlice<UInt8>) -> (numerator: Int, denominator: Int) {
    switch String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value {
    case 0xBC: (1, 4)
    case 0xBD: (1, 2)
    case 0xBE: (3, 4)
    case 0x2150: (1, 7)
    case 0x2151: (1, 9)
    case 0x2152: (1, 10)
    case 0x2153: (1, 3)
    case 0x2154: (2, 3)
    case 0x2155: (1, 5)
    case 0x2156: (2, 5)
    case 0x2157: (3, 5)
    case 0x2158: (4, 5)
    case 0x2159: (1, 6)
    case 0x215A: (5, 6)
    case 0x215B: (1, 8)
    case 0x215C: (3, 8)
    case 0x215D: (5, 8)
    default: (7, 8)
    }
  }
}
