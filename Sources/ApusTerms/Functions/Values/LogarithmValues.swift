import ApusNumbers

/// Exact values of logarithms: of 1, powers of E and of numbers, negative and imaginary numbers.
enum LogarithmValues {
  static let log: Function.Value = { arguments in
    // A second argument is a matter of canonical construction.
    guard arguments.count == 1 else { return nil }
    let z = arguments[0]
    if let number = z.number { return number.isExact ? log(of: number) : nil }
    if z.infinitySign == 1 { return z }
    if z == .E { return 1 }
    if z.kind == .power { return log(ofPower: z.child(0), z.child(1)) }
    return log(ofProduct: z)
  }

  private static func log(of number: Number) -> Expr? {
    if let q = number.asRational {
      if q.isZero { return nil }
      if q.isNegative { return .log(Expr(Number(-q))) + .i * .pi }
      return log(ofPositive: q)
    }
    guard number.real.isZero, let b = number.imaginary.asRational else { return nil }
    let angle: Expr = .i * .pi / 2
    return b.isNegative ? .log(Expr(Number(-b))) - angle : .log(Expr(Number(b))) + angle
  }

  /// k·log(b) for b^k, and −log(1/q) for q < 1, so that equal logarithms are equal terms.
  private static func log(ofPositive q: Rational) -> Expr? {
    if q == .one { return 0 }
    if q < .one {
      guard let inverse = Rational(q.denominator, q.numerator) else { return nil }
      return -.log(Expr(Number(inverse)))
    }
    guard let (base, exponent) = q.perfectPower else { return nil }
    return Expr(exponent) * .log(Expr(Number(base)))
  }

  /// c for E^c with c real; e·log b for powers of positive numbers with real exponents.
  private static func log(ofPower base: Expr, _ exponent: Expr) -> Expr? {
    guard exponent.isCertainlyReal else { return nil }
    if base == .E { return exponent }
    guard let q = base.rational, !q.isNegative, !q.isZero else { return nil }
    return exponent * .log(base)
  }

  /// log(−z) and log(±iz) for real z > 0.
  private static func log(ofProduct z: Expr) -> Expr? {
    if z.certainSign == -1 { return .log(-z) + .i * .pi }
    guard let rest = z.overI, let sign = rest.certainSign, sign != 0 else { return nil }
    let angle: Expr = .i * .pi / 2
    return sign > 0 ? .log(rest) + angle : .log(-rest) - angle
  }
}

extension Rational {
  /// The base and exponent > 1 of a power of a rational number above 1, the exponent the greatest.
  fileprivate var perfectPower: (base: Rational, exponent: Int)? {
    guard numerator.bitWidthOfMagnitude < 4096, let (base, exponent) = numerator.perfectPower() else {
      return nil
    }
    if denominator.isOne { return (Rational(base), exponent) }
    guard let (below, other) = denominator.perfectPower() else { return nil }
    let common = Int(Integer.gcd(Integer(exponent), Integer(other)))
    if common == 1 { return nil }
    guard let top = base.raised(to: exponent / common), let bottom = below.raised(to: other / common),
      let root = Rational(top, bottom)
    else { return nil }
    return (root, common)
  }
}
