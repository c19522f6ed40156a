import ApusNumbers

extension Function {
  /// The inverse hyperbolic sine.
  public static let asinh = Function(
    "asinh", aliases: ["arcsinh", "arsinh"],
    summary: "the inverse hyperbolic sine; cuts along (−i∞, −i) and (i, i∞)",
    notation: .elementary(
      "asinh", latex: "\\operatorname{arsinh}", numpy: "np.arcsinh", mathML: "arcsinh"),
    partials: { [1 / (1 + $0[0] ** 2) ** .half] },
    value: HyperbolicValues.asinh,
    laws: FunctionLaws(symmetry: .odd, leftInverse: "sinh", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.asinh, ComplexBall.asinh),
    example: ("asinh(0)", "0"), source: "DLMF 4.37.16")

  /// The inverse hyperbolic cosine.
  public static let acosh = Function(
    "acosh", aliases: ["arccosh", "arcosh"],
    summary: "the inverse hyperbolic cosine; cut along (−∞, 1)",
    notation: .elementary(
      "acosh", latex: "\\operatorname{arcosh}", numpy: "np.arccosh", mathML: "arccosh"),
    partials: { [1 / (($0[0] - 1) ** .half * ($0[0] + 1) ** .half)] },
    value: HyperbolicValues.acosh,
    laws: FunctionLaws(
      leftInverse: "cosh", range: .nonnegative, realDomain: .fromOne, commutesWithConjugation: true),
    kernels: .elementary(real: Double.acosh, ComplexBall.acosh),
    example: ("acosh(1)", "0"), source: "DLMF 4.37.19")

  /// The inverse hyperbolic tangent.
  public static let atanh = Function(
    "atanh", aliases: ["arctanh", "artanh"],
    summary: "the inverse hyperbolic tangent; cuts along (−∞, −1] and [1, ∞)",
    notation: .elementary(
      "atanh", latex: "\\operatorname{artanh}", numpy: "np.arctanh", mathML: "arctanh"),
    partials: { [1 / (1 - $0[0] ** 2)] },
    value: HyperbolicValues.atanh,
    laws: FunctionLaws(
      symmetry: .odd, leftInverse: "tanh", realDomain: .unitInterval, commutesWithConjugation: true),
    kernels: .elementary(real: Double.atanh, ComplexBall.atanh),
    example: ("atanh(0)", "0"), source: "DLMF 4.37.24")

  /// The inverse hyperbolic cotangent.
  public static let acoth = Function(
    "acoth", aliases: ["arccoth", "arcoth"],
    summary: "the inverse hyperbolic cotangent atanh(1/z), πi/2 at 0; cut along [−1, 1]",
    notation: .inverseReciprocal(
      "acoth", of: "atanh", numpy: "arctanh", latex: "\\operatorname{arcoth}", mathML: "arccoth"),
    partials: { [1 / (1 - $0[0] ** 2)] },
    value: HyperbolicValues.acoth,
    laws: FunctionLaws(leftInverse: "coth", realDomain: .fromOne, commutesWithConjugation: true),
    kernels: .elementary(ComplexBall.acoth),
    example: ("acoth(0)", "I*pi/2"), source: "DLMF 4.37.9")

  /// The inverse hyperbolic secant.
  public static let asech = Function(
    "asech", aliases: ["arcsech", "arsech"],
    summary: "the inverse hyperbolic secant acosh(1/z); cuts along (−∞, 0] and (1, ∞)",
    notation: .inverseReciprocal(
      "asech", of: "acosh", numpy: "arccosh", latex: "\\operatorname{arsech}", mathML: "arcsech"),
    partials: { [-1 / ($0[0] ** 2 * (1 / $0[0] - 1) ** .half * (1 / $0[0] + 1) ** .half)] },
    value: HyperbolicValues.asech,
    laws: FunctionLaws(
      leftInverse: "sech", range: .nonnegative, realDomain: .upToOne, commutesWithConjugation: true),
    kernels: .elementary(ComplexBall.asech),
    example: ("asech(1)", "0"), source: "DLMF 4.37.8")

  /// The inverse hyperbolic cosecant.
  public static let acsch = Function(
    "acsch", aliases: ["arccsch", "arcsch"],
    summary: "the inverse hyperbolic cosecant asinh(1/z); cut along (−i, i)",
    notation: .inverseReciprocal(
      "acsch", of: "asinh", numpy: "arcsinh", latex: "\\operatorname{arcsch}", mathML: "arccsch"),
    partials: { [-1 / ($0[0] ** 2 * (1 + $0[0] ** -2) ** .half)] },
    value: HyperbolicValues.acsch,
    laws: FunctionLaws(
      symmetry: .odd, leftInverse: "csch", realDomain: .positive, commutesWithConjugation: true),
    kernels: .elementary(real: { .asinh(1 / $0) }, ComplexBall.acsch),
    example: ("acsch(-x)", "-acsch(x)"), source: "DLMF 4.37.7")
}
