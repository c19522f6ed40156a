import ApusNumbers

// Constructs of the calculus, which stay as they are until a verb works on them.
extension Function {
  /// An unevaluated derivative.
  public static let derivative = Function(
    "derivative", aliases: ["Derivative"], arity: .atLeast(3),
    parameters: ["body": .any, "x": .any, "n": .natural],
    summary: "the unevaluated derivative of the first argument, with pairs of a variable and an order",
    notation: FunctionNotation(latex: "\\frac{d}{d x}", sympy: "Derivative", mathML: "diff"),
    source: "DLMF 1.4(iii)",
    flags: .hasBinder)
  /// The value at a point.
  public static let at = Function(
    "at", parameters: ["body": .any, "x": .any, "value": .any],
    summary: "the first argument at the value of a variable",
    notation: FunctionNotation(latex: "\\left.#1\\right|_{#2=#3}", sympy: "Subs"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.4(iii)")
  /// An unevaluated integral.
  public static let integral = Function(
    "integral", aliases: ["Integral"], arity: .between(2, 4),
    parameters: ["body": .any, "x": .any, "a": .any, "b": .any],
    summary: "an unevaluated integral over a variable, with bounds or without",
    notation: FunctionNotation(latex: "\\int", sympy: "Integral", mathML: "int"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.4(iv)")
  /// A sum over an index.
  public static let sum = Function(
    "sum", aliases: ["Sum"], parameters: ["body": .any, "k": .any, "a": .integer, "b": .integer],
    summary: "the sum of a term over an index from a to b",
    notation: FunctionNotation(latex: "\\sum", sympy: "Sum", mathML: "sum"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.2(i)")
  /// A product over an index.
  public static let productOver = Function(
    "productOver", aliases: ["product", "Product"],
    parameters: ["body": .any, "k": .any, "a": .integer, "b": .integer],
    summary: "the product of a term over an index from a to b",
    notation: FunctionNotation(latex: "\\prod", sympy: "Product", mathML: "product"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.2(i)")
  /// An unevaluated limit.
  public static let limit = Function(
    "limit", aliases: ["Limit"], arity: .between(3, 4),
    parameters: ["body": .any, "x": .any, "point": .any, "side": .integer],
    summary: "the limit of a term as a variable tends to a point; 1 or −1 for a one-sided limit",
    notation: FunctionNotation(latex: "\\lim", sympy: "Limit", mathML: "limit"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.4(i)")
  /// A root of a polynomial.
  public static let rootof = Function(
    "rootof", aliases: ["RootOf", "CRootOf", "rootOf"], parameters: ["p": .any, "z": .any, "i": .natural],
    summary: "the i-th root of a polynomial p in z, the real ones first and in order",
    notation: FunctionNotation(latex: "\\operatorname{root}", sympy: "CRootOf"),
    binder: Binder(variable: 1, scope: [0]), source: "DLMF 1.11(i)")
  /// A sum over the roots of a polynomial.
  public static let rootsum = Function(
    "rootsum", aliases: ["RootSum", "rootSum"], parameters: ["p": .any, "z": .any, "body": .any],
    summary: "the sum of the third argument over all roots z of a polynomial p",
    notation: FunctionNotation(latex: "\\sum", sympy: "RootSum(#1, Lambda(#2, #3), #2)"),
    binder: Binder(variable: 1, scope: [0, 2]), source: "DLMF 1.11(i)")
}
