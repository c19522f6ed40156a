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

  /// The exact number of decimal digits, ⌊n·log₁₀ b⌋ + 1; nil when the exponent is too large to tell.
  ///
  /// Unless b is a power of ten the logarithm is irrational, so that enough bits settle its multiple's integer part.
  package var digitCount: Integer? {
    if let power = base.magnitude.exactLogarithm(base: 10) { return exponent * Integer(power) + 1 }
    let bits = exponent.bitWidthOfMagnitude
    guard bits < 4096, base.bitWidthOfMagnitude < 1 << 20 else { return nil }
    for precision in [bits + 128, bits + 1024] {
      let logarithm =
        BigFloat.log(BigFloat(base.magnitude, precision: precision))
        / BigFloat.log(BigFloat(10.0, precision: precision))
      let product = logarithm * BigFloat(exponent, precision: precision)
      // The relative error is a few units in the last place, so the absolute one is far below 2⁻⁶⁴.
      let slack = BigFloat(0x1p-64, precision: precision)
      if let low = (product - slack).floor, let high = (product + slack).floor, low == high { return low + 1 }
    }
    return nil
  }

  /// What to say about an expression in which a power is kept because of its size; nil if there is none.
  package static func note(on expr: Expr) -> String? {
    var found: LargePower?
    expr.forEachNode { node in
      if node.kind == .power, let power = LargePower(node) { found = power }
      return found == nil
    }
    guard let found else { return nil }
    let size = found.digitCount.map { " (\(grouped($0)) digits)" } ?? ""
    return "kept as a power\(size). digits(…), mod(…), N(…) work on it; expand!(…) forces it"
  }

  /// The integer itself, whatever its size; nil when it would not fit the memory.
  package var value: Integer? {
    guard let count = digitCount?.asInt, count <= 1_000_000_000, let exponent = exponent.asInt else {
      return nil
    }
    // The base and exponent are within what GMP computes; only the limit on digits of `Number` is passed over.
    var (result, square, rest) = (Integer.one, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }

  /// The digits in groups of three: `369,693,100`.
  private static func grouped(_ value: Integer) -> String {
    let digits = Array(value.description)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
