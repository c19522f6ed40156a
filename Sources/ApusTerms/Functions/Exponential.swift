import ApusNumbers

extension Function {
  public static let exp = Function("exp", summary: "the exponential function E^x", form: .exponential)
  public static let log = Function(
    "log", arity: .between(1, 2), summary: "the natural logarithm, or that to a base")
}
