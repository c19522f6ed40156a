import CFLINT

extension ComplexBall {
  /// Lerch's transcendent, the sum of `z^k / (k + a)^s` (DLMF 25.14.1).
  ///
  /// Known inside the unit circle, where up to 100,000 terms are added, and at 1 and -1 through the Hurwitz zeta
  /// function; indeterminate elsewhere, and when a term has a pole.
  public static func lerchPhi(
    _ z: ComplexBall, _ s: ComplexBall, _ a: ComplexBall, precision: Int
  ) -> ComplexBall {
    if z.isZero { return pow(a, s.negated, precision: precision) }
    if z.exactInteger == 1 { return zeta(s, a, precision: precision) }
    if z.exactInteger == -1 { return alternatingLerch(s, a, precision: precision) }
    guard s.isFinite, a.isFinite, !s.isLarger(thanPowerOfTwo: 12), !a.isLarger(thanPowerOfTwo: 12),
      let count = lerchTermCount(z, s, a, precision: precision)
    else { return .indeterminate }
    let working = precision + 20
    let exponent = s.negated
    var sum = ComplexBall.zero
    var power = ComplexBall.one
    for k in 0..<count {
      let base = a.adding(ComplexBall(k), precision: working)
      let term = pow(base, exponent, precision: working).multiplied(by: power, precision: working)
      sum = sum.adding(term, precision: working)
      power = power.multiplied(by: z, precision: working)
    }
    let tail = lerchTail(z, s, a, count: count, power: power, precision: precision)
    // Of real arguments the terms left out are real, as k + a is positive there.
    let isReal = sum.isReal && z.isReal && s.isReal && a.isReal
    return ComplexBall(
      real: sum.real.widened(by: tail), imaginary: isReal ? .zero : sum.imaginary.widened(by: tail))
  }

  /// `2^-s (zeta(s, a/2) - zeta(s, (a + 1)/2))`, the value at -1.
  private static func alternatingLerch(_ s: ComplexBall, _ a: ComplexBall, precision: Int) -> ComplexBall {
    let half = ComplexBall(Ball(exactly: 0.5))
    let even = a.multiplied(by: half, precision: precision)
    return zeta(s, even, precision: precision)
      .subtracting(
        zeta(s, even.adding(half, precision: precision), precision: precision), precision: precision
      )
      .multiplied(by: pow(2, s.negated, precision: precision), precision: precision)
  }

  /// How many terms to add so that the rest is a geometric series of ratio below `(1 + |z|) / 2` and small.
  private static func lerchTermCount(
    _ z: ComplexBall, _ s: ComplexBall, _ a: ComplexBall, precision: Int
  ) -> Int? {
    let size = z.magnitude(precision: 53).upperBound
    guard size < 0.9999 else { return nil }
    // From k + Re(a) >= m on, a term exceeds the one before by less than |z| (1 + 1/m)^|Re(s)|, and
    // (1 + 1/m)^r <= 1 + 2r/m for m >= 2r.
    let r = s.real.magnitude.upperBound
    let m = Swift.max(1, 4 * r * size / (1 - size), 2 * r)
    let start = m - a.real.lowerBound
    let needed = Double(precision + 10) / -size.binaryLogarithm
    let count = Swift.max(start, 0) + needed + 2
    return count < 100_000 ? Int(count) : nil
  }

  /// A bound of the terms from `count` on: the first of them by the sum of the geometric series, where
  /// `|(k + a)^-s| = |k + a|^-Re(s) exp(Im(s) arg(k + a))`.
  private static func lerchTail(
    _ z: ComplexBall, _ s: ComplexBall, _ a: ComplexBall, count: Int, power: ComplexBall, precision: Int
  ) -> Ball {
    let base = a.adding(ComplexBall(count), precision: 53)
    let first = pow(base, s.negated, precision: 53).multiplied(by: power, precision: 53).magnitude(
      precision: 53)
    // The arguments of later terms are nearer to zero: allow for the whole turn that one may still make.
    let turn = Ball.exp(
      s.imaginary.magnitude.multiplied(by: base.argument(precision: 53).magnitude, precision: 53)
        .multiplied(by: 2, precision: 53), precision: 53)
    let gap = Ball.one.subtracting(z.magnitude(precision: 53), precision: 53)
    return first.multiplied(by: turn, precision: 53).multiplied(by: 2, precision: 53).divided(
      by: gap, precision: 53)
  }
}

extension Ball {
  /// The ball with the magnitude of `error` added to its radius.
  fileprivate func widened(by error: Ball) -> Ball {
    Ball { result in
      withArb { arb_set(result, $0) }
      error.withArb { arb_add_error(result, $0) }
    }
  }

  /// A number at or above all points, infinite when there is none.
  var upperBound: Double { isFinite ? (midpoint.asDouble + radius).nextUp.nextUp : .infinity }

  /// A number at or below all points, minus infinite when there is none.
  var lowerBound: Double { isFinite ? (midpoint.asDouble - radius).nextDown.nextDown : -.infinity }
}

extension Double {
  fileprivate var binaryLogarithm: Double { BigFloat.log2(BigFloat(self)).asDouble }
}
