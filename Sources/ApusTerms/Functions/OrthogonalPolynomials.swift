import ApusNumbers

// Orthogonal polynomials, for degrees that are no integers the functions that continue them.
extension Function {
  /// The Legendre polynomials.
  public static let legendre = Function(
    "legendre", parameters: ["n": .complex, "x": .complex],
    summary: "the Legendre polynomial; for n no integer cut along (−∞, −1]",
    notation: .special("P_{#1}\\left(#2\\right)", sympy: "legendre", scipy: "eval_legendre"),
    partials: {
      let (n, x) = ($0[0], $0[1])
      return [nil, n * (x * .legendre(n, x) - .legendre(n - 1, x)) / (x ** 2 - 1)]
    },
    value: OrthogonalValues.legendre,
    reduction: OrthogonalValues.legendreReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { ComplexBall.legendreP($0, $1, precision: $2) },
    example: ("legendre(2, 3)", "13"), source: "DLMF 18.5.8")

  /// The associated Legendre functions.
  public static let assocLegendre = Function(
    "assocLegendre", aliases: ["assoc_legendre"],
    parameters: ["n": .complex, "m": .complex, "x": .complex],
    summary:
      "the associated Legendre (Ferrers) function with the phase (−1)^m; cuts along (−∞, −1] and [1, ∞)",
    notation: .special("P_{#1}^{#2}\\left(#3\\right)", sympy: "assoc_legendre"),
    partials: {
      let (n, m, x) = ($0[0], $0[1], $0[2])
      let slope = n * x * .assocLegendre(n, m, x) - (n + m) * .assocLegendre(n - 1, m, x)
      return [nil, nil, slope / (x ** 2 - 1)]
    },
    reduction: OrthogonalValues.assocLegendreReduction,
    kernels: .special { .legendreP($0, $1, $2, precision: $3) },
    example: ("assocLegendre(1, 0, x)", "x"), source: "DLMF 14.3.1")

  /// The Chebyshev polynomials of the first kind.
  public static let chebyshevt = Function(
    "chebyshevt", aliases: ["chebyshevT"], parameters: ["n": .complex, "x": .complex],
    summary: "the Chebyshev polynomial of the first kind: cos(n·acos(x))",
    notation: .special("T_{#1}\\left(#2\\right)", sympy: "chebyshevt", scipy: "eval_chebyt"),
    partials: { [nil, $0[0] * .chebyshevu($0[0] - 1, $0[1])] },
    value: OrthogonalValues.chebyshevt,
    reduction: OrthogonalValues.legendreReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { ComplexBall.chebyshevT($0, $1, precision: $2) },
    example: ("chebyshevt(3, 2)", "26"), source: "DLMF 18.5.1")

  /// The Chebyshev polynomials of the second kind.
  public static let chebyshevu = Function(
    "chebyshevu", aliases: ["chebyshevU"], parameters: ["n": .complex, "x": .complex],
    summary: "the Chebyshev polynomial of the second kind: sin((n + 1)·acos(x))/sqrt(1 − x²)",
    notation: .special("U_{#1}\\left(#2\\right)", sympy: "chebyshevu", scipy: "eval_chebyu"),
    partials: {
      let (n, x) = ($0[0], $0[1])
      return [nil, ((n + 1) * .chebyshevt(n + 1, x) - x * .chebyshevu(n, x)) / (x ** 2 - 1)]
    },
    value: OrthogonalValues.chebyshevu,
    reduction: OrthogonalValues.chebyshevuReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { ComplexBall.chebyshevU($0, $1, precision: $2) },
    example: ("chebyshevu(2, 3)", "35"), source: "DLMF 18.5.2")

  /// The Hermite polynomials of the physicists.
  public static let hermite = Function(
    "hermite", aliases: ["hermiteH"], parameters: ["n": .complex, "x": .complex],
    summary: "the Hermite polynomial with leading term (2x)^n",
    notation: .special("H_{#1}\\left(#2\\right)", sympy: "hermite", scipy: "eval_hermite"),
    partials: { [nil, 2 * $0[0] * .hermite($0[0] - 1, $0[1])] },
    value: OrthogonalValues.hermite,
    reduction: OrthogonalValues.chebyshevuReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { ComplexBall.hermiteH($0, $1, precision: $2) },
    example: ("hermite(2, 3)", "34"), source: "DLMF 18.5.13")

  /// The Laguerre polynomials.
  public static let laguerre = Function(
    "laguerre", aliases: ["laguerreL"], parameters: ["n": .complex, "x": .complex],
    summary: "the Laguerre polynomial",
    notation: .special("L_{#1}\\left(#2\\right)", sympy: "laguerre", scipy: "eval_laguerre"),
    partials: { [nil, -.assocLaguerre($0[0] - 1, 1, $0[1])] },
    value: OrthogonalValues.laguerre,
    reduction: OrthogonalValues.laguerreReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { ComplexBall.laguerreL($0, $1, precision: $2) },
    example: ("laguerre(1, x)", "1 - x"), source: "DLMF 18.5.12")

  /// The associated Laguerre polynomials.
  public static let assocLaguerre = Function(
    "assocLaguerre", aliases: ["assoc_laguerre"],
    parameters: ["n": .complex, "a": .complex, "x": .complex],
    summary: "the associated (generalised) Laguerre polynomial",
    notation: .special(
      "L_{#1}^{\\left(#2\\right)}\\left(#3\\right)", sympy: "assoc_laguerre",
      scipy: "scipy.special.eval_genlaguerre(#1, #2, #3)"),
    partials: { [nil, nil, -.assocLaguerre($0[0] - 1, $0[1] + 1, $0[2])] },
    value: OrthogonalValues.assocLaguerre,
    reduction: OrthogonalValues.assocLaguerreReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { .laguerreL($0, $1, $2, precision: $3) },
    example: ("assocLaguerre(1, a, x)", "a - x + 1"), source: "DLMF 18.5.12")

  /// The Gegenbauer polynomials.
  public static let gegenbauer = Function(
    "gegenbauer", parameters: ["n": .complex, "a": .complex, "x": .complex],
    summary: "the Gegenbauer (ultraspherical) polynomial",
    notation: .special(
      "C_{#1}^{\\left(#2\\right)}\\left(#3\\right)", sympy: "gegenbauer",
      scipy: "scipy.special.eval_gegenbauer(#1, #2, #3)"),
    partials: { [nil, nil, 2 * $0[1] * .gegenbauer($0[0] - 1, $0[1] + 1, $0[2])] },
    value: OrthogonalValues.gegenbauer,
    reduction: OrthogonalValues.gegenbauerReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { .gegenbauerC($0, $1, $2, precision: $3) },
    example: ("gegenbauer(1, a, x)", "2*a*x"), source: "DLMF 18.5.9")

  /// The Jacobi polynomials.
  public static let jacobi = Function(
    "jacobi", parameters: ["n": .complex, "a": .complex, "b": .complex, "x": .complex],
    summary: "the Jacobi polynomial",
    notation: .special(
      "P_{#1}^{\\left(#2,#3\\right)}\\left(#4\\right)", sympy: "jacobi",
      scipy: "scipy.special.eval_jacobi(#1, #2, #3, #4)"),
    partials: {
      let (n, a, b, x) = ($0[0], $0[1], $0[2], $0[3])
      return [nil, nil, nil, (n + a + b + 1) / 2 * .jacobi(n - 1, a + 1, b + 1, x)]
    },
    reduction: OrthogonalValues.jacobiReduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special { .jacobiP($0, $1, $2, $3, precision: $4) },
    example: ("jacobi(0, a, b, x)", "1"), source: "DLMF 18.5.7")
}
