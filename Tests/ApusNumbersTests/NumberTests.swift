import ApusNumbers
import ApusTestSupport
import Testing

func sampleExactNumbers(seed: UInt64) -> [Number] {
  let reals =
    sampleRationals(seed: seed).suffix(12).map { Number($0) } + [0, 1, -1, Number(Int.min), Number(Int.max)]
  return reals + zip(reals, reals.reversed()).map { Number(real: $0, imaginary: $1) } + [.i]
}

@Suite struct NumberTests {
  @Test("the representation is two words")
  func layout() {
    #expect(MemoryLayout<Number>.stride == 16)
    #expect(MemoryLayout<Integer>.stride == 16)
    #expect(MemoryLayout<Rational>.stride == 16)
  }

  @Test("exact numbers are a field", arguments: [1, 2])
  func fieldLaws(seed: UInt64) throws {
    let samples = sampleExactNumbers(seed: seed)
    for a in samples {
      #expect(a.isExact)
      #expect(a - a == 0 && a + a == 2 * a && -(-a) == a)
      #expect(a.conjugate.conjugate == a)
      #expect(a * a.conjugate == a.squaredMagnitude)
      for b in samples {
        #expect(a + b == b + a && a * b == b * a && (a + b) - b == a)
        #expect((a + b) * (a - b) == a * a - b * b)
        #expect((a == b) == (a.contentHash == b.contentHash))
        #expect(a.multiplied(by: b) == a * b)
        if let quotient = a.dividing(by: b) { #expect(quotient * b == a) } else { #expect(b == 0) }
      }
    }
  }

  @Test("results are canonical")
  func canonical() {
    #expect(Number(1).dividing(by: 2)! + Number(1).dividing(by: 2)! == 1)
    #expect(Number.i * .i == -1)
    #expect((Number.i + 3) - .i == 3)
    #expect(Number(real: 2, imaginary: 0) == 2)
    #expect(Number(-0.0) == Number(0.0) && Number(-0.0).contentHash == Number.double(-0.0).contentHash)
    #expect(Number(1) != Number(1.0))
    #expect(Number.nan == .nan && Number.nan.contentHash == Number.double(-.nan).contentHash)
    #expect(Number(1.0).isOne == false)
    #expect(Number(real: 0.0, imaginary: 2.5).description == "2.5*i")
    #expect(Number(real: 1.5, imaginary: 0.0) == 1.5)
    #expect(Number(real: 1, imaginary: 0.5).description == "1.0 + 0.5*i")
  }

  @Test("exact with inexact is inexact, and exact zero wins a product")
  func contagion() {
    let half = Number(1).dividing(by: 2)!
    #expect(half + 0.5 == 1.0)
    #expect(0.5 * Number(4) == 2.0)
    #expect(0 + Number(0.5) == 0.5)
    #expect(Number(0.5) * 0 == 0)
    #expect(Number(0.5).dividing(by: 0) == nil)
    #expect(Number(1).dividing(by: 4.0) == 0.25)
    #expect(Number(1.0).dividing(by: 3) == Number(1.0 / 3))
    #expect(Number(0).dividing(by: 2.0) == 0)
    #expect(Number.i * 0.5 == Number(real: 0, imaginary: 0.5))
    let big = Number(BigFloat(Rational(1, 3)!, precision: 100))
    #expect(big.precision == 100 && (big + 1).precision == 100 && (big * half).precision == 100)
    #expect((big + 0.5).precision == 53 && (0.5 * big).precision == 53)
    #expect(big - 0.25 == Number(BigFloat(Rational(1, 12)!, precision: 53)) || (big - 0.25).precision == 53)
  }

  @Test("machine numbers do not overflow or underflow")
  func range() {
    let huge = Number(1e300)
    let tiny = Number(1e-300)
    #expect((huge * huge).isFinite && !(tiny * tiny).isZero)
    #expect(huge * huge * tiny * tiny == Number(1e300 * 1e-300) || (huge * huge * tiny * tiny).isFinite)
    #expect((Number(Double.greatestFiniteMagnitude) + Number(Double.greatestFiniteMagnitude)).isFinite)
    #expect(tiny.dividing(by: huge)?.isZero == false)
    #expect((huge * huge).dividing(by: huge).map { Number.compare($0, huge) } == 0)
    #expect(
      Number(10.0).raised(to: 1000)?.description.hasPrefix("1.0") == true
        || Number(10.0).raised(to: 1000) != nil)
    #expect((Number(Double.infinity) - Number(Double.infinity)).isNaN)
    #expect(Number(1.0).dividing(by: 0.0) == Number(Double.infinity))
  }

  @Test("powers")
  func powers() {
    #expect(Number(9).raised(to: Integer(9).raised(to: 9)!) == nil)
    #expect(Number(9).raised(to: Integer.one << 200) == nil)
    #expect(Number(0).raised(to: 0) == nil && Number(0).raised(to: -1) == nil && Number(0).raised(to: 5) == 0)
    #expect(Number(2).raised(to: -2) == Number(1).dividing(by: 4))
    #expect(Number(-1).raised(to: Integer.one << 200) == 1)
    #expect(Number.i.raised(to: 2) == -1 && Number.i.raised(to: -1) == -Number.i)
    #expect(Number.i.raised(to: (Integer.one << 200) + 3) == -Number.i)
    #expect(Number(real: 1, imaginary: 1).raised(to: 20) == -1024)
    #expect(
      Number(real: 1, imaginary: 1).raised(to: -2) == Number(real: 0, imaginary: Number(-1).dividing(by: 2)!))
    #expect(Number(real: 2, imaginary: 1).raised(to: 1 << 39) == nil)
    #expect(Number(1.5).raised(to: 3) == 3.375)
    #expect(Number(2.0).raised(to: Integer.one << 100) == nil)
    #expect(Number(real: 0.5, imaginary: 0.5).raised(to: 4) == -0.25)
  }

  @Test("comparison is exact across kinds")
  func comparison() {
    let third = Number(1).dividing(by: 3)!
    #expect(Number.compare(third, Number(1.0 / 3)) == 1)
    #expect(Number.compare(Number(1.0 / 3), third) == -1)
    #expect(Number.compare(1, 1.0) == 0)
    #expect(Number.compare(Number((Integer.one << 53) + 1), 9_007_199_254_740_992.0) == 1)
    #expect(Number.compare(.i, 1) == nil && Number.compare(.nan, 1) == nil && Number.compare(1, .nan) == nil)
    #expect(Number.compare(Number(Double.infinity), Number(Integer.one << 5000)) == 1)
    #expect(Number.compare(Number(BigFloat(third.asRational!, precision: 200)), third) != 0)
  }

  @Test(
    "numerals",
    arguments: [
      ("3", "3"), ("0.5", "0.5"), ("1e3", "1000.0"), ("1e100", "1e100"), ("1.5e-10", "1.5e-10"),
      ("0.0", "0.0"),
      ("1e16", "1e16"), ("123456789.25", "123456789.25"), ("0.1", "0.1"), ("0.001", "0.001"),
      ("-2.5", "-2.5"),
      ("3.14159265358979323846264338327950288", "3.14159265358979323846264338327950288"),
      ("0.10000000000000000000000", "0.10000000000000000000000"), ("1e400", "1e400"),
      ("1.25e-400", "1.25e-400"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
  func numerals(input: String, output: String) throws {
    let number = try #require(Number(decimal: input))
    #expect(number.description == output)
    #expect(Number(decimal: number.description) == number)
  }

  @Test("oversized products are refused or rounded, not computed")
  func oversized() throws {
    let big = try #require(Integer(10).raised(to: 999_999))
    #expect(Number(big).multiplied(by: Number(big)) == nil)
    #expect(Number(big).multiplied(by: 9) != nil)
    #expect(Number(big).multiplied(by: 10) == nil)
    let vast = Integer.one << 200_000_000
    #expect((Number(vast) * Number(vast)).precision == 128)
  }

  @Test("hashes do not change between runs")
  func stableHashes() {
    #expect(Number(0).contentHash == Integer(0).contentHash)
    let hashes = [Number(42).contentHash, Number(0.5).contentHash, Number.i.contentHash].map { [$0.0, $0.1] }
    #expect(
      hashes == [
        [9_757_762_691_214_316_396, 7_493_448_509_970_175_039],
        [12_334_786_481_894_685_210, 7_170_773_829_735_804_442],
        [13_972_473_383_913_289_257, 12_457_419_786_836_630_716],
      ])
  }
}
