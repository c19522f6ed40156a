import CGMP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Integer {
  /// `n!`, or `nil` when `n` is negative or the result has more than `Number.digitLimit` decimal digits.
  public static func factorial(_ n: Int) -> Integer? {
    if n < 0 || logFactorial(n) > maximalLogarithm { return nil }
    return limited(Integer(computing: { __gmpz_fac_ui($0, UInt(n)) }))
  }

  /// `n!! = n (n - 2) (n - 4) …`, with `0!! = (-1)!! = 1`; `nil` for `n < -1` or a result over the digit limit.
  public static func doubleFactorial(_ n: Int) -> Integer? {
    if n == -1 { return .one }
    if n < 0 || logFactorial(n) / 2 > maximalLogarithm { return nil }
    return limited(Integer(computing: { __gmpz_2fac_ui($0, UInt(n)) }))
  }

  /// The binomial coefficient `n (n - 1) … (n - k + 1) / k!` for any integer `n`; zero for `k < 0`.
  ///
  /// `nil` when the result would have more than `Number.digitLimit` decimal digits.
  public static func binomial(_ n: Integer, _ k: Int) -> Integer? {
    if k < 0 { return .zero }
    if n.isNegative {
      guard let value = binomial(Integer(k) - n - .one, k) else { return nil }
      return k & 1 == 0 ? value : -value
    }
    var k = k
    if let n = n.asInt {
      if k > n { return .zero }
      k = Swift.min(k, n - k)
      if logFactorial(n) - logFactorial(k) - logFactorial(n - k) > maximalLogarithm { return nil }
    } else {
      // At least ((n - k + 1) / k)^k; n is above 2^63 here.
      let ratioBits = n.bitWidthOfMagnitude - Integer(k).bitWidthOfMagnitude - 2
      if Double(Swift.max(ratioBits, 1)) * Double(k) > Double(Number.digitLimit) * 3.3220 { return nil }
    }
    return limited(combining(n, .zero) { result, n, _ in __gmpz_bin_ui(result, n, UInt(k)) })
  }

  /// The Fibonacci number with index `n`, for negative `n` too; `nil` over the digit limit.
  public static func fibonacci(_ n: Int) -> Integer? {
    guard n.magnitude < 5_000_000 else { return nil }
    let value = Integer(computing: { __gmpz_fib_ui($0, n.magnitude) })
    return limited(n < 0 && n & 1 == 0 ? -value : value)
  }

  /// The natural logarithm that the largest allowed result may have, with room for rounding.
  private static var maximalLogarithm: Double { Double(Number.digitLimit) * 2.302_586 + 1 }

  private static func limited(_ value: Integer) -> Integer? {
    value.hasMoreDigits(than: Number.digitLimit) ? nil : value
  }

  private static func logFactorial(_ n: Int) -> Double { lgamma(Double(n) + 1) }
}
