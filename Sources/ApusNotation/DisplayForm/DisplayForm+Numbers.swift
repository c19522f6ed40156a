import ApusNumbers
import ApusTerms

extension DisplayForm {
  /// A number as a person writes it: the sign in front, exact fractions with a bar, complex numbers as sums.
  static func of(_ number: Number) -> DisplayForm {
    if number.hasMinusSign { return .negation(Expr(-number)) }
    if case .rational(let ratio) = number {
      return .fraction(
        numerator: Expr(.integer(ratio.numerator)), denominator: Expr(.integer(ratio.denominator)))
    }
    if number.isReal { return .number(number) }
    let imaginary = Number(real: 0, imaginary: number.imaginary)
    if !number.real.isZero {
      return .sum([SignedTerm(Expr(number.real)), SignedTerm(Expr(imaginary))])
    }
    switch number.imaginary {
    case .rational(let ratio):
      let above = Number(real: 0, imaginary: .integer(ratio.numerator))
      return .fraction(numerator: Expr(above), denominator: Expr(.integer(ratio.denominator)))
    case let factor: return factor.isOne ? .imaginaryUnit : .product([Expr(factor), .i])
    }
  }
}
