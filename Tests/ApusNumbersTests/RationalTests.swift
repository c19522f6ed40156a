import ApusNumbers
import ApusTestSupport
import Testing

/// Rational numbers with inline and boxed parts.
func sampleRationals(seed: UInt64) -> [Rational] {
  let integers = sampleIntegers(seed: seed)
  var random = SplitMix64(seed: seed)
  var samples: [Rational] = [0, 1, -1]
  let limits: [Integer] = [2_147_483_647, -2_147_483_648, -2_147_483_649, 4_294_967_295, 4_294_967_296]
  for n in limits { for d in limits { samples += [Rational(n, d)].compactMap { $0 } } }
  for _ in 0..<15 {
    let (n, d) = (integers.randomElement(using: &random) ?? 1, integers.randomElement(using: &random) ?? 1)
    samples += [Rational(n, d)].compactMap { $0 }
  }
  return samples
}

@Suite struct RationalTests {
  @Test("field and order laws", arguments: [1, 2])
  func fieldLaws(seed: UInt64) throws {
    let samples = sampleRationals(seed: seed)
    for a in samples {
      #expect(Integer.gcd(a.numerator, a.denominator) == 1 && a.denominator > 0)
      #expect(a - a == 0 && a + a == 2 * a && -(-a) == a)
      #expect(Rational(a.description) == a)
      if !a.isZero { #expect(try a * #require(a.reciprocal) == 1) }
      #expect(Rational(a.floor) <= a && a < Rational(a.floor + 1))
      #expect(a.ceiling == (a.isInteger ? a.floor : a.floor + 1))
      for b in samples {
        #expect(a + b == b + a && a * b == b * a)
        #expect((a + b) - b == a)
        #expect((a < b) == (a - b).isNegative)
        #expect((a == b) == (a.contentHash == b.contentHash))
        #expect((a + b) * (a - b) == a * a - b * b)
        if !b.isZero { #expect(a / b * b == a) }
      }
    }
  }

  @Test("lowest terms and signs")
  func canonical() {
    #expect(Rational(4, -6) == Rational(-2, 3))
    #expect(Rational(1, 0) == nil)
    #expect(Rational(Integer(Int.min), Integer(Int.min)) == 1)
    #expect(Rational(Integer(Int.min), -1)?.numerator == -Integer(Int.min))
    #expect(Rational(5, 2)?.rounded == 2 && Rational(7, 2)?.rounded == 4 && Rational(-5, 2)?.rounded == -2)
    #expect(
      Rational(-7, 2)?.floor == -4 && Rational(-7, 2)?.ceiling == -3 && Rational(-7, 2)?.truncated == -3)
  }

  @Test(
    "text",
    arguments: [("22/7", "22/7"), ("-0.250", "-1/4"), ("2.5e-3", "1/400"), ("1e3", "1000"), (".5", "1/2")])
  func text(input: String, output: String) {
    #expect(Rational(input)?.description == output)
  }

  @Test(
    "refused text",
    arguments: ["", "/", "1/0", "1/", "1.2/3", "e5", "1e", ".", "1e99999999999999999999", "1e2000000"])
  func refused(input: String) {
    #expect(Rational(input) == nil)
  }

  @Test("powers")
  func powers() {
    #expect(Rational(2, 3)?.raised(to: -3) == Rational(27, 8))
    #expect(Rational.zero.raised(to: -1) == nil)
    #expect(Rational.zero.raised(to: 0) == 1)
    #expect(Rational(2, 3)?.raised(to: .min) == nil)
    #expect(Rational(-1).raised(to: .min) == 1)
    #expect(Rational(9, 10)?.raised(to: 387_420_489) == nil)
  }

  @Test("the nearest Double, also below the normal range")
  func doubles() throws {
    #expect(Rational(1, 3)?.asDouble == 1.0 / 3)
    let tiny = try #require(Rational(3, 2)?.dividing(by: Rational(Integer.one << 1074)))
    #expect(tiny.asDouble == 2 * Double.leastNonzeroMagnitude)
    let half = try #require(Rational(Integer.one, Integer.one << 1075))
    #expect(half.asDouble == 0)
    #expect((half * Rational("1.0000000001")!).asDouble == Double.leastNonzeroMagnitude)
    #expect((-half * 2).asDouble == -Double.leastNonzeroMagnitude)
    #expect(Rational(Integer.one << 2000).asDouble == .infinity)
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let value = Double(bitPattern: random.next() & 0x000F_FFFF_FFFF_FFFF)
      let exact = try #require(BigFloat(value).asRational)
      #expect(exact.asDouble == value)
    }
  }
}
