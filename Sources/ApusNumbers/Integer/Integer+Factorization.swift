import CFLINT

extension Integer {
  /// The prime factors of the magnitude, ascending with their multiplicities; empty for one.
  ///
  /// `nil` for zero, when a composite factor resists, and on cancellation, which is asked for between curves.
  /// Prime factors of up to 18 digits are practically always found, one larger one is what remains; it is a
  /// probable prime. With more `curves` factors of up to 22 digits come within reach.
  /// - Complexity: trial division, then the elliptic curve method: milliseconds for numbers of 20 digits, at worst
  ///   about 50 ms times `curves` for ones of 60.
  public func factorization(
    curves: Int = 60, isCancelled: () -> Bool = { false }
  ) -> [(prime: Integer, multiplicity: Int)]? {
    if isZero || bitWidthOfMagnitude > 4_096 { return nil }
    let (small, cofactor, _) = smallFactors()
    var factors = small.map { (prime: Integer($0.prime), multiplicity: $0.multiplicity) }
    var work: [(value: Integer, multiplicity: Int)] = [(cofactor.magnitude, 1)]
    while let (value, multiplicity) = work.popLast() {
      if value.isOne { continue }
      if value.isProbablePrime == true {
        if let index = factors.firstIndex(where: { $0.prime == value }) {
          factors[index].multiplicity += multiplicity
        } else {
          factors.append((value, multiplicity))
        }
      } else if let (base, exponent) = value.perfectPower() {
        work.append((base, multiplicity * exponent))
      } else if let divisor = value.properDivisor(curves, isCancelled),
        let quotient = value.exactQuotient(dividingBy: divisor)
      {
        work.append((divisor, multiplicity))
        work.append((quotient, multiplicity))
      } else {
        return nil
      }
    }
    return factors.sorted { $0.prime < $1.prime }
  }

  /// A divisor of a composite number other than one and itself, by the elliptic curve method.
  private func properDivisor(_ curves: Int, _ isCancelled: () -> Bool) -> Integer? {
    // Curves and bounds for factors of about 10, 15 and 20 digits (Zimmermann's table for GMP-ECM).
    let stages: [(curves: Int, bound: UInt)] = [(10, 400), (30, 2_000), (curves, 11_000)]
    let state = UnsafeMutablePointer<flint_rand_s>.allocate(capacity: 1)
    flint_randinit(state)
    defer {
      flint_randclear(state)
      state.deallocate()
    }
    for (curves, bound) in stages {
      for _ in 0..<Swift.max(curves, 0) {
        if isCancelled() { return nil }
        var found = false
        let divisor = Integer(computingFMPZ: { result in
          found = withFMPZ { fmpz_factor_ecm(result, 1, bound, bound * 100, state, $0) } != 0
        })
        if found, divisor > 1, divisor < self { return divisor }
      }
    }
    return nil
  }
}
