import ApusNumbers

// Functions of real numbers with integer values, and what is left when those are taken off. Of a complex number the real
// and the imaginary part are rounded.
extension Function {
  /// The greatest integer that is not greater.
  public static let floor = Function(
    "floor", parameters: ["x": .complex],
    summary: "the greatest integer ≤ x; of a complex number part by part",
    notation: FunctionNotation(
      latex: "\\left\\lfloor #1\\right\\rfloor", sympy: "floor", numpy: "np.floor", math: "math.floor",
      mathML: "floor", c: "floor"),
    realPartials: { _ in [0] },
    value: RoundingValues.floor,
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .elementary(real: { $0.rounded(.down) }, ComplexBall.floor),
    example: ("floor(7/2)", "3"), source: "DLMF Notations F")

  /// The least integer that is not less.
  public static let ceiling = Function(
    "ceiling", aliases: ["ceil"], parameters: ["x": .complex],
    summary: "the least integer ≥ x; of a complex number part by part",
    notation: FunctionNotation(
      latex: "\\left\\lceil #1\\right\\rceil", sympy: "ceiling", numpy: "np.ceil", math: "math.ceil",
      mathML: "ceiling", c: "ceil"),
    realPartials: { _ in [0] },
    value: RoundingValues.ceiling,
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .elementary(real: { $0.rounded(.up) }, ComplexBall.ceiling),
    example: ("ceiling(7/2)", "4"), source: "DLMF Notations C")

  /// The nearest integer, a half to the even one.
  public static let round = Function(
    "round", parameters: ["x": .real],
    summary: "the nearest integer, of two equally near ones the even one",
    notation: FunctionNotation(
      latex: "\\operatorname{round}", numpy: "np.round", math: "round", c: "nearbyint"),
    realPartials: { _ in [0] },
    value: RoundingValues.round,
    laws: FunctionLaws(symmetry: .odd, range: .integer, realDomain: .all),
    kernels: .real({ $0.rounded(.toNearestOrEven) }, ComplexBall.round),
    example: ("round(5/2)", "2"), source: "IEEE 754 roundToIntegralTiesToEven")

  /// The integer part, rounded towards zero.
  public static let truncate = Function(
    "truncate", aliases: ["trunc"], parameters: ["x": .real],
    summary: "x without its fraction, rounded towards 0",
    notation: FunctionNotation(
      latex: "\\operatorname{trunc}", sympy: "sign(#1)*floor(Abs(#1))", numpy: "np.trunc", math: "math.trunc",
      c: "trunc"),
    realPartials: { _ in [0] },
    value: RoundingValues.truncate,
    laws: FunctionLaws(symmetry: .odd, range: .integer, realDomain: .all),
    kernels: .real({ $0.rounded(.towardZero) }, ComplexBall.truncate),
    example: ("truncate(-7/2)", "-3"), source: "IEEE 754 roundToIntegralTowardZero")

  /// The fractional part.
  public static let frac = Function(
    "frac", aliases: ["fractional_part"], parameters: ["x": .complex],
    summary: "the fractional part x − floor(x)",
    notation: FunctionNotation(
      latex: "\\operatorname{frac}", sympy: "frac", numpy: "np.mod(#1, 1)", math: "(#1) % 1",
      c: "(#1) - floor(#1)"),
    realPartials: { _ in [1] },
    value: RoundingValues.frac,
    laws: FunctionLaws(period: { 1 }, range: .nonnegative, realDomain: .all),
    kernels: .elementary(real: { $0 - $0.rounded(.down) }, ComplexBall.fraction),
    example: ("frac(7/2)", "1/2"), source: "DLMF Notations F")

  /// The remainder of flooring division.
  public static let mod = Function(
    "mod", aliases: ["Mod", "modulo"], parameters: ["a": .real, "b": .real],
    summary: "the remainder a − b·floor(a/b) with the sign of b",
    notation: FunctionNotation(
      latex: "#1 \\bmod #2", sympy: "Mod", numpy: "np.mod", math: "#1 % #2",
      c: "#1 - #2*floor(#1/#2)"),
    realPartials: { [1, -.floor($0[0] / $0[1])] },
    value: RoundingValues.mod,
    laws: FunctionLaws(realDomain: .all),
    kernels: .real(RoundingKernels.modulo, ComplexBall.modulo),
    example: ("mod(-7, 3)", "2"), source: "DLMF Notations M")

  /// The remainder of truncating division.
  public static let rem = Function(
    "rem", aliases: ["fmod"], parameters: ["a": .real, "b": .real],
    summary: "the remainder a − b·truncate(a/b) with the sign of a",
    notation: FunctionNotation(
      latex: "\\operatorname{rem}", sympy: "Rem", numpy: "np.fmod", math: "math.fmod", mathML: "rem",
      c: "fmod"),
    realPartials: { [1, -.truncate($0[0] / $0[1])] },
    value: RoundingValues.rem,
    laws: FunctionLaws(realDomain: .all),
    kernels: .real(RoundingKernels.remainder, ComplexBall.remainder),
    example: ("rem(-7, 3)", "-1"), source: "ISO C 7.12.10.1")
}
