extension Number {
  /// `self` to an integer power; `nil` for `0^0` and `0^-n` with the exact zero, for an exact result with a
  /// numerator or denominator of more than `digitLimit` digits, and for an inexact one out of range.
  ///
  /// - Complexity: an oversized result is refused without computing it.
  public func raised(to exponent: Integer) -> Number? {
    switch self {
    case .integer(let base):
      if base.isZero { return exponent.sign > 0 ? .zero : nil }
      if exponent.isNegative {
        return base.raised(to: -exponent).flatMap { Rational(.one, $0) }.map(Number.init)
      }
      return base.raised(to: exponent).map(Number.integer)
    case .rational(let base): return base.raised(to: exponent).map(Number.init)
    case .double(let base):
      if exponent.isZero { return base.isNaN ? .nan : .one }
      if exponent == 2, (base * base).isNormal { return .double(base * base) }
      return Number.inRange(BigFloat(base).raised(to: exponent), base: base.isFinite && base != 0)
    case .bigFloat(let base):
      if exponent.isZero { return base.isNaN ? .nan : .one }
      return Number.inRange(base.raised(to: exponent), base: base.isFinite && !base.isZero)
    case .complex(let base): return base.raised(to: exponent)
    }
  }

  /// `self` to an integer power; see `raised(to:)` for an `Integer`.
  public func raised(to exponent: Int) -> Number? { raised(to: Integer(exponent)) }

  /// `power`, unless it is infinite, zero or beyond what has a text though the base is not.
  private static func inRange(_ power: BigFloat, base isOrdinary: Bool) -> Number? {
    isOrdinary && (!power.isFinite || power.isZero || !power.isWithinTextRange) ? nil : Number(power)
  }
}

extension ComplexNumber {
  /// The power by repeated squaring, exact or with guard bits.
  func raised(to exponent: Integer) -> Number? {
    let number = Number.complex(self)
    if exponent.isZero { return .one }
    if exponent.isNegative { return raised(to: -exponent)?.reciprocal }
    if imaginary.isExact, isUnit {
      // The powers of i and -i have period four.
      return raised(to: exponent.modulo(4).asInt ?? 0, of: number)
    }
    guard let n = exponent.asInt, n < 1 << 40 else { return nil }
    if let precision = imaginary.precision {
      guard number.isFinite else { return .nan }
      let guardBits = 2 * (Int.bitWidth - n.leadingZeroBitCount) + 10
      let base = number.rounded(toPrecision: precision + guardBits)
      guard let power = raised(to: n, of: base), power.isFinite, !power.isZero, power.isWithinTextRange else {
        return nil
      }
      return power.rounded(toPrecision: precision)
    }
    // |z|^n bounds the larger part from below: refuse what must be over the limit.
    let norm = number.squaredMagnitude
    let leastBits = Double(max(0, norm.sizeInBits - 1)) / 2 * Double(n)
    if leastBits > Double(Number.digitLimit) * 3.33 * 2 { return nil }
    return raised(to: n, of: number)
  }

  private var isUnit: Bool { real.isZero && (imaginary.isOne || imaginary.isMinusOne) }

  private func raised(to exponent: Int, of base: Number) -> Number? {
    var result = Number.one
    var square = base
    var n = exponent
    while true {
      if n & 1 == 1 {
        guard let product = result.multiplied(by: square) else { return nil }
        result = product
      }
      n >>= 1
      if n == 0 { return result }
      guard let next = square.multiplied(by: square) else { return nil }
      square = next
    }
  }
}
