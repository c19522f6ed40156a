// The functions of everyday formulas under their mathematical names: `sin(x) ** 2 + cos(x) ** 2`.

/// The exponential function
public func exp(_ x: Expr) -> Expr { .exp(x) }

/// The natural logarithm
public func log(_ x: Expr) -> Expr { .log(x) }

/// The principal square root
public func sqrt(_ x: Expr) -> Expr { .sqrt(x) }

/// The sine
public func sin(_ x: Expr) -> Expr { .sin(x) }

/// The cosine
public func cos(_ x: Expr) -> Expr { .cos(x) }

/// The tangent
public func tan(_ x: Expr) -> Expr { .tan(x) }

/// The cotangent
public func cot(_ x: Expr) -> Expr { .cot(x) }

/// The secant
public func sec(_ x: Expr) -> Expr { .sec(x) }

/// The cosecant
public func csc(_ x: Expr) -> Expr { .csc(x) }

/// The inverse sine
public func asin(_ x: Expr) -> Expr { .asin(x) }

/// The inverse cosine
public func acos(_ x: Expr) -> Expr { .acos(x) }

/// The inverse tangent
public func atan(_ x: Expr) -> Expr { .atan(x) }

/// The inverse cotangent
public func acot(_ x: Expr) -> Expr { .acot(x) }

/// The inverse secant
public func asec(_ x: Expr) -> Expr { .asec(x) }

/// The inverse cosecant
public func acsc(_ x: Expr) -> Expr { .acsc(x) }

/// The hyperbolic sine
public func sinh(_ x: Expr) -> Expr { .sinh(x) }

/// The hyperbolic cosine
public func cosh(_ x: Expr) -> Expr { .cosh(x) }

/// The hyperbolic tangent
public func tanh(_ x: Expr) -> Expr { .tanh(x) }

/// The hyperbolic cotangent
public func coth(_ x: Expr) -> Expr { .coth(x) }

/// The hyperbolic secant
public func sech(_ x: Expr) -> Expr { .sech(x) }

/// The hyperbolic cosecant
public func csch(_ x: Expr) -> Expr { .csch(x) }

/// The inverse hyperbolic sine
public func asinh(_ x: Expr) -> Expr { .asinh(x) }

/// The inverse hyperbolic cosine
public func acosh(_ x: Expr) -> Expr { .acosh(x) }

/// The inverse hyperbolic tangent
public func atanh(_ x: Expr) -> Expr { .atanh(x) }

/// The inverse hyperbolic cotangent
public func acoth(_ x: Expr) -> Expr { .acoth(x) }

/// The inverse hyperbolic secant
public func asech(_ x: Expr) -> Expr { .asech(x) }

/// The inverse hyperbolic cosecant
public func acsch(_ x: Expr) -> Expr { .acsch(x) }

/// The absolute value
public func abs(_ x: Expr) -> Expr { .abs(x) }

/// The sign
public func sign(_ x: Expr) -> Expr { .sign(x) }

/// The greatest integer that is not greater
public func floor(_ x: Expr) -> Expr { .floor(x) }

/// The least integer that is not less
public func ceiling(_ x: Expr) -> Expr { .ceiling(x) }

/// The gamma function
public func gamma(_ x: Expr) -> Expr { .gamma(x) }

/// The error function
public func erf(_ x: Expr) -> Expr { .erf(x) }

/// The complementary error function
public func erfc(_ x: Expr) -> Expr { .erfc(x) }

/// The angle of the point (x, y)
public func atan2(_ y: Expr, _ x: Expr) -> Expr { .atan2(y, x) }
