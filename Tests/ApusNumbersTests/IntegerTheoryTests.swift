import ApusNumbers
import ApusTestSupport
import Testing

@Suite struct IntegerTheoryTests {
  @Test("gcd, lcm and Bézout coefficients", arguments: [1, 2])
  func divisibility(seed: UInt64) {
    let samples = sampleIntegers(seed: seed)
    for a in samples {
      for b in samples {
        let (g, x, y) = Integer.extendedGCD(a, b)
        #expect(g == Integer.gcd(a, b))
        #expect(x * a + y * b == g)
        #expect(!g.isNegative)
        #expect(Integer.lcm(a, b) * g == (a * b).magnitude)
      }
    }
    #expect(Integer.gcd(0, 0) == 0)
    #expect(Integer.gcd(Integer(Int.min), Integer(Int.min)) == -Integer(Int.min))
  }

  @Test("modular power agrees with repeated multiplication", arguments: [3, 4])
  func modularPower(seed: UInt64) {
    for base in sampleIntegers(seed: seed) {
      for modulus: Integer in [1, 2, 7, -7, 1_000_003, 340_282_366_920_938_463_463_374_607_431_768_211_507] {
        var power: Integer = 1
        for exponent in 0..<8 {
          #expect(base.raised(to: Integer(exponent), modulo: modulus) == power.modulo(modulus.magnitude))
          power *= base
        }
        if let inverse = base.inverse(modulo: modulus) {
          #expect((inverse * base - 1).isMultiple(of: modulus))
          #expect(base.raised(to: -1, modulo: modulus) == inverse)
        } else {
          #expect(Integer.gcd(base, modulus) != 1)
          #expect(base.raised(to: -1, modulo: modulus) == nil)
        }
      }
      #expect(base.raised(to: 3, modulo: 0) == nil)
    }
  }

  @Test("roots bracket the number", arguments: [5, 6])
  func roots(seed: UInt64) throws {
    for value in sampleIntegers(seed: seed) {
      if let (root, remainder) = value.squareRoot() {
        #expect(root * root + remainder == value)
        #expect(!remainder.isNegative && remainder <= 2 * root)
        #expect(value.isPerfectSquare == remainder.isZero)
      } else {
        #expect(value.isNegative)
      }
      for degree in [1, 2, 3, 5, 64, 1000, Int.max] {
        guard let (root, isExact) = value.root(degree) else {
          #expect(value.isNegative && degree & 1 == 0)
          continue
        }
        if degree < 100 {
          let power = try #require(root.raised(to: degree))
          let next = try #require((root.magnitude + 1).raised(to: degree))
          #expect(power.magnitude <= value.magnitude && value.magnitude < next)
          #expect(isExact == (power == value))
        } else {
          #expect(isExact == (value.magnitude <= 1))
        }
      }
    }
    #expect(Integer(8).root(0) == nil)
  }

  @Test("perfect powers have the largest exponent")
  func perfectPowers() {
    for base in 2...20 {
      for exponent in 2...12 {
        guard let value = Integer(base).raised(to: exponent), let (root, power) = value.perfectPower() else {
          Issue.record("\(base)^\(exponent) is a perfect power")
          continue
        }
        #expect(root.raised(to: power) == value)
        #expect(root.perfectPower() == nil)
      }
    }
    #expect(Integer(-64).perfectPower().map { $0 == (-4, 3) } == true)
    #expect(Integer(-4).perfectPower() == nil)
    for value: Integer in [0, 1, -1, 2, 6, 12, -2, 1_000_000_007] { #expect(value.perfectPower() == nil) }
  }

  @Test("splitting off a power keeps the value", arguments: [2, 3, 4, 7])
  func splitting(degree: Int) throws {
    for value in sampleIntegers(seed: 9) {
      let (outside, inside) = try #require(value.splittingPower(degree))
      let power = try #require(outside.raised(to: degree))
      #expect(power * inside == value)
      #expect(outside > 0)
    }
    #expect(Integer(72).splittingPower(2).map { $0 == (6, 2) } == true)
    #expect(Integer(-72).splittingPower(2).map { $0 == (6, -2) } == true)
    #expect(Integer(0).splittingPower(2).map { $0 == (1, 0) } == true)
    let prime: Integer = 1_000_000_007
    #expect((prime * prime * 12).splittingPower(2).map { $0 == (2 * prime, 3) } == true)
    #expect(Integer(65_521 * 65_521).splittingPower(2).map { $0 == (65_521, 1) } == true)
  }

  @Test("trial division finds all small primes")
  func smallFactors() {
    for value in sampleIntegers(seed: 10) where !value.isZero {
      let (factors, cofactor, bound) = value.smallFactors()
      var product = cofactor
      for (prime, multiplicity) in factors {
        #expect(Integer(prime).isProbablePrime == true)
        for _ in 0..<multiplicity { product *= Integer(prime) }
        #expect(!cofactor.isMultiple(of: Integer(prime)))
      }
      #expect(product == value)
      #expect(bound == 65_536)
    }
    let (factors, cofactor, _) = Integer(2 * 2 * 3 * 65_521).smallFactors()
    #expect(
      factors.map(\.prime) == [2, 3, 65_521] && factors.map(\.multiplicity) == [2, 1, 1] && cofactor == 1)
  }

  @Test("primes")
  func primes() {
    #expect(
      (0...50).filter { Integer($0).isProbablePrime == true } == [
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47,
      ])
    #expect(Integer(-7).isProbablePrime == false)
    #expect(((Integer.one << 127) - 1).isProbablePrime == true)
    #expect(((Integer.one << 128) + 1).isProbablePrime == false)
    // The least strong pseudoprime to the bases 2, 3, 5 and 7 (OEIS A014233).
    #expect(Integer(3_215_031_751).isProbablePrime == false)
    #expect(Integer(-5).nextProbablePrime == 2 && Integer(13).nextProbablePrime == 17)
    #expect(Integer(2).jacobiSymbol(over: 7) == 1 && Integer(3).jacobiSymbol(over: 7) == -1)
    #expect(Integer(2).jacobiSymbol(over: 8) == nil)
  }

  @Test("complete factorisations", arguments: [11, 12])
  func factorization(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let value = Integer(random.next() >> 4) * Integer(random.next() >> 40) + 1
      let factors = try #require(value.factorization())
      var product: Integer = 1
      for (prime, multiplicity) in factors {
        #expect(prime.isProbablePrime == true)
        product *= try #require(prime.raised(to: multiplicity))
      }
      #expect(product == value)
      #expect(zip(factors, factors.dropFirst()).allSatisfy { $0.prime < $1.prime })
    }
    #expect(Integer(1).factorization()?.isEmpty == true && Integer(0).factorization() == nil)
    #expect(Integer(-12).factorization()?.map(\.multiplicity) == [2, 1])
    let p: Integer = 1_000_000_007
    let square = try #require((p * p * p * p).factorization())
    #expect(square.count == 1 && square[0].prime == p && square[0].multiplicity == 4)
    // The seventh Fermat number (OEIS A046052).
    let fermat = try #require(((Integer.one << 128) + 1).factorization())
    #expect(fermat.map(\.prime) == [59_649_589_127_497_217, 5_704_689_200_685_129_054_721])
    #expect(((Integer.one << 5_000) + 1).factorization() == nil)
    #expect(
      (((Integer.one << 127) - 1) * ((Integer.one << 107) - 1)).factorization(isCancelled: { true }) == nil)
  }

  @Test("questions that would take minutes are not answered")
  func costs() throws {
    let vast = (Integer.one << 1_000_000) + 1
    #expect((Integer.one << 1_000_000).isProbablePrime == false)
    #expect(((Integer.one << 86_243) - 1).isProbablePrime == nil)
    #expect(vast.nextProbablePrime == nil && vast.factorization() == nil)
    #expect(Integer(3).raised(to: vast, modulo: vast) == nil)
    #expect(Integer(3).raised(to: vast, modulo: 7) == 5)
    let power = try #require(Integer(3).raised(to: 2_000_003)?.perfectPower())
    #expect(power.base == 3 && power.exponent == 2_000_003)
    #expect(vast.perfectPower() == nil)
  }

  @Test("numbers of Bernoulli, Euler, Bell, Catalan and Lucas")
  func sequences() {
    // OEIS A000367/A002445, A000364, A000110, A000108, A000032, A001008/A002805.
    #expect(Rational.bernoulli(20) == Rational(-174_611, 330) && Rational.bernoulli(1) == Rational(-1, 2))
    #expect(Rational.bernoulli(0) == 1 && Rational.bernoulli(3) == 0 && Rational.bernoulli(-1) == nil)
    #expect(Integer.euler(10) == -50_521 && Integer.euler(3) == 0 && Integer.euler(20) == 370_371_188_237_525)
    #expect(Integer.bell(10) == 115_975 && Integer.bell(-1) == nil && Integer.bell(1_000_000) == nil)
    #expect((0...6).map { Integer.catalan($0) } == [1, 1, 2, 5, 14, 42, 132])
    #expect(Integer.catalan(.max) == nil)
    #expect(
      Integer.lucas(10) == 123 && Integer.lucas(0) == 2 && Integer.lucas(-3) == -4
        && Integer.lucas(.min) == nil)
    #expect(Rational.harmonic(10) == Rational(7381, 2520) && Rational.harmonic(0) == 0)
  }

  @Test("factorials and binomial coefficients")
  func combinatorics() throws {
    #expect(Integer.factorial(0) == 1)
    #expect(Integer.factorial(25) == 15_511_210_043_330_985_984_000_000)
    #expect(Integer.factorial(-1) == nil)
    #expect(Integer.factorial(300_000) == nil)
    #expect(Integer.factorial(.max) == nil)
    #expect(
      Integer.doubleFactorial(-1) == 1 && Integer.doubleFactorial(9) == 945
        && Integer.doubleFactorial(8) == 384)
    #expect(Integer.binomial(10, 3) == 120 && Integer.binomial(10, 11) == 0 && Integer.binomial(10, -1) == 0)
    #expect(Integer.binomial(-1, 5) == -1)
    #expect(Integer.binomial(100, 50) == 100_891_344_545_564_193_334_812_497_256)
    #expect(Integer.binomial(Integer(Int.max), Int.max / 2) == nil)
    #expect(Integer.binomial(Integer(Int.max), Int.max - 1) == Integer(Int.max))
    #expect(Integer.binomial(Integer.one << 100, .max) == nil)
    #expect(
      Integer.binomial(Integer.one << 100, 2) == ((Integer.one << 100) * ((Integer.one << 100) - 1)) / 2)
    for n in -8...8 {
      for k in 0...8 {
        let pascal =
          try #require(Integer.binomial(Integer(n), k)) + #require(Integer.binomial(Integer(n), k + 1))
        #expect(Integer.binomial(Integer(n + 1), k + 1) == pascal)
      }
    }
    #expect(Integer.fibonacci(100) == 354_224_848_179_261_915_075)
    #expect(Integer.fibonacci(-8) == -21 && Integer.fibonacci(-7) == 13)
    #expect(Integer.fibonacci(.min) == nil)
  }

  @Test("powers are refused before they are computed")
  func powerLimit() {
    #expect(Integer(9).raised(to: 387_420_489) == nil)
    #expect(Integer(2).raised(to: .max) == nil)
    #expect(Integer(10).raised(to: 999_999)?.digitCount == 1_000_000)
    #expect(Integer(10).raised(to: 1_000_000) == nil)
    #expect(Integer(-1).raised(to: .max) == -1)
    #expect(
      Integer(0).raised(to: 0) == 1 && Integer(0).raised(to: .max) == 0 && Integer(0).raised(to: -1) == nil)
    #expect(Integer(-3).raised(to: 3) == -27)
    #expect(Integer(1000).exactLogarithm(base: 10) == 3 && Integer(1001).exactLogarithm(base: 10) == nil)
    #expect((Integer.one << 1000).exactLogarithm(base: 2) == 1000)
    #expect((Integer.one << 1000).exactLogarithm(base: 4) == 500)
    #expect(Integer(1).exactLogarithm(base: 7) == 0)
  }
}
