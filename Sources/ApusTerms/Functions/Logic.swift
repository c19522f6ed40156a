// Logic. Minimal records.
extension Function {
  public static let and = Function("and", arity: .atLeast(0), summary: "true when all arguments are")
  public static let piecewise = Function(
    "piecewise", arity: .atLeast(2), summary: "the value of the first condition that holds")
}
