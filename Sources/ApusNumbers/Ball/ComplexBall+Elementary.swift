import CFLINT

/// Elementary functions; the principal branch, see `ComplexBall` for the values on cuts.
extension ComplexBall {
  // MARK: Exponential, logarithm, powers

  /// e to the power `z`.
  public static func exp(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_exp) }

  /// `exp(z) - 1` without cancellation near zero.
  public static func expMinusOne(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_expm1)
  }

  /// The natural logarithm with imaginary part in (-pi, pi], cut along the negative real axis (DLMF 4.2.2).
  ///
  /// Indeterminate when the ball contains zero.
  public static func log(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_log) }

  /// `log(1 + z)` without cancellation near zero.
  public static func log(onePlus z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_log1p)
  }

  /// The logarithm of `z` to `base`, `log(z) / log(base)`.
  public static func log(_ z: ComplexBall, base: ComplexBall, precision: Int) -> ComplexBall {
    log(z, precision: precision).divided(by: log(base, precision: precision), precision: precision)
  }

  /// The logarithm to base 2.
  public static func log2(_ z: ComplexBall, precision: Int) -> ComplexBall {
    log(z, precision: precision).divided(by: ComplexBall(.log2(precision: precision)), precision: precision)
  }

  /// The logarithm to base 10.
  public static func log10(_ z: ComplexBall, precision: Int) -> ComplexBall {
    log(z, precision: precision)
      .divided(by: ComplexBall(Ball.log(10, precision: precision)), precision: precision)
  }

  /// The square root with argument in (-pi/2, pi/2], cut along the negative real axis.
  public static func sqrt(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sqrt) }

  /// The principal root of degree `n > 0`, `exp(log(z) / n)`, zero at zero; indeterminate for other `n`.
  public static func root(_ z: ComplexBall, _ n: Int, precision: Int) -> ComplexBall {
    n < 1 ? .indeterminate : z.mapped(precision) { acb_root_ui($0, $1, UInt(n), $2) }
  }

  /// The principal cube root, `z` to the power 1/3, which is not real for negative `z`.
  public static func cbrt(_ z: ComplexBall, precision: Int) -> ComplexBall {
    root(z, 3, precision: precision)
  }

  /// The principal root of any degree, `z` to the power `1 / n`.
  public static func root(_ z: ComplexBall, _ n: ComplexBall, precision: Int) -> ComplexBall {
    if let degree = n.exactInteger?.asInt, degree > 0 { return root(z, degree, precision: precision) }
    return pow(z, n.reciprocal(precision: precision), precision: precision)
  }

  /// `z` to the power `w`, `exp(w log(z))` (DLMF 4.2.26); an integer `w` needs no branch.
  ///
  /// One for `w` zero, also at `z` zero; zero at `z` zero for a positive real part of `w`.
  public static func pow(_ z: ComplexBall, _ w: ComplexBall, precision: Int) -> ComplexBall {
    combining(z, w, precision, acb_pow)
  }

  // MARK: Trigonometric functions

  /// The sine (DLMF 4.14.1).
  public static func sin(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sin) }

  /// The cosine (DLMF 4.14.2).
  public static func cos(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_cos) }

  /// The tangent (DLMF 4.14.4); indeterminate when a pole is inside.
  public static func tan(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_tan) }

  /// The cotangent (DLMF 4.14.7); indeterminate when a pole is inside.
  public static func cot(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_cot) }

  /// The secant (DLMF 4.14.6); indeterminate when a pole is inside.
  public static func sec(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sec) }

  /// The cosecant (DLMF 4.14.5); indeterminate when a pole is inside.
  public static func csc(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_csc) }

  /// `sin(z) / z`, one at zero.
  public static func sinc(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sinc) }

  /// The inverse sine, `-i log(i z + sqrt(1 - z^2))` (DLMF 4.23.19); cuts beyond -1 and 1 on the real axis.
  public static func asin(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_asin) }

  /// The inverse cosine, `pi/2 - asin(z)` (DLMF 4.23.10).
  public static func acos(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_acos) }

  /// The inverse tangent, `i/2 (log(1 - i z) - log(1 + i z))`; cuts beyond -i and i on the imaginary axis.
  public static func atan(_ z: ComplexBall, precision: Int) -> ComplexBall {
    if z.real.isZero, z.imaginary.isWithinUnit {
      return ComplexBall(Ball.atanh(z.imaginary, precision: precision)).multipliedByI
    }
    return z.mapped(precision, acb_atan)
  }

  /// The inverse cotangent, `atan(1 / z)` (DLMF 4.23.9), pi/2 at zero; cut between -i and i.
  public static func acot(_ z: ComplexBall, precision: Int) -> ComplexBall {
    if z.isZero {
      return ComplexBall(Ball.pi(precision: precision).divided(by: Ball(2), precision: precision))
    }
    return atan(z.reciprocal(precision: precision), precision: precision)
  }

  /// The inverse secant, `acos(1 / z)` (DLMF 4.23.8); cut between -1 and 1.
  public static func asec(_ z: ComplexBall, precision: Int) -> ComplexBall {
    acos(z.reciprocal(precision: precision), precision: precision)
  }

  /// The inverse cosecant, `asin(1 / z)` (DLMF 4.23.7); cut between -1 and 1.
  public static func acsc(_ z: ComplexBall, precision: Int) -> ComplexBall {
    asin(z.reciprocal(precision: precision), precision: precision)
  }

  // MARK: Hyperbolic functions

  /// The hyperbolic sine (DLMF 4.28.1).
  public static func sinh(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sinh) }

  /// The hyperbolic cosine (DLMF 4.28.2).
  public static func cosh(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_cosh) }

  /// The hyperbolic tangent (DLMF 4.28.4).
  public static func tanh(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_tanh) }

  /// The hyperbolic cotangent (DLMF 4.28.7); indeterminate when a pole is inside.
  public static func coth(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_coth) }

  /// The hyperbolic secant (DLMF 4.28.6).
  public static func sech(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sech) }

  /// The hyperbolic cosecant (DLMF 4.28.5); indeterminate when a pole is inside.
  public static func csch(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_csch) }

  /// The inverse hyperbolic sine, `log(z + sqrt(1 + z^2))` (DLMF 4.37.16); cuts beyond -i and i.
  public static func asinh(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_asinh) }

  /// The inverse hyperbolic cosine, `log(z + sqrt(z + 1) sqrt(z - 1))` (DLMF 4.37.21); cut below 1.
  public static func acosh(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_acosh) }

  /// The inverse hyperbolic tangent, `(log(1 + z) - log(1 - z)) / 2` (DLMF 4.37.24); cuts beyond -1 and 1.
  public static func atanh(_ z: ComplexBall, precision: Int) -> ComplexBall {
    if z.isReal, z.real.isWithinUnit { return ComplexBall(Ball.atanh(z.real, precision: precision)) }
    return z.mapped(precision, acb_atanh)
  }

  /// The inverse hyperbolic cotangent, `atanh(1 / z)`, i pi/2 at zero; cut between -1 and 1.
  public static func acoth(_ z: ComplexBall, precision: Int) -> ComplexBall {
    if z.isZero {
      let half = Ball.pi(precision: precision).divided(by: Ball(2), precision: precision)
      return ComplexBall(half).multipliedByI
    }
    return atanh(z.reciprocal(precision: precision), precision: precision)
  }

  /// The inverse hyperbolic secant, `acosh(1 / z)`; cuts outside 0...1.
  public static func asech(_ z: ComplexBall, precision: Int) -> ComplexBall {
    acosh(z.reciprocal(precision: precision), precision: precision)
  }

  /// The inverse hyperbolic cosecant, `asinh(1 / z)`; cut between -i and i.
  public static func acsch(_ z: ComplexBall, precision: Int) -> ComplexBall {
    asinh(z.reciprocal(precision: precision), precision: precision)
  }
}

extension Ball {
  /// Whether all points are between -1 and 1.
  fileprivate var isWithinUnit: Bool { magnitude.isLess(than: .one) == true }
}
