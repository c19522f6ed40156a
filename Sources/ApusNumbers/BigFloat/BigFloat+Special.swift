import CMPFR

/// Functions of a real argument beyond the elementary ones, and roundings to integers.
extension BigFloat {
  /// The error function.
  public static func erf(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_erf) }

  /// The complementary error function.
  public static func erfc(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_erfc) }

  /// The gamma function; NaN at negative integers.
  public static func gamma(_ x: BigFloat) -> BigFloat { x.mapped(mpfr_gamma) }

  /// The logarithm of the absolute value of the gamma function; infinite at its poles.
  public static func logGamma(_ x: BigFloat) -> BigFloat {
    x.mapped { result, x, mode in
      var sign: Int32 = 0
      return mpfr_lgamma(result, &sign, x, mode)
    }
  }

  /// `self + a * b`, rounded once to the lowest precision of the three.
  public func addingProduct(_ a: BigFloat, _ b: BigFloat) -> BigFloat {
    BigFloat(precision: min(precision, a.precision, b.precision)) { result in
      withMPFR { c in
        a.withMPFR { a in b.withMPFR { b in _ = mpfr_fma(result, a, b, c, MPFR_RNDN) } }
      }
    }
  }

  /// The greatest integer that is not above the value, in the same precision.
  public var roundedDown: BigFloat { mapped { result, x, _ in mpfr_rint(result, x, MPFR_RNDD) } }

  /// The least integer that is not below the value, in the same precision, which it may exceed by being rounded.
  public var roundedUp: BigFloat { mapped { result, x, _ in mpfr_rint(result, x, MPFR_RNDU) } }

  /// The integer next to the value, of two the even one.
  public var roundedToEven: BigFloat { mapped { result, x, _ in mpfr_rint(result, x, MPFR_RNDN) } }

  /// The value without its fraction.
  public var roundedTowardZero: BigFloat { mapped { result, x, _ in mpfr_rint(result, x, MPFR_RNDZ) } }
}
