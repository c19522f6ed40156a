import ApusNumbers
import Numerics

extension Function {
  /// The hyperbolic sine.
  public static let sinh = Function(
    "sinh", summary: "the hyperbolic sine, an entire function",
    notation: .elementary("sinh"),
    partials: { [.cosh($0[0])] },
    value: HyperbolicValues.sinh,
    laws: FunctionLaws(
      symmetry: .odd, period: { 2 * .pi * .i }, inverse: "asinh", realDomain: .all,
      commutesWithConjugation: true),
    kernels: .elementary(real: Double.sinh, complex: Complex.sinh, ComplexBall.sinh),
    example: ("sinh(0)", "0"), source: "DLMF 4.28.1")

  /// The hyperbolic cosine.
  public static let cosh = Function(
    "cosh", summary: "the hyperbolic cosine, an entire function",
    notation: .elementary("cosh"),
    partials: { [.sinh($0[0])] },
    value: HyperbolicValues.cosh,
    laws: FunctionLaws(
      symmetry: .even, period: { 2 * .pi * .i }, inverse: "acosh", range: .positive, realDomain: .all,
      commutesWithConjugation: true),
    kernels: .elementary(real: Double.cosh, complex: Complex.cosh, ComplexBall.cosh),
    example: ("cosh(0)", "1"), source: "DLMF 4.28.2")

  /// The hyperbolic tangent.
  public static let tanh = Function(
    "tanh", summary: "the hyperbolic tangent, with poles at (k + 1/2)πi",
    notation: .elementary("tanh"),
    partials: { [1 - .tanh($0[0]) ** 2] },
    value: HyperbolicValues.tanh,
    laws: FunctionLaws(
      symmetry: .odd, period: { .pi * .i }, inverse: "atanh", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.tanh, ComplexBall.tanh),
    example: ("tanh(0)", "0"), source: "DLMF 4.28.4")

  /// The hyperbolic cotangent.
  public static let coth = Function(
    "coth", summary: "the hyperbolic cotangent, with poles at kπi",
    notation: .reciprocal("coth", of: "tanh"),
    partials: { [1 - .coth($0[0]) ** 2] },
    value: HyperbolicValues.coth,
    laws: FunctionLaws(
      symmetry: .odd, period: { .pi * .i }, inverse: "acoth", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .tanh($0) }, ComplexBall.coth),
    example: ("coth(-x)", "-coth(x)"), source: "DLMF 4.28.7")

  /// The hyperbolic secant.
  public static let sech = Function(
    "sech", summary: "the hyperbolic secant 1/cosh z, with poles at (k + 1/2)πi",
    notation: .reciprocal("sech", of: "cosh", latex: "\\operatorname{sech}"),
    partials: { [-.sech($0[0]) * .tanh($0[0])] },
    value: HyperbolicValues.sech,
    laws: FunctionLaws(
      symmetry: .even, period: { 2 * .pi * .i }, inverse: "asech", range: .positive, realDomain: .all,
      commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .cosh($0) }, ComplexBall.sech),
    example: ("sech(0)", "1"), source: "DLMF 4.28.6")

  /// The hyperbolic cosecant.
  public static let csch = Function(
    "csch", aliases: ["cosech"], summary: "the hyperbolic cosecant 1/sinh z, with poles at kπi",
    notation: .reciprocal("csch", of: "sinh", latex: "\\operatorname{csch}"),
    partials: { [-.csch($0[0]) * .coth($0[0])] },
    value: HyperbolicValues.csch,
    laws: FunctionLaws(
      symmetry: .odd, period: { 2 * .pi * .i }, inverse: "acsch", realDomain: .all,
      commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .sinh($0) }, ComplexBall.csch),
    example: ("csch(-x)", "-csch(x)"), source: "DLMF 4.28.5")
}
