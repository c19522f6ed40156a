import ApusNumbers

/// A quotient of polynomials with integer coefficients; the denominator is not zero.
struct PolynomialFraction {
  var numerator: Polynomial
  var denominator: Polynomial

  init(_ numerator: Polynomial, _ denominator: Polynomial) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the denominator is a number.
  var isPolynomial: Bool { denominator.isConstant }

  /// The number of terms above and below.
  var termCount: Int { numerator.termCount + denominator.termCount }

  /// The product, in lowest terms when both factors are.
  func multiplied(by other: PolynomialFraction, _ limits: PolynomialLimits) -> PolynomialFraction? {
    guard let (a, d) = Self.coprime(numerator, other.denominator, limits),
      let (c, b) = Self.coprime(other.numerator, denominator, limits),
      let top = a.multiplied(by: c, limits), let bottom = b.multiplied(by: d, limits)
    else { return nil }
    return PolynomialFraction(top, bottom)
  }

  /// The sum, in lowest terms when both summands are.
  func added(to other: PolynomialFraction, _ limits: PolynomialLimits) -> PolynomialFraction? {
    if denominator == other.denominator {
      return PolynomialFraction(numerator + other.numerator, denominator).lowered(limits)
    }
    guard let common = denominator.greatestCommonDivisor(with: other.denominator, limits),
      let b = denominator.divided(exactlyBy: common), let d = other.denominator.divided(exactlyBy: common),
      let left = numerator.multiplied(by: d, limits), let right = other.numerator.multiplied(by: b, limits),
      let bottom = denominator.multiplied(by: d, limits)
    else { return nil }
    return PolynomialFraction(left + right, bottom).lowered(limits)
  }

  /// The power; the fraction must not be zero for a negative one.
  func raised(to exponent: Int, _ limits: PolynomialLimits) -> PolynomialFraction? {
    guard exponent != .min, let top = numerator.raised(to: abs(exponent), limits),
      let bottom = denominator.raised(to: abs(exponent), limits)
    else { return nil }
    return exponent < 0 ? PolynomialFraction(bottom, top) : PolynomialFraction(top, bottom)
  }

  /// In lowest terms with a positive leading coefficient below.
  func lowered(_ limits: PolynomialLimits) -> PolynomialFraction? {
    guard let (top, bottom) = Self.coprime(numerator, denominator, limits) else { return nil }
    if bottom.isZero || !bottom.coefficient(0).isNegative { return PolynomialFraction(top, bottom) }
    return PolynomialFraction(-top, -bottom)
  }

  private static func coprime(
    _ a: Polynomial, _ b: Polynomial, _ limits: PolynomialLimits
  ) -> (Polynomial, Polynomial)? {
    if b.isOne || a.isOne { return (a, b) }
    guard let common = a.greatestCommonDivisor(with: b, limits) else { return nil }
    if common.isOne { return (a, b) }
    guard let left = a.divided(exactlyBy: common), let right = b.divided(exactlyBy: common) else {
      return nil
    }
    return (left, right)
  }
}
