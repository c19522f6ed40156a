import ApusNumbers

/// Turns enclosures into numbers of a certain accuracy, when they determine them.
struct CertifiedValue {
  /// What is asked for.
  enum Target {
    /// Significant decimal digits.
    case digits(Int)
    /// Bits of a number rounded to nearest.
    case bits(Int)

    /// About as many bits of precision are needed.
    var bits: Int {
      switch self {
      case .digits(let count): BigFloat.precision(forDigits: count)
      case .bits(let bits): bits
      }
    }
  }

  /// Decimals of up to this many digits are machine numbers, which have them all.
  private static let machineDigits = 15

  private let target: Target
  /// Whether the value is that of an exact expression, so that it may be an exact integer.
  private let isExact: Bool
  /// How near to zero the value can be without being zero, when that is known.
  private(set) var bound: AlgebraicBound?
  private var hasBound = false

  init(_ target: Target, isExact: Bool) {
    self.target = target
    self.isExact = isExact
  }

  /// Takes into account that the value is that of a constant.
  mutating func consider(_ expr: Expr) {
    if !hasBound { bound = AlgebraicBound(expr) }
    hasBound = true
  }

  /// The value that the ball determines.
  func value(_ ball: ComplexBall) -> Expr? {
    if let bound, Self.isZero(ball.real, bound.bits), Self.isZero(ball.imaginary, bound.bits) { return 0 }
    guard let real = part(ball.real), let imaginary = part(ball.imaginary) else { return nil }
    return imaginary.isZero ? real : real + imaginary * .i
  }

  /// The value of an exact number, which needs no enclosure.
  func value(of number: Number) -> Expr? {
    guard let real = number.real.asRational, let imaginary = number.imaginary.asRational,
      let x = rounded(real), let y = rounded(imaginary)
    else { return nil }
    return x + y * .i
  }

  private func rounded(_ q: Rational) -> Expr? {
    if let integer = q.asInteger, fits(integer) { return Expr(.integer(integer)) }
    switch target {
    case .digits(let count): return DecimalRounding.text(q, digits: count).flatMap { self.number($0, count) }
    case .bits(let bits): return Expr(Number(BigFloat(q, precision: bits)))
    }
  }

  private func part(_ ball: Ball) -> Expr? {
    if ball.isZero { return 0 }
    if let bound, Self.isZero(ball, bound.bitsOfParts) { return 0 }
    if isExact, ball.isExact, let integer = ball.uniqueInteger, fits(integer) {
      return Expr(.integer(integer))
    }
    switch target {
    case .digits(let count): return decimal(ball, count)
    case .bits(let bits):
      if let value = ball.rounded(to: bits), value.isFinite, abs(value.binaryExponent ?? 0) < 1 << 28 {
        return Expr(Number(value))
      }
      return scaled(ball)
    }
  }

  /// Whether the integer has no more digits than are asked for.
  private func fits(_ integer: Integer) -> Bool {
    switch target {
    case .digits(let count): !integer.hasMoreDigits(than: count)
    case .bits(let bits): integer.bitWidthOfMagnitude <= bits
    }
  }

  private static func isZero(_ ball: Ball, _ bits: Double) -> Bool {
    bits < 1e9 && ball.containsZero && !ball.isLarger(thanPowerOfTwo: -Int(bits) - 1)
  }

  // MARK: - Decimals

  private func decimal(_ ball: Ball, _ count: Int) -> Expr? {
    guard let text = ball.digits(count) ?? settled(ball, count) else { return scaled(ball) }
    if let value = number(text, count) { return value }
    // The exponent is beyond that of numbers.
    let parts = text.split(separator: "e")
    guard parts.count == 2, let mantissa = number(parts[0], count), let exponent = Integer(parts[1]) else {
      return nil
    }
    return mantissa * 10 ** Expr(.integer(exponent))
  }

  /// The digits of a value that agrees with the middle between two decimals as far as anyone would look: one of the two.
  private func settled(_ ball: Ball, _ count: Int) -> String? {
    ball.relativeAccuracyBits > target.bits + 2048 ? ball.nearlyCorrectDigits(count) : nil
  }

  private func number(_ text: some StringProtocol, _ count: Int) -> Expr? {
    if count <= Self.machineDigits, let double = Double(String(text)), double.isNormal {
      return Expr(Number(double))
    }
    return BigFloat(text, precision: BigFloat.precision(forDigits: count)).map { Expr(Number.bigFloat($0)) }
  }

  /// A value beyond the exponents of numbers, as a product with a power of 10.
  private func scaled(_ ball: Ball) -> Expr? {
    guard ball.isFinite, ball.sign != nil, let estimate = Self.decimalExponent(ball, precision: 64) else {
      return nil
    }
    let precision = target.bits + 64 + estimate.bitWidthOfMagnitude
    guard let exponent = Self.decimalExponent(ball, precision: precision), exponent.bitWidthOfMagnitude > 26
    else {
      return nil
    }
    let mantissa = ball.divided(
      by: Ball(10).raised(to: exponent, precision: precision), precision: precision)
    return part(mantissa).map { $0 * 10 ** Expr(.integer(exponent)) }
  }

  /// About the integer part of the decimal logarithm; just below an integer that integer, which makes powers of 10 ones.
  private static func decimalExponent(_ ball: Ball, precision: Int) -> Integer? {
    let logarithm = Ball.log(ball.magnitude, precision: precision)
      .divided(by: Ball.log(Ball(10), precision: precision), precision: precision)
    return logarithm.adding(Ball(exactly: 0x1p-40), precision: precision).midpoint.floor
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
