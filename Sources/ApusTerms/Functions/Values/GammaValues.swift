import ApusNumbers

/// Exact values of the gamma function and its relatives, at integers and half-integers.
enum GammaValues {
  /// Half-integers beyond this are left alone.
  private static let halfIntegerLimit = 2000
  /// Sums over reciprocals are written out up to this many terms.
  private static let sumLimit = 1000

  static let gamma: Function.Value = {
    if let n = $0[0].integer {
      return (n - .one).asInt.flatMap { Integer.factorial($0) }.map { Expr(.integer($0)) }
    }
    guard let k = halfInteger($0[0]) else { return nil }
    return halfIntegerFactor(k).map { Expr($0) * .pi ** .half }
  }

  /// k with z = k + 1/2.
  private static func halfInteger(_ z: Expr) -> Int? {
    guard let q = z.rational, q.denominator == 2 else { return nil }
    return (q - .half).asInteger?.within(-halfIntegerLimit...halfIntegerLimit)
  }

  /// Γ(k + 1/2)/√π = (2k − 1)!!/2^k, DLMF 5.4.6, for k < 0 by the reflection formula.
  private static func halfIntegerFactor(_ k: Int) -> Number? {
    guard let odd = CombinatorialValues.doubleFactorial(2 * k - 1) else { return nil }
    return Number(2).raised(to: Swift.abs(k)).flatMap { k >= 0 ? odd.dividing(by: $0) : odd * $0 }
  }

  static let loggamma: Function.Value = {
    if let n = $0[0].integer?.within(1...100) {
      return Integer.factorial(n - 1).map { .log(Expr(.integer($0))) }
    }
    return $0[0].rational == .half ? .log(.pi) / 2 : nil
  }

  /// DLMF 5.4.12–15.
  static let digamma: Function.Value = {
    if let n = $0[0].integer?.within(1...sumLimit) {
      return Rational.harmonic(n - 1).map { Expr(Number($0)) - .eulerGamma }
    }
    guard let k = halfInteger($0[0]), Swift.abs(k) <= sumLimit else { return nil }
    // ψ(k + 1/2) is even in k.
    let terms = oddReciprocals(Swift.abs(k), exponent: 1)
    return terms.map { -.eulerGamma - 2 * .log(2) + 2 * Expr($0) }
  }

  /// Σ 1/(2j − 1)^s for j = 1 … k.
  private static func oddReciprocals(_ k: Int, exponent: Int) -> Number? {
    reciprocals((0..<k).map { 2 * $0 + 1 }, exponent: exponent)
  }

  private static func reciprocals(_ bases: [Int], exponent: Int) -> Number? {
    var total = Number.zero
    for base in bases {
      guard let term = Number(base).raised(to: -exponent) else { return nil }
      total = total + term
    }
    return total
  }

  /// DLMF 5.15.2–3 and the recurrence 5.15.5, at positive integers and half-integers.
  static let polygamma: Function.Value = {
    guard let order = $0[0].integer?.within(1...100), let factorial = Integer.factorial(order) else {
      return nil
    }
    let sign: Expr = order & 1 == 1 ? 1 : -1
    let scale = sign * Expr(.integer(factorial))
    if let n = $0[1].integer?.within(1...100) {
      guard let sum = reciprocals(Array(1..<n), exponent: order + 1) else { return nil }
      return scale * (.zeta(Expr(order + 1)) - Expr(sum))
    }
    guard let k = halfInteger($0[1]), (0...100).contains(k), let sum = oddReciprocals(k, exponent: order + 1),
      let power = Number(2).raised(to: order + 1)
    else { return nil }
    return scale * ((Expr(power) - 1) * .zeta(Expr(order + 1)) - Expr(power * sum))
  }

  /// ψ of order 0 is the digamma function.
  static let polygammaReduction: Function.Value = { $0[0].isZero ? .digamma($0[1]) : nil }

  /// By gamma functions that have values.
  static let beta: Function.Value = {
    guard $0[0].rational != nil, $0[1].rational != nil, let a = gamma([$0[0]]), let b = gamma([$0[1]]) else {
      return nil
    }
    let sum = $0[0] + $0[1]
    if let n = sum.integer, n.sign <= 0 { return 0 }
    guard let common = gamma([sum]) else { return nil }
    return a * b / common
  }

  static let lowergamma: Function.Value = {
    if $0[1].isZero { return $0[0].certainSign == 1 ? 0 : nil }
    if $0[1].infinitySign == 1 { return $0[0].certainSign == 1 ? .gamma($0[0]) : nil }
    return $0[0].isOne ? 1 - .exp(-$0[1]) : nil
  }

  static let uppergamma: Function.Value = {
    if $0[1].isZero { return $0[0].certainSign == 1 ? .gamma($0[0]) : nil }
    if $0[1].infinitySign == 1 { return 0 }
    return $0[0].isOne ? .exp(-$0[1]) : nil
  }
}
