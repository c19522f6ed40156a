import ApusNumbers

extension Function {
  /// An equation.
  public static let equal = relation(
    "equal", aliases: ["Eq"], "an equation", latex: "=", sympy: "Eq", numpy: "np.equal", operator: "==",
    mathML: "eq", isCommutative: true, value: OrderValues.equal)
  /// An inequation.
  public static let notEqual = relation(
    "notEqual", aliases: ["Ne"], "a ≠ b", latex: "\\neq", sympy: "Ne", numpy: "np.not_equal", operator: "!=",
    mathML: "neq", isCommutative: true, value: OrderValues.notEqual)
  /// Less than.
  public static let less = relation(
    "less", aliases: ["Lt"], "a < b, for reals", latex: "<", sympy: "Lt", numpy: "np.less", operator: "<",
    mathML: "lt", value: OrderValues.less)
  /// Less than or equal.
  public static let lessEqual = relation(
    "lessEqual", aliases: ["Le"], "a ≤ b, for reals", latex: "\\leq", sympy: "Le", numpy: "np.less_equal",
    operator: "<=", mathML: "leq", value: OrderValues.lessEqual)
  /// Greater than.
  public static let greater = relation(
    "greater", aliases: ["Gt"], "a > b, for reals", latex: ">", sympy: "Gt", numpy: "np.greater",
    operator: ">",
    mathML: "gt", value: OrderValues.greater)
  /// Greater than or equal.
  public static let greaterEqual = relation(
    "greaterEqual", aliases: ["Ge"], "a ≥ b, for reals", latex: "\\geq", sympy: "Ge",
    numpy: "np.greater_equal",
    operator: ">=", mathML: "geq", value: OrderValues.greaterEqual)

  private static func relation(
    _ name: String, aliases: [String], _ summary: String, latex: String, sympy: String, numpy: String,
    operator: String, mathML: String, isCommutative: Bool = false,
    value: @escaping Function.Value
  ) -> Function {
    Function(
      name, aliases: aliases,
      parameters: isCommutative ? ["a": .complex, "b": .complex] : ["a": .real, "b": .real],
      summary: summary,
      notation: FunctionNotation(
        latex: "#1 \(latex) #2", sympy: sympy, numpy: numpy, math: "#1 \(`operator`) #2", mathML: mathML,
        c: "#1 \(`operator`) #2"),
      value: value,
      laws: FunctionLaws(symmetry: isCommutative ? .commutative : nil, range: .boolean),
      source: "DLMF Notations")
  }
}

// Statements that are not computed with.
extension Function {
  /// An approximate equality.
  public static let approximately = statement(
    "approximately", "an approximate equality", latex: "\\approx", mathML: "approx")
  /// A definition.
  public static let definition = statement(
    "definition", "a is defined as b", latex: "\\coloneqq", sympy: "Eq")
  /// Membership of a set.
  public static let elementOf = Function(
    "elementOf", aliases: ["Contains"], parameters: ["a": .any, "b": .any],
    summary: "a is an element of the set b",
    notation: FunctionNotation(latex: "#1 \\in #2", sympy: "Contains", mathML: "in"),
    laws: FunctionLaws(range: .boolean),
    source: "DLMF Notations")
  /// A congruence.
  public static let congruent = Function(
    "congruent", parameters: ["a": .integer, "b": .integer, "m": .integer],
    summary: "a and b differ by a multiple of the third argument",
    notation: FunctionNotation(
      latex: "#1 \\equiv #2 \\pmod{#3}", sympy: "Eq(Mod(#1 - (#2), #3), 0)",
      numpy: "np.mod(#1 - (#2), #3) == 0",
      math: "(#1 - (#2)) % #3 == 0"),
    value: OrderValues.congruent,
    laws: FunctionLaws(range: .boolean), example: ("congruent(17, 2, 5)", "true"), source: "DLMF 27.2")

  private static func statement(
    _ name: String, _ summary: String, latex: String, sympy: String? = nil, mathML: String? = nil
  ) -> Function {
    Function(
      name, parameters: ["a": .any, "b": .any], summary: summary,
      notation: FunctionNotation(latex: "#1 \(latex) #2", sympy: sympy, mathML: mathML),
      laws: FunctionLaws(range: .boolean), source: "DLMF Notations")
  }
}
