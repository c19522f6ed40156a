/// Finds the end of a numeric literal and refuses what only looks like one.
///
/// A literal is digits with an optional point and an optional exponent: `12`, `0.5`, `.5`, `5.`, `1e3`, `2.5e-7`.
enum NumberScanner {
  /// Moves `place` from the first byte of a literal past its last.
  static func scan(_ source: SourceText, from place: inout Int) throws(Diagnostic) {
    let bytes = source.bytes
    let start = place
    skipDigits(bytes, &place)
    if byte(bytes, place) == UInt8(ascii: ".") {
      place += 1
      skipDigits(bytes, &place)
    }
    let mantissaEnd = place
    skipExponent(bytes, &place)
    let hasExponent = place > mantissaEnd
    let markEnd = PrecisionMark.end(of: bytes, from: place)
    if markEnd > place {
      place = markEnd
      return
    }
    try check(source, SourceRange(start, place), hasExponent: hasExponent)
  }

  private static func check(
    _ source: SourceText, _ range: SourceRange, hasExponent: Bool
  ) throws(Diagnostic) {
    let bytes = source.bytes
    let next = byte(bytes, range.upperBound)
    if next == UInt8(ascii: ".") {
      throw invalid(source, from: range, "a number has one decimal point")
    }
    if next == UInt8(ascii: "_") {
      throw invalid(source, from: range, "digits are written without '_'")
    }
    if hasExponent, let next, next.isASCIIWord {
      throw invalid(source, from: range, "it is not clear where this number ends")
    }
    let isZero = range.upperBound - range.lowerBound == 1 && bytes[range.lowerBound] == UInt8(ascii: "0")
    if isZero, let next, isRadix(next | 0x20), byte(bytes, range.upperBound + 1)?.isASCIIWord == true {
      throw invalid(source, from: range, "numbers are written in decimal")
    }
  }

  private static func isRadix(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "x") || letter == UInt8(ascii: "b") || letter == UInt8(ascii: "o")
  }

  private static func invalid(_ source: SourceText, from range: SourceRange, _ message: String) -> Diagnostic
  {
    var end = range.upperBound
    while let next = byte(source.bytes, end), next.isASCIIWord || next == UInt8(ascii: ".") { end += 1 }
    return Diagnostic("invalid-number", message, at: SourceRange(range.lowerBound, end))
  }

  private static func skipDigits(_ bytes: [UInt8], _ place: inout Int) {
    while place < bytes.count, bytes[place].isDigit { place += 1 }
  }

  /// An `e` counts as an exponent only when digits follow; `2e` is twice Euler's number.
  private static func skipExponent(_ bytes: [UInt8], _ place: inout Int) {
    guard let letter = byte(bytes, place), letter | 0x20 == UInt8(ascii: "e") else { return }
    var end = place + 1
    if let sign = byte(bytes, end), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { end += 1 }
    guard let digit = byte(bytes, end), digit.isDigit else { return }
    skipDigits(bytes, &end)
    place = end
  }

  private static func byte(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }
}
