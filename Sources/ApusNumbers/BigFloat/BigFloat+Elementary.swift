import CMPFR

/// Elementary functions of a real argument, correctly rounded to the precision of the argument.
///
/// Outside the real domain of a function the result is NaN; at a pole it is infinite or NaN.
/// - Complexity: that of MPFR, quasi-linear in the precision. The trigonometric functions reduce the argument
///   with as many bits of pi as its exponent; above 2^2^20 they give NaN instead.
extension BigFloat {
  // MARK: Exponential and logarithm

  /// e to the power `x`.
  public static func exp(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_exp) }

  /// `exp(x) - 1` without cancellation near zero.
  public static func expMinusOne(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_expm1) }

  /// 2 to the power `x`.
  public static func exp2(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_exp2) }

  /// The natural logarithm; minus infinity at zero, NaN below.
  public static func log(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_log) }

  /// `log(1 + x)` without cancellation near zero.
  public static func log(onePlus x: BigFloat) -> BigFloat { x.mapped(mpfr_log1p) }

  /// The logarithm to base 2.
  public static func log2(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_log2) }

  /// The logarithm to base 10.
  public static func log10(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_log10) }

  // MARK: Powers and roots

  /// The square root; NaN below zero.
  public static func sqrt(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_sqrt) }

  /// The real root of degree `n`; NaN for `n < 1` and for an even root of a negative number.
  public static func root(_ x: BigFloat, _ n: Int) -> BigFloat {
    if n < 1 { return nan(precision: x.precision) }
    return x.mapped { mpfr_rootn_ui($0, $1, UInt(n), $2) }
  }

  /// `x` to the power `y`, to the lower precision of the two; NaN for a negative `x` unless `y` is an integer.
  public static func pow(_ x: BigFloat, _ y: BigFloat) -> BigFloat { combining(x, y, mpfr_pow) }

  /// The square root of `x^2 + y^2`.
  public static func hypot(_ x: BigFloat, _ y: BigFloat) -> BigFloat { combining(x, y, mpfr_hypot) }

  // MARK: Trigonometric functions

  /// The sine.
  public static func sin(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_sin) }

  /// The cosine.
  public static func cos(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_cos) }

  /// The tangent.
  public static func tan(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_tan) }

  /// The cotangent.
  public static func cot(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_cot) }

  /// The secant.
  public static func sec(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_sec) }

  /// The cosecant.
  public static func csc(_ x: BigFloat) -> BigFloat { x.reducible(mpfr_csc) }

  /// The inverse sine in -pi/2...pi/2, for arguments in -1...1.
  public static func asin(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_asin) }

  /// The inverse cosine in 0...pi, for arguments in -1...1.
  public static func acos(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_acos) }

  /// The inverse tangent in -pi/2...pi/2.
  public static func atan(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_atan) }

  /// The angle of the point `(x, y)` in -pi...pi, to the lower precision of the two.
  public static func atan2(y: BigFloat, x: BigFloat) -> BigFloat { combining(y, x, mpfr_atan2) }

  // MARK: Hyperbolic functions

  /// The hyperbolic sine.
  public static func sinh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_sinh) }

  /// The hyperbolic cosine.
  public static func cosh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_cosh) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_tanh) }

  /// The hyperbolic cotangent.
  public static func coth(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_coth) }

  /// The hyperbolic secant.
  public static func sech(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_sech) }

  /// The hyperbolic cosecant.
  public static func csch(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_csch) }

  /// The inverse hyperbolic sine.
  public static func asinh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_asinh) }

  /// The inverse hyperbolic cosine, not negative, for arguments from 1 on.
  public static func acosh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_acosh) }

  /// The inverse hyperbolic tangent, for arguments in -1...1.
  public static func atanh(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_atanh) }

  // MARK: Constants

  /// The circumference of a circle of diameter one.
  public static func pi(precision: Int) -> BigFloat {
    BigFloat(precision: precision) { mpfr_const_pi($0, MPFR_RNDN) }
  }

  /// The base of the natural logarithm.
  public static func e(precision: Int) -> BigFloat { exp(BigFloat(1.0, precision: precision)) }

  /// Euler's constant 0.5772….
  public static func eulerGamma(precision: Int) -> BigFloat {
    BigFloat(precision: precision) { mpfr_const_euler($0, MPFR_RNDN) }
  }

  /// Catalan's constant 0.9159….
  public static func catalan(precision: Int) -> BigFloat {
    BigFloat(precision: precision) { mpfr_const_catalan($0, MPFR_RNDN) }
  }

  /// Not a number.
  public static func nan(precision: Int) -> BigFloat { BigFloat(precision: precision) { mpfr_set_nan($0) } }

  private func reducible(_ operation: UnaryOperation) -> BigFloat {
    if let exponent = binaryExponent, exponent > 1 << 20 { return .nan(precision: precision) }
    return mapped(operation)
  }
}
