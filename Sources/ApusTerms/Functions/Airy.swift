import ApusNumbers

extension Function {
  /// The Airy function Ai.
  public static let airyai = Function(
    "airyai", aliases: ["Ai"], summary: "the Airy function Ai, entire, a solution of w″ = zw",
    notation: .special("Ai", sympy: "airyai", scipy: "scipy.special.airy(#1)[0]"),
    partials: { [.airyaiprime($0[0])] },
    value: BesselValues.airyai,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.airyAi),
    example: ("diff(airyai(x), x, 2)", "x*airyai(x)"), source: "DLMF 9.2.2")

  /// The derivative of the Airy function Ai.
  public static let airyaiprime = Function(
    "airyaiprime", summary: "the derivative of the Airy function Ai, entire",
    notation: .special("\\operatorname{Ai}'", sympy: "airyaiprime", scipy: "scipy.special.airy(#1)[1]"),
    partials: { [$0[0] * .airyai($0[0])] },
    value: BesselValues.airyaiprime,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.airyAiPrime),
    example: ("diff(airyaiprime(x), x)", "x*airyai(x)"), source: "DLMF 9.2.2")

  /// The Airy function Bi.
  public static let airybi = Function(
    "airybi", aliases: ["Bi"], summary: "the Airy function Bi, entire, a solution of w″ = zw",
    notation: .special("Bi", sympy: "airybi", scipy: "scipy.special.airy(#1)[2]"),
    partials: { [.airybiprime($0[0])] },
    value: BesselValues.airybi,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.airyBi),
    example: ("diff(airybi(x), x, 2)", "x*airybi(x)"), source: "DLMF 9.2.3")

  /// The derivative of the Airy function Bi.
  public static let airybiprime = Function(
    "airybiprime", summary: "the derivative of the Airy function Bi, entire",
    notation: .special("\\operatorname{Bi}'", sympy: "airybiprime", scipy: "scipy.special.airy(#1)[3]"),
    partials: { [$0[0] * .airybi($0[0])] },
    value: BesselValues.airybiprime,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.airyBiPrime),
    example: ("diff(airybiprime(x), x)", "x*airybi(x)"), source: "DLMF 9.2.3")
}
