import ApusNumbers

// Roots are canonically powers; their records serve readers and writers.
extension Function {
  /// The principal square root, canonically the power z^(1/2).
  public static let sqrt = Function(
    "sqrt", summary: "the principal square root; cut along (−∞, 0), continuous from above",
    notation: FunctionNotation(
      latex: "\\sqrt{#1}", sympy: "sqrt", numpy: "np.sqrt", math: "math.sqrt", mathML: "root", c: "sqrt"),
    form: .squareRoot,
    laws: FunctionLaws(range: .nonnegative, realDomain: .positive, commutesWithConjugation: true),
    kernels: .elementary(real: { $0.squareRoot() }, ComplexBall.sqrt),
    example: ("sqrt(8)", "2*sqrt(2)"), source: "DLMF 4.2.26")

  /// The principal cube root, canonically the power z^(1/3).
  public static let cbrt = Function(
    "cbrt", summary: "the principal cube root z^(1/3), which is not real for negative z",
    notation: FunctionNotation(
      latex: "\\sqrt[3]{#1}", sympy: "cbrt", numpy: "#1**(1/3)", math: "#1**(1/3)", c: "pow(#1, 1.0/3.0)"),
    definition: { $0[0] ** Expr(Number.third) },
    laws: FunctionLaws(range: .nonnegative, realDomain: .positive, commutesWithConjugation: true),
    kernels: .elementary(ComplexBall.cbrt),
    example: ("cbrt(27)", "3"), source: "DLMF 4.2.26")

  /// The principal n-th root, canonically the power z^(1/n).
  public static let root = Function(
    "root", parameters: ["z": .complex, "n": .complex],
    summary: "the principal n-th root z^(1/n), which is not real for negative z unless n is 1",
    notation: FunctionNotation(
      latex: "\\sqrt[#2]{#1}", sympy: "root", numpy: "#1**(1/#2)", math: "#1**(1/#2)", mathML: "root",
      c: "pow(#1, 1.0/#2)"),
    form: .root,
    kernels: Kernels(ball: { .root($0[0], $0[1], precision: $1) }),
    example: ("root(16, 4)", "2"), source: "DLMF 4.2.26")
}
