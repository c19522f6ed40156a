import ApusNumbers

/// Exact values of the hyperbolic functions and their inverses: at 0, and on the imaginary axis by the circular functions.
enum HyperbolicValues {
  static let sinh: Function.Value = { at($0[0], zero: 0) { .i * .sin($0) } }
  static let cosh: Function.Value = { at($0[0], zero: 1) { .cos($0) } }
  static let tanh: Function.Value = {
    if let sign = $0[0].infinitySign { return Expr(sign) }
    return at($0[0], zero: 0) { .i * .tan($0) }
  }
  static let coth: Function.Value = {
    if let sign = $0[0].infinitySign { return Expr(sign) }
    return at($0[0], zero: nil) { -.i * .cot($0) }
  }
  static let sech: Function.Value = {
    if $0[0].infinitySign != nil { return 0 }
    return at($0[0], zero: 1) { .sec($0) }
  }
  static let csch: Function.Value = {
    if $0[0].infinitySign != nil { return 0 }
    return at($0[0], zero: nil) { -.i * .csc($0) }
  }

  static let asinh: Function.Value = {
    if $0[0].isOne { return .log(1 + Expr(2) ** .half) }
    return at($0[0], zero: 0) { .i * .asin($0) }
  }

  /// acosh x = i·acos x for −1 ≤ x ≤ 1.
  static let acosh: Function.Value = {
    AngleTable.inverseSine($0[0]).map { (.half - $0) * .pi * .i }
  }

  static let atanh: Function.Value = { at($0[0], zero: 0) { .i * .atan($0) } }

  /// acoth z = atanh(1/z), πi/2 at 0.
  static let acoth: Function.Value = { at($0[0], zero: .i * .pi / 2) { -.i * .acot($0) } }

  /// asech z = acosh(1/z).
  static let asech: Function.Value = {
    AngleTable.inverseCosecant($0[0]).map { (.half - $0) * .pi * .i }
  }

  /// acsch z = asinh(1/z).
  static let acsch: Function.Value = { at($0[0], zero: nil) { -.i * .acsc($0) } }

  private static func at(_ argument: Expr, zero: Expr?, imaginary: (Expr) -> Expr) -> Expr? {
    argument.isZero ? zero : argument.overI.map(imaginary)
  }
}
