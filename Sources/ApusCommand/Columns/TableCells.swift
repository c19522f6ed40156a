import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The cells of a row, by RFC 4180: commas and ends of lines may stand between quotation marks, which are doubled there.
struct TableCells {
  private let bytes: [UInt8]
  /// Where each cell stands, quotation marks included.
  private var ranges: [Range<Int>] = []

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    var (start, isQuoted) = (0, false)
    for (i, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted {
        ranges.append(start..<i)
        start = i + 1
      }
    }
    ranges.append(start..<bytes.count)
  }

  var count: Int { ranges.count }

  /// The text of a cell without quotation marks and the space around it.
  func text(_ cell: Int) -> String {
    var slice = bytes[trimmed(cell)]
    guard slice.first == UInt8(ascii: "\""), slice.last == UInt8(ascii: "\""), slice.count > 1 else {
      return String(decoding: slice, as: UTF8.self)
    }
    slice = slice.dropFirst().dropLast()
    var text: [UInt8] = []
    var wasQuote = false
    for byte in slice {
      let isQuote = byte == UInt8(ascii: "\"")
      if !(isQuote && wasQuote) { text.append(byte) }
      wasQuote = isQuote && !wasQuote
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number in a cell; NaN for a cell that is empty or says that nothing is known, `nil` for anything else.
  func number(_ cell: Int) -> Double? {
    let range = trimmed(cell)
    if bytes[range].first == UInt8(ascii: "\"") { return Self.number(text(cell)) }
    return bytes.withUnsafeBufferPointer { Self.number(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func trimmed(_ cell: Int) -> Range<Int> {
    var range = ranges[cell]
    while let first = range.first, bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last] == 0x20 { range = range.lowerBound..<last }
    return range
  }

  // MARK: - Numbers

  /// The number that a text is.
  static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { number($0) }
  }

  /// Decimal numbers are read by the C library, which rounds them to nearest.
  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Double? {
    if digits.isEmpty { return .nan }
    guard digits.count < 64, digits.allSatisfy({ isPartOfNumber($0) }) else {
      return word(digits)
    }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer -> Double? in
      guard let base = buffer.baseAddress else { return nil }
      for (i, digit) in digits.enumerated() { buffer[i] = CChar(bitPattern: digit) }
      buffer[digits.count] = 0
      var end: UnsafeMutablePointer<CChar>?
      let value = strtod(base, &end)
      return end == base + digits.count ? value : nil
    }
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// Long numbers, and the words for what is no finite number.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self)
    switch text.lowercased() {
    case "nan", "na", "n/a", "null": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return bytes.allSatisfy({ isPartOfNumber($0) }) ? Double(text) : nil
    }
  }
}
