import ApusNumbers

/// Rounding of values that ball kernels enclose.
enum CertifiedRounding {
  /// The working precisions to try for a result of `bits` bits: each doubles the one before.
  static func precisions(for bits: Int) -> [Int] {
    (0..<6).map { (bits + 16) << $0 }
  }

  /// The nearest `Double`, infinite beyond its range; `nil` when the ball does not determine it.
  static func double(_ ball: Ball) -> Double? {
    if let value = ball.asDouble { return value }
    guard ball.isFinite, let sign = ball.sign else { return nil }
    let limit = Ball(exactly: Double.greatestFiniteMagnitude)
    guard limit.isLess(than: ball.magnitude) == true else { return nil }
    return sign < 0 ? -.infinity : .infinity
  }
}

extension CertifiedRounding {
  /// The part beside which the other, though not determined, is less than a part in 2^(2·bits).
  static func dominantPart(_ value: ComplexBall, bits: Int) -> EvaluationError.Part? {
    let factor = ComplexBall(Integer(1) << (2 * bits)).real
    let (real, imaginary) = (value.real.magnitude, value.imaginary.magnitude)
    if real.multiplied(by: factor, precision: 64).isLess(than: imaginary) == true { return .imaginary }
    if imaginary.multiplied(by: factor, precision: 64).isLess(than: real) == true { return .real }
    return nil
  }
}
