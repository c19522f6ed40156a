import ApusNumbers

// Named constants: functions of no argument.
extension Function {
  /// The circle constant.
  public static let pi = Function(
    "pi", aliases: ["π"], arity: .exactly(0), parameters: [:],
    summary: "the ratio of a circle's circumference to its diameter",
    notation: FunctionNotation(
      latex: "\\pi", sympy: "pi", numpy: "np.pi", math: "math.pi", mathML: "pi", c: "M_PI"),
    laws: FunctionLaws(range: .positive, realDomain: .all),
    kernels: .constant(.pi, ball: Ball.pi), example: ("sin(pi)", "0"), source: "DLMF 3.12.1")

  /// Euler's number.
  public static let E = Function(
    "E", aliases: ["e"], arity: .exactly(0), parameters: [:],
    summary: "Euler's number, the base of the natural logarithm",
    notation: FunctionNotation(
      latex: "e", sympy: "E", numpy: "np.e", math: "math.e", mathML: "exponentiale", c: "M_E"),
    laws: FunctionLaws(range: .positive, realDomain: .all),
    kernels: .constant(2.718281828459045, ball: Ball.e), example: ("log(E)", "1"), source: "DLMF 4.2.11")

  /// The Euler–Mascheroni constant.
  public static let eulerGamma = Function(
    "EulerGamma", aliases: ["eulergamma"], arity: .exactly(0), parameters: [:],
    summary: "the Euler–Mascheroni constant, the limit of 1 + 1/2 + … + 1/n − log n",
    notation: FunctionNotation(
      latex: "\\gamma", sympy: "EulerGamma", numpy: "np.euler_gamma", mathML: "eulergamma"),
    laws: FunctionLaws(range: .positive, realDomain: .all),
    kernels: .constant(0.5772156649015329, ball: Ball.eulerGamma), example: ("digamma(1)", "-EulerGamma"),
    source: "DLMF 5.2.3")

  /// Catalan's constant.
  public static let catalanConstant = Function(
    "Catalan", arity: .exactly(0), parameters: [:], summary: "Catalan's constant 1 − 1/9 + 1/25 − 1/49 + …",
    notation: FunctionNotation(
      latex: "G", sympy: "Catalan", numpy: "0.915965594177219015", math: "0.915965594177219015"),
    laws: FunctionLaws(range: .positive, realDomain: .all),
    kernels: .constant(0.915965594177219, ball: Ball.catalan),
    example: ("N(Catalan, 20)", "0.91596559417721901505"), source: "DLMF 25.11.40")

  /// The golden ratio.
  public static let goldenRatio = Function(
    "GoldenRatio", aliases: ["goldenratio"], arity: .exactly(0), parameters: [:],
    summary: "the golden ratio (1 + sqrt(5))/2",
    notation: FunctionNotation(
      latex: "\\varphi", sympy: "GoldenRatio", numpy: "(1 + np.sqrt(5))/2", math: "(1 + math.sqrt(5))/2"),
    laws: FunctionLaws(range: .positive, realDomain: .all),
    kernels: .constant(1.618033988749895, ball: ConstantKernels.goldenRatio),
    example: ("N(GoldenRatio, 20)", "1.6180339887498948482"), source: "OEIS A001622")

  /// Infinity on the positive real axis.
  public static let infinity = Function(
    "oo", aliases: ["∞", "infinity"], arity: .exactly(0), parameters: [:],
    summary: "positive infinity, for bounds and limits",
    notation: FunctionNotation(
      latex: "\\infty", sympy: "oo", numpy: "np.inf", math: "math.inf", mathML: "infinity", c: "INFINITY"),
    kernels: Kernels(real: .variadic { _ in .infinity }),
    example: ("atan(oo)", "pi/2"), source: "DLMF 1.9", flags: .hasInfinity)

  /// What an expression without a value becomes.
  public static let undefined = Function(
    "undefined", arity: .exactly(0), parameters: [:],
    summary: "what has no value, such as a limit that does not exist",
    notation: FunctionNotation(
      latex: "\\mathrm{undefined}", sympy: "nan", numpy: "np.nan", math: "math.nan", mathML: "notanumber",
      c: "NAN"),
    source: "IEEE 754 NaN", flags: .hasUndefined)
}

extension Expr {
  /// π
  public static var pi: Expr { call(.pi, []) }
  /// Euler's number
  public static var E: Expr { call(.E, []) }
  /// Positive infinity
  public static var infinity: Expr { call(.infinity, []) }
  /// The imaginary unit
  public static var i: Expr { Expr(Number.i) }
  /// The Euler–Mascheroni constant
  public static var eulerGamma: Expr { call(.eulerGamma, []) }
  /// Catalan's constant
  public static var catalanConstant: Expr { call(.catalanConstant, []) }
  /// The golden ratio
  public static var goldenRatio: Expr { call(.goldenRatio, []) }
  /// What has no value
  public static var undefined: Expr { call(.undefined, []) }
  /// One half
  package static let half = Expr(Number.half)
}
