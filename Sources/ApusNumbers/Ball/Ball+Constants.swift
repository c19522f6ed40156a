import CFLINT

extension Ball {
  /// The circumference of a circle of diameter one.
  public static func pi(precision: Int) -> Ball { Ball { arb_const_pi($0, clamped(precision)) } }

  /// The base of the natural logarithm.
  public static func e(precision: Int) -> Ball { Ball { arb_const_e($0, clamped(precision)) } }

  /// Euler's constant 0.5772….
  public static func eulerGamma(precision: Int) -> Ball { Ball { arb_const_euler($0, clamped(precision)) } }

  /// Catalan's constant 0.9159….
  public static func catalan(precision: Int) -> Ball { Ball { arb_const_catalan($0, clamped(precision)) } }

  /// The natural logarithm of two.
  public static func log2(precision: Int) -> Ball { Ball { arb_const_log2($0, clamped(precision)) } }

  /// Apéry's constant, zeta(3).
  public static func apery(precision: Int) -> Ball { Ball { arb_const_apery($0, clamped(precision)) } }

  /// Khinchin's constant 2.6854….
  public static func khinchin(precision: Int) -> Ball { Ball { arb_const_khinchin($0, clamped(precision)) } }

  /// The Glaisher-Kinkelin constant 1.2824….
  public static func glaisher(precision: Int) -> Ball { Ball { arb_const_glaisher($0, clamped(precision)) } }

  /// The golden ratio `(1 + sqrt(5)) / 2`.
  public static func goldenRatio(precision: Int) -> Ball {
    sqrt(5, precision: precision).adding(.one, precision: precision)
      .multiplied(by: Ball(exactly: 0.5), precision: precision)
  }
}
