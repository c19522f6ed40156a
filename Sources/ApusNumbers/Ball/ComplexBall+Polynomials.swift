import CFLINT

/// Orthogonal polynomials, continued to any degree by hypergeometric functions.
extension ComplexBall {
  /// The Legendre function P (DLMF 14.3.1 with order zero), cut below -1 on the real axis.
  public static func legendreP(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    legendreP(n, .zero, z, precision: precision)
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
    laguerreL(n, .zero, z, precision: precision)
  }

  /// The associated Legendre (Ferrers) function with the phase `(-1)^m` (DLMF 14.3.1), cut on the real axis outside
  /// -1...1.
  public static func legendreP(
    _ n: ComplexBall, _ m: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    m.withAcb { m in combining(n, z, precision) { acb_hypgeom_legendre_p($0, $1, m, $2, 0, $3) } }
  }

  /// The associated (generalised) Laguerre function (DLMF 18.5.12).
  public static func laguerreL(
    _ n: ComplexBall, _ a: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    a.withAcb { a in combining(n, z, precision) { acb_hypgeom_laguerre_l($0, $1, a, $2, $3) } }
  }

  /// The Gegenbauer (ultraspherical) function (DLMF 18.5.9).
  public static func gegenbauerC(
    _ n: ComplexBall, _ a: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    a.withAcb { a in combining(n, z, precision) { acb_hypgeom_gegenbauer_c($0, $1, a, $2, $3) } }
  }

  /// The Jacobi function (DLMF 18.5.7).
  public static func jacobiP(
    _ n: ComplexBall, _ a: ComplexBall, _ b: ComplexBall, _ z: ComplexBall, precision: Int
  ) -> ComplexBall {
    a.withAcb { a in
      b.withAcb { b in combining(n, z, precision) { acb_hypgeom_jacobi_p($0, $1, a, b, $2, $3) } }
    }
  }
}
