import ApusNumbers
import ApusTerms

extension Expr {
  /// The greatest common divisor of polynomials with rational coefficients, numeric factors included, with a positive
  /// leading coefficient; `nil` for what is no polynomial, and beyond the limits.
  ///
  /// Every generator counts as an unknown: the divisor of the values at integers may be larger.
  public static func greatestCommonDivisor(
    _ polynomials: [Expr], until shouldStop: (Int) -> Bool = { _ in false }
  ) -> Expr? {
    guard let system = PolynomialSystem(polynomials, until: shouldStop), !system.hasRelations,
      let first = system.fractions.first, var below = first.denominator.constant
    else { return nil }
    var above = first.numerator
    for fraction in system.fractions.dropFirst() {
      guard let divisor = fraction.denominator.constant, !shouldStop(0),
        let common = above.greatestCommonDivisor(with: fraction.numerator, system.limits)
      else { return nil }
      (above, below) = (common, .lcm(below, divisor))
    }
    var writer = system.writer
    return writer.sum(above, over: below)
  }

  /// The least common multiple of polynomials with rational coefficients; `nil` as for the greatest common divisor.
  public static func leastCommonMultiple(
    _ polynomials: [Expr], until shouldStop: (Int) -> Bool = { _ in false }
  ) -> Expr? {
    guard let system = PolynomialSystem(polynomials, until: shouldStop), !system.hasRelations,
      let first = system.fractions.first, var below = first.denominator.constant
    else { return nil }
    var above = first.numerator
    for fraction in system.fractions.dropFirst() {
      guard let divisor = fraction.denominator.constant, !shouldStop(0) else { return nil }
      if above.isZero || fraction.numerator.isZero { return 0 }
      guard let common = above.greatestCommonDivisor(with: fraction.numerator, system.limits),
        let cofactor = fraction.numerator.divided(exactlyBy: common),
        let product = above.multiplied(by: cofactor, system.limits)
      else { return nil }
      (above, below) = (product, .gcd(below, divisor))
    }
    var writer = system.writer
    return writer.sum(above, over: below)
  }

  /// The resultant of two polynomials in `variable`: zero exactly when they have a common root; `nil` for what is no
  /// polynomial, and beyond the limits.
  public func resultant(
    with other: Expr, in variable: Symbol, until shouldStop: (Int) -> Bool = { _ in false }
  ) -> Expr? {
    guard let system = PolynomialSystem([self, other, Expr(variable)], until: shouldStop),
      !system.hasRelations,
      let generator = system.generator(variable)
    else { return nil }
    let (a, b) = (system.fractions[0], system.fractions[1])
    let (m, n) = (a.numerator.degrees[generator], b.numerator.degrees[generator])
    guard let p = a.denominator.constant, let q = b.denominator.constant, m >= 0, n >= 0, m + n > 0,
      let above = a.numerator.resultant(with: b.numerator, in: generator, system.limits),
      let left = Number(p).raised(to: Integer(n))?.asInteger,
      let right = Number(q).raised(to: Integer(m))?.asInteger
    else { return nil }
    var writer = system.writer
    return writer.sum(above, over: left * right)
  }

  /// The discriminant in `variable`: zero exactly when there is a multiple root; `nil` for what is no polynomial of positive
  /// degree, and beyond the limits.
  public func discriminant(in variable: Symbol, until shouldStop: (Int) -> Bool = { _ in false }) -> Expr? {
    guard let system = PolynomialSystem([self, Expr(variable)], until: shouldStop), !system.hasRelations,
      let generator = system.generator(variable)
    else { return nil }
    let fraction = system.fractions[0]
    guard let divisor = fraction.denominator.constant,
      let above = fraction.numerator.discriminant(in: generator, system.limits),
      let below = Number(divisor).raised(to: Integer(2 * fraction.numerator.degrees[generator] - 2))?
        .asInteger
    else { return nil }
    var writer = system.writer
    return writer.sum(above, over: below)
  }

  /// Quotient and remainder of polynomials in `variable`, whose coefficients may be fractions in other symbols; `nil` for
  /// what is no such polynomial, for a divisor that is zero, and beyond the limits.
  public func quotientAndRemainder(
    dividingBy divisor: Expr, in variable: Symbol, until shouldStop: (Int) -> Bool = { _ in false }
  ) -> (quotient: Expr, remainder: Expr)? {
    guard let system = PolynomialSystem([self, divisor, Expr(variable)], until: shouldStop),
      !system.hasRelations, let generator = system.generator(variable)
    else { return nil }
    let parts = system.fractions.prefix(2).compactMap {
      UnivariatePolynomial($0.numerator, over: $0.denominator, in: generator, system.limits)
    }
    guard parts.count == 2, let (quotient, remainder) = parts[0].divided(by: parts[1]),
      let q = quotient.fraction(in: generator), let r = remainder.fraction(in: generator)
    else { return nil }
    var writer = system.writer
    return (writer.quotient(q), writer.quotient(r))
  }
}
