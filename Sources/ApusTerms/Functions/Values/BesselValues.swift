import ApusNumbers

/// Exact values of Bessel and Airy functions at 0.
enum BesselValues {
  /// 1 for order 0, 0 for positive orders and integers.
  static let atZero: Function.Value = {
    guard $0[1].isZero else { return nil }
    if $0[0].isZero { return 1 }
    return $0[0].integer != nil || $0[0].certainSign == 1 ? 0 : nil
  }

  static let sphericalAtZero: Function.Value = {
    guard $0[1].isZero, let n = $0[0].integer, !n.isNegative else { return nil }
    return n.isZero ? 1 : 0
  }

  private static func power(_ p: Int, _ q: Int) -> Expr { 3 ** .fraction(p, q) }

  /// DLMF 9.2.3–6.
  static let airyai: Function.Value = {
    $0[0].isZero ? power(-2, 3) / .gamma(.fraction(2, 3)) : decaying($0[0])
  }
  static let airyaiprime: Function.Value = { $0[0].isZero ? -power(-1, 3) / .gamma(.fraction(1, 3)) : nil }
  static let airybi: Function.Value = { $0[0].isZero ? power(-1, 6) / .gamma(.fraction(2, 3)) : nil }
  static let airybiprime: Function.Value = { $0[0].isZero ? power(1, 6) / .gamma(.fraction(1, 3)) : nil }

  private static func decaying(_ argument: Expr) -> Expr? { argument.infinitySign == nil ? nil : 0 }
}
