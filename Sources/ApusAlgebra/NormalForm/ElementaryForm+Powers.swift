import ApusNumbers
import ApusTerms

// Logarithms, and powers of numbers.
extension ElementaryForm {
  /// log(x) as a sum: positive factors to real exponents stand alone, numbers by their primes. At most one factor need not be
  /// positive.
  func logarithm(_ x: Expr) -> Expr {
    let (coefficient, factors) = x.coefficientAndFactors
    guard let rational = coefficient.asRational, !rational.isZero else { return .log(x) }
    var terms: [Expr] = []
    var others: [Expr] = []
    for factor in factors {
      let (base, exponent) = factor.kind == .power ? (factor.child(0), factor.child(1)) : (factor, 1)
      if base == .E, facts.isReal(exponent) == .true {
        terms.append(exponent)
      } else if facts.isPositive(base) == .true, facts.isReal(exponent) == .true {
        terms.append(exponent * positiveLogarithm(base))
      } else {
        others.append(factor)
      }
    }
    let magnitude = rational.isNegative ? -rational : rational
    if magnitude != Rational(1) { terms.append(numberLogarithm(magnitude)) }
    if rational.isNegative { others.append(-1) }
    let rest = Expr.product(others)
    if rest == -1 { terms.append(.imaginaryUnit * .pi) } else if rest != 1 { terms.append(.log(rest)) }
    return .sum(terms)
  }

  private func positiveLogarithm(_ base: Expr) -> Expr {
    guard let rational = base.number?.asRational else { return .log(base) }
    return numberLogarithm(rational)
  }

  /// The logarithm of a positive number as one of primes.
  private func numberLogarithm(_ value: Rational) -> Expr {
    guard let primes = Self.primes(of: value) else { return .log(Expr(Number(value))) }
    return .sum(primes.map { Expr($0.multiplicity) * .log(Expr(Number($0.prime))) })
  }

  /// The primes of a positive number, with negative multiplicities below the bar; nil when they are not found at once.
  static func primes(of value: Rational) -> [(prime: Integer, multiplicity: Int)]? {
    guard !value.isNegative, !value.isZero, value.numerator.digitCount <= 30,
      value.denominator.digitCount <= 30,
      let above = value.numerator.factorization(curves: 2),
      let below = value.denominator.factorization(curves: 2)
    else { return nil }
    return above + below.map { ($0.prime, -$0.multiplicity) }
  }

  /// A power: of a positive number by its primes, of −1 with an integer exponent modulo 2, of a surd without its root.
  func power(_ base: Expr, _ exponent: Expr) -> Expr {
    if exponent.smallInteger != nil { return .power(base, exponent) }
    if base == -1, facts.isInteger(exponent) == .true { return Self.signPower(exponent) }
    if let root = exponent.number?.asRational {
      if let denested = Self.denested(base, root) { return denested }
      return .power(base, exponent)
    }
    guard let value = base.number?.asRational, !value.isNegative, let primes = Self.primes(of: value),
      primes.count > 1 || primes.first?.multiplicity != 1
    else { return Self.exchanged(base, exponent) ?? .power(base, exponent) }
    return .product(primes.map { .power(Expr(Number($0.prime)), Expr($0.multiplicity) * exponent) })
  }

  /// p^(c·log(q)) as q^(c·log(p)), the smaller number below.
  private static func exchanged(_ base: Expr, _ exponent: Expr) -> Expr? {
    guard let p = base.number else { return nil }
    let (coefficient, parts) = exponent.coefficientAndFactors
    var factors = parts
    for (place, factor) in parts.enumerated() where factor.function == .log && factor.childCount == 1 {
      guard let q = factor.child(0).number, Number.compare(.zero, q) == -1, Number.compare(q, p) == -1 else {
        continue
      }
      factors[place] = .log(base)
      return .power(factor.child(0), .product([Expr(coefficient)] + factors))
    }
    return nil
  }

  /// (−1)^n for an integer n, even multiples left out.
  private static func signPower(_ exponent: Expr) -> Expr {
    var odd: [Expr] = []
    for term in exponent.arguments(of: .sum) {
      let (coefficient, factors) = term.coefficientAndFactors
      guard let n = coefficient.asInteger else { return .power(-1, exponent) }
      if !n.isEven { odd.append(.product(factors)) }
    }
    return .power(-1, .sum(odd))
  }

  // MARK: Surds

  /// (a + b√d)^(p/k) as (x + y√d)^p, where x + y√d is a k-th root that is positive as the radicand is.
  ///
  /// The norm of a root is a k-th root m of a² − b²d, and its trace 2x satisfies T(2x, m) = 2a with Dickson's polynomial T of
  /// degree k, whose rational root is sought beside the value in floating point and then checked exactly.
  static func denested(_ base: Expr, _ exponent: Rational) -> Expr? {
    guard let k = exponent.denominator.asInt, (2...12).contains(k), let power = exponent.numerator.asInt,
      let (a, b, d) = base.quadraticSurd
    else { return nil }
    let norm = a * a - b * b * d
    guard let m = norm.exactRoot(k) else { return nil }
    let value = a.asDouble + b.asDouble * d.asDouble.squareRoot()
    guard value > 0, value.isFinite else { return nil }
    let root = Self.root(value, k)
    for norm in k % 2 == 0 ? [m, -m] : [m] {
      // x + y√d = r and x − y√d = norm/r.
      let trace = root + norm.asDouble / root
      guard let x = Self.nearRational(trace / 2), let ySquared = (x * x - norm).dividing(by: d) else {
        continue
      }
      guard let y = ySquared.exactRoot(2) else { continue }
      for y in [y, -y] {
        let surd = Expr(Number(x)) + Expr(Number(y)) * .power(Expr(Number(d)), Expr.oneHalf)
        guard x.asDouble + y.asDouble * d.asDouble.squareRoot() > 0 else { continue }
        if (surd ** Expr(k)).expanded() == base.expanded() { return .power(surd, Expr(power)) }
      }
    }
    return nil
  }

  /// The positive k-th root, by Newton's method from above.
  private static func root(_ value: Double, _ k: Int) -> Double {
    var x = max(value, 1)
    for _ in 0..<200 {
      var power = 1.0
      for _ in 0..<(k - 1) { power *= x }
      let next = x - (x - value / power) / Double(k)
      if next >= x { break }
      x = next
    }
    return x
  }

  /// The fraction with a denominator of at most 24 at that place.
  private static func nearRational(_ value: Double) -> Rational? {
    guard value.isFinite, abs(value) < 1e12 else { return nil }
    for denominator in 1...24 {
      let scaled = value * Double(denominator)
      if abs(scaled - scaled.rounded()) < 1e-6 * max(1, abs(scaled) * 1e-6) {
        return Rational(Integer(Int(scaled.rounded())), Integer(denominator))
      }
    }
    return nil
  }
}

extension Rational {
  /// The k-th root of the number if it is rational; the real one.
  fileprivate func exactRoot(_ k: Int) -> Rational? {
    if isNegative { return k % 2 == 0 ? nil : (-self).exactRoot(k).map { -$0 } }
    guard let above = numerator.root(k), let below = denominator.root(k), above.isExact, below.isExact else {
      return nil
    }
    return Rational(above.root, below.root)
  }

}

extension Expr {
  /// a, b and d of a + b√d with rational a ≠ 0, b ≠ 0 and d > 0.
  fileprivate var quadraticSurd: (Rational, Rational, Rational)? {
    guard kind == .sum, childCount == 3, let a = child(0).number?.asRational, !a.isZero else { return nil }
    let (term, weight) = runs[0]
    guard let b = weight.number?.asRational, term.kind == .power, term.child(1) == Expr.oneHalf,
      let d = term.child(0).number?.asRational, !d.isNegative
    else { return nil }
    return (a, b, d)
  }
}
