// Parts of complex numbers. Minimal records.
extension Function {
  public static let abs = Function("abs", summary: "the absolute value")
  public static let re = Function("re", summary: "the real part")
  public static let im = Function("im", summary: "the imaginary part")
  public static let arg = Function("arg", summary: "the argument")
  public static let conjugate = Function("conjugate", summary: "the complex conjugate")
}
