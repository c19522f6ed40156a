import ApusNumbers
import Numerics

extension Function {
  /// The exponential function, canonically the power `E^z`.
  public static let exp = Function(
    "exp", summary: "the exponential function E^z, entire with period 2πi",
    notation: .elementary("exp"), form: .exponential,
    laws: FunctionLaws(
      period: { 2 * .pi * .i }, inverse: "log", range: .positive, realDomain: .all,
      commutesWithConjugation: true),
    kernels: .elementary(real: Double.exp, complex: Complex.exp, ComplexBall.exp),
    example: ("exp(0)", "1"), source: "DLMF 4.2.19")

  /// The natural logarithm, or with a second argument that to a base.
  public static let log = Function(
    "log", aliases: ["ln"], arity: .between(1, 2), parameters: ["z": .complex, "base": .complex],
    summary: """
      the natural logarithm, or that to a base: log z/log base; principal branch, cut along (−∞, 0], continuous from above
      """,
    notation: FunctionNotation(
      latex: "\\log", sympy: "log", numpy: "np.log", math: "math.log", mathML: "ln", c: "log",
      byCount: [
        2: FunctionNotation(
          latex: "\\log_{#2}\\left(#1\\right)", sympy: "log", numpy: "np.log(#1)/np.log(#2)",
          math: "math.log",
          mathML: "log", c: "log(#1)/log(#2)")
      ]),
    form: .logarithm,
    partials: { $0.count == 1 ? [1 / $0[0]] : [nil, nil] },
    value: LogarithmValues.log,
    laws: FunctionLaws(leftInverse: "exp", realDomain: .positive, commutesWithConjugation: true),
    kernels: Logarithm.kernels,
    example: ("log(E^2)", "2"), source: "DLMF 4.2.2")

  /// The logarithm to base 10.
  public static let log10 = Function(
    "log10", summary: "the logarithm to base 10: log z/log 10",
    notation: FunctionNotation(
      latex: "\\log_{10}", sympy: "log(#1, 10)", numpy: "np.log10", math: "math.log10",
      mathML: "log", c: "log10"),
    definition: { .log($0[0]) / .log(10) },
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .elementary(real: Double.log10, ComplexBall.log10), example: ("log10(1000)", "3"),
    source: "DLMF 4.2.15")

  /// The logarithm to base 2.
  public static let log2 = Function(
    "log2", summary: "the logarithm to base 2: log z/log 2",
    notation: FunctionNotation(
      latex: "\\log_{2}", sympy: "log(#1, 2)", numpy: "np.log2", math: "math.log2", c: "log2"),
    definition: { .log($0[0]) / .log(2) },
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .elementary(real: Double.log2, ComplexBall.log2), example: ("log2(1/8)", "-3"),
    source: "DLMF 4.2.15")

  /// log(1 + z), accurate near zero in machine arithmetic.
  public static let log1p = Function(
    "log1p", summary: "log(1 + z)",
    notation: FunctionNotation(
      latex: "\\log\\left(1 + #1\\right)", sympy: "log(1 + #1)", numpy: "np.log1p", math: "math.log1p",
      c: "log1p"),
    definition: { .log(1 + $0[0]) },
    laws: FunctionLaws(leftInverse: "expm1", commutesWithConjugation: true),
    kernels: .elementary(real: { Double.log(onePlus: $0) }, { .log(onePlus: $0, precision: $1) }),
    example: ("log1p(0)", "0"), source: "DLMF 4.2.2")

  /// exp(z) − 1, accurate near zero in machine arithmetic.
  public static let expm1 = Function(
    "expm1", summary: "exp(z) − 1",
    notation: FunctionNotation(
      latex: "e^{#1} - 1", sympy: "exp(#1) - 1", numpy: "np.expm1", math: "math.expm1", c: "expm1"),
    definition: { .exp($0[0]) - 1 },
    laws: FunctionLaws(
      period: { 2 * .pi * .i }, inverse: "log1p", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.expMinusOne, ComplexBall.expMinusOne),
    example: ("expm1(0)", "0"), source: "DLMF 4.2.19")
}
