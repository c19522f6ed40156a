import CFLINT

/// Functions of combinatorics, as far as they go beyond the integers.
extension ComplexBall {
  /// The double factorial of an integer, by `n!! = (n + 2)!! / (n + 2)` for odd negative ones (DLMF 5.4.2).
  ///
  /// Indeterminate for negative even integers and for anything but an exact integer.
  public static func doubleFactorial(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger, n.isOdd || !n.isNegative else { return .indeterminate }
    if let small = n.asInt, small >= -1, small <= 1 << 16, let value = Integer.doubleFactorial(small) {
      return ComplexBall(value).rounded(toPrecision: precision)
    }
    // n!! = 2^(n/2) gamma(n/2 + 1), times sqrt(2/pi) for odd n.
    let half = Ball(n).divided(by: 2, precision: precision)
    let gamma = Ball.gamma(half.adding(.one, precision: precision), precision: precision)
    let value = gamma.multiplied(by: Ball.pow(2, half, precision: precision), precision: precision)
    if n.isEven { return ComplexBall(value) }
    let factor = Ball.sqrt(
      Ball(2).divided(by: .pi(precision: precision), precision: precision), precision: precision)
    return ComplexBall(value.multiplied(by: factor, precision: precision))
  }

  /// The falling factorial `gamma(z + 1) / gamma(z - n + 1)`, the product `z (z - 1) … (z - n + 1)`.
  public static func fallingFactorial(_ z: ComplexBall, _ n: ComplexBall, precision: Int) -> ComplexBall {
    risingFactorial(
      z.subtracting(n, precision: precision).adding(.one, precision: precision), n, precision: precision)
  }

  /// The harmonic number, `digamma(z + 1)` plus Euler's constant (DLMF 5.4.14).
  public static func harmonic(_ z: ComplexBall, precision: Int) -> ComplexBall {
    digamma(z.adding(.one, precision: precision), precision: precision)
      .adding(ComplexBall(.eulerGamma(precision: precision)), precision: precision)
  }

  /// The Fibonacci number with an exact integer index below 2^60 in magnitude (DLMF 26.11.5).
  public static func fibonacci(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger, n.bitWidthOfMagnitude <= 60 else { return .indeterminate }
    return ComplexBall(Ball { result in n.withFMPZ { arb_fib_fmpz(result, $0, Ball.clamped(precision)) } })
  }

  /// The Lucas number with an exact integer index, the sum of the Fibonacci numbers beside it.
  public static func lucas(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let index = n.exactInteger else { return .indeterminate }
    return fibonacci(ComplexBall(index - 1), precision: precision)
      .adding(fibonacci(ComplexBall(index + 1), precision: precision), precision: precision)
  }

  /// The Bernoulli number with an exact integer index from zero to 2^60 (DLMF 24.2.1).
  public static func bernoulli(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger, !n.isNegative, n.bitWidthOfMagnitude <= 60 else { return .indeterminate }
    return ComplexBall(
      Ball { result in n.withFMPZ { arb_bernoulli_fmpz(result, $0, Ball.clamped(precision)) } })
  }

  /// The Bernoulli polynomial of an exact degree of at most 10,000 (DLMF 24.2.3).
  public static func bernoulli(_ n: ComplexBall, _ z: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger?.asInt, 0...10_000 ~= n else { return .indeterminate }
    return z.mapped(precision) { acb_bernoulli_poly_ui($0, UInt(n), $1, $2) }
  }

  /// The Euler number with an exact integer index from zero to 2^60 (DLMF 24.2.6).
  public static func euler(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger, !n.isNegative, n.bitWidthOfMagnitude <= 60 else { return .indeterminate }
    return ComplexBall(
      Ball { result in n.withFMPZ { arb_euler_number_fmpz(result, $0, Ball.clamped(precision)) } })
  }

  /// The Catalan number `binomial(2n, n) / (n + 1)`, as a function of complex `n` (DLMF 26.5.1).
  public static func catalan(_ n: ComplexBall, precision: Int) -> ComplexBall {
    binomial(n.multiplied(by: 2, precision: precision), n, precision: precision)
      .divided(by: n.adding(.one, precision: precision), precision: precision)
  }

  /// The Bell number with an exact integer index from zero to 2^40 (DLMF 26.7.1).
  public static func bell(_ n: ComplexBall, precision: Int) -> ComplexBall {
    guard let n = n.exactInteger, !n.isNegative, n.bitWidthOfMagnitude <= 40 else { return .indeterminate }
    return ComplexBall(Ball { result in n.withFMPZ { arb_bell_fmpz(result, $0, Ball.clamped(precision)) } })
  }

  /// The integer that the ball is exactly, if it is one.
  var exactInteger: Integer? { isReal && isExact ? real.uniqueInteger : nil }
}
