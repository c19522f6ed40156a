import ApusNumbers

/// Exact values of zeta functions and polylogarithms.
enum ZetaValues {
  /// Powers of π are written out up to this exponent.
  private static let limit = 1000

  /// DLMF 25.6.1–4; Hurwitz's function at integers and 1/2.
  static let zeta: Function.Value = {
    if $0.count == 2 { return hurwitz($0[0], $0[1]) }
    if $0[0].infinitySign == 1 { return 1 }
    guard let n = $0[0].integer?.within(-limit...limit) else { return nil }
    return riemann(n)
  }

  private static func riemann(_ n: Int) -> Expr? {
    if n == 0 { return -.half }
    if n < 0 {
      return Rational.bernoulli(1 - n).map { Expr(-Number($0)) / Expr(1 - n) }
    }
    guard n & 1 == 0, let bernoulli = Rational.bernoulli(n), let factorial = Integer.factorial(n) else {
      return nil
    }
    return Expr(Number(bernoulli.magnitude)) * (2 * .pi) ** Expr(n) / (2 * Expr(.integer(factorial)))
  }

  private static func hurwitz(_ s: Expr, _ a: Expr) -> Expr? {
    if let order = s.integer?.within(-limit...0), let q = a.rational {
      return SequenceValues.bernoulli([Expr(1 - order), Expr(Number(q))]).map { -$0 / Expr(1 - order) }
    }
    guard let order = s.integer?.within(2...limit) else { return nil }
    if a.rational == .half { return (2 ** Expr(order) - 1) * .zeta(s) }
    guard let n = a.integer?.within(1...100) else { return nil }
    return (1..<n).reduce(.zeta(s)) { $0 - Expr($1) ** -s }
  }

  /// zeta(s, 1) = zeta(s) and zeta(0, a) = 1/2 − a.
  static let zetaReduction: Function.Value = {
    guard $0.count == 2 else { return nil }
    if $0[1].isOne { return .zeta($0[0]) }
    return $0[0].isZero ? .half - $0[1] : nil
  }

  /// (1 − 2^(1−s))·zeta(s), log 2 at s = 1.
  static let dirichletEta: Function.Value = {
    if $0[0].isOne { return .log(2) }
    guard let n = $0[0].integer?.within(-limit...limit), let zeta = riemann(n) else { return nil }
    return (1 - 2 ** Expr(1 - n)) * zeta
  }

  static let riemannXi: Function.Value = { $0[0].isZero || $0[0].isOne ? .half : nil }

  /// DLMF 25.12.3–6 at z = −1, 0, 1 and 1/2.
  static let polylog: Function.Value = {
    let (s, z) = ($0[0], $0[1])
    guard let order = s.integer?.within(2...limit) else { return nil }
    if z.isOne { return .zeta(s) }
    if z == -1 { return -.dirichletEta(s) }
    guard z.rational == .half else { return nil }
    switch order {
    case 2: return .pi ** 2 / 12 - .log(2) ** 2 / 2
    case 3: return 7 * .zeta(3) / 8 - .pi ** 2 * .log(2) / 12 + .log(2) ** 3 / 6
    default: return nil
    }
  }

  /// Elementary orders, and z = 0.
  static let polylogReduction: Function.Value = {
    let (s, z) = ($0[0], $0[1])
    if z.isZero { return 0 }
    switch s.smallInteger {
    case 1: return -.log(1 - z)
    case 0: return z / (1 - z)
    case -1: return z / (1 - z) ** 2
    default: return nil
    }
  }
}
