import ApusNumbers

/// Exact values of error functions and of exponential and trigonometric integrals: at 0 and at infinity.
enum SpecialValues {
  static let erf: Function.Value = { at($0[0], zero: 0, infinity: { Expr($0) }) }
  static let erfc: Function.Value = { at($0[0], zero: 1, infinity: { 1 - Expr($0) }) }
  static let erfi: Function.Value = { at($0[0], zero: 0) }
  static let dawson: Function.Value = { at($0[0], zero: 0, infinity: { _ in 0 }) }
  static let fresnel: Function.Value = { at($0[0], zero: 0, infinity: { Expr($0) / 2 }) }
  static let erfinv: Function.Value = { at($0[0], zero: 0) }
  static let erfcinv: Function.Value = { $0[0].isOne ? 0 : nil }

  static let Ei: Function.Value = {
    if let sign = $0[0].infinitySign { return sign > 0 ? $0[0] : 0 }
    return nil
  }
  static let li: Function.Value = { $0[0].isZero ? 0 : nil }
  static let Li: Function.Value = { $0[0] == 2 ? 0 : nil }
  static let Si: Function.Value = { at($0[0], zero: 0, infinity: { Expr($0) * .pi / 2 }) }
  static let Ci: Function.Value = { $0[0].infinitySign == 1 ? 0 : nil }
  static let Shi: Function.Value = { at($0[0], zero: 0) }

  /// E₁ is that of order 1; 1/(n − 1) at z = 0, for n > 1.
  static let expint: Function.Value = {
    guard $0[1].isZero, let n = $0[0].rational, n > .one else { return nil }
    return 1 / ($0[0] - 1)
  }

  /// Order 0 is elementary.
  static let expintReduction: Function.Value = { $0[0].isZero ? .exp(-$0[1]) / $0[1] : nil }

  private static func at(_ argument: Expr, zero: Expr, infinity: ((Int) -> Expr)? = nil) -> Expr? {
    if argument.isZero { return zero }
    guard let infinity, let sign = argument.infinitySign else { return nil }
    return infinity(sign)
  }

  // MARK: - Elliptic integrals, complete (DLMF 19.6) and at 0

  static let ellipticK: Function.Value = {
    if $0[0].isZero { return .pi / 2 }
    return $0[0].rational == .half ? .gamma(.fraction(1, 4)) ** 2 / (4 * .pi ** .half) : nil
  }

  static let ellipticE: Function.Value = {
    guard $0.count == 1 else { return nil }
    return $0[0].isZero ? .pi / 2 : $0[0].isOne ? 1 : nil
  }

  static let ellipticEReduction: Function.Value = { incomplete($0.count == 2 ? $0 : []) }
  static let ellipticFReduction: Function.Value = { incomplete($0) }

  /// 0 at the angle 0, the angle at m = 0.
  private static func incomplete(_ arguments: [Expr]) -> Expr? {
    guard arguments.count == 2 else { return nil }
    return arguments[0].isZero ? 0 : arguments[1].isZero ? arguments[0] : nil
  }

  /// Characteristic 0 gives the integral of the first kind.
  static let ellipticPiReduction: Function.Value = {
    if $0.count == 2 { return $0[0].isZero ? .elliptic_k($0[1]) : nil }
    if $0[1].isZero { return 0 }
    return $0[0].isZero ? .elliptic_f($0[1], $0[2]) : nil
  }
}
