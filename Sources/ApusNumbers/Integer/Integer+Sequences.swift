import CFLINT

extension Integer {
  /// The Catalan number `binomial(2n, n) / (n + 1)`; `nil` for negative `n` and over the digit limit.
  public static func catalan(_ n: Int) -> Integer? {
    if n < 0 || n > 4 * Number.digitLimit { return nil }
    return binomial(Integer(2 * n), n).map { $0 / Integer(n + 1) }
  }

  /// The Bell number, the number of partitions of a set of `n`; `nil` for `n` outside 0...2,000.
  public static func bell(_ n: Int) -> Integer? {
    guard 0...2_000 ~= n else { return nil }
    return Integer(computingFMPZ: { arith_bell_number($0, UInt(n)) })
  }

  /// The Euler number, the derivative of order `n` of sech at zero; `nil` for `n` outside 0...20,000.
  public static func euler(_ n: Int) -> Integer? {
    guard 0...20_000 ~= n else { return nil }
    return Integer(computingFMPZ: { arith_euler_number($0, UInt(n)) })
  }

  /// The Lucas number with index `n`, for negative `n` too; `nil` over the digit limit.
  public static func lucas(_ n: Int) -> Integer? {
    guard n.magnitude < 5_000_000, let before = fibonacci(n - 1), let after = fibonacci(n + 1) else {
      return nil
    }
    return before + after
  }
}

extension Rational {
  /// The Bernoulli number, with `B(1) = -1/2`; `nil` for `n` outside 0...20,000.
  public static func bernoulli(_ n: Int) -> Rational? {
    guard 0...20_000 ~= n else { return nil }
    return Rational { bernoulli_fmpq_ui($0, UInt(n)) }
  }

  /// The harmonic number `1 + 1/2 + … + 1/n`; `nil` for `n` outside 0...1,000,000.
  public static func harmonic(_ n: Int) -> Rational? {
    guard 0...1_000_000 ~= n else { return nil }
    return Rational { arith_harmonic_number($0, numericCast(n)) }
  }

  /// The rational number that `body` stores in a fresh FLINT number, in lowest terms.
  package init(_ body: (UnsafeMutablePointer<fmpq>) -> Void) {
    var value = fmpq()
    fmpq_init(&value)
    defer { fmpq_clear(&value) }
    body(&value)
    self.init(
      lowestNumerator: Integer(computingFMPZ: { fmpz_set($0, &value.num) }),
      denominator: Integer(computingFMPZ: { fmpz_set($0, &value.den) }))
  }
}
