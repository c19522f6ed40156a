import ApusNumbers

extension Function {
  /// The gamma function.
  public static let gamma = Function(
    "gamma", aliases: ["Gamma"], summary: "the gamma function, with poles at 0, −1, −2, …",
    notation: FunctionNotation(
      latex: "\\Gamma", sympy: "gamma", numpy: "scipy.special.gamma", math: "math.gamma", c: "tgamma"),
    partials: { [.gamma($0[0]) * .digamma($0[0])] },
    value: GammaValues.gamma,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.gamma),
    example: ("gamma(5)", "24"), source: "DLMF 5.2.1")

  /// The logarithm of the gamma function.
  public static let loggamma = Function(
    "loggamma", aliases: ["lgamma", "gammaln", "lnGamma", "logGamma"],
    summary:
      "the logarithm of the gamma function, analytic off its cut along (−∞, 0] (not log(gamma(z)) there)",
    notation: FunctionNotation(
      latex: "\\operatorname{log\\Gamma}", sympy: "loggamma", numpy: "scipy.special.loggamma",
      math: "math.lgamma",
      c: "lgamma"),
    partials: { [.digamma($0[0])] },
    value: GammaValues.loggamma,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.logGamma),
    example: ("loggamma(1)", "0"), source: "DLMF 5.2.1")

  /// The digamma function.
  public static let digamma = Function(
    "digamma", aliases: ["psi"],
    summary: "the digamma function Γ′(z)/Γ(z), with poles at 0, −1, −2, …",
    notation: .special("\\psi", sympy: "digamma", scipy: "digamma"),
    partials: { [.polygamma(1, $0[0])] },
    value: GammaValues.digamma,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.digamma),
    example: ("digamma(1)", "-EulerGamma"), source: "DLMF 5.2.2")

  /// The trigamma function, polygamma(1, z).
  public static let trigamma = Function(
    "trigamma", summary: "the trigamma function, the derivative of the digamma function",
    notation: .special("\\psi^{(1)}", sympy: "trigamma", scipy: "scipy.special.polygamma(1, #1)"),
    definition: { .polygamma(1, $0[0]) },
    laws: FunctionLaws(range: .positive, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.trigamma),
    example: ("trigamma(1)", "pi^2/6"), source: "DLMF 5.15.1")

  /// The polygamma functions.
  public static let polygamma = Function(
    "polygamma", parameters: ["n": .natural, "z": .complex],
    summary: "the n-th derivative of the digamma function, with poles at 0, −1, −2, …",
    notation: .special("\\psi^{(#1)}\\left(#2\\right)", sympy: "polygamma", scipy: "polygamma"),
    partials: { [nil, .polygamma($0[0] + 1, $0[1])] },
    value: GammaValues.polygamma,
    reduction: GammaValues.polygammaReduction,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.polygamma),
    example: ("polygamma(1, 1)", "pi^2/6"), source: "DLMF 5.15")

  /// The beta function.
  public static let beta = Function(
    "beta", aliases: ["Beta"], parameters: ["a": .complex, "b": .complex],
    summary: "the beta function Γ(a)Γ(b)/Γ(a + b)",
    notation: .special("\\mathrm{B}", sympy: "beta", scipy: "beta"),
    partials: {
      let (a, b) = ($0[0], $0[1])
      let common = Expr.digamma(a + b)
      return [.beta(a, b) * (.digamma(a) - common), .beta(a, b) * (.digamma(b) - common)]
    },
    value: GammaValues.beta,
    laws: FunctionLaws(
      symmetry: .commutative, range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.beta),
    example: ("beta(2, 3)", "1/12"), source: "DLMF 5.12.1")

  /// The lower incomplete gamma function.
  public static let lowergamma = Function(
    "lowergamma", parameters: ["s": .complex, "z": .complex],
    summary: "the incomplete gamma function from 0 to z; in z cut along (−∞, 0) unless s is an integer",
    notation: .special(
      "\\gamma", sympy: "lowergamma", scipy: "scipy.special.gammainc(#1, #2)*scipy.special.gamma(#1)"),
    partials: { [nil, $0[1] ** ($0[0] - 1) * .exp(-$0[1])] },
    value: GammaValues.lowergamma,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.lowerGamma),
    example: ("lowergamma(1, 0)", "0"), source: "DLMF 8.2.1")

  /// The upper incomplete gamma function.
  public static let uppergamma = Function(
    "uppergamma", parameters: ["s": .complex, "z": .complex],
    summary: "the incomplete gamma function from z to infinity; in z cut along (−∞, 0)",
    notation: .special(
      "\\Gamma", sympy: "uppergamma", scipy: "scipy.special.gammaincc(#1, #2)*scipy.special.gamma(#1)"),
    partials: { [nil, -($0[1] ** ($0[0] - 1)) * .exp(-$0[1])] },
    value: GammaValues.uppergamma,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.upperGamma),
    example: ("uppergamma(3, 0)", "2"), source: "DLMF 8.2.2")
}
