import ApusNumbers

extension Function {
  /// A list; a list of rows is a matrix.
  public static let list = Function(
    "list", aliases: ["List"], arity: .atLeast(0), parameters: ["item": .any],
    summary: "a list; lists of rows are matrices",
    notation: FunctionNotation(
      latex: "\\begin{pmatrix}", sympy: "Matrix", numpy: "np.array", mathML: "vector"),
    source: "DLMF 1.2(v)", flags: .hasList)
  /// A finite set.
  public static let set = Function(
    "set", aliases: ["FiniteSet"], arity: .atLeast(0), parameters: ["item": .any], summary: "a finite set",
    notation: FunctionNotation(latex: "\\left\\{#1\\right\\}", sympy: "FiniteSet", mathML: "set"),
    source: "DLMF Notations")
  /// A tuple.
  public static let tuple = Function(
    "tuple", aliases: ["Tuple"], arity: .atLeast(0), parameters: ["item": .any], summary: "a tuple",
    notation: FunctionNotation(latex: "\\left(#1\\right)", sympy: "Tuple", mathML: "list"),
    source: "DLMF Notations")
  /// A real interval.
  public static let interval = Function(
    "interval", aliases: ["Interval"],
    parameters: ["a": .real, "b": .real, "openLeft": .boolean, "openRight": .boolean],
    summary: "the real interval from a to b; true marks an open end",
    notation: FunctionNotation(latex: "\\left[#1, #2\\right]", sympy: "Interval", mathML: "interval"),
    source: "DLMF Notations")
  /// A union of sets.
  public static let union = Function(
    "union", aliases: ["Union"], arity: .atLeast(1), parameters: ["a": .any, "b": .any],
    summary: "a union of sets",
    notation: FunctionNotation(latex: "#1 \\cup #2", sympy: "Union", mathML: "union"),
    source: "DLMF Notations")
  /// An intersection of sets.
  public static let intersection = Function(
    "intersection", aliases: ["Intersection"], arity: .atLeast(1), parameters: ["a": .any, "b": .any],
    summary: "an intersection of sets",
    notation: FunctionNotation(latex: "#1 \\cap #2", sympy: "Intersection", mathML: "intersect"),
    source: "DLMF Notations")
  /// The empty set, the answer of a search without results.
  public static let none = Function(
    "none", aliases: ["EmptySet", "emptyset"], arity: .exactly(0), parameters: [:], summary: "the empty set",
    notation: FunctionNotation(latex: "\\varnothing", sympy: "EmptySet", mathML: "emptyset"),
    source: "DLMF Notations")
}
