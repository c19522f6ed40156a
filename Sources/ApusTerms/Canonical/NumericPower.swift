import ApusNumbers

extension TermStore where Self: ~Copyable {
  /// The power of a number by a number, as exact as it is given.
  ///
  /// Rational powers of rationals become a coefficient and powers of primes with exponents in (0, 1), which makes the form
  /// unique: √8 = 2·2^(1/2) and √2·√3 = √6. What would have more than `Number.digitLimit` digits stays a power.
  mutating func numericPower(_ base: Ref, _ exponent: Ref) -> Ref {
    let (b, e) = (number(base), number(exponent))
    if b.isExact, b.isZero { return powerOfZero(base, exponent, e) }
    if case .integer(let n) = e {
      if let value = b.raised(to: n) { return makeNumber(value) }
      return makeNode(.power, base, exponent)
    }
    if b.isExact, e.isExact {
      if b.isOne { return base }
      if case .rational(let q) = e, let parts = radicalParts(b) { return radical(parts, q) }
      return makeNode(.power, base, exponent)
    }
    if let value = Function.power.inexactValue([b, e]) { return makeNumber(value) }
    return makeNode(.power, base, exponent)
  }

  private mutating func powerOfZero(_ base: Ref, _ exponent: Ref, _ e: Number) -> Ref {
    if e.isReal, !e.isZero, !e.isNegative { return base }
    return makeNode(.power, base, exponent)
  }

  /// A real rational as ± a product of integer powers of distinct integers > 1, the small ones prime.
  private func radicalParts(_ number: Number) -> [(base: Integer, exponent: Integer)]? {
    switch number {
    case .integer(let n): return Self.radicalParts(n, 1)
    case .rational(let q): return Self.radicalParts(q.numerator, q.denominator)
    default: return nil
    }
  }

  private static func radicalParts(_ numerator: Integer, _ denominator: Integer)
    -> [(base: Integer, exponent: Integer)]
  {
    var parts: [(base: Integer, exponent: Integer)] = []
    if numerator.isNegative { parts.append((-1, 1)) }
    parts += powers(of: numerator.magnitude)
    parts += powers(of: denominator).map { ($0.base, -$0.exponent) }
    return parts
  }

  /// A positive integer as a product of powers of its small primes and of what remains.
  private static func powers(of value: Integer) -> [(base: Integer, exponent: Integer)] {
    let (factors, cofactor, _) = value.smallFactors()
    var parts = factors.map { (base: Integer($0.prime), exponent: Integer($0.multiplicity)) }
    if cofactor.isOne { return parts }
    if let (base, exponent) = cofactor.perfectPower() {
      parts.append((base, Integer(exponent)))
    } else {
      parts.append((cofactor, 1))
    }
    return parts
  }

  /// The product of base^(exponent·q), with the integer parts of the exponents multiplied out.
  private mutating func radical(_ parts: [(base: Integer, exponent: Integer)], _ q: Rational) -> Ref {
    var factors: [Ref] = []
    for part in parts {
      let exponent = Rational(part.exponent) * q
      let whole = exponent.floor
      let fraction = exponent - Rational(whole)
      if let value = Number.integer(part.base).raised(to: whole) {
        factors.append(makeNumber(value))
      } else {
        factors.append(makeNode(.power, makeInteger(of: part.base), makeInteger(of: whole)))
      }
      if fraction.isZero { continue }
      if part.base == -1, Number(fraction) == .half {
        factors.append(makeNumber(.i))
      } else {
        factors.append(makeNode(.power, makeInteger(of: part.base), makeNumber(Number(fraction))))
      }
    }
    return factors.withUnsafeBufferPointer { product($0) }
  }

  private mutating func makeInteger(of value: Integer) -> Ref { makeNumber(.integer(value)) }
}

extension Number {
  /// One half.
  static let half = Number(2).reciprocal ?? .one

  /// Whether the number is a real rational in (−1, 1], the exponents a for which (x^a)^b = x^(a·b) always holds.
  var isWithinUnitInterval: Bool {
    guard isRational, let above = Number.compare(self, .minusOne), let below = Number.compare(self, .one)
    else {
      return false
    }
    return above > 0 && below <= 0
  }
}
