import ApusNumbers

extension Expr {
  /// The value to `count` significant decimal digits in each part, all of them correct: that of the value rounded to
  /// nearest.
  ///
  ///     Expr.pi.digits(20)                        // 3.1415926535897932385
  ///     (.E ** (.pi * .sqrt(163))).digits(10)     // 2.625374126e17
  ///
  /// The result is a number: an integer when the value is exactly known to be one and has no more digits, otherwise a decimal
  /// of that many digits (a `Double` for up to 15); beyond the exponents that numbers have it is a product with a power of 10. Enclosures of
  /// rising precision are computed until they determine the digits; one that cannot be told from the middle between two
  /// decimals by two thousand bits more is either of them. Inexact numbers in the expression stand for what they
  /// are exactly.
  ///
  /// - Throws: `possiblyZero` when a part may be zero, in which case no precision yields a digit (that algebraic constants
  ///   are zero is found out), `undecided` when a comparison or rounding is not, `noFiniteValue` at poles; see
  ///   `EvaluationError`.
  public func digits(
    _ count: Int, at point: [Symbol: Number] = [:], limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Expr {
    guard count >= 1, count <= Number.digitLimit else { throw .tooLarge("the number of digits") }
    return try certified(.digits(count), at: point, limits)
  }

  /// The value rounded to nearest to a precision in bits, each part by itself; a machine number for 53 bits.
  ///
  /// - Throws: as `digits`.
  public func rounded(
    toPrecision bits: Int = 53, at point: [Symbol: Number] = [:],
    limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Expr {
    guard bits >= 2, bits <= BigFloat.precision(forDigits: Number.digitLimit) else {
      throw .tooLarge("the precision")
    }
    return try certified(.bits(bits), at: point, limits)
  }

  private func certified(
    _ target: CertifiedValue.Target, at point: [Symbol: Number], _ limits: EvaluationLimits
  ) throws(EvaluationError) -> Expr {
    let expr = flags.contains(.hasOpaque) ? canonical() : self
    let isExact = !expr.flags.contains(.hasInexact) && point.values.allSatisfy(\.isExact)
    var certified = CertifiedValue(target, isExact: isExact)
    if let number = expr.number, number.isExact, let value = certified.value(of: number) { return value }
    let first = target.bits + 32
    let last = first + Swift.min(limits.precision, expr.usefulPrecision)
    var failure = EvaluationError.precisionExhausted
    var precision = first
    while true {
      if limits.isCancelled() { throw .cancelled }
      do throws(EvaluationError) {
        let domain = BallDomain(precision: precision)
        let ball = try expr.evaluated(in: domain, at: point.mapValues { domain.value(of: $0) }, limits)
        if let value = certified.value(ball) { return value }
        failure = expr.reason(ball)
        if case .possiblyZero = failure, point.isEmpty { certified.consider(expr) }
      } catch {
        guard case .undecided = error else { throw error }
        failure = error
      }
      if precision >= last { throw failure }
      precision = Swift.min(precision * 2, last)
    }
  }

  /// Why a ball does not determine digits.
  private func reason(_ ball: ComplexBall) -> EvaluationError {
    if !ball.isFinite { return .noFiniteValue }
    for (part, name) in [(ball.real, EvaluationError.Part.real), (ball.imaginary, .imaginary)] {
      // High precision leaves a wide ball only where a function jumps.
      let isWide = part.containsZero ? part.isLarger(thanPowerOfTwo: -16) : part.relativeAccuracyBits < 16
      if isWide && jumps { return .undecided("on which side of a jump an argument lies") }
      if part.containsZero && !part.isZero && !isWide {
        return .possiblyZero(part: name, exponent: CertifiedValue.exponent(above: part))
      }
    }
    return .precisionExhausted
  }

  /// Whether a function occurs that is not analytic, such as those that round.
  private var jumps: Bool {
    var jumps = false
    forEachNode { node in
      if node.function?.realPartials != nil { jumps = true }
      return !jumps
    }
    return jumps
  }

  /// More bits than these are not tried: what costs the most decides.
  private var usefulPrecision: Int {
    var precision = Kernels.cheapPrecision
    forEachNode { node in
      if let function = node.function {
        precision = Swift.min(precision, function.kernels.usefulPrecision)
      }
      return true
    }
    return precision
  }
}
