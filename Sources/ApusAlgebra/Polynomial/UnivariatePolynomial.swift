import ApusNumbers

/// A polynomial in one generator whose coefficients are fractions of polynomials in the others.
///
/// Operations give `nil` beyond the limits.
struct UnivariatePolynomial {
  /// From the constant on; the last is not zero.
  private(set) var coefficients: [PolynomialFraction]
  let ring: PolynomialRing
  let limits: PolynomialLimits

  /// The highest degree that is worked with.
  private static let largestDegree = 1_000

  init(_ coefficients: [PolynomialFraction], _ ring: PolynomialRing, _ limits: PolynomialLimits) {
    self.coefficients = coefficients
    self.ring = ring
    self.limits = limits
    while self.coefficients.last?.numerator.isZero == true { self.coefficients.removeLast() }
  }

  /// The polynomial over a denominator, in which the generator must not occur.
  init?(_ polynomial: Polynomial, over denominator: Polynomial, in generator: Int, _ limits: PolynomialLimits)
  {
    let degree = polynomial.degrees[generator]
    guard degree <= Self.largestDegree, denominator.degrees[generator] <= 0 else { return nil }
    var values = [[Integer]](repeating: [], count: degree + 1)
    var rows = [[Int]](repeating: [], count: degree + 1)
    for index in 0..<polynomial.termCount {
      var row = polynomial.exponents(index)
      let power = row[generator]
      row[generator] = 0
      values[power].append(polynomial.coefficient(index))
      rows[power] += row
    }
    var coefficients: [PolynomialFraction] = []
    for power in values.indices {
      let part = Polynomial(coefficients: values[power], exponents: rows[power], in: polynomial.ring)
      guard let fraction = PolynomialFraction(part, denominator).lowered(limits) else { return nil }
      coefficients.append(fraction)
    }
    self.init(coefficients, polynomial.ring, limits)
  }

  /// −1 for zero.
  var degree: Int { coefficients.count - 1 }

  /// The value of the polynomial as one fraction.
  func fraction(in generator: Int) -> PolynomialFraction? {
    var sum = PolynomialFraction(Polynomial(.zero, in: ring), Polynomial(.one, in: ring))
    for (power, coefficient) in coefficients.enumerated() {
      var row = [Int](repeating: 0, count: ring.generatorCount)
      row[generator] = power
      let monomial = Polynomial(coefficients: [1], exponents: row, in: ring)
      guard let numerator = coefficient.numerator.multiplied(by: monomial, limits),
        let next = sum.added(to: PolynomialFraction(numerator, coefficient.denominator), limits)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// The product.
  func multiplied(by other: UnivariatePolynomial) -> UnivariatePolynomial? {
    if degree < 0 || other.degree < 0 { return UnivariatePolynomial([], ring, limits) }
    guard degree + other.degree <= Self.largestDegree else { return nil }
    var result = [PolynomialFraction](repeating: zero, count: degree + other.degree + 1)
    for (i, a) in coefficients.enumerated() where !a.numerator.isZero {
      for (j, b) in other.coefficients.enumerated() where !b.numerator.isZero {
        guard let product = a.multiplied(by: b, limits), let sum = result[i + j].added(to: product, limits)
        else {
          return nil
        }
        result[i + j] = sum
      }
    }
    return UnivariatePolynomial(result, ring, limits)
  }

  /// The difference.
  func subtracting(_ other: UnivariatePolynomial) -> UnivariatePolynomial? {
    var result = coefficients
    while result.count < other.coefficients.count { result.append(zero) }
    for (i, b) in other.coefficients.enumerated() {
      guard let difference = result[i].added(to: PolynomialFraction(-b.numerator, b.denominator), limits)
      else {
        return nil
      }
      result[i] = difference
    }
    return UnivariatePolynomial(result, ring, limits)
  }

  /// Quotient and remainder; `nil` for a divisor that is zero.
  func divided(by divisor: UnivariatePolynomial) -> (
    quotient: UnivariatePolynomial, remainder: UnivariatePolynomial
  )? {
    guard let leading = divisor.coefficients.last,
      let inverse = leading.raised(to: -1, limits)?.lowered(limits)
    else { return nil }
    var remainder = self
    var quotient = [PolynomialFraction](repeating: zero, count: max(0, degree - divisor.degree + 1))
    while let top = remainder.coefficients.last, remainder.degree >= divisor.degree {
      let shift = remainder.degree - divisor.degree
      guard let factor = top.multiplied(by: inverse, limits) else { return nil }
      quotient[shift] = factor
      // The leading terms cancel by construction.
      remainder.coefficients.removeLast()
      for (i, b) in divisor.coefficients.dropLast().enumerated() {
        let negative = PolynomialFraction(-factor.numerator, factor.denominator)
        guard let product = negative.multiplied(by: b, limits),
          let sum = remainder.coefficients[shift + i].added(to: product, limits)
        else { return nil }
        remainder.coefficients[shift + i] = sum
      }
      remainder = UnivariatePolynomial(remainder.coefficients, ring, limits)
    }
    return (UnivariatePolynomial(quotient, ring, limits), remainder)
  }

  /// The inverse modulo a polynomial; `nil` when both have a common divisor.
  func inverse(modulo modulus: UnivariatePolynomial) -> UnivariatePolynomial? {
    var (old, new) = (modulus, self)
    var (oldFactor, newFactor) = (
      UnivariatePolynomial([], ring, limits), UnivariatePolynomial([one], ring, limits)
    )
    while new.degree >= 0 {
      guard let (quotient, remainder) = old.divided(by: new),
        let product = quotient.multiplied(by: newFactor),
        let factor = oldFactor.subtracting(product)
      else { return nil }
      (old, new) = (new, remainder)
      (oldFactor, newFactor) = (newFactor, factor)
    }
    guard old.degree == 0, let scale = old.coefficients[0].raised(to: -1, limits)?.lowered(limits) else {
      return nil
    }
    return oldFactor.multiplied(by: UnivariatePolynomial([scale], ring, limits))
  }

  private var zero: PolynomialFraction {
    PolynomialFraction(Polynomial(.zero, in: ring), Polynomial(.one, in: ring))
  }
  private var one: PolynomialFraction {
    PolynomialFraction(Polynomial(.one, in: ring), Polynomial(.one, in: ring))
  }
}
