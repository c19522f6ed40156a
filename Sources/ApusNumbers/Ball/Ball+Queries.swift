import CFLINT

extension Ball {
  // MARK: Parts

  /// The midpoint, rounded to nearest if it has more than `BigFloat.precisionRange` allows.
  public var midpoint: BigFloat {
    withArb { arb in
      let bits = Swift.max(BigFloat.precisionRange.lowerBound, arb_bits(arb))
      return BigFloat(precision: bits) {
        _ = arf_get_mpfr($0, arb_mid_ptr(UnsafeMutablePointer(mutating: arb)), MPFR_RNDN)
      }
    }
  }

  /// An upper bound of the radius, infinite when there is none.
  public var radius: Double {
    withArb { arb in
      let radius = arb_rad_ptr(UnsafeMutablePointer(mutating: arb))
      // The radius has 30 bits, so only its exponent can be out of range.
      if mag_cmp_2exp_si(radius, -1022) < 0 {
        return mag_is_zero(radius) != 0 ? 0 : Double.leastNormalMagnitude
      }
      return mag_get_d(radius)
    }
  }

  // MARK: Questions, answered with certainty

  /// Whether the midpoint is a number: false for the indeterminate ball, which may stand for no number.
  public var isDefined: Bool { withArb { arf_is_nan(arb_mid_ptr(UnsafeMutablePointer(mutating: $0))) } == 0 }

  /// Whether midpoint and radius are finite.
  public var isFinite: Bool { withArb { arb_is_finite($0) } != 0 }

  /// Whether the radius is zero.
  public var isExact: Bool { withArb { arb_is_exact($0) } != 0 }

  /// Whether the ball is exactly zero.
  public var isZero: Bool { withArb { arb_is_zero($0) } != 0 }

  /// Whether zero is one of the points.
  public var containsZero: Bool { withArb { arb_contains_zero($0) } != 0 }

  /// Whether an integer is among the points.
  public var containsInteger: Bool { withArb { arb_contains_int($0) } != 0 }

  /// Whether all points are greater than zero.
  public var isPositive: Bool { withArb { arb_is_positive($0) } != 0 }

  /// Whether all points are less than zero.
  public var isNegative: Bool { withArb { arb_is_negative($0) } != 0 }

  /// Whether all points are at least zero.
  public var isNonnegative: Bool { withArb { arb_is_nonnegative($0) } != 0 }

  /// Whether all points are at most zero.
  public var isNonpositive: Bool { withArb { arb_is_nonpositive($0) } != 0 }

  /// -1, 0 or 1 when all points have that sign, otherwise `nil`.
  public var sign: Int? { isPositive ? 1 : isNegative ? -1 : isZero ? 0 : nil }

  /// Whether the two have a point in common; false means that the numbers they stand for differ.
  public func overlaps(_ other: Ball) -> Bool {
    withArb { a in other.withArb { b in arb_overlaps(a, b) } } != 0
  }

  /// Whether all points of `other` are points of this ball.
  public func contains(_ other: Ball) -> Bool {
    withArb { a in other.withArb { b in arb_contains(a, b) } } != 0
  }

  /// Whether `value` is one of the points.
  public func contains(_ value: Rational) -> Bool {
    withArb { ball in
      value.numerator.withFMPZ { numerator in
        value.denominator.withFMPZ { denominator in
          let fraction = fmpq(num: numerator.pointee, den: denominator.pointee)
          return withUnsafePointer(to: fraction) { arb_contains_fmpq(ball, $0) } != 0
        }
      }
    }
  }

  /// Whether all points are less than those of `other` (`true`), none is (`false`), or it depends (`nil`).
  public func isLess(than other: Ball) -> Bool? {
    if withArb({ a in other.withArb { b in arb_lt(a, b) } }) != 0 { return true }
    return withArb { a in other.withArb { b in arb_ge(a, b) } } != 0 ? false : nil
  }

  /// The bits to which the value is known relative to its size: negative when not even the size is known.
  public var relativeAccuracyBits: Int { withArb { arb_rel_accuracy_bits($0) } }

  /// The only integer among the points, or `nil` when there is none or several.
  public var uniqueInteger: Integer? {
    // An integer of vast size would be written out in full.
    if !isFinite || isLarger(thanPowerOfTwo: Number.digitLimit * 4) { return nil }
    var exists = false
    let value = Integer(computingFMPZ: { result in exists = withArb { arb_get_unique_fmpz(result, $0) } != 0 }
    )
    return exists ? value : nil
  }

  /// Whether some point may exceed 2^exponent in magnitude; true for the indeterminate ball.
  package func isLarger(thanPowerOfTwo exponent: Int) -> Bool {
    if !isDefined { return true }
    var bound = mag_struct()
    mag_init(&bound)
    defer { mag_clear(&bound) }
    withArb { arb_get_mag(&bound, $0) }
    return mag_cmp_2exp_si(&bound, exponent) > 0
  }
}
