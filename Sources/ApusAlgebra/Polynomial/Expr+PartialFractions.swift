import ApusNumbers
import ApusTerms

extension Expr {
  /// The partial fractions in `variable`: a polynomial and fractions over powers of the factors of the denominator that are
  /// irreducible over the rational numbers; `nil` for what is no rational function, and beyond the limits.
  ///
  ///     (1 / (x ** 2 - 1)).partialFractions(in: "x")   // 1/(2*(x - 1)) - 1/(2*(x + 1))
  public func partialFractions(
    in variable: Symbol, until shouldStop: (Int) -> Bool = { _ in false }
  ) -> Expr? {
    guard let system = PolynomialSystem([self, Expr(variable)], until: shouldStop), !system.hasRelations,
      let generator = system.generator(variable), !shouldStop(0)
    else { return nil }
    return PartialFractions(system, generator).terms(of: system.fractions[0]).map { .sum($0) }
  }
}

/// The decomposition of one fraction.
private struct PartialFractions {
  private let system: PolynomialSystem
  private let generator: Int
  private var writer: AlgebraicWriter

  init(_ system: PolynomialSystem, _ generator: Int) {
    self.system = system
    self.generator = generator
    writer = system.writer
  }

  private func univariate(_ polynomial: Polynomial, over denominator: Polynomial) -> UnivariatePolynomial? {
    UnivariatePolynomial(polynomial, over: denominator, in: generator, system.limits)
  }

  func terms(of fraction: PolynomialFraction) -> [Expr]? {
    var decomposition = self
    return decomposition.decomposed(fraction)
  }

  private mutating func decomposed(_ fraction: PolynomialFraction) -> [Expr]? {
    guard let factors = fraction.denominator.factored(system.limits) else { return nil }
    let one = Polynomial(.one, in: system.ring)
    var constant = Polynomial(factors.constant, in: system.ring)
    var proper: [(base: Polynomial, multiplicity: Int, power: Polynomial)] = []
    for (base, multiplicity) in factors.factors {
      guard let power = base.raised(to: multiplicity, system.limits) else { return nil }
      if base.degrees[generator] > 0 {
        proper.append((base, multiplicity, power))
      } else {
        guard let product = constant.multiplied(by: power, system.limits) else { return nil }
        constant = product
      }
    }
    var denominator = one
    for factor in proper {
      guard let product = denominator.multiplied(by: factor.power, system.limits) else { return nil }
      denominator = product
    }
    guard let numerator = univariate(fraction.numerator, over: constant),
      let (whole, rest) = univariate(denominator, over: one).flatMap({ numerator.divided(by: $0) }),
      let polynomial = whole.fraction(in: generator)
    else { return nil }
    var terms = [writer.quotient(polynomial)]
    for factor in proper {
      guard let others = denominator.divided(exactlyBy: factor.power),
        let part = part(of: rest, over: factor, others: others)
      else { return nil }
      terms += part
    }
    return terms
  }

  /// The fractions over the powers of one factor.
  private mutating func part(
    of rest: UnivariatePolynomial, over factor: (base: Polynomial, multiplicity: Int, power: Polynomial),
    others: Polynomial
  ) -> [Expr]? {
    let one = Polynomial(.one, in: system.ring)
    guard let modulus = univariate(factor.power, over: one), let base = univariate(factor.base, over: one),
      let inverse = univariate(others, over: one)?.divided(by: modulus)?.remainder.inverse(modulo: modulus),
      let reduced = rest.divided(by: modulus)?.remainder,
      var current = reduced.multiplied(by: inverse)?.divided(by: modulus)?.remainder
    else { return nil }
    let written = writer.sum(factor.base)
    var terms: [Expr] = []
    for power in stride(from: factor.multiplicity, through: 1, by: -1) {
      guard let (quotient, remainder) = current.divided(by: base),
        let above = remainder.fraction(in: generator)
      else { return nil }
      if !above.numerator.isZero { terms.append(writer.quotient(above) * .power(written, Expr(-power))) }
      current = quotient
    }
    return terms
  }
}
