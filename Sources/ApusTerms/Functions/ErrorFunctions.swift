import ApusNumbers

extension Function {
  /// The error function.
  public static let erf = Function(
    "erf", summary: "the error function, entire",
    notation: FunctionNotation(
      latex: "\\operatorname{erf}", sympy: "erf", numpy: "scipy.special.erf", math: "math.erf", c: "erf"),
    partials: { [2 / .pi ** .half * .exp(-($0[0] ** 2))] },
    value: SpecialValues.erf,
    laws: FunctionLaws(
      symmetry: .odd, inverse: "erfinv", realDomain: .all, commutesWithConjugation: true),
    kernels: .special(real: Double.erf, ComplexBall.erf),
    example: ("erf(0)", "0"), source: "DLMF 7.2.1")

  /// The complementary error function.
  public static let erfc = Function(
    "erfc", summary: "the complementary error function 1 − erf z, entire",
    notation: FunctionNotation(
      latex: "\\operatorname{erfc}", sympy: "erfc", numpy: "scipy.special.erfc", math: "math.erfc", c: "erfc"),
    partials: { [-2 / .pi ** .half * .exp(-($0[0] ** 2))] },
    value: SpecialValues.erfc,
    laws: FunctionLaws(
      inverse: "erfcinv", range: .positive, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.erfc),
    example: ("erfc(0)", "1"), source: "DLMF 7.2.2")

  /// The imaginary error function.
  public static let erfi = Function(
    "erfi", summary: "the imaginary error function −i·erf(iz), entire",
    notation: .special("erfi", sympy: "erfi", scipy: "erfi"),
    partials: { [2 / .pi ** .half * .exp($0[0] ** 2)] },
    value: SpecialValues.erfi,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.erfi),
    example: ("erfi(0)", "0"), source: "DLMF 7.2.1")

  /// The inverse error function.
  public static let erfinv = Function(
    "erfinv", parameters: ["x": .real],
    summary: "the inverse of the error function, for −1 < x < 1",
    notation: .special("\\operatorname{erf}^{-1}", sympy: "erfinv", scipy: "erfinv"),
    partials: { [.pi ** .half / 2 * .exp(.erfinv($0[0]) ** 2)] },
    value: SpecialValues.erfinv,
    laws: FunctionLaws(
      symmetry: .odd, leftInverse: "erf", realDomain: .unitInterval, commutesWithConjugation: true),
    kernels: .special(ComplexBall.erfInverse),
    example: ("erfinv(0)", "0"), source: "DLMF 7.17.1")

  /// The inverse complementary error function.
  public static let erfcinv = Function(
    "erfcinv", parameters: ["x": .real],
    summary: "the inverse of the complementary error function, for 0 < x < 2",
    notation: .special("\\operatorname{erfc}^{-1}", sympy: "erfcinv", scipy: "erfcinv"),
    partials: { [-(.pi ** .half) / 2 * .exp(.erfcinv($0[0]) ** 2)] },
    value: SpecialValues.erfcinv,
    laws: FunctionLaws(leftInverse: "erfc", realDomain: .upToOne, commutesWithConjugation: true),
    kernels: .special(ComplexBall.erfcInverse),
    example: ("erfcinv(1)", "0"), source: "DLMF 7.17.1")

  /// Dawson's integral.
  public static let dawson = Function(
    "dawson", aliases: ["dawsn"], summary: "Dawson's integral exp(−z²)·∫₀ᶻ exp(t²) dt, entire",
    notation: .special("F", sympy: "sqrt(pi)/2*exp(-(#1)**2)*erfi(#1)", scipy: "dawsn"),
    partials: { [1 - 2 * $0[0] * .dawson($0[0])] },
    value: SpecialValues.dawson,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.dawson),
    example: ("dawson(0)", "0"), source: "DLMF 7.2.5")

  /// The Fresnel sine integral.
  public static let fresnels = Function(
    "fresnels", aliases: ["fresnelS"], summary: "the Fresnel integral ∫₀ᶻ sin(πt²/2) dt, entire",
    notation: .special("S", sympy: "fresnels", scipy: "scipy.special.fresnel(#1)[0]"),
    partials: { [.sin(.pi * $0[0] ** 2 / 2)] },
    value: SpecialValues.fresnel,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.fresnelS),
    example: ("fresnels(0)", "0"), source: "DLMF 7.2.8")

  /// The Fresnel cosine integral.
  public static let fresnelc = Function(
    "fresnelc", aliases: ["fresnelC"], summary: "the Fresnel integral ∫₀ᶻ cos(πt²/2) dt, entire",
    notation: .special("C", sympy: "fresnelc", scipy: "scipy.special.fresnel(#1)[1]"),
    partials: { [.cos(.pi * $0[0] ** 2 / 2)] },
    value: SpecialValues.fresnel,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.fresnelC),
    example: ("fresnelc(0)", "0"), source: "DLMF 7.2.7")
}
