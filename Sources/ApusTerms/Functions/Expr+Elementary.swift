// Functions on expressions, to be written as `.sin(x)` where the type is known; each is the canonical call of its record.
extension Expr {
  /// The exponential function, canonically `E ** x`
  public static func exp(_ x: Expr) -> Expr { call(.exp, [x]) }
  /// The natural logarithm
  public static func log(_ x: Expr) -> Expr { call(.log, [x]) }
  /// The logarithm to a base, canonically the quotient of natural logarithms
  public static func log(_ x: Expr, base: Expr) -> Expr { call(.log, [x, base]) }
  /// The principal square root, canonically `x ** (1/2)`
  public static func sqrt(_ x: Expr) -> Expr { call(.sqrt, [x]) }
  /// The principal n-th root, canonically `x ** (1/n)`
  public static func root(_ x: Expr, _ n: Expr) -> Expr { call(.root, [x, n]) }
  /// The sine
  public static func sin(_ x: Expr) -> Expr { call(.sin, [x]) }
  /// The cosine
  public static func cos(_ x: Expr) -> Expr { call(.cos, [x]) }
  /// The tangent
  public static func tan(_ x: Expr) -> Expr { call(.tan, [x]) }
  /// The cotangent
  public static func cot(_ x: Expr) -> Expr { call(.cot, [x]) }
  /// The secant
  public static func sec(_ x: Expr) -> Expr { call(.sec, [x]) }
  /// The cosecant
  public static func csc(_ x: Expr) -> Expr { call(.csc, [x]) }
  /// The cardinal sine sin x/x
  public static func sinc(_ x: Expr) -> Expr { call(.sinc, [x]) }
  /// The inverse sine
  public static func asin(_ x: Expr) -> Expr { call(.asin, [x]) }
  /// The inverse cosine
  public static func acos(_ x: Expr) -> Expr { call(.acos, [x]) }
  /// The inverse tangent
  public static func atan(_ x: Expr) -> Expr { call(.atan, [x]) }
  /// The inverse cotangent
  public static func acot(_ x: Expr) -> Expr { call(.acot, [x]) }
  /// The inverse secant
  public static func asec(_ x: Expr) -> Expr { call(.asec, [x]) }
  /// The inverse cosecant
  public static func acsc(_ x: Expr) -> Expr { call(.acsc, [x]) }
  /// The hyperbolic sine
  public static func sinh(_ x: Expr) -> Expr { call(.sinh, [x]) }
  /// The hyperbolic cosine
  public static func cosh(_ x: Expr) -> Expr { call(.cosh, [x]) }
  /// The hyperbolic tangent
  public static func tanh(_ x: Expr) -> Expr { call(.tanh, [x]) }
  /// The hyperbolic cotangent
  public static func coth(_ x: Expr) -> Expr { call(.coth, [x]) }
  /// The hyperbolic secant
  public static func sech(_ x: Expr) -> Expr { call(.sech, [x]) }
  /// The hyperbolic cosecant
  public static func csch(_ x: Expr) -> Expr { call(.csch, [x]) }
  /// The inverse hyperbolic sine
  public static func asinh(_ x: Expr) -> Expr { call(.asinh, [x]) }
  /// The inverse hyperbolic cosine
  public static func acosh(_ x: Expr) -> Expr { call(.acosh, [x]) }
  /// The inverse hyperbolic tangent
  public static func atanh(_ x: Expr) -> Expr { call(.atanh, [x]) }
  /// The inverse hyperbolic cotangent
  public static func acoth(_ x: Expr) -> Expr { call(.acoth, [x]) }
  /// The inverse hyperbolic secant
  public static func asech(_ x: Expr) -> Expr { call(.asech, [x]) }
  /// The inverse hyperbolic cosecant
  public static func acsch(_ x: Expr) -> Expr { call(.acsch, [x]) }
  /// The absolute value
  public static func abs(_ x: Expr) -> Expr { call(.abs, [x]) }
  /// The sign
  public static func sign(_ x: Expr) -> Expr { call(.sign, [x]) }
  /// The real part
  public static func re(_ x: Expr) -> Expr { call(.re, [x]) }
  /// The imaginary part
  public static func im(_ x: Expr) -> Expr { call(.im, [x]) }
  /// The argument in (−π, π]
  public static func arg(_ x: Expr) -> Expr { call(.arg, [x]) }
  /// The complex conjugate
  public static func conjugate(_ x: Expr) -> Expr { call(.conjugate, [x]) }
  /// The greatest integer that is not greater
  public static func floor(_ x: Expr) -> Expr { call(.floor, [x]) }
  /// The least integer that is not less
  public static func ceiling(_ x: Expr) -> Expr { call(.ceiling, [x]) }
  /// The nearest integer, a half to the even one
  public static func round(_ x: Expr) -> Expr { call(.round, [x]) }
  /// The integer part, rounded towards zero
  public static func truncate(_ x: Expr) -> Expr { call(.truncate, [x]) }
  /// The fractional part x − floor(x)
  public static func frac(_ x: Expr) -> Expr { call(.frac, [x]) }
  /// The unit step
  public static func heaviside(_ x: Expr) -> Expr { call(.heaviside, [x]) }
  /// Dirac's delta
  public static func dirac(_ x: Expr) -> Expr { call(.dirac, [x]) }
  /// The angle of the point (x, y)
  public static func atan2(_ y: Expr, _ x: Expr) -> Expr { call(.atan2, [y, x]) }
  /// The remainder of flooring division, with the sign of b
  public static func mod(_ a: Expr, _ b: Expr) -> Expr { call(.mod, [a, b]) }
  /// The remainder of truncating division, with the sign of a
  public static func rem(_ a: Expr, _ b: Expr) -> Expr { call(.rem, [a, b]) }
  /// The greatest of the arguments
  public static func maximum(_ values: Expr...) -> Expr { call(.max, values) }
  /// The least of the arguments
  public static func minimum(_ values: Expr...) -> Expr { call(.min, values) }
  /// 1 if the arguments are equal, otherwise 0
  public static func kronecker(_ i: Expr, _ j: Expr) -> Expr { call(.kronecker, [i, j]) }
}
