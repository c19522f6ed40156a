extension JSONParser {
  // MARK: Strings

  /// Reads the string whose opening quote stands at the position.
  mutating func parseString() throws(Diagnostic) -> String {
    let start = position
    position += 1
    let first = position
    skipPlainBytes()
    if position < source.count, source[position] == UInt8(ascii: "\"") {
      position += 1
      return decode(first..<position - 1)
    }
    var text = decode(first..<position)
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case UInt8(ascii: "\\"):
        text.unicodeScalars.append(try parseEscape())
      case 0x00...0x1F:
        let code = String(UInt32(source[position]) + 0x10000, radix: 16, uppercase: true).dropFirst()
        note(
          Diagnostic(
            "control-character", "the control character U+\(code) must be escaped in a JSON string",
            at: SourceRange(position, position + 1)))
        text.unicodeScalars.append(Unicode.Scalar(source[position]))
        position += 1
      default:
        let run = position
        skipPlainBytes()
        text += decode(run..<position)
      }
    }
    throw Diagnostic("invalid-json", "this string is never closed", at: SourceRange(start, start + 1))
  }

  /// Moves past bytes that stand for themselves in a string.
  private mutating func skipPlainBytes() {
    var index = position
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      index += 1
    }
    position = index
  }

  private mutating func decode(_ range: Range<Int>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: source[range])
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let offset = UTF8Validity.firstInvalidOffset(in: bytes) {
      note(UTF8Validity.problem(bytes[offset], at: range.lowerBound + offset))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the escape at the position; a lone surrogate is noted and read as U+FFFD.
  private mutating func parseEscape() throws(Diagnostic) -> Unicode.Scalar {
    let start = position
    guard position + 1 < source.count else { throw unexpectedEnd("a string is not closed") }
    let letter = source[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try parseHexadecimal(from: start)
      if let scalar = Unicode.Scalar(unit) { return scalar }
      if let scalar = try parseLowSurrogate(after: unit) { return scalar }
      note(
        Diagnostic(
          "lone-surrogate",
          "the escape \\u\(String(unit, radix: 16)) is half of a surrogate pair; the other half is missing",
          at: SourceRange(start, start + 6)))
      return "\u{FFFD}"
    default:
      throw Diagnostic(
        "invalid-json", "this is no escape of JSON; a backslash itself is written \\\\",
        at: SourceRange(start, start + 1))
    }
  }

  /// Reads `\uDC00`–`\uDFFF` if it stands at the position and completes the pair begun by `high`.
  private mutating func parseLowSurrogate(after high: UInt32) throws(Diagnostic) -> Unicode.Scalar? {
    guard high < 0xDC00, position + 1 < source.count, source[position] == UInt8(ascii: "\\"),
      source[position + 1] == UInt8(ascii: "u")
    else { return nil }
    let start = position
    position += 2
    let low = try parseHexadecimal(from: start)
    guard 0xDC00...0xDFFF ~= low else {
      position = start
      return nil
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// Reads four hexadecimal digits.
  private mutating func parseHexadecimal(from start: Int) throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < source.count, let digit = Self.hexadecimalDigit(source[position]) else {
        throw Diagnostic(
          "invalid-json", "\\u takes four hexadecimal digits",
          at: SourceRange(start, min(position + 1, source.count)))
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  // MARK: Numbers

  /// Reads the number at the position: an `Int` where it is one, its text otherwise.
  mutating func parseNumber() throws(Diagnostic) -> JSONValue {
    let start = position
    var isInteger = true
    let isNegative = consume(UInt8(ascii: "-"))
    if consume(UInt8(ascii: "0")) {
      if position < source.count, Self.isDigit(source[position]) {
        throw Diagnostic(
          "invalid-json", "a JSON number does not begin with 0", at: SourceRange(start, position + 1))
      }
    } else {
      try skipDigits()
    }
    if consume(UInt8(ascii: ".")) {
      isInteger = false
      try skipDigits()
    }
    if consume(UInt8(ascii: "e")) || consume(UInt8(ascii: "E")) {
      isInteger = false
      if !consume(UInt8(ascii: "+")) { _ = consume(UInt8(ascii: "-")) }
      try skipDigits()
    }
    let text = String(decoding: source[start..<position], as: UTF8.self)
    guard isInteger, let value = Int(text), !(isNegative && value == 0) else { return .number(text) }
    return .integer(value)
  }

  private mutating func skipDigits() throws(Diagnostic) {
    guard position < source.count else { throw unexpectedEnd("a digit is missing") }
    guard Self.isDigit(source[position]) else { throw unexpectedCharacter("a digit") }
    while position < source.count, Self.isDigit(source[position]) { position += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
