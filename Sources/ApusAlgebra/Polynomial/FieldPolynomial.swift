import ApusNumbers

/// A polynomial in one variable over a number field.
struct FieldPolynomial {
  let field: NumberField
  /// From the constant on; the last is not zero.
  private(set) var coefficients: [NumberField.Element]

  init(_ coefficients: [NumberField.Element], over field: NumberField) {
    self.field = field
    self.coefficients = coefficients
    while let last = self.coefficients.last, last.allSatisfy(\.isZero) { self.coefficients.removeLast() }
  }

  /// −1 for zero.
  var degree: Int { coefficients.count - 1 }

  private var zero: NumberField.Element { field.element(Rational(0)) }

  func multiplied(by other: FieldPolynomial) -> FieldPolynomial {
    if degree < 0 || other.degree < 0 { return FieldPolynomial([], over: field) }
    var result = [NumberField.Element](repeating: zero, count: degree + other.degree + 1)
    for (i, a) in coefficients.enumerated() {
      for (j, b) in other.coefficients.enumerated() {
        result[i + j] = zip(result[i + j], field.multiplied(a, b)).map { $0 + $1 }
      }
    }
    return FieldPolynomial(result, over: field)
  }

  /// Quotient and remainder; nil for division by zero.
  func divided(by divisor: FieldPolynomial) -> (quotient: FieldPolynomial, remainder: FieldPolynomial)? {
    guard let leading = divisor.coefficients.last, let inverse = field.inverse(leading) else { return nil }
    var remainder = coefficients
    var quotient = [NumberField.Element](repeating: zero, count: max(0, degree - divisor.degree + 1))
    for shift in stride(from: degree - divisor.degree, through: 0, by: -1) {
      let factor = field.multiplied(remainder[shift + divisor.degree], inverse)
      quotient[shift] = factor
      for (i, b) in divisor.coefficients.enumerated() {
        remainder[shift + i] = zip(remainder[shift + i], field.multiplied(factor, b)).map { $0 - $1 }
      }
    }
    return (FieldPolynomial(quotient, over: field), FieldPolynomial(remainder, over: field))
  }

  /// With leading coefficient 1.
  var monic: FieldPolynomial {
    guard let leading = coefficients.last, let inverse = field.inverse(leading) else { return self }
    return FieldPolynomial(coefficients.map { field.multiplied($0, inverse) }, over: field)
  }

  /// The monic greatest common divisor.
  func greatestCommonDivisor(with other: FieldPolynomial) -> FieldPolynomial {
    var (a, b) = (self, other.monic)
    while b.degree >= 0 {
      guard let remainder = a.divided(by: b)?.remainder else { return a.monic }
      (a, b) = (b, remainder.monic)
    }
    return a.monic
  }

  var derivative: FieldPolynomial {
    FieldPolynomial(
      coefficients.enumerated().dropFirst().map { power, element in element.map { $0 * Rational(power) } },
      over: field)
  }

  /// The polynomial at x + s·α.
  func shifted(by s: Int) -> FieldPolynomial {
    var step = zero
    step[1] = Rational(s)
    let linear = FieldPolynomial([step, field.element(Rational(1))], over: field)
    var result = FieldPolynomial([], over: field)
    for element in coefficients.reversed() {
      result = result.multiplied(by: linear).adding(element)
    }
    return result
  }

  private func adding(_ element: NumberField.Element) -> FieldPolynomial {
    var sum = coefficients.isEmpty ? [zero] : coefficients
    sum[0] = zip(sum[0], element).map { $0 + $1 }
    return FieldPolynomial(sum, over: field)
  }

  // MARK: Factors

  /// The factors that are irreducible over the field, each monic, of a polynomial without repeated factors; nil beyond the limits.
  ///
  /// Trager's algorithm: the norm of f(x − s·α) is a polynomial over the rational numbers; if it has no repeated factor, its
  /// irreducible factors have one irreducible factor of f each, their greatest common divisor with it.
  func irreducibleFactors(_ limits: PolynomialLimits) -> [FieldPolynomial]? {
    if degree <= 1 { return degree < 1 ? [] : [monic] }
    for s in 0...8 {
      let shifted = shifted(by: -s)
      guard let norm = shifted.norm(limits) else { return nil }
      guard let factors = norm.factored(limits) else { return nil }
      if factors.factors.contains(where: { $0.multiplicity > 1 }) { continue }
      var rest = self
      var found: [FieldPolynomial] = []
      for (base, _) in factors.factors {
        let divisor = rest.greatestCommonDivisor(with: FieldPolynomial(base, over: field).shifted(by: s))
        guard divisor.degree >= 1, let quotient = rest.divided(by: divisor)?.quotient else { continue }
        found.append(divisor)
        rest = quotient
      }
      return rest.degree == 0 ? found : nil
    }
    return nil
  }

  /// The polynomial over the rational numbers, in the first generator.
  private init(_ polynomial: Polynomial, over field: NumberField) {
    var coefficients = [NumberField.Element](
      repeating: field.element(Rational(0)), count: max(polynomial.degrees[0], 0) + 1)
    for index in 0..<polynomial.termCount {
      coefficients[polynomial.exponents(index)[0]] = field.element(Rational(polynomial.coefficient(index)))
    }
    self.init(coefficients, over: field)
  }

  /// The product of the conjugates, times an integer: the resultant with the minimal polynomial.
  private func norm(_ limits: PolynomialLimits) -> Polynomial? {
    let ring = PolynomialRing(generatorCount: 2)
    var common = Integer.one
    for value in coefficients.joined() + field.modulus { common = .lcm(common, value.denominator) }
    func scaled(_ value: Rational) -> Integer { (value * Rational(common)).numerator }
    var (values, rows): ([Integer], [Int]) = ([], [])
    for (power, element) in coefficients.enumerated() {
      for (step, value) in element.enumerated() where !value.isZero {
        values.append(scaled(value))
        rows += [power, step]
      }
    }
    let own = Polynomial(coefficients: values, exponents: rows, in: ring)
    var (minimal, minimalRows): ([Integer], [Int]) = ([common], [0, field.degree])
    for (step, value) in field.modulus.enumerated() where !value.isZero {
      minimal.append(scaled(value))
      minimalRows += [0, step]
    }
    return own.resultant(
      with: Polynomial(coefficients: minimal, exponents: minimalRows, in: ring), in: 1, limits)
  }
}
