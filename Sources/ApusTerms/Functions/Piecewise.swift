import ApusNumbers

extension Function {
  /// A definition by cases.
  public static let piecewise = Function(
    "piecewise", aliases: ["Piecewise", "cases"], arity: .atLeast(1),
    parameters: ["condition": .boolean, "value": .any],
    summary:
      "the value after the first true condition, or the last argument if none is true and the count is odd",
    notation: FunctionNotation(
      latex: "\\begin{cases}", sympy: "Piecewise", numpy: "np.select", mathML: "piecewise"),
    form: .cases,
    example: ("piecewise(1 < 2, x, y)", "x"), source: "DLMF Notations")
}
