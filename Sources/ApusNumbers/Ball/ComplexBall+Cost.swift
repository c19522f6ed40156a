import CFLINT

/// Arguments for which Arb's algorithms would run for minutes; the functions give the indeterminate ball instead.
extension ComplexBall {
  /// Whether some point may exceed 2^exponent in magnitude; true for the indeterminate ball.
  func isLarger(thanPowerOfTwo exponent: Int) -> Bool {
    var bound = mag_struct()
    mag_init(&bound)
    defer { mag_clear(&bound) }
    withAcb { acb_get_mag(&bound, $0) }
    return mag_cmp_2exp_si(&bound, exponent) > 0
  }

  /// Whether a series or recurrence of as many steps as `self` is large costs too much at `precision`: the
  /// product of the two is to stay below 2^28, about a second.
  func isCostlyOrder(precision: Int) -> Bool {
    isLarger(thanPowerOfTwo: 28 - ComplexBall.bitWidth(precision))
  }

  /// Whether the Hurwitz zeta function would have to step from `self` to the right half-plane too often.
  func isCostlyShift(precision: Int) -> Bool { !real.isPositive && isCostlyOrder(precision: precision) }

  /// Whether the zeta function is too costly here: near the critical strip the Riemann-Siegel formula takes work
  /// that grows with the square root of the height; elsewhere, and at high precision, the work of the
  /// Euler-Maclaurin formula grows with the height itself.
  func isCostlyHeight(precision: Int) -> Bool {
    let isNearStrip = Ball(from: -2, to: 3, precision: 53).contains(real)
    let limit = isNearStrip && precision <= 1024 ? 42 : 30 - ComplexBall.bitWidth(precision)
    return imaginary.isLarger(thanPowerOfTwo: limit)
  }

  /// Whether a parameter exceeds 2^40, where the time that Bessel and similar functions take runs to seconds
  /// while their values are hardly ever determined.
  var isExtremeParameter: Bool { isLarger(thanPowerOfTwo: 40) }

  private static func bitWidth(_ precision: Int) -> Int { Int.bitWidth - precision.leadingZeroBitCount }
}
