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

  /// The Hankel function `besselJ + i besselY` (DLMF 10.2.5), cut along the negative real axis.
  public static func hankel1(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    besselJ(order, z, precision: precision)
      .adding(besselY(order, z, precision: precision).multipliedByI, precision: precision)
  }

  /// The Hankel function `besselJ - i besselY` (DLMF 10.2.6), cut along the negative real axis.
  public static func hankel2(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    besselJ(order, z, precision: precision)
      .subtracting(besselY(order, z, precision: precision).multipliedByI, precision: precision)
  }

  /// The spherical Bessel function of the first kind (DLMF 10.47.3); for integer orders without a cut.
  ///
  /// From DLMF 10.16.9: `sqrt(pi) / 2 (z/2)^n 0F1(n + 3/2; -z^2/4) / gamma(n + 3/2)`, which is defined at zero.
  public static func sphericalBesselJ(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if order.isExtremeParameter { return .indeterminate }
    let half = z.multiplied(by: ComplexBall(Ball(exactly: 0.5)), precision: precision)
    let argument = half.multiplied(by: half, precision: precision).negated
    let parameter = order.adding(ComplexBall(Ball(exactly: 1.5)), precision: precision)
    let series = combining(parameter, argument, precision) { acb_hypgeom_0f1($0, $1, $2, 1, $3) }
    let scale = Ball.sqrt(.pi(precision: precision), precision: precision)
      .multiplied(by: Ball(exactly: 0.5), precision: precision)
    return pow(half, order, precision: precision).multiplied(by: series, precision: precision)
      .multiplied(by: ComplexBall(scale), precision: precision)
  }

  /// The spherical Bessel function of the second kind (DLMF 10.47.4); for integer orders without a cut.
  public static func sphericalBesselY(_ order: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    if let n = order.exactInteger {
      // DLMF 10.47.5 and 10.47.10: (-1)^(n+1) j_(-n-1).
      let value = sphericalBesselJ(ComplexBall(-n - 1), z, precision: precision)
      return n.isEven ? value.negated : value
    }
    let half = order.adding(ComplexBall(Ball(exactly: 0.5)), precision: precision)
    let scale = sqrt(
      ComplexBall(Ball.pi(precision: precision)).divided(by: 2, precision: precision), precision: precision)
    return besselY(half, z, precision: precision).multiplied(by: scale, precision: precision)
      .divided(by: sqrt(z, precision: precision), precision: precision)
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
}
