import ApusNumbers
import ApusTestSupport
import Testing

func sampleFloats(seed: UInt64, precision: Int) -> [BigFloat] {
  var random = SplitMix64(seed: seed)
  return (0..<20).map { _ in
    let value = Rational(Integer(Int64(bitPattern: random.next())), Integer(random.next() | 1)) ?? 1
    let scale = BigFloat.exp2(BigFloat(Double(Int(random.next() % 200)) - 100, precision: precision))
    return BigFloat(value, precision: precision) * scale
  }
}

@Suite struct BigFloatTests {
  @Test("arithmetic rounds correctly to the lower precision", arguments: [2, 24, 53, 100, 1000])
  func rounding(precision: Int) throws {
    let samples = sampleFloats(seed: UInt64(precision), precision: precision)
    for a in samples {
      for b in samples {
        let (x, y) = (try #require(a.asRational), try #require(b.asRational))
        #expect(a + b == BigFloat(x + y, precision: precision))
        #expect(a - b == BigFloat(x - y, precision: precision))
        #expect(a * b == BigFloat(x * y, precision: precision))
        #expect(a / b == BigFloat(x / y, precision: precision))
        #expect((a < b) == (x < y))
      }
      let wider = BigFloat(a, precision: precision + 30)
      #expect((wider + a).precision == precision && wider == a)
      #expect(!wider.isIdentical(to: a))
    }
  }

  @Test("an operand may be both operands and the result")
  func aliasing() {
    var x = BigFloat(Rational(1, 3)!, precision: 200)
    let original = x
    #expect(x + x == BigFloat(Rational(2, 3)!, precision: 200))
    #expect((x - x).isZero)
    #expect(x / x == BigFloat(1.0))
    #expect(BigFloat.pow(x, x) == BigFloat.exp(x * BigFloat.log(x)) || BigFloat.pow(x, x).isFinite)
    x *= x
    #expect(x == original * original)
    x -= x
    #expect(x.isZero)
  }

  @Test("text reads back", arguments: [1, 2, 7, 24, 53, 61, 64, 113, 200, 1000])
  func text(precision: Int) throws {
    for value in sampleFloats(seed: 7, precision: precision) {
      let text = value.description
      #expect(BigFloat(text, precision: precision) == value)
      #expect(BigFloat((-value).description, precision: precision) == -value)
    }
  }

  @Test("as many bits are kept as digits are written, and printed again")
  func digits() throws {
    for digits in 18...60 {
      let text =
        "1." + String("23456789012345678901234567890123456789012345678901234567890".prefix(digits - 1))
      let value = try #require(BigFloat(text))
      #expect(value.precision == BigFloat.precision(forDigits: digits))
      #expect(value.description == text)
    }
    #expect(BigFloat.pi(precision: 200).text(digits: 40) == "3.141592653589793238462643383279502884197")
    #expect(BigFloat("1e-999999999999") == nil && BigFloat("1e999999999999") == nil)
    #expect(
      BigFloat("abc") == nil && BigFloat("") == nil && BigFloat("0x1p5") == nil && BigFloat("inf") == nil)
    #expect(BigFloat("0e5")?.isZero == true)
  }

  @Test("Doubles convert exactly, and Integers to the bit")
  func conversions() {
    for value in [0.1, -1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0, 1.5] {
      #expect(BigFloat(value).asDouble == value)
    }
    #expect(BigFloat(-0.0).description == "0.0")
    #expect(BigFloat(Double.nan).isNaN && !(BigFloat(Double.nan) == BigFloat(Double.nan)))
    #expect(BigFloat(Double.nan).description == "nan" && BigFloat(-Double.infinity).description == "-inf")
    let big = Integer(3).raised(to: 500) ?? 0
    #expect(BigFloat(exactly: big).truncated == big)
    #expect(BigFloat(2.5).rounded == 2 && BigFloat(-2.5).floor == -3 && BigFloat(-2.5).ceiling == -2)
    #expect(BigFloat(Double.infinity).truncated == nil && BigFloat(Double.nan).asRational == nil)
    let vast = BigFloat.exp2(BigFloat(1e9))
    #expect(vast.isFinite && vast.truncated == nil && vast.asRational == nil && vast.asDouble == .infinity)
    #expect(BigFloat.exp2(BigFloat(1e10)).isInfinite)
  }

  @Test("elementary functions satisfy their identities", arguments: [53, 150])
  func identities(precision: Int) {
    let tolerance = BigFloat.exp2(BigFloat(Double(6 - precision)))
    for raw in sampleFloats(seed: 11, precision: precision) {
      let x = BigFloat.atan(raw)
      let (s, c) = (BigFloat.sin(x), BigFloat.cos(x))
      #expect((s * s + c * c - BigFloat(1.0)).magnitude < tolerance)
      #expect((BigFloat.tan(x) * c - s).magnitude < tolerance)
      #expect((BigFloat.log(BigFloat.exp(x)) - x).magnitude < tolerance)
      #expect((BigFloat.sinh(x) + BigFloat.cosh(x) - BigFloat.exp(x)).magnitude < tolerance * BigFloat(8.0))
      #expect((BigFloat.sqrt(raw * raw) - raw.magnitude).magnitude <= raw.magnitude * tolerance)
      #expect((BigFloat.root(x * x * x, 3) - x).magnitude < tolerance)
      #expect((BigFloat.atan2(y: s, x: c) - x).magnitude < tolerance)
    }
    #expect(BigFloat.log(BigFloat(-1.0)).isNaN && BigFloat.asin(BigFloat(2.0)).isNaN)
    #expect(BigFloat.root(BigFloat(8.0), 0).isNaN)
    #expect(BigFloat.sin(BigFloat.exp2(BigFloat(1e8))).isNaN)
  }

  @Test(
    "constants",
    arguments: [
      // OEIS A000796, A001113, A001620, A006752.
      (BigFloat.pi(precision: 160), "3.1415926535897932384626433832795028841972"),
      (BigFloat.e(precision: 160), "2.7182818284590452353602874713526624977572"),
      (BigFloat.eulerGamma(precision: 160), "0.57721566490153286060651209008240243104216"),
      (BigFloat.catalan(precision: 160), "0.91596559417721901505460351493238411077415"),
    ])
  func constants(value: BigFloat, digits: String) {
    #expect(value.text(digits: 41) == digits)
  }
}
