import ApusNumbers

extension Function {
  /// The exponential integral Ei.
  public static let Ei = Function(
    "Ei", aliases: ["expi"],
    summary:
      "the exponential integral, for real x the principal value of ∫ exp(t)/t dt up to x; cut along (−∞, 0)",
    notation: .special("Ei", sympy: "Ei", scipy: "expi"),
    partials: { [.exp($0[0]) / $0[0]] },
    value: SpecialValues.Ei,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.Ei),
    example: ("diff(Ei(x), x)", "exp(x)/x"), source: "DLMF 6.2.5")

  /// The exponential integral E₁, expint(1, z).
  public static let E1 = Function(
    "E1", summary: "the exponential integral ∫ exp(−t)/t dt from z to infinity; cut along (−∞, 0]",
    notation: .special("\\operatorname{E}_{1}", sympy: "E1", scipy: "exp1"),
    definition: { .expint(1, $0[0]) },
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.E1),
    example: ("diff(E1(x), x)", "-exp(-x)/x"), source: "DLMF 6.2.1")

  /// The generalised exponential integral.
  public static let expint = Function(
    "expint", parameters: ["n": .complex, "z": .complex],
    summary: "the generalised exponential integral ∫ exp(−zt)/tⁿ dt from 1 to infinity; cut along (−∞, 0]",
    notation: .special("\\operatorname{E}_{#1}\\left(#2\\right)", sympy: "expint", scipy: "expn"),
    partials: { [nil, -.expint($0[0] - 1, $0[1])] },
    value: SpecialValues.expint,
    reduction: SpecialValues.expintReduction,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.expIntegralE),
    example: ("expint(3, 0)", "1/2"), source: "DLMF 8.19.1")

  /// The logarithmic integral.
  public static let li = Function(
    "li", aliases: ["logint"],
    summary: "the logarithmic integral Ei(log z), for x > 1 a principal value; cut along (−∞, 1)",
    notation: .special("li", sympy: "li", scipy: "scipy.special.expi(np.log(#1))"),
    partials: { [1 / .log($0[0])] },
    value: SpecialValues.li,
    laws: FunctionLaws(realDomain: .positive),
    kernels: .special(ComplexBall.li),
    example: ("li(0)", "0"), source: "DLMF 6.2.8")

  /// The offset logarithmic integral.
  public static let Li = Function(
    "Li", summary: "the offset logarithmic integral li(z) − li(2)",
    notation: .special(
      "Li", sympy: "Li", scipy: "scipy.special.expi(np.log(#1)) - scipy.special.expi(np.log(2))"),
    partials: { [1 / .log($0[0])] },
    value: SpecialValues.Li,
    laws: FunctionLaws(realDomain: .positive),
    kernels: .special(ComplexBall.Li),
    example: ("Li(2)", "0"), source: "DLMF 6.2.8")

  /// The sine integral.
  public static let Si = Function(
    "Si", aliases: ["sinint"], summary: "the sine integral ∫₀ᶻ sin(t)/t dt, entire",
    notation: .special("Si", sympy: "Si", scipy: "scipy.special.sici(#1)[0]"),
    partials: { [.sin($0[0]) / $0[0]] },
    value: SpecialValues.Si,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.Si),
    example: ("Si(0)", "0"), source: "DLMF 6.2.9")

  /// The cosine integral.
  public static let Ci = Function(
    "Ci", aliases: ["cosint"],
    summary: "the cosine integral EulerGamma + log z + ∫₀ᶻ (cos(t) − 1)/t dt; cut along (−∞, 0]",
    notation: .special("Ci", sympy: "Ci", scipy: "scipy.special.sici(#1)[1]"),
    partials: { [.cos($0[0]) / $0[0]] },
    value: SpecialValues.Ci,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.Ci),
    example: ("diff(Ci(x), x)", "cos(x)/x"), source: "DLMF 6.2.13")

  /// The hyperbolic sine integral.
  public static let Shi = Function(
    "Shi", aliases: ["sinhint"], summary: "the hyperbolic sine integral ∫₀ᶻ sinh(t)/t dt, entire",
    notation: .special("Shi", sympy: "Shi", scipy: "scipy.special.shichi(#1)[0]"),
    partials: { [.sinh($0[0]) / $0[0]] },
    value: SpecialValues.Shi,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.Shi),
    example: ("Shi(0)", "0"), source: "DLMF 6.2.15")

  /// The hyperbolic cosine integral.
  public static let Chi = Function(
    "Chi", aliases: ["coshint"],
    summary: "the hyperbolic cosine integral EulerGamma + log z + ∫₀ᶻ (cosh(t) − 1)/t dt; cut along (−∞, 0]",
    notation: .special("Chi", sympy: "Chi", scipy: "scipy.special.shichi(#1)[1]"),
    partials: { [.cosh($0[0]) / $0[0]] },
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.Chi),
    example: ("diff(Chi(x), x)", "cosh(x)/x"), source: "DLMF 6.2.16")
}
