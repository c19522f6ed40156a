import ApusNumbers

extension Expr {
  /// The value to `count` significant decimal digits in each part, all of them correct: that of the value rounded to
  /// nearest.
  ///
  ///     Expr.pi.digits(20)                 // 3.1415926535897932385
  ///     ((.pi * .sqrt(163)).exp).digits(10)
  ///
  /// The result is a number: an integer when the value is exactly known to be one, otherwise a decimal of that many digits;
  /// beyond the exponents that numbers have it is a product with a power of 10. Enclosures of rising precision are computed
  /// until they determine the digits. Inexact numbers in the expression stand for what they are exactly.
  ///
  /// - Throws: `possiblyZero` when a part may be zero, in which case no precision yields a digit, `undecided` when a
  ///   comparison or rounding is not, and `noFiniteValue` at poles; see `EvaluationError`.
  public func digits(
    _ count: Int, at point: [Symbol: Number] = [:], limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Expr {
    guard count >= 1, count <= Number.digitLimit else { throw .tooLarge("the number of digits") }
    let expr = flags.contains(.hasOpaque) ? canonical() : self
    let first = BigFloat.precision(forDigits: count) + 32
    let last = first + Swift.min(limits.precision, expr.usefulPrecision)
    var failure = EvaluationError.precisionExhausted
    var precision = first
    while true {
      if limits.isCancelled() { throw .cancelled }
      do throws(EvaluationError) {
        let domain = BallDomain(precision: precision)
        let ball = try expr.evaluated(in: domain, at: point.mapValues { domain.value(of: $0) }, limits)
        if let value = DecimalValue(count).value(ball) { return value }
        failure = Self.reason(ball)
      } catch {
        guard case .undecided = error else { throw error }
        failure = error
      }
      if precision >= last { throw failure }
      precision = Swift.min(precision * 2, last)
    }
  }

  /// Why a ball does not determine digits.
  private static func reason(_ ball: ComplexBall) -> EvaluationError {
    if !ball.isFinite { return .noFiniteValue }
    for (part, name) in [(ball.real, EvaluationError.Part.real), (ball.imaginary, .imaginary)]
    where part.containsZero && !part.isZero {
      return .possiblyZero(part: name, exponent: DecimalValue.exponent(above: part))
    }
    return .precisionExhausted
  }

  /// More bits than these are not tried: what costs the most decides.
  private var usefulPrecision: Int {
    var precision = Kernels.cheapPrecision
    forEachNode { node in
      if let function = node.function { precision = Swift.min(precision, function.kernels.usefulPrecision) }
      return true
    }
    return precision
  }
}

/// Writes enclosures as decimals of a certain number of digits.
struct DecimalValue {
  let count: Int

  init(_ count: Int) { self.count = count }

  /// The value that the ball determines.
  func value(_ ball: ComplexBall) -> Expr? {
    guard let real = part(ball.real), let imaginary = part(ball.imaginary) else { return nil }
    return imaginary.isZero ? real : real + imaginary * .i
  }

  private func part(_ ball: Ball) -> Expr? {
    if ball.isZero { return 0 }
    if ball.isExact, let integer = ball.uniqueInteger { return Expr(.integer(integer)) }
    guard let text = ball.digits(count) else { return scaled(ball) }
    if let value = decimal(text) { return value }
    // The exponent is beyond that of numbers.
    let parts = text.split(separator: "e")
    guard parts.count == 2, let mantissa = decimal(parts[0]), let exponent = Integer(parts[1]) else {
      return nil
    }
    return mantissa * 10 ** Expr(.integer(exponent))
  }

  private func decimal(_ text: some StringProtocol) -> Expr? {
    BigFloat(text, precision: BigFloat.precision(forDigits: count)).map { Expr(Number.bigFloat($0)) }
  }

  /// A value beyond the exponents of numbers, as a product with a power of 10.
  private func scaled(_ ball: Ball) -> Expr? {
    guard ball.isFinite, ball.sign != nil else { return nil }
    let precision = BigFloat.precision(forDigits: count) + 96
    let logarithm = Ball.log(ball.magnitude, precision: precision)
      .divided(by: Ball.log(Ball(10), precision: precision), precision: precision)
    guard let exponent = Ball.floor(logarithm, precision: precision).uniqueInteger,
      exponent.bitWidthOfMagnitude > 28
    else { return nil }
    let scale = Ball(10).raised(to: exponent, precision: precision)
    guard let text = ball.divided(by: scale, precision: precision).digits(count), let mantissa = decimal(text)
    else {
      return nil
    }
    return mantissa * 10 ** Expr(.integer(exponent))
  }

  /// An e with all points of the ball less than 10^e in magnitude, at most one more than necessary.
  static func exponent(above ball: Ball) -> Int {
    var (low, high) = (-(1 << 22), 1 << 22)
    while low < high {
      let middle = low + (high - low) / 2
      if ball.isLarger(thanPowerOfTwo: middle) { low = middle + 1 } else { high = middle }
    }
    return Int((Double(high) * 0.30102999566398120).rounded(.up))
  }
}
