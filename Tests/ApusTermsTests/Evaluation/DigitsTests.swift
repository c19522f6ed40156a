import ApusNumbers
import ApusTerms
import Testing

private let x = Expr.symbol("x")
private let half = Expr(1) / 2

@Suite("Correct digits")
struct DigitsTests {
  /// Traps for floating-point arithmetic; digits from mpmath at 120 digits.
  static let traps: [(Expr, Int, String)] = [
    (.pi, 50, "3.1415926535897932384626433832795028841971693993751"),
    (sin(Expr(10) ** 22), 20, "-0.85220084976718880177"),
    (.E ** (.pi * Expr(163) ** half) - 262_537_412_640_768_744, 20, "-7.4992740280181431112e-13"),
    (tan(.pi / 2 - 1 / Expr(10) ** 30), 20, "1.0000000000000000000e30"),
    (.E ** -1_000_000, 10, "3.296831478e-434295"),
    (1 - cos(1 / Expr(10) ** 30), 15, "5e-61"),
    (Expr(2) ** half, 5, "1.4142"),
    (.zeta(3), 30, "1.20205690315959428539973816151"),
    (.besselj(0, 100), 20, "0.019985850304223122424"),
    (.gamma(Expr(1) / 3), 25, "2.678938534707747633655693"),
    (.lambertw(1), 25, "0.5671432904097838729999687"),
    (.i ** .i, 20, "0.20787957635076190855"),
    (log(-Expr(2)), 10, "0.6931471806 + 3.141592654*i"),
    (Expr(-8) ** (Expr(1) / 3) * .pi, 10, "3.141592654 + 5.441398093*i"),
    (Expr(1) / 3, 5, "0.33333"), (Expr(-5_794_776_379_995) / 1_000_000_000_000, 12, "-5.79477638"),
    (Expr(125) / 100, 2, "1.2"), (Expr(135) / 100, 2, "1.4"), (Expr(99_995) / 10, 4, "10000.0"),
    (Expr(10) ** 40 / 3, 3, "3.33e39"),
    (sin(1) ** 2 + cos(1) ** 2 + Expr(1) / 4, 2, "1.2"),
  ]

  @Test("are found where cancellation hides them", arguments: traps)
  func trap(_ trap: (Expr, Int, String)) throws {
    #expect(try trap.0.digits(trap.1).debugDescription == trap.2)
  }

  @Test("of powers beyond all exponents are a product with a power of 10") func hugePower() throws {
    let value = try (Expr(9) ** (Expr(9) ** 9)).digits(20)
    let digits = try #require(BigFloat("4.2812477317574704804", precision: BigFloat.precision(forDigits: 20)))
    let expected = Expr(Number.bigFloat(digits)) * 10 ** 369_693_099
    #expect(value == expected)
  }

  @Test("integers are exact when they are known to be integers") func integers() throws {
    let five = (Expr(2) ** half + Expr(3) ** half) ** 2 - 2 * Expr(6) ** half
    #expect(floor(five) == 5 && ceiling(five) == 5 && Expr.call(.equal, [five, 5]) == Expr(true))
    #expect(Expr.call(.lessEqual, [five, 5]) == Expr(true) && Expr.call(.max, [five, 4]) == five)
    #expect(try floor(.E ** (.pi * Expr(163) ** half)).digits(18) == 262_537_412_640_768_743)
    let sum = Expr.call(.sum, [x ** 2, x, 1, 100])
    #expect(try sum.digits(6) == 338_350 && sum.digits(3) == 338e3)
  }

  @Test("of algebraic zeros are 0, exactly", arguments: Self.zeros)
  func zero(_ zero: Expr) throws { #expect(try zero.digits(10) == 0) }

  /// Algebraic numbers that are zero, but not by construction.
  static let zeros: [Expr] = [
    (Expr(2) ** half + Expr(3) ** half) ** 2 - 5 - 2 * Expr(6) ** half,
    (Expr(5) ** half + 2) ** (Expr(1) / 3) - (Expr(5) ** half + 1) / 2,
    cos(.pi / 7) - cos(2 * .pi / 7) + cos(3 * .pi / 7) - half,
    tan(3 * .pi / 11) + 4 * sin(2 * .pi / 11) - Expr(11) ** half,
    (1 + .i * Expr(3) ** half) ** 3 + 8,
    .goldenRatio ** 2 - .goldenRatio - 1,
    1 / (Expr(3) ** half - Expr(2) ** half) - Expr(3) ** half - Expr(2) ** half,
  ]

  @Test("of real algebraic numbers in complex clothes are real") func casusIrreducibilis() throws {
    // The roots of x³ − 3x + 1 are 2cos(2π/9), 2cos(4π/9) and 2cos(8π/9).
    let w = (-half + .i * Expr(3) ** half / 2) ** (Expr(1) / 3)
    let root = try (w + 1 / w).digits(20)
    #expect(root.debugDescription == "1.5320888862379560704")
    #expect(try (w + 1 / w - 2 * cos(2 * .pi / 9)).digits(5) == 0)
  }

  @Test("of a value that may be zero are refused, with a bound") func possiblyZero() {
    let zero = Expr.E ** Expr.erf(1) - .E ** (1 - Expr.erfc(1))
    do throws(EvaluationError) {
      _ = try zero.digits(10)
      Issue.record("a zero has no significant digits")
    } catch {
      guard case .possiblyZero(.real, let exponent) = error else {
        Issue.record("unexpected error \(error)")
        return
      }
      #expect(exponent < -1000)
    }
  }

  @Test("at poles and without values are refused") func poles() {
    #expect(throws: EvaluationError.noFiniteValue) { try log(x).digits(10, at: ["x": 0]) }
    #expect(throws: EvaluationError.noFiniteValue) { try Expr.gamma(x).digits(10, at: ["x": -2]) }
    #expect(throws: EvaluationError.missingSymbols(["x"])) { try sin(x).digits(10) }
    #expect(throws: EvaluationError.tooLarge("the number of digits")) { try Expr.pi.digits(10_000_000) }
  }

  @Test("many of them agree with fewer") func prefixes() throws {
    for expr in [sin(Expr(1)), .gamma(Expr(1) / 3), .zeta(Expr(7) / 2), .erf(3)] {
      let many = try expr.digits(200).debugDescription
      for count in [10, 37, 100] {
        let few = try expr.digits(count).debugDescription
        #expect(many.hasPrefix(few.dropLast(2)))
      }
    }
  }
}
