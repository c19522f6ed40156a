import ApusNumbers

/// Hypergeometric functions at z = 0 and with an upper parameter 0 are 1.
enum HypergeometricValues {
  static let hyp0f1: Function.Value = { $0[1].isZero && !isPole($0[0]) ? 1 : nil }
  static let hyp1f1: Function.Value = { ($0[2].isZero || $0[0].isZero) && !isPole($0[1]) ? 1 : nil }
  static let hyp2f1: Function.Value = {
    ($0[3].isZero || $0[0].isZero || $0[1].isZero) && !isPole($0[2]) ? 1 : nil
  }
  static let hyperu: Function.Value = { $0[0].isZero ? 1 : nil }

  /// Whether a lower parameter is 0, −1, −2, …
  private static func isPole(_ parameter: Expr) -> Bool { parameter.integer.map { $0.sign <= 0 } ?? false }
}
