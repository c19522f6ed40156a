import ApusNumbers
import Numerics

extension Function {
  /// The sine.
  public static let sin = Function(
    "sin", summary: "the sine, an entire function",
    notation: .elementary("sin"),
    partials: { [.cos($0[0])] },
    value: TrigonometricValues.sin,
    laws: FunctionLaws(
      symmetry: .odd, period: { 2 * .pi }, inverse: "asin", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.sin, complex: Complex.sin, ComplexBall.sin),
    example: ("sin(pi/6)", "1/2"), source: "DLMF 4.14.1")

  /// The cosine.
  public static let cos = Function(
    "cos", summary: "the cosine, an entire function",
    notation: .elementary("cos"),
    partials: { [-.sin($0[0])] },
    value: TrigonometricValues.cos,
    laws: FunctionLaws(
      symmetry: .even, period: { 2 * .pi }, inverse: "acos", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.cos, complex: Complex.cos, ComplexBall.cos),
    example: ("cos(pi/3)", "1/2"), source: "DLMF 4.14.2")

  /// The tangent.
  public static let tan = Function(
    "tan", aliases: ["tg"], summary: "the tangent sin z/cos z, with poles at π/2 + kπ",
    notation: .elementary("tan"),
    partials: { [1 + .tan($0[0]) ** 2] },
    value: TrigonometricValues.tan,
    laws: FunctionLaws(
      symmetry: .odd, period: { .pi }, inverse: "atan", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.tan, ComplexBall.tan),
    example: ("tan(pi/4)", "1"), source: "DLMF 4.14.4")

  /// The cotangent.
  public static let cot = Function(
    "cot", aliases: ["ctg"], summary: "the cotangent cos z/sin z, with poles at kπ",
    notation: .reciprocal("cot", of: "tan"),
    partials: { [-1 - .cot($0[0]) ** 2] },
    value: TrigonometricValues.cot,
    laws: FunctionLaws(
      symmetry: .odd, period: { .pi }, inverse: "acot", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .tan($0) }, ComplexBall.cot),
    example: ("cot(pi/6)", "sqrt(3)"), source: "DLMF 4.14.7")

  /// The secant.
  public static let sec = Function(
    "sec", summary: "the secant 1/cos z, with poles at π/2 + kπ",
    notation: .reciprocal("sec", of: "cos"),
    partials: { [.sec($0[0]) * .tan($0[0])] },
    value: TrigonometricValues.sec,
    laws: FunctionLaws(
      symmetry: .even, period: { 2 * .pi }, inverse: "asec", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .cos($0) }, ComplexBall.sec),
    example: ("sec(pi/3)", "2"), source: "DLMF 4.14.6")

  /// The cosecant.
  public static let csc = Function(
    "csc", aliases: ["cosec"], summary: "the cosecant 1/sin z, with poles at kπ",
    notation: .reciprocal("csc", of: "sin"),
    partials: { [-.csc($0[0]) * .cot($0[0])] },
    value: TrigonometricValues.csc,
    laws: FunctionLaws(
      symmetry: .odd, period: { 2 * .pi }, inverse: "acsc", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { 1 / .sin($0) }, ComplexBall.csc),
    example: ("csc(pi/6)", "2"), source: "DLMF 4.14.5")

  /// The unnormalised cardinal sine.
  public static let sinc = Function(
    "sinc", summary: "the cardinal sine sin z/z, continued by 1 at 0; an entire function",
    notation: .special("sinc", sympy: "sinc", scipy: "np.sinc((#1)/np.pi)"),
    partials: { [(.cos($0[0]) - .sinc($0[0])) / $0[0]] },
    value: TrigonometricValues.sinc,
    laws: FunctionLaws(symmetry: .even, realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { $0 == 0 ? 1 : .sin($0) / $0 }, ComplexBall.sinc),
    example: ("sinc(0)", "1"), source: "DLMF 10.49.3")
}
