import CFLINT

/// Elementary functions of a real argument; indeterminate where some point is outside the real domain.
extension Ball {
  /// e to the power `x`.
  public static func exp(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_exp) }

  /// `exp(x) - 1` without cancellation near zero.
  public static func expMinusOne(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_expm1) }

  /// The natural logarithm of a positive number.
  public static func log(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_log) }

  /// `log(1 + x)` without cancellation near zero.
  public static func log(onePlus x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_log1p) }

  /// The square root; of a ball with negative points indeterminate.
  public static func sqrt(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sqrt) }

  /// The real root of degree `n > 0` of a non-negative number, for odd `n` of any number.
  public static func root(_ x: Ball, _ n: Int, precision: Int) -> Ball {
    if n < 1 { return .indeterminate }
    if n & 1 == 0 || !x.isNegative { return x.mapped(precision) { arb_root_ui($0, $1, UInt(n), $2) } }
    return root(x.negated, n, precision: precision).negated
  }

  /// `x` to the power `y`, for a positive `x` or an integer `y`.
  public static func pow(_ x: Ball, _ y: Ball, precision: Int) -> Ball { combining(x, y, precision, arb_pow) }

  /// The square root of `x^2 + y^2`.
  public static func hypot(_ x: Ball, _ y: Ball, precision: Int) -> Ball {
    combining(x, y, precision, arb_hypot)
  }

  // MARK: Trigonometric functions

  /// The sine.
  public static func sin(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sin) }

  /// The cosine.
  public static func cos(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_cos) }

  /// The tangent; indeterminate when a pole is inside.
  public static func tan(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_tan) }

  /// The cotangent; indeterminate when a pole is inside.
  public static func cot(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_cot) }

  /// The secant; indeterminate when a pole is inside.
  public static func sec(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sec) }

  /// The cosecant; indeterminate when a pole is inside.
  public static func csc(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_csc) }

  /// `sin(x) / x`, one at zero.
  public static func sinc(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sinc) }

  /// The inverse sine in -pi/2...pi/2, for arguments in -1...1.
  public static func asin(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_asin) }

  /// The inverse cosine in 0...pi, for arguments in -1...1.
  public static func acos(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_acos) }

  /// The inverse tangent in -pi/2...pi/2.
  public static func atan(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_atan) }

  /// The angle of the point `(x, y)` in (-pi, pi], zero at the origin; all of [-pi, pi] across the cut.
  public static func atan2(y: Ball, x: Ball, precision: Int) -> Ball { combining(y, x, precision, arb_atan2) }

  // MARK: Hyperbolic functions

  /// The hyperbolic sine.
  public static func sinh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sinh) }

  /// The hyperbolic cosine.
  public static func cosh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_cosh) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_tanh) }

  /// The hyperbolic cotangent; indeterminate when a pole is inside.
  public static func coth(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_coth) }

  /// The hyperbolic secant.
  public static func sech(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_sech) }

  /// The hyperbolic cosecant; indeterminate when a pole is inside.
  public static func csch(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_csch) }

  /// The inverse hyperbolic sine.
  public static func asinh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_asinh) }

  /// The inverse hyperbolic cosine, not negative, for arguments from 1 on.
  public static func acosh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_acosh) }

  /// The inverse hyperbolic tangent, for arguments between -1 and 1.
  public static func atanh(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_atanh) }

  // MARK: Steps and extrema: an enclosure of all possible values when that is undecided

  /// The greatest integer that is not above the value.
  public static func floor(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_floor) }

  /// The least integer that is not below the value.
  public static func ceiling(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_ceil) }

  /// -1, 0 or 1, as the value is negative, zero or positive; see the property `sign` for a certain answer.
  public static func sign(_ x: Ball) -> Ball {
    x.mapped(precisionRange.lowerBound) { result, x, _ in arb_sgn(result, x) }
  }

  /// The lesser of the two.
  public static func min(_ x: Ball, _ y: Ball, precision: Int) -> Ball { combining(x, y, precision, arb_min) }

  /// The greater of the two.
  public static func max(_ x: Ball, _ y: Ball, precision: Int) -> Ball { combining(x, y, precision, arb_max) }

  // MARK: Gamma and zeta functions

  /// The gamma function; indeterminate at its poles.
  public static func gamma(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_gamma) }

  /// The logarithm of the gamma function of a positive number.
  public static func logGamma(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_lgamma) }

  /// The logarithmic derivative of the gamma function.
  public static func digamma(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_digamma) }

  /// The Riemann zeta function.
  public static func zeta(_ s: Ball, precision: Int) -> Ball { s.mapped(precision, arb_zeta) }

  /// The error function.
  public static func erf(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_hypgeom_erf) }

  /// The complementary error function.
  public static func erfc(_ x: Ball, precision: Int) -> Ball { x.mapped(precision, arb_hypgeom_erfc) }
}
