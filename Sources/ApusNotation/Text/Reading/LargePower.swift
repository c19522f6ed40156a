import ApusNumbers
import ApusTerms

/// A power of exact integers that has too many digits to be written out, such as 9^387420489.
package struct LargePower: Sendable {
  package let base: Integer
  package let exponent: Integer

  /// Nil for anything else.
  package init?(_ expr: Expr) {
    guard expr.kind == .power, case .integer(let base)? = expr.arguments[0].number,
      case .integer(let exponent)? = expr.arguments[1].number, exponent.signum() > 0, base.magnitude > 1
    else { return nil }
    self.base = base
    self.exponent = exponent
  }

  /// The exact number of decimal digits; nil when even that is too large to tell.
  ///
  /// The leading 30 digits of the power, rounded correctly at 192 bits, settle it unless they are all nines or a one and zeros.
  package var digitCount: Integer? {
    if let power = base.magnitude.exactLogarithm(base: 10) { return exponent * Integer(power) + 1 }
    guard exponent.bitWidthOfMagnitude < 62 else { return nil }
    let value = BigFloat(base.magnitude, precision: 192).raised(to: exponent)
    guard value.isFinite else { return nil }
    let text = value.text(digits: 30)
    guard let mark = text.firstIndex(of: "e"), let order = Integer(text[text.index(after: mark)...]) else {
      return nil
    }
    let digits = text[..<mark].filter { $0 != "." }
    let isClear = !digits.allSatisfy { $0 == "9" } && !digits.dropFirst().allSatisfy { $0 == "0" }
    return isClear ? order + 1 : nil
  }

  /// The digits in groups of three: `369,693,100`.
  package static func grouped(_ value: Integer) -> String {
    let digits = Array(value.description)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
