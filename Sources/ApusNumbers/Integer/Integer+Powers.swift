import CGMP

extension Integer {
  /// `self` to the power `exponent`, or `nil` when that is not an integer or has more than
  /// `Number.digitLimit` decimal digits. Anything to the power zero is one.
  ///
  /// - Complexity: an oversized result is refused without computing it.
  public func raised(to exponent: Int) -> Integer? {
    if exponent == 0 || isOne { return .one }
    if isMinusOne { return exponent & 1 == 0 ? .one : self }
    if exponent < 0 { return nil }
    if isZero { return .zero }
    if exponent == 1 { return self }
    // The magnitude is at least 2^(bits - 1), hence the power at least 2^((bits - 1) * exponent).
    let leastBits = Double(bitWidthOfMagnitude - 1) * Double(exponent)
    if leastBits > Double(Number.digitLimit) * 3.3220 { return nil }
    let power = Integer.combining(self, .zero) { result, base, _ in
      __gmpz_pow_ui(result, base, UInt(exponent))
    }
    return power.hasMoreDigits(than: Number.digitLimit) ? nil : power
  }

  /// `self` to the power `exponent`; as `raised(to:)` for an `Int`, for an exponent of any size.
  public func raised(to exponent: Integer) -> Integer? {
    if let exponent = exponent.asInt { return raised(to: exponent) }
    if isOne || (isMinusOne && exponent.isEven) { return .one }
    if isMinusOne { return self }
    return isZero && !exponent.isNegative ? .zero : nil
  }

  /// The square root rounded down, and `self` minus its square; `nil` for a negative number.
  public func squareRoot() -> (root: Integer, remainder: Integer)? {
    if isNegative { return nil }
    let root = Integer.combining(self, .zero) { result, value, _ in __gmpz_sqrt(result, value) }
    return (root, self - root * root)
  }

  /// The root of degree `n` rounded towards zero, and whether it is exact.
  ///
  /// `nil` when `n < 1`, or when `n` is even and `self` negative.
  public func root(_ n: Int) -> (root: Integer, isExact: Bool)? {
    if n < 1 || (n & 1 == 0 && isNegative) { return nil }
    if n == 1 || isZero || isOne || isMinusOne { return (self, true) }
    if n >= bitWidthOfMagnitude { return (.small(sign), false) }
    var isExact = false
    let root = Integer.combining(self, .zero) { result, value, _ in
      isExact = __gmpz_root(result, value, UInt(n)) != 0
    }
    return (root, isExact)
  }

  /// Whether the value is the square of an integer.
  public var isPerfectSquare: Bool { withMPZ { __gmpz_perfect_square_p($0) } != 0 }

  /// The exact logarithm of `self` to `base`, when `self` is a power of it with a non-negative integer exponent.
  public func exactLogarithm(base: Integer) -> Int? {
    guard base > 1, sign > 0 else { return nil }
    var power = self
    var count = 0
    var steps: [Integer] = [base]
    while let last = steps.last, last.bitWidthOfMagnitude * 2 <= bitWidthOfMagnitude + 2 {
      steps.append(last * last)
    }
    for index in steps.indices.reversed() {
      while let quotient = power.exactQuotient(dividingBy: steps[index]) {
        power = quotient
        count += 1 << index
      }
    }
    return power.isOne ? count : nil
  }
}
