import CFLINT

extension Ball {
  /// The sum, computed with `precision` bits.
  public func adding(_ other: Ball, precision: Int) -> Ball {
    Ball.combining(self, other, precision, arb_add)
  }

  /// The difference, computed with `precision` bits.
  public func subtracting(_ other: Ball, precision: Int) -> Ball {
    Ball.combining(self, other, precision, arb_sub)
  }

  /// The product, computed with `precision` bits.
  public func multiplied(by other: Ball, precision: Int) -> Ball {
    Ball.combining(self, other, precision, arb_mul)
  }

  /// The quotient, computed with `precision` bits; indeterminate when `other` contains zero.
  public func divided(by other: Ball, precision: Int) -> Ball {
    Ball.combining(self, other, precision, arb_div)
  }

  /// The negative, exactly.
  public var negated: Ball { Ball { result in withArb { arb_neg(result, $0) } } }

  /// The absolute value, exactly, or nearly so when the ball contains zero.
  public var magnitude: Ball { Ball { result in withArb { arb_abs(result, $0) } } }

  /// The multiplicative inverse; indeterminate when the ball contains zero.
  public func reciprocal(precision: Int) -> Ball { Ball.one.divided(by: self, precision: precision) }

  /// The ball to an integer power; one for the exponent zero, indeterminate for zero to a negative power.
  public func raised(to exponent: Integer, precision: Int) -> Ball {
    exponent.withFMPZ { exponent in mapped(precision) { arb_pow_fmpz($0, $1, exponent, $2) } }
  }

  /// The least ball, up to rounding to `precision` bits, that contains both.
  public func union(_ other: Ball, precision: Int) -> Ball {
    Ball.combining(self, other, precision, arb_union)
  }

  /// The points common to both, or `nil` when there are none.
  public func intersection(_ other: Ball, precision: Int) -> Ball? {
    if !isDefined || !other.isDefined { return isDefined ? self : other }
    var exists = false
    let result = Ball.combining(self, other, precision) { exists = arb_intersection($0, $1, $2, $3) != 0 }
    return exists ? result : nil
  }
}
