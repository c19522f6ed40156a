// Special functions on expressions; each is the canonical call of its record.
extension Expr {
  /// The factorial
  public static func factorial(_ n: Expr) -> Expr { call(.factorial, [n]) }
  /// The double factorial
  public static func doubleFactorial(_ n: Expr) -> Expr { call(.doubleFactorial, [n]) }
  /// The binomial coefficient
  public static func binomial(_ n: Expr, _ k: Expr) -> Expr { call(.binomial, [n, k]) }
  /// The rising factorial
  public static func pochhammer(_ a: Expr, _ n: Expr) -> Expr { call(.pochhammer, [a, n]) }
  /// The falling factorial
  public static func fallingFactorial(_ x: Expr, _ n: Expr) -> Expr { call(.fallingFactorial, [x, n]) }
  /// The harmonic number
  public static func harmonic(_ n: Expr) -> Expr { call(.harmonic, [n]) }
  /// The Fibonacci number
  public static func fibonacci(_ n: Expr) -> Expr { call(.fibonacci, [n]) }
  /// The Bernoulli number
  public static func bernoulli(_ n: Expr) -> Expr { call(.bernoulli, [n]) }
  /// The Bernoulli polynomial
  public static func bernoulli(_ n: Expr, _ x: Expr) -> Expr { call(.bernoulli, [n, x]) }
  /// The Euler number
  public static func euler(_ n: Expr) -> Expr { call(.euler, [n]) }
  /// The gamma function
  public static func gamma(_ z: Expr) -> Expr { call(.gamma, [z]) }
  /// The logarithm of the gamma function
  public static func loggamma(_ z: Expr) -> Expr { call(.loggamma, [z]) }
  /// The digamma function
  public static func digamma(_ z: Expr) -> Expr { call(.digamma, [z]) }
  /// The polygamma function
  public static func polygamma(_ n: Expr, _ z: Expr) -> Expr { call(.polygamma, [n, z]) }
  /// The beta function
  public static func beta(_ a: Expr, _ b: Expr) -> Expr { call(.beta, [a, b]) }
  /// The lower incomplete gamma function
  public static func lowergamma(_ s: Expr, _ z: Expr) -> Expr { call(.lowergamma, [s, z]) }
  /// The upper incomplete gamma function
  public static func uppergamma(_ s: Expr, _ z: Expr) -> Expr { call(.uppergamma, [s, z]) }
  /// The error function
  public static func erf(_ z: Expr) -> Expr { call(.erf, [z]) }
  /// The complementary error function
  public static func erfc(_ z: Expr) -> Expr { call(.erfc, [z]) }
  /// The imaginary error function
  public static func erfi(_ z: Expr) -> Expr { call(.erfi, [z]) }
  /// The inverse error function
  public static func erfinv(_ x: Expr) -> Expr { call(.erfinv, [x]) }
  /// The inverse complementary error function
  public static func erfcinv(_ x: Expr) -> Expr { call(.erfcinv, [x]) }
  /// Dawson's integral
  public static func dawson(_ z: Expr) -> Expr { call(.dawson, [z]) }
  /// The Fresnel sine integral
  public static func fresnels(_ z: Expr) -> Expr { call(.fresnels, [z]) }
  /// The Fresnel cosine integral
  public static func fresnelc(_ z: Expr) -> Expr { call(.fresnelc, [z]) }
  /// The exponential integral Ei
  public static func Ei(_ z: Expr) -> Expr { call(.Ei, [z]) }
  /// The exponential integral E₁
  public static func E1(_ z: Expr) -> Expr { call(.E1, [z]) }
  /// The Dirichlet eta function
  public static func dirichletEta(_ s: Expr) -> Expr { call(.dirichletEta, [s]) }
  /// The generalised exponential integral
  public static func expint(_ n: Expr, _ z: Expr) -> Expr { call(.expint, [n, z]) }
  /// The logarithmic integral
  public static func li(_ z: Expr) -> Expr { call(.li, [z]) }
  /// The offset logarithmic integral
  public static func Li(_ z: Expr) -> Expr { call(.Li, [z]) }
  /// The sine integral
  public static func Si(_ z: Expr) -> Expr { call(.Si, [z]) }
  /// The cosine integral
  public static func Ci(_ z: Expr) -> Expr { call(.Ci, [z]) }
  /// The hyperbolic sine integral
  public static func Shi(_ z: Expr) -> Expr { call(.Shi, [z]) }
  /// The hyperbolic cosine integral
  public static func Chi(_ z: Expr) -> Expr { call(.Chi, [z]) }
  /// The Bessel function of the first kind
  public static func besselj(_ n: Expr, _ z: Expr) -> Expr { call(.besselj, [n, z]) }
  /// The Bessel function of the second kind
  public static func bessely(_ n: Expr, _ z: Expr) -> Expr { call(.bessely, [n, z]) }
  /// The modified Bessel function of the first kind
  public static func besseli(_ n: Expr, _ z: Expr) -> Expr { call(.besseli, [n, z]) }
  /// The modified Bessel function of the second kind
  public static func besselk(_ n: Expr, _ z: Expr) -> Expr { call(.besselk, [n, z]) }
  /// The Hankel function of the first kind
  public static func hankel1(_ n: Expr, _ z: Expr) -> Expr { call(.hankel1, [n, z]) }
  /// The Hankel function of the second kind
  public static func hankel2(_ n: Expr, _ z: Expr) -> Expr { call(.hankel2, [n, z]) }
  /// The spherical Bessel function of the first kind
  public static func sphericalbesselj(_ n: Expr, _ z: Expr) -> Expr { call(.sphericalbesselj, [n, z]) }
  /// The spherical Bessel function of the second kind
  public static func sphericalbessely(_ n: Expr, _ z: Expr) -> Expr { call(.sphericalbessely, [n, z]) }
  /// The Airy function Ai
  public static func airyai(_ z: Expr) -> Expr { call(.airyai, [z]) }
  /// The derivative of the Airy function Ai
  public static func airyaiprime(_ z: Expr) -> Expr { call(.airyaiprime, [z]) }
  /// The Airy function Bi
  public static func airybi(_ z: Expr) -> Expr { call(.airybi, [z]) }
  /// The derivative of the Airy function Bi
  public static func airybiprime(_ z: Expr) -> Expr { call(.airybiprime, [z]) }
  /// The Riemann zeta function
  public static func zeta(_ s: Expr) -> Expr { call(.zeta, [s]) }
  /// The Hurwitz zeta function
  public static func zeta(_ s: Expr, _ a: Expr) -> Expr { call(.zeta, [s, a]) }
  /// The polylogarithm
  public static func polylog(_ s: Expr, _ z: Expr) -> Expr { call(.polylog, [s, z]) }
  /// Lerch's transcendent
  public static func lerchphi(_ z: Expr, _ s: Expr, _ a: Expr) -> Expr { call(.lerchphi, [z, s, a]) }
  /// The complete elliptic integral of the first kind
  public static func elliptic_k(_ m: Expr) -> Expr { call(.elliptic_k, [m]) }
  /// The complete elliptic integral of the second kind
  public static func elliptic_e(_ m: Expr) -> Expr { call(.elliptic_e, [m]) }
  /// The elliptic integral of the second kind
  public static func elliptic_e(_ phi: Expr, _ m: Expr) -> Expr { call(.elliptic_e, [phi, m]) }
  /// The elliptic integral of the first kind
  public static func elliptic_f(_ phi: Expr, _ m: Expr) -> Expr { call(.elliptic_f, [phi, m]) }
  /// The complete elliptic integral of the third kind
  public static func elliptic_pi(_ n: Expr, _ m: Expr) -> Expr { call(.elliptic_pi, [n, m]) }
  /// The elliptic integral of the third kind
  public static func elliptic_pi(_ n: Expr, _ phi: Expr, _ m: Expr) -> Expr {
    call(.elliptic_pi, [n, phi, m])
  }
  /// The principal branch of the Lambert W function
  public static func lambertw(_ z: Expr) -> Expr { call(.lambertw, [z]) }
  /// Branch k of the Lambert W function
  public static func lambertw(_ z: Expr, _ k: Expr) -> Expr { call(.lambertw, [z, k]) }
  /// The confluent hypergeometric limit function
  public static func hyp0f1(_ b: Expr, _ z: Expr) -> Expr { call(.hyp0f1, [b, z]) }
  /// Kummer's function
  public static func hyp1f1(_ a: Expr, _ b: Expr, _ z: Expr) -> Expr { call(.hyp1f1, [a, b, z]) }
  /// The Gauss hypergeometric function
  public static func hyp2f1(_ a: Expr, _ b: Expr, _ c: Expr, _ z: Expr) -> Expr {
    call(.hyp2f1, [a, b, c, z])
  }
  /// Tricomi's function
  public static func hyperu(_ a: Expr, _ b: Expr, _ z: Expr) -> Expr { call(.hyperu, [a, b, z]) }
  /// The Legendre polynomial
  public static func legendre(_ n: Expr, _ x: Expr) -> Expr { call(.legendre, [n, x]) }
  /// The associated Legendre function
  public static func assocLegendre(_ n: Expr, _ m: Expr, _ x: Expr) -> Expr {
    call(.assocLegendre, [n, m, x])
  }
  /// The Chebyshev polynomial of the first kind
  public static func chebyshevt(_ n: Expr, _ x: Expr) -> Expr { call(.chebyshevt, [n, x]) }
  /// The Chebyshev polynomial of the second kind
  public static func chebyshevu(_ n: Expr, _ x: Expr) -> Expr { call(.chebyshevu, [n, x]) }
  /// The Hermite polynomial
  public static func hermite(_ n: Expr, _ x: Expr) -> Expr { call(.hermite, [n, x]) }
  /// The Laguerre polynomial
  public static func laguerre(_ n: Expr, _ x: Expr) -> Expr { call(.laguerre, [n, x]) }
  /// The associated Laguerre polynomial
  public static func assocLaguerre(_ n: Expr, _ a: Expr, _ x: Expr) -> Expr {
    call(.assocLaguerre, [n, a, x])
  }
  /// The Gegenbauer polynomial
  public static func gegenbauer(_ n: Expr, _ a: Expr, _ x: Expr) -> Expr { call(.gegenbauer, [n, a, x]) }
  /// The Jacobi polynomial
  public static func jacobi(_ n: Expr, _ a: Expr, _ b: Expr, _ x: Expr) -> Expr {
    call(.jacobi, [n, a, b, x])
  }
}
