import ApusNumbers

extension Function {
  /// The value at numbers of which one at least is inexact, correctly rounded to the precision of the least precise; `nil`
  /// if it has none that is known.
  ///
  /// The inexact arguments stand for what they are exactly. A part of a complex value that is not determined, and
  /// negligible against the other, is zero.
  package func inexactValue(_ arguments: [Number]) -> Number? {
    guard let kernel = kernels.ball, arguments.allSatisfy(\.isFinite),
      let precision = arguments.compactMap(\.precision).min(), precision <= Self.inexactPrecisionLimit
    else { return nil }
    for working in CertifiedRounding.precisions(for: precision) {
      let value = kernel(arguments.map { ComplexBall($0, precision: working + 64) }, working)
      if let number = CertifiedRounding.number(value, precision) {
        return number.isWithinTextRange ? number : nil
      }
    }
    return nil
  }

  /// Numbers of more bits are not computed with in passing.
  private static let inexactPrecisionLimit = 1 << 17
}

extension CertifiedRounding {
  /// The number with parts correctly rounded to `precision` bits.
  static func number(_ value: ComplexBall, _ precision: Int) -> Number? {
    if value.isReal, value.real.isExact, let integer = value.real.uniqueInteger { return .integer(integer) }
    let (real, imaginary) = (value.real.rounded(to: precision), value.imaginary.rounded(to: precision))
    if let real, let imaginary {
      return Number(real: part(real, value.real), imaginary: part(imaginary, value.imaginary))
    }
    switch dominantPart(value, bits: precision) {
    case .real: return real.map(Number.init)
    case .imaginary: return imaginary.map { Number(real: .zero, imaginary: Number($0)) }
    case nil: return nil
    }
  }

  /// A part that is exactly zero is the integer.
  private static func part(_ rounded: BigFloat, _ ball: Ball) -> Number {
    ball.isZero ? .zero : Number(rounded)
  }
}
