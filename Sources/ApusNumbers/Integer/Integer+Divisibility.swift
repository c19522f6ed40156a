import CGMP

extension Integer {
  /// The greatest common divisor, never negative; that of zero and zero is zero.
  public static func gcd(_ lhs: Integer, _ rhs: Integer) -> Integer {
    if case .small(let a) = lhs, case .small(let b) = rhs {
      return Integer(smallGCD(a.magnitude, b.magnitude))
    }
    return combining(lhs, rhs) { __gmpz_gcd($0, $1, $2) }
  }

  /// The least common multiple, never negative; zero when either is zero.
  public static func lcm(_ lhs: Integer, _ rhs: Integer) -> Integer {
    if lhs.isZero || rhs.isZero { return .zero }
    return (lhs / gcd(lhs, rhs) * rhs).magnitude
  }

  /// The greatest common divisor `g` of `lhs` and `rhs` with `g = x * lhs + y * rhs`.
  public static func extendedGCD(_ lhs: Integer, _ rhs: Integer) -> (g: Integer, x: Integer, y: Integer) {
    var x = __mpz_struct()
    var y = __mpz_struct()
    __gmpz_init(&x)
    __gmpz_init(&y)
    let g = withUnsafeMutablePointer(to: &x) { x in
      withUnsafeMutablePointer(to: &y) { y in
        combining(lhs, rhs) { __gmpz_gcdext($0, x, y, $1, $2) }
      }
    }
    return (g, Integer(takingOver: x), Integer(takingOver: y))
  }

  /// The inverse of `self` in `0..<|modulus|`, or `nil` when there is none (or `modulus` is zero).
  public func inverse(modulo modulus: Integer) -> Integer? {
    if modulus.isZero { return nil }
    if modulus.magnitude.isOne { return .zero }
    let (g, x, _) = Integer.extendedGCD(self, modulus)
    return g.isOne ? x.modulo(modulus.magnitude) : nil
  }

  /// `self` to the power `exponent` in `0..<|modulus|`.
  ///
  /// `nil` when `modulus` is zero, when `exponent` is negative and `self` has no inverse, or when modulus and
  /// exponent are so large (beyond about 30,000 bits each) that it would take minutes.
  public func raised(to exponent: Integer, modulo modulus: Integer) -> Integer? {
    if modulus.isZero { return nil }
    if exponent.isNegative {
      return inverse(modulo: modulus)?.raised(to: -exponent, modulo: modulus)
    }
    // Each bit of the exponent costs a product of the size of the modulus.
    let limbs = Double(modulus.bitWidthOfMagnitude / 64 + 1)
    if limbs * limbs.squareRoot() * Double(exponent.bitWidthOfMagnitude) > 1e9 { return nil }
    return modulus.withMPZ { modulus in
      Integer.combining(self, exponent) { __gmpz_powm($0, $1, $2, modulus) }
    }
  }

  /// Whether the value is a prime number; a composite passes with a probability below 4^-24, below 2^64 none does.
  ///
  /// `nil`, not known, for a number of more than 10,000 bits without a small factor.
  /// - Complexity: that of about 25 modular powers.
  public var isProbablePrime: Bool? {
    if self < 2 { return false }
    if bitWidthOfMagnitude > 10_000 { return smallFactors().factors.isEmpty ? nil : false }
    return withMPZ { __gmpz_probab_prime_p($0, 25) } != 0
  }

  /// The least number above `self` that is probably prime; `nil` above 4,096 bits.
  public var nextProbablePrime: Integer? {
    if self < 2 { return 2 }
    if bitWidthOfMagnitude > 4_096 { return nil }
    return Integer.combining(self, .zero) { result, value, _ in __gmpz_nextprime(result, value) }
  }

  /// The Jacobi symbol of `self` over `modulus`, or `nil` unless `modulus` is odd and positive.
  public func jacobiSymbol(over modulus: Integer) -> Int? {
    guard modulus.isOdd, modulus.sign > 0 else { return nil }
    return withMPZ { a in modulus.withMPZ { b in Int(__gmpz_jacobi(a, b)) } }
  }

  /// Stein's binary algorithm.
  static func smallGCD(_ lhs: UInt, _ rhs: UInt) -> UInt {
    if lhs == 0 { return rhs }
    if rhs == 0 { return lhs }
    let shift = (lhs | rhs).trailingZeroBitCount
    var a = lhs &>> lhs.trailingZeroBitCount
    var b = rhs
    while b != 0 {
      b &>>= b.trailingZeroBitCount
      if a > b { swap(&a, &b) }
      b &-= a
    }
    return a &<< shift
  }
}
