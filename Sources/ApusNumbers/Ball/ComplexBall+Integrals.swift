import CFLINT

/// Error functions, exponential and trigonometric integrals, elliptic integrals, Lambert's function.
extension ComplexBall {
  // MARK: Error functions

  /// The error function (DLMF 7.2.1).
  public static func erf(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_erf)
  }

  /// The complementary error function, `1 - erf(z)` (DLMF 7.2.2).
  public static func erfc(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_erfc)
  }

  /// The imaginary error function, `-i erf(i z)`.
  public static func erfi(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_erfi)
  }

  /// The inverse of the error function between -1 and 1, for real numbers (DLMF 7.17.1).
  public static func erfInverse(_ x: ComplexBall, precision: Int) -> ComplexBall {
    realFunction(x) { $0.mapped(precision, arb_hypgeom_erfinv) }
  }

  /// The inverse of the complementary error function between 0 and 2, for real numbers (DLMF 7.17.1).
  public static func erfcInverse(_ x: ComplexBall, precision: Int) -> ComplexBall {
    realFunction(x) { $0.mapped(precision, arb_hypgeom_erfcinv) }
  }

  /// Dawson's integral `exp(-z^2) sqrt(pi) / 2 erfi(z)`, entire (DLMF 7.2.5).
  public static func dawson(_ z: ComplexBall, precision: Int) -> ComplexBall {
    let damping = exp(z.multiplied(by: z, precision: 2 * precision).negated, precision: precision)
    let half = Ball.sqrt(.pi(precision: precision), precision: precision)
      .multiplied(by: Ball(exactly: 0.5), precision: precision)
    return erfi(z, precision: precision).multiplied(by: damping, precision: precision)
      .multiplied(by: ComplexBall(half), precision: precision)
  }

  /// The Fresnel integral S, of `sin(pi t^2 / 2)` from zero to `z` (DLMF 7.2.8).
  public static func fresnelS(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_fresnel($0, nil, $1, 1, $2) }
  }

  /// The Fresnel integral C, of `cos(pi t^2 / 2)` from zero to `z` (DLMF 7.2.7).
  public static func fresnelC(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_fresnel(nil, $0, $1, 1, $2) }
  }

  // MARK: Exponential and trigonometric integrals

  /// The exponential integral Ei (DLMF 6.2.5), real on both real half-axes, cut along the negative one.
  public static func Ei(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_ei)
  }

  /// The exponential integral E1 (DLMF 6.2.1), cut along the negative real axis.
  public static func E1(_ z: ComplexBall, precision: Int) -> ComplexBall {
    expIntegralE(1, z, precision: precision)
  }

  /// The generalised exponential integral E of order `p` (DLMF 8.19.1), cut along the negative real axis.
  public static func expIntegralE(_ p: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    p.isExtremeParameter ? .indeterminate : combining(p, z, precision, acb_hypgeom_expint)
  }

  /// The sine integral (DLMF 6.2.9).
  public static func Si(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_si)
  }

  /// The cosine integral (DLMF 6.2.11), cut along the negative real axis.
  public static func Ci(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_ci)
  }

  /// The hyperbolic sine integral (DLMF 6.2.15).
  public static func Shi(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_shi)
  }

  /// The hyperbolic cosine integral (DLMF 6.2.16), cut along the negative real axis.
  public static func Chi(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_chi)
  }

  /// The logarithmic integral `Ei(log(z))` (DLMF 6.2.8), cut below 1 on the real axis.
  public static func li(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_li($0, $1, 0, $2) }
  }

  /// The offset logarithmic integral `li(z) - li(2)` (DLMF 6.2.8).
  public static func Li(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_li($0, $1, 1, $2) }
  }

  // MARK: Elliptic integrals

  /// The complete elliptic integral of the first kind with parameter `m = k^2` (DLMF 19.2.8), cut beyond 1.
  public static func ellipticK(_ m: ComplexBall, precision: Int) -> ComplexBall {
    m.mapped(precision, acb_elliptic_k)
  }

  /// The complete elliptic integral of the second kind with parameter `m = k^2` (DLMF 19.2.8), cut beyond 1.
  public static func ellipticE(_ m: ComplexBall, precision: Int) -> ComplexBall {
    m.mapped(precision, acb_elliptic_e)
  }

  /// The elliptic integral of the first kind to the angle `phi` with parameter `m = k^2` (DLMF 19.2.4), continued
  /// quasi-periodically in `phi`.
  public static func ellipticF(_ phi: ComplexBall, _ m: ComplexBall, precision: Int) -> ComplexBall {
    combining(phi, m, precision) { acb_elliptic_f($0, $1, $2, 0, $3) }
  }

  /// The elliptic integral of the second kind to the angle `phi` with parameter `m = k^2` (DLMF 19.2.5), continued
  /// quasi-periodically in `phi`.
  public static func ellipticE(_ phi: ComplexBall, _ m: ComplexBall, precision: Int) -> ComplexBall {
    combining(phi, m, precision) { acb_elliptic_e_inc($0, $1, $2, 0, $3) }
  }

  /// The complete elliptic integral of the third kind of characteristic `n` and parameter `m = k^2` (DLMF 19.2.8).
  public static func ellipticPi(_ n: ComplexBall, _ m: ComplexBall, precision: Int) -> ComplexBall {
    if n.isExtremeParameter || m.isExtremeParameter { return .indeterminate }
    let value = combining(n, m, precision, acb_elliptic_pi)
    return n.isRealBelowOne && m.isRealBelowOne ? ComplexBall(value.real) : value
  }

  /// The elliptic integral of the third kind of characteristic `n` to the angle `phi` (DLMF 19.2.7).
  public static func ellipticPi(
    _ n: ComplexBall, _ phi: ComplexBall, _ m: ComplexBall, precision: Int
  ) -> ComplexBall {
    if n.isExtremeParameter || m.isExtremeParameter { return .indeterminate }
    // Where Carlson's algorithm does not apply, Arb integrates numerically in a time that grows with the square of
    // the precision, mostly to no avail: what is unknown with 64 bits is not tried with more.
    if precision > 128 {
      let trial = ellipticPi(n, phi, m, precision: 64)
      if !trial.isFinite || trial.relativeAccuracyBits < 1 { return trial }
    }
    let value = m.withAcb { m in combining(n, phi, precision) { acb_elliptic_pi_inc($0, $1, $2, m, 0, $3) } }
    return phi.isReal && n.isRealBelowOne && m.isRealBelowOne ? ComplexBall(value.real) : value
  }

  /// Whether the number is real and less than one: a characteristic or parameter with real integrals.
  private var isRealBelowOne: Bool { isReal && real.isLess(than: .one) == true }

  /// The arithmetic-geometric mean (DLMF 19.8.5), the right choice of every square root.
  public static func agm(_ a: ComplexBall, _ b: ComplexBall, precision: Int) -> ComplexBall {
    combining(a, b, precision, acb_agm)
  }

  // MARK: Lambert's function

  /// The branch `k` of Lambert's function, the solutions of `w exp(w) = z` (DLMF 4.13.1).
  ///
  /// Branch 0 is cut below -1/e, branch -1 and 1 also, and all but branch 0 along the negative real axis.
  public static func lambertW(_ z: ComplexBall, branch k: Int = 0, precision: Int) -> ComplexBall {
    Integer(k).withFMPZ { k in z.mapped(precision) { acb_lambertw($0, $1, k, 0, $2) } }
  }
}
