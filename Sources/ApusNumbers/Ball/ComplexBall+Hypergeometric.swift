import CFLINT

/// Bessel and Airy functions and the hypergeometric functions behind them.
extension ComplexBall {
  // MARK: Bessel functions

  /// The Bessel function of the first kind of any order (DLMF 10.2.2); cut along the negative real axis unless
  /// the order is an integer.
  public static func besselJ(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    order.isExtremeParameter ? .indeterminate : combining(order, z, precision, acb_hypgeom_bessel_j)
  }

  /// The Bessel function of the second kind (DLMF 10.2.3), cut along the negative real axis.
  public static func besselY(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    order.isExtremeParameter ? .indeterminate : combining(order, z, precision, acb_hypgeom_bessel_y)
  }

  /// The modified Bessel function of the first kind (DLMF 10.25.2); cut as `besselJ`.
  public static func besselI(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    order.isExtremeParameter ? .indeterminate : combining(order, z, precision, acb_hypgeom_bessel_i)
  }

  /// The modified Bessel function of the second kind (DLMF 10.25.3), cut along the negative real axis.
  public static func besselK(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    order.isExtremeParameter ? .indeterminate : combining(order, z, precision, acb_hypgeom_bessel_k)
  }

  // MARK: Airy functions

  /// The Airy function Ai (DLMF 9.2.2).
  public static func airyAi(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_airy($0, nil, nil, nil, $1, $2) }
  }

  /// The derivative of the Airy function Ai.
  public static func airyAiPrime(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_airy(nil, $0, nil, nil, $1, $2) }
  }

  /// The Airy function Bi (DLMF 9.2.2).
  public static func airyBi(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_airy(nil, nil, $0, nil, $1, $2) }
  }

  /// The derivative of the Airy function Bi.
  public static func airyBiPrime(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.mapped(precision) { acb_hypgeom_airy(nil, nil, nil, $0, $1, $2) }
  }

  // MARK: Hypergeometric functions

  /// The confluent hypergeometric limit function 0F1 (DLMF 16.2.1).
  public static func hypergeometric0F1(_ b: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if b.isExtremeParameter { return .indeterminate }
    return combining(b, z, precision) { acb_hypgeom_0f1($0, $1, $2, 0, $3) }
  }

  /// Kummer's confluent hypergeometric function 1F1 (DLMF 13.2.2).
  public static func hypergeometric1F1(
    _ a: ComplexBall, _ b: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    if a.isExtremeParameter || b.isExtremeParameter { return .indeterminate }
    return a.withAcb { a in combining(b, z, precision) { acb_hypgeom_m($0, a, $1, $2, 0, $3) } }
  }

  /// Tricomi's confluent hypergeometric function U (DLMF 13.2.6), cut along the negative real axis.
  public static func hypergeometricU(
    _ a: ComplexBall, _ b: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    if a.isExtremeParameter || b.isExtremeParameter { return .indeterminate }
    return a.withAcb { a in combining(b, z, precision) { acb_hypgeom_u($0, a, $1, $2, $3) } }
  }

  /// Gauss's hypergeometric function 2F1 (DLMF 15.2.1), cut beyond 1 on the real axis.
  public static func hypergeometric2F1(
    _ a: ComplexBall, _ b: ComplexBall, _ c: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    if [a, b, c].contains(where: \.isExtremeParameter) { return .indeterminate }
    return a.withAcb { a in
      b.withAcb { b in combining(c, z, precision) { acb_hypgeom_2f1($0, a, b, $1, $2, 0, $3) } }
    }
  }

  // MARK: Orthogonal polynomials, for any degree

  /// The Legendre function P (DLMF 14.3.1 with order zero), cut below -1 on the real axis.
  public static func legendreP(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    combining(n, z, precision) { result, n, z, precision in
      ComplexBall.zero.withAcb { acb_hypgeom_legendre_p(result, n, $0, z, 0, precision) }
    }
  }

  /// The Chebyshev function of the first kind (DLMF 18.3).
  public static func chebyshevT(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    combining(n, z, precision, acb_hypgeom_chebyshev_t)
  }

  /// The Chebyshev function of the second kind (DLMF 18.3).
  public static func chebyshevU(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    combining(n, z, precision, acb_hypgeom_chebyshev_u)
  }

  /// The Hermite function of the physicists (DLMF 18.3).
  public static func hermiteH(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    combining(n, z, precision, acb_hypgeom_hermite_h)
  }

  /// The Laguerre function L (DLMF 18.3).
  public static func laguerreL(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    combining(n, z, precision) { result, n, z, precision in
      ComplexBall.zero.withAcb { acb_hypgeom_laguerre_l(result, n, $0, z, precision) }
    }
  }
}
