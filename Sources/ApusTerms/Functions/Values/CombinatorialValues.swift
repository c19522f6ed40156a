import ApusNumbers

/// Exact values of combinatorial functions: of integers, and of rational numbers where a product is short.
enum CombinatorialValues {
  /// Products of rational numbers are not computed beyond this many factors.
  static let factorLimit = 20_000

  static let factorial: Function.Value = {
    if let n = $0[0].integer { return n.asInt.flatMap { Integer.factorial($0) }.map { Expr(.integer($0)) } }
    return GammaValues.gamma([$0[0] + 1])
  }

  static let doubleFactorial: Function.Value = {
    guard let n = $0[0].integer?.asInt else { return nil }
    return doubleFactorial(n).map { Expr($0) }
  }

  /// n!!; for odd n < −1 by n!! = (n + 2)!!/(n + 2), even negative n have none.
  static func doubleFactorial(_ n: Int) -> Number? {
    if n >= -1 { return Integer.doubleFactorial(n).map { .integer($0) } }
    guard n & 1 != 0, n > -factorLimit, let positive = Integer.doubleFactorial(-n - 2) else { return nil }
    let value = Number.one.dividing(by: .integer(positive))
    return ((-n - 1) / 2) & 1 == 0 ? value : value.map { -$0 }
  }

  static let binomial: Function.Value = {
    guard let k = $0[1].integer else { return nil }
    if let n = $0[0].integer {
      // n − k is the smaller of the two when k is large.
      let complement = n - k
      let count = !n.isNegative && complement < k ? complement : k
      if n.isNegative || !complement.isNegative || k.isNegative {
        return count.asInt.flatMap { Integer.binomial(n, $0) }.map { Expr(.integer($0)) }
      }
      return 0
    }
    if k.isNegative { return $0[0].isCertainlyReal ? 0 : nil }
    guard let n = $0[0].rational, let count = k.within(0...factorLimit) else { return nil }
    return product(of: n, step: .minusOne, count).flatMap { product in
      Integer.factorial(count).flatMap { product.dividing(by: .integer($0)) }.map { Expr($0) }
    }
  }

  static let pochhammer: Function.Value = {
    guard let a = $0[0].rational, let count = $0[1].integer?.within(0...factorLimit) else { return nil }
    return product(of: a, step: .one, count).map { Expr($0) }
  }

  static let fallingFactorial: Function.Value = {
    guard let x = $0[0].rational, let count = $0[1].integer?.within(0...factorLimit) else { return nil }
    return product(of: x, step: .minusOne, count).map { Expr($0) }
  }

  /// x(x + s)(x + 2s)… with `count` factors; `nil` over the limit on digits.
  private static func product(of x: Rational, step: Number, _ count: Int) -> Number? {
    var (result, factor) = (Number.one, Number(x))
    for _ in 0..<count {
      guard let next = result.multiplied(by: factor) else { return nil }
      if next.isZero { return next }
      result = next
      factor = factor + step
    }
    return result
  }

  static let gcd: Function.Value = { divisors($0, Integer.gcd) }
  static let lcm: Function.Value = { divisors($0, Integer.lcm) }

  private static func divisors(_ arguments: [Expr], _ combine: (Integer, Integer) -> Integer) -> Expr? {
    var result: Integer?
    for argument in arguments {
      guard let value = argument.integer else { return nil }
      result = result.map { combine($0, value) } ?? value.magnitude
      if result?.hasMoreDigits(than: Number.digitLimit) ?? false { return nil }
    }
    return result.map { Expr(.integer($0)) }
  }
}
