import ApusNumbers
import ApusTestSupport
import Testing

@Suite struct BallTests {
  @Test("a ball contains the number it was made from")
  func construction() throws {
    let third = try #require(Rational(1, 3))
    for precision in [2, 53, 200] { #expect(Ball(third, precision: precision).contains(third)) }
    #expect(Ball(exactly: 0.1).isExact && Ball(exactly: 0.1).asDouble == 0.1)
    #expect(!Ball(exactly: 0.1).contains(try #require(Rational(1, 10))))
    #expect(try #require(Ball(decimal: "0.1", precision: 80)).contains(try #require(Rational(1, 10))))
    #expect(Ball(decimal: "0.1 +/- 5", precision: 80) == nil && Ball(decimal: "nan", precision: 80) == nil)
    let big = try #require(Integer(7).raised(to: 400))
    #expect(Ball(big).isExact && Ball(big).uniqueInteger == big)
    #expect(Ball(exactly: BigFloat.pi(precision: 500)).midpoint == BigFloat.pi(precision: 500))
    #expect(!Ball(exactly: Double.nan).isDefined && !Ball(exactly: Double.infinity).isFinite)
    #expect(Ball(exactly: 1.0).widened(by: 0.5).contains(Rational(3, 2)!) && !Ball.indeterminate.isFinite)
    #expect(!Ball.one.widened(by: .nan).isDefined && !Ball.one.widened(by: .infinity).isFinite)
  }

  @Test("an operand may be both operands")
  func aliasing() {
    let x = Ball(Rational(1, 3)!, precision: 100)
    #expect(x.adding(x, precision: 100).contains(Rational(2, 3)!))
    #expect(x.multiplied(by: x, precision: 100).contains(Rational(1, 9)!))
    #expect(x.subtracting(x, precision: 100).containsZero)
    #expect(x.divided(by: x, precision: 100).contains(Rational(1)))
    let z = ComplexBall(real: x, imaginary: x)
    #expect(z.multiplied(by: z, precision: 100).imaginary.contains(Rational(2, 9)!))
    #expect(z.multiplied(by: z, precision: 100).real.containsZero)
    #expect(z.divided(by: z, precision: 100).overlaps(.one))
    #expect(ComplexBall.pow(z, z, precision: 100).isFinite)
  }

  @Test("arithmetic encloses the exact results", arguments: [1, 2])
  func enclosure(seed: UInt64) {
    let samples = sampleRationals(seed: seed)
    for a in samples {
      for b in samples {
        let (x, y) = (Ball(a, precision: 20), Ball(b, precision: 20))
        #expect(x.adding(y, precision: 20).contains(a + b))
        #expect(x.subtracting(y, precision: 20).contains(a - b))
        #expect(x.multiplied(by: y, precision: 20).contains(a * b))
        if !b.isZero {
          #expect(
            !x.divided(by: y, precision: 20).isFinite || x.divided(by: y, precision: 20).contains(a / b))
        }
        if let isLess = x.isLess(than: y) { #expect(isLess == (a < b)) }
        if let sign = x.sign { #expect(sign == a.sign) }
        #expect(x.union(y, precision: 20).contains(x) && x.union(y, precision: 20).contains(y))
        #expect(
          Ball.min(x, y, precision: 20).contains(min(a, b))
            && Ball.max(x, y, precision: 20).contains(max(a, b)))
        #expect(Ball.floor(x, precision: 200).contains(Rational(a.floor)))
        #expect(Ball.ceiling(x, precision: 200).contains(Rational(a.ceiling)))
        #expect(Ball.sign(x).contains(Rational(a.sign)))
      }
    }
  }

  @Test("digits are given only when all are certain")
  func certifiedDigits() throws {
    let pi = Ball.pi(precision: 200)
    #expect(pi.digits(50) == "3.1415926535897932384626433832795028841971693993751")
    #expect(pi.digits(1) == "3e0" && pi.digits(2) == "3.1")
    #expect(pi.digits(100) == nil)
    #expect(pi.asDouble == .pi)
    #expect(pi.rounded(to: 150) == BigFloat.pi(precision: 150) && pi.rounded(to: 300) == nil)
    #expect(Ball(exactly: 0.125).digits(2) == "0.12" && Ball(exactly: 0.375).digits(2) == "0.38")
    let tie = Ball(exactly: 0.125).widened(by: 1e-30)
    #expect(
      tie.digits(2) == nil && tie.nearlyCorrectDigits(2) == "0.12" && tie.nearlyCorrectDigits(40) == nil)
    #expect(Ball.rounded(to: 80) { Ball.gamma(5, precision: $0) } == BigFloat(24, precision: 80))
    #expect(Ball.rounded(to: 80) { Ball.sin(.pi(precision: $0), precision: $0) } == nil)
    #expect(Ball.zero.digits(5) == "0.0" && Ball.zero.widened(by: 1e-100).digits(5) == nil)
    #expect(
      Ball(100).digits(5) == "100.00" && Ball(-100).digits(1) == "-1e2" && Ball(-100).digits(3) == "-1.00e2")
    #expect(try #require(Ball(decimal: "1.5e-5000", precision: 100)).digits(3) == "1.50e-5000")
    #expect(Ball.indeterminate.digits(5) == nil && Ball(exactly: Double.infinity).digits(5) == nil)
    #expect(Ball.indeterminate.asDouble == nil && Ball(exactly: Double.infinity).asDouble == nil)
    let vast = Ball.exp(Ball(Integer(10).raised(to: 20) ?? 0), precision: 128)
    #expect(vast.isFinite && vast.digits(3) == nil && vast.asDouble == nil && vast.uniqueInteger == nil)
    #expect(vast.reciprocal(precision: 64).asDouble == nil || vast.reciprocal(precision: 64).asDouble == 0)
    #expect(vast.midpoint.isInfinite && vast.reciprocal(precision: 64).midpoint.isZero)
  }

  @Test("every digit of a wide range of values is that of the exact number")
  func digitLaw() throws {
    for value in sampleRationals(seed: 5) where !value.isZero {
      for count in [1, 2, 5, 17, 40] {
        let text = try #require(Ball(value, precision: 300).digits(count))
        let written = try #require(Rational(text))
        // Half a unit in the last of `count` digits.
        let scale = try #require(Ball(written.magnitude, precision: 100).asDouble)
        var unit: Rational = 1
        while unit.asDouble > scale { unit = unit / 10 }
        while (unit * 10).asDouble <= scale { unit = unit * 10 }
        let half = unit * Rational(1, 2)! * Rational(10).raised(to: 1 - count)!
        #expect((written - value).magnitude <= half, "\(value) \(text)")
      }
    }
  }

  @Test("huge arguments neither hang nor abort")
  func hugeArguments() throws {
    let huge = try #require(Ball(decimal: "1e1000000", precision: 64))
    let functions: [(Ball, Int) -> Ball] = [
      Ball.exp, Ball.sin, Ball.tan, Ball.gamma, Ball.logGamma, Ball.digamma, Ball.zeta, Ball.erf, Ball.sinh,
      Ball.floor,
      Ball.atan, Ball.expMinusOne,
    ]
    for function in functions {
      for x in [huge, huge.negated, huge.reciprocal(precision: 64), .indeterminate, Ball(exactly: .infinity)]
      {
        let value = function(x, 64)
        #expect(value.contains(value) || !value.isDefined)
      }
    }
    #expect(huge.raised(to: Integer(10).raised(to: 50) ?? 0, precision: 64).isDefined)
    #expect(Ball(2).raised(to: Integer(10).raised(to: 50) ?? 0, precision: 64).isPositive)
    #expect(Ball.zero.raised(to: -1, precision: 64).isFinite == false)
    #expect(Ball.sin(huge, precision: 64).radius <= 1)
  }
}
