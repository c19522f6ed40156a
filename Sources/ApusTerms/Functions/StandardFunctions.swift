extension FunctionTable {
  /// The functions that Apus knows.
  public static let standard = FunctionTable(
    operations + relations + logic + collections + constructs + elementary + rounding + combinatorial
      + special
      + orthogonal + constants)

  private static var operations: [Function] {
    [
      .add, .multiply, .subtract, .negate, .divide, .power, .sqrt, .cbrt, .root, .plusMinus, .degree,
    ]
  }

  private static var relations: [Function] {
    [
      .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .approximately, .definition, .congruent,
      .elementOf,
    ]
  }

  private static var logic: [Function] {
    [.true, .false, .and, .or, .not, .implies, .equivalent, .xor, .piecewise]
  }

  private static var collections: [Function] {
    [
      .list, .set, .tuple, .interval, .union, .intersection, .none, .transpose, .adjoint, .det, .trace, .norm,
      .dot, .cross,
    ]
  }

  private static var constructs: [Function] {
    [.derivative, .at, .integral, .sum, .productOver, .limit, .rootof, .rootsum]
  }

  private static var elementary: [Function] {
    [
      .exp, .log, .log10, .log2, .log1p, .expm1, .sin, .cos, .tan, .cot, .sec, .csc, .sinc, .asin, .acos,
      .atan,
      .acot, .asec, .acsc, .atan2, .sinh, .cosh, .tanh, .coth, .sech, .csch, .asinh, .acosh, .atanh, .acoth,
      .asech, .acsch,
    ]
  }

  private static var rounding: [Function] {
    [
      .abs, .sign, .re, .im, .arg, .conjugate, .floor, .ceiling, .round, .truncate, .frac, .mod, .rem, .max,
      .min, .heaviside, .dirac, .kronecker,
    ]
  }

  private static var combinatorial: [Function] {
    [
      .factorial, .doubleFactorial, .binomial, .pochhammer, .fallingFactorial, .gcd, .lcm, .harmonic,
      .fibonacci,
      .lucas, .bernoulli, .euler, .catalan, .bell,
    ]
  }

  private static var special: [Function] {
    [
      .gamma, .loggamma, .digamma, .trigamma, .polygamma, .beta, .lowergamma, .uppergamma, .erf, .erfc, .erfi,
      .erfinv, .erfcinv, .dawson, .fresnels, .fresnelc, .Ei, .E1, .expint, .li, .Li, .Si, .Ci, .Shi, .Chi,
      .besselj, .bessely, .besseli, .besselk, .hankel1, .hankel2, .sphericalbesselj, .sphericalbessely,
      .airyai,
      .airyaiprime, .airybi, .airybiprime, .zeta, .dirichletEta, .riemannXi, .polylog, .lerchphi, .elliptic_k,
      .elliptic_e, .elliptic_f, .elliptic_pi, .lambertw, .hyp0f1, .hyp1f1, .hyp2f1, .hyperu,
    ]
  }

  private static var orthogonal: [Function] {
    [
      .legendre, .assocLegendre, .chebyshevt, .chebyshevu, .hermite, .laguerre, .assocLaguerre, .gegenbauer,
      .jacobi,
    ]
  }

  private static var constants: [Function] {
    [.pi, .E, .eulerGamma, .catalanConstant, .goldenRatio, .infinity, .undefined]
  }
}
