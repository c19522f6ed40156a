import ApusNumbers

extension Function {
  /// The truth value true.
  public static let `true` = Function(
    "true", aliases: ["True"], arity: .exactly(0), parameters: [:], summary: "the truth value true",
    notation: FunctionNotation(
      latex: "\\top", sympy: "true", numpy: "True", math: "True", mathML: "true", c: "1"),
    laws: FunctionLaws(range: .boolean), source: "DLMF Notations")

  /// The truth value false.
  public static let `false` = Function(
    "false", aliases: ["False"], arity: .exactly(0), parameters: [:], summary: "the truth value false",
    notation: FunctionNotation(
      latex: "\\bot", sympy: "false", numpy: "False", math: "False", mathML: "false", c: "0"),
    laws: FunctionLaws(range: .boolean), source: "DLMF Notations")

  /// Conjunction.
  public static let and = Function(
    "and", aliases: ["And"], arity: .atLeast(0), parameters: ["a": .boolean, "b": .boolean],
    summary: "true if all arguments are true",
    notation: FunctionNotation(
      latex: "#1 \\land #2", sympy: "And", numpy: "np.logical_and", math: "#1 and #2", mathML: "and",
      c: "#1 && #2"),
    form: .conjunction, laws: FunctionLaws(symmetry: .commutative, range: .boolean),
    example: ("true and false", "false"),
    source: "DLMF Notations")

  /// Disjunction.
  public static let or = Function(
    "or", aliases: ["Or"], arity: .atLeast(0), parameters: ["a": .boolean, "b": .boolean],
    summary: "true if one of the arguments is true",
    notation: FunctionNotation(
      latex: "#1 \\lor #2", sympy: "Or", numpy: "np.logical_or", math: "#1 or #2", mathML: "or", c: "#1 || #2"
    ),
    form: .disjunction, laws: FunctionLaws(symmetry: .commutative, range: .boolean),
    example: ("true or false", "true"),
    source: "DLMF Notations")

  /// Negation.
  public static let not = Function(
    "not", aliases: ["Not"], parameters: ["a": .boolean], summary: "true if its argument is false",
    notation: FunctionNotation(
      latex: "\\lnot #1", sympy: "Not", numpy: "np.logical_not", math: "not #1", mathML: "not", c: "!#1"),
    value: LogicValues.not,
    laws: FunctionLaws(inverse: "not", range: .boolean), example: ("not(true)", "false"),
    source: "DLMF Notations")

  /// Implication.
  public static let implies = Function(
    "implies", aliases: ["Implies"], parameters: ["a": .boolean, "b": .boolean],
    summary: "true unless a is true and b is false",
    notation: FunctionNotation(
      latex: "#1 \\implies #2", sympy: "Implies", numpy: "np.logical_or(np.logical_not(#1), #2)",
      math: "not #1 or #2", mathML: "implies", c: "!#1 || #2"),
    value: LogicValues.implies,
    laws: FunctionLaws(range: .boolean), example: ("implies(true, false)", "false"),
    source: "DLMF Notations")

  /// Equivalence.
  public static let equivalent = Function(
    "equivalent", aliases: ["Equivalent"], parameters: ["a": .boolean, "b": .boolean],
    summary: "true if both are true or both are false",
    notation: FunctionNotation(
      latex: "#1 \\iff #2", sympy: "Equivalent", numpy: "np.equal", math: "#1 == #2", mathML: "equivalent",
      c: "!#1 == !#2"),
    value: LogicValues.equivalent,
    laws: FunctionLaws(symmetry: .commutative, range: .boolean),
    example: ("equivalent(true, false)", "false"), source: "DLMF Notations")

  /// Exclusive disjunction.
  public static let xor = Function(
    "xor", aliases: ["Xor"], parameters: ["a": .boolean, "b": .boolean],
    summary: "true if exactly one of both is true",
    notation: FunctionNotation(
      latex: "#1 \\veebar #2", sympy: "Xor", numpy: "np.logical_xor", math: "#1 != #2", mathML: "xor",
      c: "!#1 != !#2"),
    value: LogicValues.xor,
    laws: FunctionLaws(symmetry: .commutative, range: .boolean), example: ("xor(true, false)", "true"),
    source: "DLMF Notations")
}

extension Expr {
  /// The truth value as an expression.
  public init(_ truth: Bool) { self = .call(truth ? .true : .false, []) }
  /// The truth value, if the expression is one.
  public var truth: Bool? {
    guard let function, childCount == 0 else { return nil }
    return function == .true ? true : function == .false ? false : nil
  }
}
