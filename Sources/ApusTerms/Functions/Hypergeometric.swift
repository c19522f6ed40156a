import ApusNumbers

extension Function {
  /// The confluent hypergeometric limit function.
  public static let hyp0f1 = Function(
    "hyp0f1", parameters: ["b": .complex, "z": .complex],
    summary: "the confluent hypergeometric limit function ₀F₁(; b; z), entire in z",
    notation: .special(
      "{}_0F_1\\left(;#1;#2\\right)", sympy: "hyper([], [#1], #2)", scipy: "hyp0f1"),
    partials: { [nil, .hyp0f1($0[0] + 1, $0[1]) / $0[0]] },
    reduction: HypergeometricValues.hyp0f1,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.hypergeometric0F1),
    example: ("hyp0f1(b, 0)", "1"), source: "DLMF 16.2.1")

  /// Kummer's confluent hypergeometric function.
  public static let hyp1f1 = Function(
    "hyp1f1", parameters: ["a": .complex, "b": .complex, "z": .complex],
    summary: "Kummer's confluent hypergeometric function ₁F₁(a; b; z), entire in z",
    notation: .special(
      "{}_1F_1\\left(#1;#2;#3\\right)", sympy: "hyper([#1], [#2], #3)", scipy: "hyp1f1"),
    partials: { [nil, nil, $0[0] / $0[1] * .hyp1f1($0[0] + 1, $0[1] + 1, $0[2])] },
    reduction: HypergeometricValues.hyp1f1,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.hypergeometric1F1),
    example: ("hyp1f1(a, b, 0)", "1"), source: "DLMF 13.2.2")

  /// The Gauss hypergeometric function.
  public static let hyp2f1 = Function(
    "hyp2f1", parameters: ["a": .complex, "b": .complex, "c": .complex, "z": .complex],
    summary: "the Gauss hypergeometric function ₂F₁(a, b; c; z); cut along [1, ∞), continuous from below",
    notation: .special(
      "{}_2F_1\\left(#1,#2;#3;#4\\right)", sympy: "hyper([#1, #2], [#3], #4)", scipy: "hyp2f1"),
    partials: {
      let (a, b, c, z) = ($0[0], $0[1], $0[2], $0[3])
      return [nil, nil, nil, a * b / c * .hyp2f1(a + 1, b + 1, c + 1, z)]
    },
    reduction: HypergeometricValues.hyp2f1,
    laws: FunctionLaws(commutesWithConjugation: true),
    kernels: .special(ComplexBall.hypergeometric2F1),
    example: ("hyp2f1(a, b, c, 0)", "1"), source: "DLMF 15.2.1")

  /// Tricomi's confluent hypergeometric function.
  public static let hyperu = Function(
    "hyperu", parameters: ["a": .complex, "b": .complex, "z": .complex],
    summary: "Tricomi's confluent hypergeometric function U(a, b, z); cut along (−∞, 0]",
    notation: .special("U", scipy: "hyperu"),
    partials: { [nil, nil, -$0[0] * .hyperu($0[0] + 1, $0[1] + 1, $0[2])] },
    reduction: HypergeometricValues.hyperu,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.hypergeometricU),
    example: ("hyperu(0, b, z)", "1"), source: "DLMF 13.2.6")
}
