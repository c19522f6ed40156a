import CFLINT

extension ComplexBall {
  /// The sum, computed with `precision` bits.
  public func adding(_ other: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall.combining(self, other, precision, acb_add)
  }

  /// The difference, computed with `precision` bits.
  public func subtracting(_ other: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall.combining(self, other, precision, acb_sub)
  }

  /// The product, computed with `precision` bits.
  public func multiplied(by other: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall.combining(self, other, precision, acb_mul)
  }

  /// The quotient, computed with `precision` bits; indeterminate when `other` contains zero.
  public func divided(by other: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall.combining(self, other, precision, acb_div)
  }

  /// The negative, exactly.
  public var negated: ComplexBall { ComplexBall { result in withAcb { acb_neg(result, $0) } } }

  /// The product with the imaginary unit, exactly.
  public var multipliedByI: ComplexBall { ComplexBall { result in withAcb { acb_mul_onei(result, $0) } } }

  /// The multiplicative inverse; indeterminate when the ball contains zero.
  public func reciprocal(precision: Int) -> ComplexBall { mapped(precision, acb_inv) }

  /// The ball to an integer power; one for the exponent zero, indeterminate for zero to a negative power.
  public func raised(to exponent: Integer, precision: Int) -> ComplexBall {
    exponent.withFMPZ { exponent in mapped(precision) { acb_pow_fmpz($0, $1, exponent, $2) } }
  }

  /// The least ball, up to rounding to `precision` bits, that contains both.
  public func union(_ other: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall.combining(self, other, precision, acb_union)
  }

  /// The same ball with its midpoints rounded to `precision` bits and its radii enlarged to make up for it.
  public func rounded(toPrecision precision: Int) -> ComplexBall {
    ComplexBall { result in withAcb { acb_set_round(result, $0, Ball.clamped(precision)) } }
  }
}
