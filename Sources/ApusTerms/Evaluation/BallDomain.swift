import ApusNumbers

/// Evaluation with complex balls: the result encloses the value, or is indeterminate.
struct BallDomain: EvaluationDomain {
  /// The working precision in bits.
  let precision: Int

  func value(of number: Number) -> ComplexBall { ComplexBall(number, precision: precision) }
  func value(of integer: Int) -> ComplexBall { ComplexBall(integer) }
  func sum(_ a: ComplexBall, _ b: ComplexBall) -> ComplexBall { a.adding(b, precision: precision) }
  func product(_ a: ComplexBall, _ b: ComplexBall) -> ComplexBall {
    a.multiplied(by: b, precision: precision)
  }
  func exponential(_ exponent: ComplexBall) -> ComplexBall { .exp(exponent, precision: precision) }

  /// Denominators of exponents up to this are taken as roots.
  private static let rootLimit = 1000

  func power(_ base: ComplexBall, _ exponent: Number) -> ComplexBall {
    switch exponent {
    case .integer(let n): return base.raised(to: n, precision: precision)
    case .rational(let q):
      // z^(p/q) = (z^(1/q))^p, for the principal root.
      guard let degree = q.denominator.within(2...Self.rootLimit) else { break }
      let root =
        degree == 2
        ? ComplexBall.sqrt(base, precision: precision) : .root(base, degree, precision: precision)
      return root.raised(to: q.numerator, precision: precision)
    default: break
    }
    return power(base, value(of: exponent))
  }

  func power(_ base: ComplexBall, _ exponent: ComplexBall) -> ComplexBall {
    if base.isZero && exponent.containsZero { return .indeterminate }
    return .pow(base, exponent, precision: precision)
  }

  func call(_ function: Function, _ arguments: [ComplexBall]) -> ComplexBall? {
    function.kernels.ball.map { $0(arguments, precision) }
  }

  func order(_ a: ComplexBall, _ b: ComplexBall) -> Int? {
    guard a.isReal, b.isReal else { return nil }
    if a.real.isLess(than: b.real) == true { return -1 }
    if b.real.isLess(than: a.real) == true { return 1 }
    return areEqual(a, b) == true ? 0 : nil
  }

  func areEqual(_ a: ComplexBall, _ b: ComplexBall) -> Bool? {
    if !a.isFinite || !b.isFinite { return nil }
    if !a.overlaps(b) { return false }
    return a.isExact && b.isExact ? true : nil
  }

  func integer(_ value: ComplexBall) -> Integer? {
    value.isReal && value.real.isExact ? value.real.uniqueInteger : nil
  }
}

extension BallDomain {
  func sum(_ terms: [ComplexBall]) -> ComplexBall { terms.reduce(.zero) { sum($0, $1) } }
  func product(_ factors: [ComplexBall]) -> ComplexBall { factors.reduce(.one) { product($0, $1) } }
}
