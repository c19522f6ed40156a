import CFLINT

/// The gamma function and its relatives.
extension ComplexBall {
  /// The gamma function (DLMF 5.2.1); indeterminate at its poles 0, -1, -2, ….
  public static func gamma(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_gamma) }

  /// The reciprocal of the gamma function, an entire function.
  public static func reciprocalGamma(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_rgamma)
  }

  /// The logarithm of the gamma function, analytic except for a cut along the negative real axis and real for
  /// positive arguments (DLMF 5.2.1); not always the principal logarithm of `gamma`.
  public static func logGamma(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_lgamma)
  }

  /// `gamma(z + 1)`.
  public static func factorial(_ z: ComplexBall, precision: Int) -> ComplexBall {
    gamma(z.adding(.one, precision: precision), precision: precision)
  }

  /// The rising factorial `gamma(z + n) / gamma(z)` (DLMF 5.2.5), for integer `n` also at the poles.
  public static func risingFactorial(_ z: ComplexBall, _ n: ComplexBall, precision: Int) -> ComplexBall {
    combining(z, n, precision, acb_rising)
  }

  /// The binomial coefficient `gamma(n + 1) / (gamma(k + 1) gamma(n - k + 1))` (DLMF 1.2.6).
  public static func binomial(_ n: ComplexBall, _ k: ComplexBall, precision: Int) -> ComplexBall {
    let rest = n.subtracting(k, precision: precision)
    let lower = [k, rest].map { reciprocalGamma($0.adding(.one, precision: precision), precision: precision) }
    return factorial(n, precision: precision).multiplied(by: lower[0], precision: precision)
      .multiplied(by: lower[1], precision: precision)
  }

  /// The beta function `gamma(a) gamma(b) / gamma(a + b)` (DLMF 5.12.1); indeterminate at poles of the numerator.
  public static func beta(_ a: ComplexBall, _ b: ComplexBall, precision: Int) -> ComplexBall {
    gamma(a, precision: precision).multiplied(by: gamma(b, precision: precision), precision: precision)
      .multiplied(
        by: reciprocalGamma(a.adding(b, precision: precision), precision: precision), precision: precision)
  }

  /// The logarithmic derivative of the gamma function (DLMF 5.2.2); indeterminate at its poles 0, -1, -2, ….
  public static func digamma(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_digamma)
  }

  /// The derivative of order `n` of `digamma` (DLMF 5.15), for other orders by the generalisation of Espinosa and Moll.
  public static func polygamma(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if n.isCostlyOrder(precision: precision) || z.isCostlyShift(precision: precision) {
      return .indeterminate
    }
    let value = combining(n, z, precision, acb_polygamma)
    return n.isNonnegativeInteger && z.isReal ? ComplexBall(value.real) : value
  }

  /// The derivative of `digamma`, `polygamma` of order one.
  public static func trigamma(_ z: ComplexBall, precision: Int) -> ComplexBall {
    polygamma(1, z, precision: precision)
  }

  /// The upper incomplete gamma function, the integral of `t^(s-1) exp(-t)` from `z` on (DLMF 8.2.2).
  public static func upperGamma(_ s: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if s.isExtremeParameter { return .indeterminate }
    return combining(s, z, precision) { acb_hypgeom_gamma_upper($0, $1, $2, 0, $3) }
  }

  /// The lower incomplete gamma function, the integral of `t^(s-1) exp(-t)` from zero to `z` (DLMF 8.2.1).
  public static func lowerGamma(_ s: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if s.isExtremeParameter { return .indeterminate }
    return combining(s, z, precision) { acb_hypgeom_gamma_lower($0, $1, $2, 0, $3) }
  }

  private var isNonnegativeInteger: Bool {
    isReal && real.isExact && real.isNonnegative && real.containsInteger
  }

  // MARK: Zeta functions

  /// The Riemann zeta function (DLMF 25.2.1); indeterminate at its pole 1.
  public static func zeta(_ s: ComplexBall, precision: Int) -> ComplexBall {
    s.isCostlyHeight(precision: precision) ? .indeterminate : s.mapped(precision, acb_zeta)
  }

  /// The Hurwitz zeta function (DLMF 25.11.1), cut along the negative real axis of `a`.
  public static func zeta(_ s: ComplexBall, _ a: ComplexBall, precision: Int) -> ComplexBall {
    if s.isCostlyOrder(precision: precision) || a.isCostlyShift(precision: precision) {
      return .indeterminate
    }
    let value = combining(s, a, precision, acb_hurwitz_zeta)
    return s.isNonnegativeInteger && a.isReal ? ComplexBall(value.real) : value
  }

  /// The alternating zeta function `(1 - 2^(1-s)) zeta(s)`, entire (DLMF 25.2.3).
  public static func dirichletEta(_ s: ComplexBall, precision: Int) -> ComplexBall {
    s.isCostlyHeight(precision: precision) ? .indeterminate : s.mapped(precision, acb_dirichlet_eta)
  }

  /// Riemann's xi function `s (s - 1) / 2 pi^(-s/2) gamma(s/2) zeta(s)`, entire (DLMF 25.4.4).
  public static func riemannXi(_ s: ComplexBall, precision: Int) -> ComplexBall {
    s.isCostlyHeight(precision: precision) ? .indeterminate : s.mapped(precision, acb_dirichlet_xi)
  }

  /// The polylogarithm of order `s` (DLMF 25.12.10), cut beyond 1 on the real axis of `z`.
  public static func polylog(_ s: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    s.isCostlyOrder(precision: precision) ? .indeterminate : combining(s, z, precision, acb_polylog)
  }

  /// The dilogarithm, the polylogarithm of order 2 (DLMF 25.12.1), cut beyond 1 on the real axis.
  public static func dilog(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision, acb_hypgeom_dilog)
  }
}
