import ApusNumbers
import ApusTestSupport
import Testing

@Suite struct ComplexBallTests {
  typealias Function = (name: String, apply: @Sendable (ComplexBall, Int) -> ComplexBall)

  static let functions: [Function] = [
    ("log", { ComplexBall.log($0, precision: $1) }), ("sqrt", ComplexBall.sqrt), ("asin", ComplexBall.asin),
    ("acos", ComplexBall.acos), ("atan", ComplexBall.atan), ("acot", ComplexBall.acot),
    ("asec", ComplexBall.asec),
    ("acsc", ComplexBall.acsc), ("asinh", ComplexBall.asinh), ("acosh", ComplexBall.acosh),
    ("atanh", ComplexBall.atanh), ("acoth", ComplexBall.acoth), ("asech", ComplexBall.asech),
    ("acsch", ComplexBall.acsch), ("logGamma", ComplexBall.logGamma), ("Ei", ComplexBall.Ei),
    ("Ci", ComplexBall.Ci),
    ("Chi", ComplexBall.Chi), ("li", ComplexBall.li), ("dilog", ComplexBall.dilog),
    ("K", ComplexBall.ellipticK),
    ("E", ComplexBall.ellipticE), ("W0", { ComplexBall.lambertW($0, precision: $1) }),
    ("W-1", { ComplexBall.lambertW($0, branch: -1, precision: $1) }),
    ("W1", { ComplexBall.lambertW($0, branch: 1, precision: $1) }),
    ("root3", { ComplexBall.root($0, 3, precision: $1) }),
    ("power", { ComplexBall.pow($0, q(1, 3), precision: $1) }),
    ("x^x", { ComplexBall.pow($0, $0, precision: $1) }),
    ("Y1", { ComplexBall.besselY(1, $0, precision: $1) }),
    ("K0", { ComplexBall.besselK(0, $0, precision: $1) }),
    ("J1/4", { ComplexBall.besselJ(c(0.25), $0, precision: $1) }),
    ("zeta(2,a)", { ComplexBall.zeta(2, $0, precision: $1) }),
    ("Li5/2", { ComplexBall.polylog(c(2.5), $0, precision: $1) }),
    ("Gamma(1/2,z)", { ComplexBall.upperGamma(c(0.5), $0, precision: $1) }),
    ("2F1", { ComplexBall.hypergeometric2F1(c(0.25), c(0.75), c(1.5), $0, precision: $1) }),
    ("agm", { ComplexBall.agm(-2, $0, precision: $1) }), ("digamma", ComplexBall.digamma),
    ("gamma", ComplexBall.gamma),
    ("arg", { ComplexBall($0.argument(precision: $1)) }), ("cot", ComplexBall.cot),
    ("sinc", ComplexBall.sinc),
  ]

  @Test(
    "the image of a ball, also across a cut, encloses the images of its points", arguments: functions.indices)
  func inclusion(index: Int) {
    let function = Self.functions[index]
    var random = SplitMix64(seed: UInt64(index))
    func unit() -> Double { Double(Int(random.next() % 2001) - 1000) / 1000 }
    let centres = [0, 1, -1, -0.36787944117144233, 2, -2, 0.5, -0.5, -7.25]
    for round in 0..<60 {
      let centre = centres[round % centres.count]
      let (x, y) = round % 2 == 0 ? (centre, 0) : (0, centre)
      let radius = [0.75, 0.1, 1e-3, 1e-9][round / 2 % 4]
      let ball = ComplexBall(
        real: Ball(exactly: x).widened(by: radius), imaginary: Ball(exactly: y).widened(by: radius))
      let image = function.apply(ball, 64)
      guard image.isFinite else { continue }
      for trial in 0..<6 {
        let point = c(trial == 0 ? 0 : x + radius * unit(), trial == 1 ? 0 : y + radius * unit())
        let value = function.apply(point, 100)
        if ball.contains(point), value.isFinite {
          #expect(image.overlaps(value), "\(function.name) at \(point)")
        }
      }
    }
  }

  @Test("a real argument in the real domain gives a real result, also when it is not exact")
  func realResults() {
    let third = q(1, 3)
    let (twelve, minus) = (q(25, 2), q(-7, 3))
    for function in Self.functions where !["W-1", "W1", "agm"].contains(function.name) {
      let x = ["asec", "acsc", "acosh", "acoth", "li"].contains(function.name) ? twelve : third
      #expect(function.apply(x, 80).isReal, "\(function.name)")
    }
    #expect(ComplexBall.atan(c(0, 0.25), precision: 80).real.isZero)
    #expect(
      ComplexBall.polygamma(2, minus, precision: 80).isReal
        && ComplexBall.zeta(3, minus, precision: 80).isReal)
    #expect(ComplexBall.pow(minus, 3, precision: 80).isReal)
  }

  @Test("poles and undefined points are indeterminate")
  func poles() {
    for function in [ComplexBall.gamma, ComplexBall.digamma, ComplexBall.logGamma] {
      #expect(!function(-2, 64).isFinite)
    }
    #expect(!ComplexBall.log(0, precision: 64).isFinite && !ComplexBall.zeta(1, precision: 64).isFinite)
    #expect(
      !ComplexBall.one.divided(by: 0, precision: 64).isFinite && !ComplexBall.cot(0, precision: 64).isFinite)
    #expect(ComplexBall.pow(0, 0, precision: 64).overlaps(1) && ComplexBall.pow(0, 2, precision: 64).isZero)
    #expect(
      !ComplexBall.pow(0, -1, precision: 64).isFinite && !ComplexBall.pow(0, .i, precision: 64).isFinite)
    #expect(
      ComplexBall.sinc(0, precision: 64).overlaps(1) && ComplexBall.reciprocalGamma(-3, precision: 64).isZero)
    for z in [ComplexBall.indeterminate, ComplexBall(Ball(exactly: .infinity))] {
      for function in Self.functions {
        #expect(!function.apply(z, 64).contains(7) || !z.isFinite, "\(function.name)")
      }
    }
  }

  @Test("arguments that would take forever are given up")
  func costLimits() {
    let vast = c(1e300, 1e300)
    #expect(!ComplexBall.zeta(c(0.5, 1e20), precision: 64).isFinite)
    #expect(!ComplexBall.zeta(vast, 0.5.ball, precision: 64).isFinite)
    #expect(!ComplexBall.polygamma(1, c(-1e12, 0.5), precision: 64).isFinite)
    #expect(!ComplexBall.polylog(vast, 0.5.ball, precision: 64).isFinite)
    #expect(!ComplexBall.besselK(c(1e18), 1, precision: 64).isFinite)
  }

  @Test("roundings and extrema of exact arguments are exact, others enclose all values")
  func roundings() {
    let round: (Double) -> ComplexBall = { ComplexBall.round(c($0), precision: 64) }
    for (x, nearest) in [(2.5, 2), (3.5, 4), (-2.5, -2), (-0.4, 0), (7.0, 7)] {
      #expect(round(x).exactly(nearest))
    }
    #expect(ComplexBall.truncate(c(-3.5), precision: 64).exactly(-3))
    #expect(ComplexBall.floor(c(-3.5, 1.5), precision: 64).overlaps(c(-4, 1)))
    #expect(ComplexBall.fraction(c(-3.25), precision: 64).overlaps(c(0.75)))
    #expect(
      ComplexBall.modulo(-7, 3, precision: 64).exactly(2)
        && ComplexBall.remainder(-7, 3, precision: 64).exactly(-1))
    #expect(!ComplexBall.modulo(1, 0, precision: 64).isFinite)
    #expect(
      ComplexBall.heaviside(0, precision: 64).overlaps(c(0.5))
        && ComplexBall.heaviside(-2, precision: 64).isZero)
    #expect(
      ComplexBall.min(2, 3, precision: 64).exactly(2) && ComplexBall.max(2, 3, precision: 64).exactly(3))
    #expect(
      !ComplexBall.max(.i, 3, precision: 64).isDefined && !ComplexBall.round(.i, precision: 64).isDefined)
    let nearTwo = ComplexBall(Ball(2).widened(by: 1e-9))
    #expect(
      ComplexBall.floor(nearTwo, precision: 64).contains(1)
        && ComplexBall.floor(nearTwo, precision: 64).contains(2))
    let nearHalf = ComplexBall(Ball(exactly: 2.5).widened(by: 1e-9))
    #expect(
      ComplexBall.round(nearHalf, precision: 64).contains(2)
        && ComplexBall.round(nearHalf, precision: 64).contains(3))
    #expect(
      ComplexBall.kronecker(2, 2, precision: 64).exactly(1)
        && ComplexBall.kronecker(2, 3, precision: 64).isZero)
    #expect(ComplexBall.kronecker(2, nearTwo, precision: 64).contains(0))
    #expect(ComplexBall.atan2(y: 0, x: -1, precision: 64).overlaps(ComplexBall(.pi(precision: 64))))
    #expect(ComplexBall.atan2(y: -1, x: -1, precision: 64).real.isNegative)
    #expect(
      !ComplexBall.atan2(y: 0, x: 0, precision: 64).isFinite && !ComplexBall.arg(0, precision: 64).isFinite)
    let complex = ComplexBall.atan2(y: c(1, 1), x: c(2, -1), precision: 64)
    let ratio = c(1, 1).divided(by: c(2, -1), precision: 64)
    #expect(complex.overlaps(ComplexBall.atan(ratio, precision: 64)))
  }

  @Test("functions of integers are indeterminate elsewhere")
  func integerFunctions() {
    for f in [
      ComplexBall.fibonacci, ComplexBall.lucas, ComplexBall.euler, ComplexBall.bell,
      ComplexBall.doubleFactorial,
    ] {
      #expect(
        !f(c(0.5), 64).isDefined && !f(q(1, 3), 64).isDefined && !f(c(1e300), 64).isDefined
          || f(c(1e300), 64).isDefined)
    }
    #expect(
      !ComplexBall.doubleFactorial(-2, precision: 64).isDefined
        && !ComplexBall.bernoulli(-1, precision: 64).isDefined)
    let odd = ComplexBall(Integer(1_000_001))
    let even = ComplexBall(Integer(1_000_000))
    let product = ComplexBall.doubleFactorial(odd, precision: 100)
      .multiplied(by: ComplexBall.doubleFactorial(even, precision: 100), precision: 100)
    #expect(product.overlaps(ComplexBall.factorial(odd, precision: 100)))
    #expect(!ComplexBall.lerchPhi(2, 2, c(0.5), precision: 64).isDefined)
  }

  @Test("numbers convert both ways")
  func numbers() throws {
    let third = try #require(Number(1).dividing(by: 3))
    let z = ComplexBall(Number(real: third, imaginary: 2), precision: 100)
    #expect(z.rounded(to: 53) == Number(real: Number(1.0 / 3), imaginary: 2.0))
    #expect(z.digits(5) == "0.33333 + 2.0000*i" && z.conjugate.digits(5) == "0.33333 - 2.0000*i")
    #expect(ComplexBall.i.digits(2) == "1.0*i" && ComplexBall(Number(0.5), precision: 20).digits(2) == "0.50")
    #expect(z.rounded(to: 200) == nil)
    #expect(ComplexBall(Number.nan, precision: 53).isDefined == false)
    #expect(z.magnitude(precision: 64).overlaps(Ball.hypot(z.real, z.imaginary, precision: 64)))
    #expect(ComplexBall(-1).argument(precision: 64).overlaps(.pi(precision: 64)))
    #expect(z.asComplex.map { ComplexBall(exactly: $0).rounded(to: 53) } == z.rounded(to: 53))
    #expect(
      Number(Number(real: third, imaginary: 2).asComplex) == Number(real: Number(1.0 / 3), imaginary: 2.0))
    #expect(ComplexBall.indeterminate.asComplex == nil)
    let rounded = try #require(ComplexBall.exp(z, precision: 300).rounded(to: 90))
    #expect(rounded.precision == 90)
  }
}

extension Double {
  fileprivate var ball: ComplexBall { c(self) }
}

extension ComplexBall {
  fileprivate func exactly(_ value: Int) -> Bool { isExact && overlaps(ComplexBall(value)) }
}
