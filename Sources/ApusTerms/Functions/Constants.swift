import ApusNumbers

// Named constants: functions of no argument.
extension Function {
  public static let pi = Function(
    "pi", aliases: ["π"], arity: .exactly(0), summary: "the ratio of a circle's circumference to its diameter"
  )
  public static let E = Function(
    "E", aliases: ["e"], arity: .exactly(0), summary: "Euler's number, the base of the natural logarithm")
  public static let infinity = Function(
    "oo", aliases: ["∞"], arity: .exactly(0), summary: "positive infinity, for bounds and limits",
    flags: .hasInfinity)
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
}
