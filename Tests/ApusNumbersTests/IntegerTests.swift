import ApusNumbers
import ApusTestSupport
import Testing

/// Integers around every boundary of the two representations, and random ones of up to 400 bits.
func sampleIntegers(seed: UInt64) -> [Integer] {
  var random = SplitMix64(seed: seed)
  let edges: [Int] = [0, 1, -1, 2, -2, 3, 10, .max, .min, .max - 1, .min + 1, 1 << 32, -(1 << 32), 1 << 62]
  var samples = edges.map { Integer($0) }
  samples += [Integer(Int.max) + 1, Integer(Int.min) - 1, Integer(UInt.max), -Integer(UInt.max) - 1]
  for bits in [20, 40, 63, 64, 65, 127, 128, 200, 400] {
    var value = Integer(0)
    for _ in 0..<(bits + 63) / 64 { value = (value << 64) + Integer(random.next()) }
    value = value >> ((bits + 63) / 64 * 64 - bits)
    samples += [value, -value]
  }
  return samples
}

@Suite struct IntegerTests {
  @Test("ring and order laws hold on both sides of the Int boundary", arguments: [1, 2, 3])
  func ringLaws(seed: UInt64) {
    let samples = sampleIntegers(seed: seed)
    for a in samples {
      #expect(a - a == 0)
      #expect(-(-a) == a)
      #expect(a + a == 2 * a)
      #expect(a * a - 1 == (a + 1) * (a - 1))
      for b in samples {
        let sum = a + b
        let product = a * b
        #expect(sum == b + a)
        #expect(sum - b == a)
        #expect(product == b * a)
        #expect((a < b) == (b - a > 0))
        #expect((a == b) == (a.contentHash == b.contentHash))
        for c in [samples[3], samples[7], samples[19]] { #expect(product + a * c == a * (b + c)) }
      }
    }
  }

  @Test("truncating and flooring division", arguments: [4, 5])
  func division(seed: UInt64) {
    let samples = sampleIntegers(seed: seed)
    for a in samples {
      for b in samples where !b.isZero {
        let (q, r) = a.quotientAndRemainder(dividingBy: b)
        #expect(q * b + r == a)
        #expect(r.magnitude < b.magnitude && (r.isZero || r.sign == a.sign))
        let (f, m) = a.flooringQuotientAndRemainder(dividingBy: b)
        #expect(f * b + m == a)
        #expect(m.magnitude < b.magnitude && (m.isZero || m.sign == b.sign))
        #expect((a * b).exactQuotient(dividingBy: b) == a)
      }
    }
  }

  @Test("values that fit in an Int are small again")
  func normalisation() {
    let big = Integer(Int.max) + 1
    #expect(big.asInt == nil)
    #expect((big - 1).asInt == .max)
    #expect((-big).asInt == .min)
    #expect((-Integer(Int.min)).asInt == nil)
    #expect(-Integer(Int.min) == big)
    #expect(Integer(Int.min) / -1 == big)
    #expect((big / big).isOne)
    #expect((big - big).isZero)
    #expect((big - 1).hashValue == Integer(Int.max).hashValue)
    #expect(Integer(Int.min).magnitude == big)
    #expect((big & 1).asInt == 0)
    #expect((big >> 60).asInt == 8)
  }

  @Test("an operand may be both operands and the result")
  func aliasing() {
    var x: Integer = 123_456_789_012_345_678_901_234_567_890
    let original = x
    #expect(x + x == 2 * x)
    #expect((x - x).isZero)
    #expect(x * x == 15_241_578_753_238_836_750_495_351_562_536_198_787_501_905_199_875_019_052_100)
    #expect((x / x).isOne)
    x += x
    #expect(x == original * 2)
    x *= x
    #expect(x == original * original * 4)
    x -= x
    #expect(x.isZero)
    #expect(Integer.gcd(original, original) == original)
    #expect(Integer.lcm(original, original) == original)
    #expect((original & original) == original)
    #expect((original ^ original).isZero)
  }

  @Test("bit operations agree with two's complement", arguments: [6, 7])
  func bits(seed: UInt64) {
    let samples = sampleIntegers(seed: seed)
    for a in samples {
      #expect(~a == -a - 1)
      #expect(Integer(truncatingIfNeeded: a) == a)
      for count in [0, 1, 13, 63, 64, 65, 130] {
        let power = Integer.one << count
        #expect(a << count == a * power)
        #expect(a >> count == a.flooringQuotientAndRemainder(dividingBy: power).quotient)
      }
      for b in samples {
        #expect((a & b) + (a | b) == a + b)
        #expect((a ^ b) == (a | b) - (a & b))
      }
    }
  }

  @Test("words and conversions from other integer types")
  func conversions() {
    #expect(Integer(UInt64.max) == 18_446_744_073_709_551_615)
    #expect(Integer(Int8.min) == -128)
    #expect(UInt64(Integer(UInt64.max)) == .max)
    #expect(Int(exactly: Integer(UInt64.max)) == nil)
    #expect(Int128(Integer(Int128.min)) == .min)
    #expect(Integer(Int128.min) == -170_141_183_460_469_231_731_687_303_715_884_105_728)
    #expect(Integer(exactly: 0.5) == nil)
    #expect(Integer(exactly: Double.infinity) == nil)
    #expect(Integer(-1e20) == -100_000_000_000_000_000_000)
    #expect(Integer(1.9) == 1 && Integer(-1.9) == -1)
    #expect(Integer(Double.greatestFiniteMagnitude).asDouble == .greatestFiniteMagnitude)
    #expect(Integer(5) == 5 as UInt8)
    #expect(Integer(9_007_199_254_740_993).asDouble == 9_007_199_254_740_992)
  }

  @Test("text round trips in every radix", arguments: 2...36)
  func text(radix: Int) {
    for value in sampleIntegers(seed: 8) {
      #expect(Integer(value.text(radix: radix), radix: radix) == value)
      #expect(Integer(value.text(radix: radix, uppercase: true), radix: radix) == value)
      #expect(String(value, radix: radix) == value.text(radix: radix))
    }
  }

  @Test(
    "what is no integer is refused",
    arguments: [
      "", "-", "+", " 1", "1 ", "1_000", "--1", "+-1", "1.0", "1e5", "0x10", "12a", "é", "-é", "1\u{0}2",
    ])
  func refusedText(text: String) {
    #expect(Integer(text) == nil)
  }

  @Test("digits are counted exactly")
  func digitCount() {
    #expect(Integer(0).digitCount == 1)
    #expect(Integer(-9).digitCount == 1)
    #expect(Integer(10).digitCount == 2)
    #expect(Integer(Int.min).digitCount == 19)
    var power: Integer = 1
    for count in 1...300 {
      #expect(power.digitCount == count)
      power *= 10
      #expect((power - 1).digitCount == count)
    }
  }
}
