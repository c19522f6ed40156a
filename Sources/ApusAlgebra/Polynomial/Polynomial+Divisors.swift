import ApusNumbers
import CFLINT

extension Polynomial {
  /// The quotient, or `nil` when `divisor` is zero or does not divide.
  package func divided(exactlyBy divisor: Polynomial) -> Polynomial? {
    if divisor.isZero { return nil }
    if divisor.isOne { return self }
    var divides = false
    let quotient = Polynomial.combining(self, divisor) {
      divides = fmpz_mpoly_divides($0, $1, $2, $3) != 0
    }
    return divides ? quotient : nil
  }

  /// The greatest common divisor with a positive leading coefficient, the common factor of the coefficients included;
  /// `nil` when the polynomials exceed the limits.
  ///
  /// - Complexity: modular algorithms; polynomial in the degrees, not to be interrupted.
  package func greatestCommonDivisor(with other: Polynomial, _ limits: PolynomialLimits) -> Polynomial? {
    if isZero || other.isZero {
      let rest = isZero ? other : self
      return !rest.isZero && rest.coefficient(0).isNegative ? -rest : rest
    }
    if isConstant || other.isConstant {
      return Polynomial(.gcd(content, other.content), in: ring)
    }
    if !isMonomial, !other.isMonomial {
      guard Polynomial.isWithinDivisorLimits([self, other], limits) else { return nil }
    }
    var succeeded = false
    let result = Polynomial.combining(self, other) { succeeded = fmpz_mpoly_gcd($0, $1, $2, $3) != 0 }
    return succeeded ? result : nil
  }

  /// The irreducible factors over the integers with their multiplicities and the constant: the product of all is the
  /// polynomial. `nil` for zero, and beyond the limits.
  ///
  /// Factors have a positive leading coefficient and no common factor of coefficients, and stand in a fixed order.
  package func factored(_ limits: PolynomialLimits) -> PolynomialFactors? {
    if isZero { return nil }
    if let constant { return PolynomialFactors(constant: constant, factors: []) }
    guard isMonomial || Polynomial.isWithinDivisorLimits([self], limits) else { return nil }
    var factors = fmpz_mpoly_factor_struct()
    fmpz_mpoly_factor_init(&factors, ring.context)
    defer { fmpz_mpoly_factor_clear(&factors, ring.context) }
    guard fmpz_mpoly_factor(&factors, storage.polynomial, ring.context) != 0 else { return nil }
    fmpz_mpoly_factor_sort(&factors, ring.context)
    var found: [(base: Polynomial, multiplicity: Int)] = []
    for i in 0..<factors.num {
      let multiplicity = fmpz_mpoly_factor_get_exp_si(&factors, i, ring.context)
      let base = Polynomial(in: ring) { fmpz_mpoly_factor_get_base($0, &factors, i, ring.context) }
      found.append((base, multiplicity))
    }
    let constant = Integer(computingFMPZ: { fmpz_mpoly_factor_get_constant_fmpz($0, &factors, ring.context) })
    return PolynomialFactors(constant: constant, factors: found)
  }

  /// The resultant in a generator, or `nil` beyond the limits.
  package func resultant(
    with other: Polynomial, in generator: Int, _ limits: PolynomialLimits
  ) -> Polynomial? {
    precondition(generator >= 0 && generator < ring.generatorCount, "there is no such generator")
    guard Polynomial.isWithinDivisorLimits([self, other], limits),
      degrees[generator] + other.degrees[generator] <= 200
    else { return nil }
    var succeeded = false
    let result = Polynomial.combining(self, other) {
      succeeded = fmpz_mpoly_resultant($0, $1, $2, generator, $3) != 0
    }
    return succeeded ? result : nil
  }

  /// The discriminant in a generator, or `nil` beyond the limits.
  package func discriminant(in generator: Int, _ limits: PolynomialLimits) -> Polynomial? {
    precondition(generator >= 0 && generator < ring.generatorCount, "there is no such generator")
    guard degrees[generator] >= 1, degrees[generator] <= 100, Polynomial.isWithinDivisorLimits([self], limits)
    else { return nil }
    var succeeded = false
    let result = Polynomial(in: ring) {
      succeeded = fmpz_mpoly_discriminant($0, storage.polynomial, generator, ring.context) != 0
    }
    return succeeded ? result : nil
  }

  /// Whether there is one term.
  package var isMonomial: Bool { termCount == 1 }

  /// Whether searching divisors is affordable: few terms, and degrees that are not huge once the exponents are divided by
  /// their common divisor, as FLINT does.
  private static func isWithinDivisorLimits(_ polynomials: [Polynomial], _ limits: PolynomialLimits) -> Bool {
    guard let ring = polynomials.first?.ring else { return true }
    var strides = [Int](repeating: 0, count: ring.generatorCount)
    var highest = strides
    for polynomial in polynomials {
      guard polynomial.termCount <= limits.divisorTerms else { return false }
      var lowest: [Int] = []
      for index in 0..<polynomial.termCount {
        let exponents = polynomial.exponents(index)
        if lowest.isEmpty { lowest = exponents }
        for j in strides.indices {
          strides[j] = gcd(strides[j], abs(exponents[j] - lowest[j]))
          lowest[j] = min(lowest[j], exponents[j])
          highest[j] = max(highest[j], exponents[j])
        }
      }
    }
    return zip(highest, strides).allSatisfy { $0 / max($1, 1) <= limits.divisorDegree }
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

/// A polynomial as a constant times powers of irreducible polynomials.
package struct PolynomialFactors: Sendable {
  /// The constant.
  package let constant: Integer
  /// The distinct factors with their multiplicities.
  package let factors: [(base: Polynomial, multiplicity: Int)]
}
