import ApusNumbers

// The operations, relations and constructs: functions whose records other code refers to by name. Functions with values
// and derivatives stand in files of their own.
extension Function {
  // MARK: Operations, which canonical construction turns into sums, products and powers

  public static let add = Function(
    "add", arity: .atLeast(0), summary: "the sum of its arguments", form: .sum,
    laws: FunctionLaws(symmetry: .commutative))
  public static let multiply = Function(
    "multiply", arity: .atLeast(0), summary: "the product of its arguments", form: .product)
  public static let subtract = Function("subtract", arity: .exactly(2), summary: "a − b", form: .difference)
  public static let negate = Function("negate", summary: "−a", form: .negation)
  public static let divide = Function(
    "divide", arity: .exactly(2), summary: "a divided by b", form: .quotient)
  public static let power = Function("power", arity: .exactly(2), summary: "a to the power b", form: .power)
}

// MARK: - Relations and logic

extension Function {
  public static let equal = relation("equal", "an equation")
  public static let notEqual = relation("notEqual", "a ≠ b")
  public static let less = relation("less", "a < b, for reals")
  public static let lessEqual = relation("lessEqual", "a ≤ b, for reals")
  public static let greater = relation("greater", "a > b, for reals")
  public static let greaterEqual = relation("greaterEqual", "a ≥ b, for reals")
  public static let approximately = relation("approximately", "an approximate equality")
  public static let definition = relation("definition", "a is defined as b")
  public static let elementOf = relation("elementOf", "a is an element of the set b")
  public static let congruent = Function(
    "congruent", arity: .exactly(3), summary: "a and b differ by a multiple of the third argument")

  private static func relation(_ name: String, _ summary: String) -> Function {
    Function(name, arity: .exactly(2), summary: summary)
  }
}

// MARK: - Collections

extension Function {
  public static let list = Function("list", arity: .atLeast(0), summary: "a list; lists of rows are matrices")
  public static let set = Function("set", arity: .atLeast(0), summary: "a finite set")
  public static let tuple = Function("tuple", arity: .atLeast(0), summary: "a tuple")
  public static let interval = Function(
    "interval", arity: .exactly(4), summary: "the real interval from a to b; true marks an open end")
  public static let union = Function("union", arity: .atLeast(1), summary: "a union of sets")
  public static let intersection = Function(
    "intersection", arity: .atLeast(1), summary: "an intersection of sets")
}

// MARK: - Constructs of the calculus, which stay as they are

extension Function {
  public static let derivative = Function(
    "derivative", arity: .atLeast(3),
    summary: "the unevaluated derivative of the first argument, with pairs of a variable and an order")
  public static let at = Function(
    "at", arity: .exactly(3), summary: "the first argument at the value of a variable",
    binder: Binder(variable: 1, scope: [0]))
  public static let integral = Function(
    "integral", arity: .between(2, 4),
    summary: "an unevaluated integral over a variable, with bounds or without",
    binder: Binder(variable: 1, scope: [0]))
  public static let sum = Function(
    "sum", arity: .exactly(4), summary: "the sum of a term over an index from a to b",
    binder: Binder(variable: 1, scope: [0]))
  public static let productOver = Function(
    "productOver", aliases: ["product"], arity: .exactly(4),
    summary: "the product of a term over an index from a to b", binder: Binder(variable: 1, scope: [0]))
  public static let limit = Function(
    "limit", arity: .between(3, 4),
    summary: "the limit of a term as a variable tends to a point; 1 or −1 for a one-sided limit",
    binder: Binder(variable: 1, scope: [0]))
}
