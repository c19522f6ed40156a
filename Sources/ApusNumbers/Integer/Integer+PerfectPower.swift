import CGMP

extension Integer {
  /// The number as a power with the largest possible exponent (at least 2), or `nil` when it is none.
  ///
  /// 0, 1 and -1, which are powers to infinitely many exponents, give `nil`. A negative number needs an odd one.
  /// - Complexity: trial division leaves few candidates; without a small factor, one division by a word for each
  ///   prime below `bitWidthOfMagnitude / 7`, after GMP has found that there is an exponent at all.
  public func perfectPower() -> (base: Integer, exponent: Int)? {
    if magnitude < 4 || withMPZ({ __gmpz_perfect_power_p($0) }) == 0 { return nil }
    let (factors, _, bound) = smallFactors()
    // The exponent divides every multiplicity; without factors the base is at least `bound`.
    let common = factors.reduce(0) { Integer.smallGCD($0, UInt($1.multiplicity)) }
    var base = self
    var exponent = 1
    func extract(_ degree: Int) {
      if degree == 2 && isNegative { return }
      while base.mayBePower(degree), let (root, isExact) = base.root(degree), isExact {
        base = root
        exponent *= degree
      }
    }
    if common > 0 {
      // A multiplicity is far below 2^32, so that trial division leaves one or a prime.
      let (divisors, rest, _) = Integer(common).smallFactors()
      for divisor in divisors { extract(divisor.prime) }
      if let last = rest.asInt, last > 1 { extract(last) }
    } else {
      let limit = bitWidthOfMagnitude / (Int.bitWidth - 1 - bound.leadingZeroBitCount) + 1
      var degree = 2
      while degree <= limit / exponent {
        extract(degree)
        degree = Integer.primeAfter(degree)
      }
    }
    return exponent > 1 ? (base, exponent) : nil
  }

  /// Whether the value may be a power of prime degree `p`: in the field of a prime `q = kp + 1` all but one in `p`
  /// numbers that are none are recognised by Euler's criterion.
  private func mayBePower(_ p: Int) -> Bool {
    if p == 2 || p > 1 << 30 { return true }
    var q = UInt(2 * p + 1)
    while !Integer(q).isPrimeWord { q += UInt(2 * p) }
    let residue = withMPZ { __gmpz_fdiv_ui($0, q) }
    if residue == 0 { return true }
    return Integer(residue).raised(to: Integer((q - 1) / UInt(p)), modulo: Integer(q))?.isOne ?? true
  }

  /// Whether a value of at most one word is prime.
  private var isPrimeWord: Bool { withMPZ { __gmpz_probab_prime_p($0, 25) } != 0 }

  private static func primeAfter(_ n: Int) -> Int {
    var candidate = Integer(n == 2 ? 3 : n + 2)
    while !candidate.isPrimeWord { candidate += 2 }
    return candidate.asInt ?? .max
  }
}
