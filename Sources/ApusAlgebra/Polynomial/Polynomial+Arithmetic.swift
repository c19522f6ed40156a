import ApusNumbers
import CFLINT

extension Polynomial {
  /// The sum.
  package static func + (a: Polynomial, b: Polynomial) -> Polynomial {
    combining(a, b) { fmpz_mpoly_add($0, $1, $2, $3) }
  }

  /// The difference.
  package static func - (a: Polynomial, b: Polynomial) -> Polynomial {
    combining(a, b) { fmpz_mpoly_sub($0, $1, $2, $3) }
  }

  /// The negative.
  package static prefix func - (a: Polynomial) -> Polynomial {
    Polynomial(in: a.ring) { fmpz_mpoly_neg($0, a.storage.polynomial, a.ring.context) }
  }

  /// The product with an integer.
  package func scaled(by factor: Integer) -> Polynomial {
    Polynomial(in: ring) { result in
      factor.withFMPZ { fmpz_mpoly_scalar_mul_fmpz(result, storage.polynomial, $0, ring.context) }
    }
  }

  /// The quotient by an integer that divides every coefficient, or `nil`.
  package func divided(byInteger divisor: Integer) -> Polynomial? {
    if divisor.isZero { return nil }
    var divides = false
    let quotient = Polynomial(in: ring) { result in
      divisor.withFMPZ {
        divides = fmpz_mpoly_scalar_divides_fmpz(result, storage.polynomial, $0, ring.context) != 0
      }
    }
    return divides ? quotient : nil
  }

  /// The product, or `nil` when it might exceed the limits.
  ///
  /// - Complexity: O(*m* *n* log *n*) for *m* and *n* terms, less for dense ones.
  package func multiplied(by other: Polynomial, _ limits: PolynomialLimits) -> Polynomial? {
    if isZero || other.isZero { return Polynomial(.zero, in: ring) }
    let (pairs, overflow) = termCount.multipliedReportingOverflow(by: other.termCount)
    guard !overflow, pairs <= limits.work else { return nil }
    var box = 1.0
    for (a, b) in zip(degrees, other.degrees) {
      guard a + b <= PolynomialLimits.largestExponent else { return nil }
      box *= Double(a + b + 1)
    }
    let terms = min(Double(pairs), box)
    guard terms <= Double(limits.terms) else { return nil }
    let bits =
      coefficientBits + other.coefficientBits + 64 - min(termCount, other.termCount).leadingZeroBitCount
    guard Double(bits) * terms <= Double(limits.bits) else { return nil }
    return Polynomial.combining(self, other) { fmpz_mpoly_mul($0, $1, $2, $3) }
  }

  /// The power, or `nil` when it might exceed the limits.
  package func raised(to exponent: Int, _ limits: PolynomialLimits) -> Polynomial? {
    precondition(exponent >= 0, "a polynomial has no negative powers")
    if exponent == 0 { return Polynomial(.one, in: ring) }
    if exponent == 1 || isZero { return self }
    guard fits(power: exponent, limits) else { return nil }
    var succeeded = false
    let result = Polynomial(in: ring) {
      succeeded = fmpz_mpoly_pow_ui($0, storage.polynomial, UInt(exponent), ring.context) != 0
    }
    return succeeded ? result : nil
  }

  /// Whether a bound on the size of the power is within the limits: the number of monomials of degree `exponent` in the
  /// terms, and the box of its degrees.
  private func fits(power exponent: Int, _ limits: PolynomialLimits) -> Bool {
    var box = 1.0
    for degree in degrees {
      let (raised, overflow) = degree.multipliedReportingOverflow(by: exponent)
      guard !overflow, raised <= PolynomialLimits.largestExponent else { return false }
      box *= Double(raised + 1)
    }
    var choices = 1.0
    for i in 1..<max(termCount, 1) {
      choices *= Double(exponent + i) / Double(i)
      if choices > box { break }
    }
    let terms = min(choices, box)
    let bits = (Double(coefficientBits) + Double(64 - termCount.leadingZeroBitCount)) * Double(exponent)
    return terms <= Double(limits.terms) && bits * terms <= Double(limits.bits)
  }

  /// The polynomial with a generator, of which there is only the first power, replaced by its negative.
  func conjugated(_ generator: Int) -> Polynomial? {
    guard degrees[generator] == 1 else { return nil }
    var coefficients: [Integer] = []
    var rows: [Int] = []
    for index in 0..<termCount {
      let row = exponents(index)
      coefficients.append(row[generator] == 1 ? -coefficient(index) : coefficient(index))
      rows += row
    }
    return Polynomial(coefficients: coefficients, exponents: rows, in: ring)
  }

  static func combining(
    _ a: Polynomial, _ b: Polynomial,
    _ operation: (
      UnsafeMutablePointer<fmpz_mpoly_struct>, UnsafePointer<fmpz_mpoly_struct>,
      UnsafePointer<fmpz_mpoly_struct>, UnsafeMutablePointer<fmpz_mpoly_ctx_struct>
    ) -> Void
  ) -> Polynomial {
    precondition(a.ring === b.ring, "polynomials that meet belong to the same ring")
    return Polynomial(in: a.ring) {
      operation($0, a.storage.polynomial, b.storage.polynomial, a.ring.context)
    }
  }
}
