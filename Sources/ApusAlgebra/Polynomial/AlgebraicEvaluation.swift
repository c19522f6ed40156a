import ApusNumbers
import ApusTerms

/// The nodes of an outline as fractions of polynomials over its generators.
struct AlgebraicEvaluation {
  /// A monomial may have negative exponents; it is a fraction that needs no polynomials.
  enum Value {
    case monomial(Rational, [Int])
    case fraction(PolynomialFraction)
  }

  let outline: AlgebraicOutline
  let ring: PolynomialRing
  let limits: PolynomialLimits
  private(set) var values: [Value] = []
  private var relations: [GeneratorRelation?]
  /// Generators with a relation, those made of others before these.
  private let relationOrder: [Int]

  /// Evaluates every node; `nil` beyond the limits, for a division by zero, and when it is stopped.
  init?(_ outline: AlgebraicOutline, _ limits: PolynomialLimits, until shouldStop: (Int) -> Bool) {
    let outline = outline.ordered()
    self.outline = outline
    self.limits = limits
    ring = PolynomialRing(generatorCount: max(1, outline.keys.count))
    relations = Array(repeating: nil, count: outline.keys.count)
    let related = outline.keys.indices.filter {
      outline.radicands[$0] != nil || outline.keys[$0].base == .imaginaryUnit
    }
    relationOrder = related.sorted {
      let (a, b) = (outline.keys[$0].base.treeSize, outline.keys[$1].base.treeSize)
      return a != b ? a > b : $0 < $1
    }
    values.reserveCapacity(outline.nodes.count)
    for (index, node) in outline.nodes.enumerated() {
      if index & 63 == 63, shouldStop(index) { return nil }
      guard let value = value(of: node) else { return nil }
      values.append(value)
    }
  }

  /// The fraction of a node in lowest terms, known relations between the generators used; `nil` when it has no value or
  /// exceeds the limits.
  mutating func fraction(_ node: Int) -> PolynomialFraction? {
    guard let fraction = fraction(values[node]), var result = reduced(fraction)?.lowered(limits) else {
      return nil
    }
    if outline.form == .fraction {
      for generator in relationOrder {
        if let shorter = rationalised(result, generator) { result = shorter }
      }
    }
    return result
  }

  /// Whether powers of a generator are known.
  var hasRelations: Bool { !relationOrder.isEmpty }

  // MARK: Nodes

  private mutating func value(of node: AlgebraicOutline.Node) -> Value? {
    switch node {
    case .constant(let rational): return .monomial(rational, zeroRow)
    case .generator(let index, let exponent):
      let scaled = exponent * Rational(outline.roots[index])
      guard let power = scaled.asInteger?.asInt, abs(power) <= PolynomialLimits.largestExponent else {
        return nil
      }
      var row = zeroRow
      row[index] = power
      return .monomial(Rational(1), row)
    case .product(let factors): return product(factors.map { values[$0] })
    case .power(let base, let exponent): return power(values[base], exponent)
    case .sum(let terms): return sum(terms.map { values[$0] })
    }
  }

  private var zeroRow: [Int] { [Int](repeating: 0, count: ring.generatorCount) }

  private func product(_ factors: [Value]) -> Value? {
    var coefficient = Rational(1)
    var row = zeroRow
    var fractions: [PolynomialFraction] = []
    for factor in factors {
      switch factor {
      case .monomial(let value, let exponents):
        coefficient = coefficient * value
        for i in row.indices {
          row[i] += exponents[i]
          guard abs(row[i]) <= PolynomialLimits.largestExponent else { return nil }
        }
      case .fraction(let fraction): fractions.append(fraction)
      }
    }
    let monomial = Value.monomial(coefficient, row)
    if fractions.isEmpty { return monomial }
    fractions.sort { $0.numerator.termCount < $1.numerator.termCount }
    guard var result = fraction(monomial) else { return nil }
    for factor in fractions {
      guard let next = result.multiplied(by: factor, limits) else { return nil }
      result = next
    }
    return .fraction(result)
  }

  private mutating func power(_ base: Value, _ exponent: Int) -> Value? {
    switch base {
    case .monomial(let coefficient, let row):
      if coefficient.isZero, exponent < 0 { return nil }
      guard abs(exponent) < 1 << 20,
        let value = Number(coefficient).raised(to: Integer(exponent))?.asRational
      else { return nil }
      var raised = row
      for i in row.indices {
        let (power, overflow) = row[i].multipliedReportingOverflow(by: exponent)
        guard !overflow, abs(power) <= PolynomialLimits.largestExponent else { return nil }
        raised[i] = power
      }
      return .monomial(value, raised)
    case .fraction(var fraction):
      if exponent < 0 {
        guard let reduced = reduced(fraction), !reduced.numerator.isZero else { return nil }
        fraction = reduced
      }
      return fraction.raised(to: exponent, limits).map { .fraction($0) }
    }
  }

  private func sum(_ terms: [Value]) -> Value? {
    var coefficients: [Rational] = []
    var rows: [Int] = []
    var fractions: [PolynomialFraction] = []
    for term in terms {
      if case .monomial(let coefficient, let row) = term, row.allSatisfy({ $0 >= 0 }) {
        coefficients.append(coefficient)
        rows += row
      } else {
        guard let fraction = fraction(term) else { return nil }
        fractions.append(fraction)
      }
    }
    if !coefficients.isEmpty { fractions.append(polynomial(coefficients, rows)) }
    // Halves of similar size: adding one after another would take quadratic time.
    fractions.sort { $0.denominator.termCount < $1.denominator.termCount }
    while fractions.count > 1 {
      var next: [PolynomialFraction] = []
      for i in stride(from: 0, to: fractions.count, by: 2) {
        if i + 1 == fractions.count {
          next.append(fractions[i])
        } else {
          guard let sum = fractions[i].added(to: fractions[i + 1], limits) else { return nil }
          next.append(sum)
        }
      }
      fractions = next
    }
    guard let result = fractions.first, result.numerator.termCount <= limits.terms else { return nil }
    return .fraction(result)
  }

  /// The sum of monomials with rational coefficients over their common denominator.
  private func polynomial(_ coefficients: [Rational], _ rows: [Int]) -> PolynomialFraction {
    var common = Integer.one
    for coefficient in coefficients where !coefficient.isInteger {
      common = .lcm(common, coefficient.denominator)
    }
    let scaled = coefficients.map { ($0 * Rational(common)).numerator }
    return PolynomialFraction(
      Polynomial(coefficients: scaled, exponents: rows, in: ring), Polynomial(common, in: ring))
  }

  private func fraction(_ value: Value) -> PolynomialFraction? {
    switch value {
    case .fraction(let fraction): return fraction
    case .monomial(let coefficient, let row):
      let (above, below) = (row.map { max($0, 0) }, row.map { max(-$0, 0) })
      return PolynomialFraction(
        Polynomial(coefficients: [coefficient.numerator], exponents: above, in: ring),
        Polynomial(coefficients: [coefficient.denominator], exponents: below, in: ring))
    }
  }
}

// MARK: - Relations

extension AlgebraicEvaluation {
  /// The fraction with its denominator multiplied by the conjugate, where that makes it shorter: (x² − 2)/(x − √2) is
  /// x + √2. Only for i and square roots of primes, which generate a field, so that no factor is a divisor of zero.
  private mutating func rationalised(_ fraction: PolynomialFraction, _ generator: Int) -> PolynomialFraction?
  {
    let key = outline.keys[generator]
    let isRootOfPrime = key.base.smallInteger.map { $0 > 1 && $0 < 1_000_000 } ?? false
    guard fraction.denominator.degrees[generator] == 1, key.scale.isOne,
      key.base == .imaginaryUnit
        ? outline.roots[generator] == 1 : isRootOfPrime && outline.roots[generator] == 2,
      let conjugate = fraction.denominator.conjugated(generator),
      let top = fraction.numerator.multiplied(by: conjugate, limits),
      let bottom = fraction.denominator.multiplied(by: conjugate, limits),
      let result = reduced(PolynomialFraction(top, bottom))?.lowered(limits)
    else { return nil }
    return result.termCount < fraction.termCount ? result : nil
  }

  /// The fraction with the known powers of roots replaced; `nil` when the denominator vanishes.
  private mutating func reduced(_ fraction: PolynomialFraction) -> PolynomialFraction? {
    if relationOrder.isEmpty { return fraction }
    guard let (top, topScale) = reduced(fraction.numerator),
      let (bottom, bottomScale) = reduced(fraction.denominator), !bottom.isZero
    else { return nil }
    return PolynomialFraction(top.scaled(by: bottomScale), bottom.scaled(by: topScale))
  }

  /// The polynomial times an integer, and the integer.
  private mutating func reduced(_ polynomial: Polynomial) -> (Polynomial, Integer)? {
    var (result, scale) = (polynomial, Integer.one)
    for generator in relationOrder where result.degrees[generator] > 0 {
      guard let relation = relation(of: generator), result.degrees[generator] >= relation.degree else {
        continue
      }
      guard let (next, factor) = relation.applied(to: result, limits) else { return nil }
      (result, scale) = (next, scale * factor)
    }
    return (result, scale)
  }

  private mutating func relation(of generator: Int) -> GeneratorRelation? {
    if let known = relations[generator] { return known }
    var relation: GeneratorRelation?
    if outline.keys[generator].base == .imaginaryUnit {
      relation = GeneratorRelation(
        generator: generator, degree: 2 * outline.roots[generator], value: Polynomial(-1, in: ring),
        divisor: 1)
    } else if let node = outline.radicands[generator], node < values.count, outline.roots[generator] > 1,
      let value = fraction(values[node]), let divisor = value.denominator.constant
    {
      relation = GeneratorRelation(
        generator: generator, degree: outline.roots[generator], value: value.numerator, divisor: divisor)
    }
    relations[generator] = relation
    return relation
  }
}

/// What is known of a generator g: g^degree = value/divisor.
struct GeneratorRelation {
  let generator: Int
  let degree: Int
  let value: Polynomial
  let divisor: Integer

  /// The polynomial with the powers replaced, times an integer, and the integer.
  func applied(to polynomial: Polynomial, _ limits: PolynomialLimits) -> (Polynomial, Integer)? {
    let ring = polynomial.ring
    let highest = polynomial.degrees[generator] / degree
    guard highest <= limits.divisorDegree,
      let scale = Number(divisor).raised(to: Integer(highest))?.asInteger
    else { return nil }
    var coefficients = [[Integer]](repeating: [], count: highest + 1)
    var rows = [[Int]](repeating: [], count: highest + 1)
    for index in 0..<polynomial.termCount {
      var row = polynomial.exponents(index)
      let power = row[generator] / degree
      row[generator] %= degree
      coefficients[power].append(polynomial.coefficient(index))
      rows[power] += row
    }
    // Horner's rule from the highest power on: after the last step every part has divisor^highest as a factor.
    var result = Polynomial(.zero, in: ring)
    var factor = Integer.one
    for power in stride(from: highest, through: 0, by: -1) {
      guard let product = result.multiplied(by: value, limits) else { return nil }
      let part = Polynomial(coefficients: coefficients[power], exponents: rows[power], in: ring)
      result = product + part.scaled(by: factor)
      factor = factor * divisor
    }
    return (result, scale)
  }
}
