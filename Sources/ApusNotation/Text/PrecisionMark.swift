import ApusNumbers
import ApusTerms

/// Big floats in the text notation.
///
/// The digits of a literal say how many bits it has. Where they do not, as after arithmetic, the bits stand behind a backtick:
/// ``0.3333333333333333333333`128``.
package enum PrecisionMark {
  /// A real number as text that is read back as the same number.
  static func text(_ number: Number) -> String {
    let text = number.description
    guard case .bigFloat(let value) = number, value.isFinite, Number(decimal: text) != number else {
      return text
    }
    return "\(withoutPadding(text))`\(value.precision)"
  }

  /// With a mark the zeros that make up the number of digits say nothing.
  private static func withoutPadding(_ text: String) -> String {
    let mantissa = text.prefix { $0 != "e" }
    guard let point = mantissa.firstIndex(of: ".") else { return text }
    let zeros = mantissa[point...].dropFirst(2).reversed().prefix { $0 == "0" }.count
    return String(mantissa.dropLast(zeros) + text.dropFirst(mantissa.count))
  }

  /// The end of a precision mark that starts at `start`, or `start` itself: a backtick and digits, but not a quoted name.
  static func end(of bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "`") else { return start }
    var place = start + 1
    while place < bytes.count, bytes[place].isDigit { place += 1 }
    if place == start + 1 { return start }
    let isName =
      place < bytes.count
      && (bytes[place] == UInt8(ascii: "`") || bytes[place] >= 0x80 || bytes[place].isASCIIWord)
    return isName ? start : place
  }

  /// The number of a literal, with a precision mark perhaps; nil when it is too large.
  static func number(_ literal: ArraySlice<UInt8>) -> Number? {
    guard let mark = literal.firstIndex(of: UInt8(ascii: "`")) else {
      return Number(decimal: TextLiteral.decimal(literal))
    }
    let bits = Int(String(decoding: literal[(mark + 1)...], as: UTF8.self))
    guard let bits, BigFloat.precisionRange.contains(bits) else { return nil }
    return BigFloat(TextLiteral.decimal(literal[..<mark]), precision: bits).map { Number.bigFloat($0) }
  }

  /// The number rounded to as many decimal digits as its bits stand for, so that it is written without a mark.
  package static func settled(_ number: Number) -> Number {
    switch number {
    case .bigFloat(let value):
      guard value.isFinite, !value.isZero, Number(decimal: number.description) != number else {
        return number
      }
      var digits = max(1, Int(Double(value.precision) * 0.30103) + 1)
      while digits > 1, BigFloat.precision(forDigits: digits) > value.precision { digits -= 1 }
      return BigFloat(value.text(digits: digits), precision: BigFloat.precision(forDigits: digits)).map {
        .bigFloat($0)
      }
        ?? number
    case .complex(let value): return Number(real: settled(value.real), imaginary: settled(value.imaginary))
    default: return number
    }
  }
}

extension Expr {
  /// The expression with its big floats rounded to the digits that they stand for.
  package var settled: Expr {
    guard flags.contains(.hasInexact) else { return self }
    var replacements: [Expr: Expr] = [:]
    forEachNode { node in
      if let number = node.number, !number.isExact {
        let settled = PrecisionMark.settled(number)
        if settled != number { replacements[node] = Expr(settled) }
      }
      return node.flags.contains(.hasInexact)
    }
    return substituting(replacements)
  }
}
