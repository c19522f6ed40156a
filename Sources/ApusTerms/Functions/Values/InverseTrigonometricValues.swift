import ApusNumbers

/// Exact values of the inverse circular functions at values that the table of angles has.
enum InverseTrigonometricValues {
  static let asin: Function.Value = {
    AngleTable.inverseSine($0[0]).map { $0 * .pi } ?? imaginary($0[0]) { .i * .asinh($0) }
  }

  static let acos: Function.Value = { AngleTable.inverseSine($0[0]).map { (.half - $0) * .pi } }

  static let atan: Function.Value = {
    if let sign = $0[0].infinitySign { return Expr(sign) * .pi / 2 }
    return AngleTable.inverseTangent($0[0]).map { $0 * .pi } ?? imaginary($0[0]) { .i * .atanh($0) }
  }

  /// acot z = atan(1/z), π/2 at 0.
  static let acot: Function.Value = {
    let value = $0[0]
    if value.isZero { return .pi / 2 }
    guard let fraction = AngleTable.inverseTangent(value) else {
      return imaginary(value) { -.i * .acoth($0) }
    }
    // atan(1/z) is π/2 − atan z for z > 0 and −π/2 − atan z for z < 0; the sign is that of the angle.
    let isNegative = fraction.number?.isNegative ?? false
    return ((isNegative ? -Expr.half : .half) - fraction) * .pi
  }

  static let acsc: Function.Value = {
    AngleTable.inverseCosecant($0[0]).map { $0 * .pi } ?? imaginary($0[0]) { -.i * .acsch($0) }
  }

  static let asec: Function.Value = { AngleTable.inverseCosecant($0[0]).map { (.half - $0) * .pi } }

  /// The angle of the point (x, y).
  static let atan2: Function.Value = {
    let (y, x) = ($0[0], $0[1])
    guard let ySign = y.certainSign, let xSign = x.certainSign else { return nil }
    switch (xSign, ySign) {
    case (0, 0): return nil
    case (0, _): return Expr(ySign) * .pi / 2
    case (1, _): return .atan(y / x)
    default: return .atan(y / x) + (ySign < 0 ? -.pi : .pi)
    }
  }

  /// The logarithm of the imaginary axis: f(i·z) = value(z), for functions that are so related everywhere.
  private static func imaginary(_ argument: Expr, _ value: (Expr) -> Expr) -> Expr? {
    argument.overI.map(value)
  }
}
