import CGMP

extension Integer {
  /// The prime factors found by trial division, ascending with their multiplicities, and what remains.
  ///
  /// The cofactor keeps the sign of `self` and has no prime factor below `bound`; a positive cofactor below
  /// `bound` squared is prime or one. Zero has no factors and is its own cofactor.
  /// - Complexity: the number of primes below `bound` (at most 65,536) times the size of `self`; the
  ///   bound is lowered for numbers of more than about 2,000 digits, and the bound used is returned.
  public func smallFactors(
    below bound: Int = 65_536
  ) -> (factors: [(prime: Int, multiplicity: Int)], cofactor: Integer, bound: Int) {
    if isZero { return ([], self, bound) }
    let limbs = bitWidthOfMagnitude / UInt.bitWidth + 1
    let bound = Swift.min(bound, 65_536, Swift.max(100, 6_553_600 / limbs))
    var factors: [(prime: Int, multiplicity: Int)] = []
    var rest = self
    for prime in Integer.smallPrimes {
      if prime >= bound { break }
      if case .small(let value) = rest, prime * prime > value.magnitude { break }
      let multiplicity = rest.removeFactor(prime)
      if multiplicity > 0 { factors.append((prime, multiplicity)) }
    }
    if case .small(let value) = rest, value.magnitude > 1, value.magnitude < bound {
      factors.append((Int(value.magnitude), 1))
      rest = .small(value.signum())
    }
    return (factors, rest, bound)
  }

  /// Writes `self` as `outside^n * inside` with as large an `outside > 0` as trial division and perfect powers find.
  ///
  /// `nil` when `n < 1`. The sign stays inside, and a number over `Number.digitLimit` whole. `(8).splittingPower(2)` is `(2, 2)`, as in `sqrt(8) = 2 sqrt(2)`.
  /// - Complexity: as `smallFactors(below:)`, and one perfect-power test.
  public func splittingPower(_ n: Int) -> (outside: Integer, inside: Integer)? {
    if n < 1 { return nil }
    if n == 1 { return (magnitude, .small(sign)) }
    if isZero { return (.one, .zero) }
    if bitWidthOfMagnitude <= n || hasMoreDigits(than: Number.digitLimit) { return (.one, self) }
    var (factors, cofactor, _) = smallFactors()
    var outside = Integer.one
    var inside = Integer.small(sign)
    func take(_ base: Integer, _ multiplicity: Int) {
      outside *= base.raised(to: multiplicity / n) ?? .one
      inside *= base.raised(to: multiplicity % n) ?? .one
    }
    factors.append((1, 1))
    for factor in factors { take(Integer(factor.prime), factor.multiplicity) }
    let rest = cofactor.magnitude
    if let (base, exponent) = rest.perfectPower() {
      take(base, exponent)
    } else {
      inside *= rest
    }
    return (outside, inside)
  }

  /// Divides `self` by `prime` as often as it goes, and says how often that was.
  private mutating func removeFactor(_ prime: Int) -> Int {
    if case .small(var value) = self {
      var multiplicity = 0
      while value % prime == 0 {
        value /= prime
        multiplicity += 1
      }
      if multiplicity > 0 { self = .small(value) }
      return multiplicity
    }
    if withMPZ({ __gmpz_divisible_ui_p($0, UInt(prime)) }) == 0 { return 0 }
    var multiplicity = 0
    self = Integer.combining(self, Integer(prime)) { multiplicity = Int(__gmpz_remove($0, $1, $2)) }
    return multiplicity
  }

  /// The primes below 65,536, by the sieve of Eratosthenes.
  static let smallPrimes: [Int] = {
    let limit = 65_536
    var isComposite = [Bool](repeating: false, count: limit)
    var primes: [Int] = []
    for candidate in 2..<limit where !isComposite[candidate] {
      primes.append(candidate)
      for multiple in stride(from: candidate * candidate, to: limit, by: candidate) {
        isComposite[multiple] = true
      }
    }
    return primes
  }()
}
