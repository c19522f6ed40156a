import ApusNumbers
import ApusTerms
import Numerics
import Testing

private let x = Expr.symbol("x")
private let y = Expr.symbol("y")
private let k = Expr.symbol("k")
private let half = Expr(1) / 2

@Suite("Evaluation at a point")
struct EvaluationTests {
  /// Expressions in x at 0.7, with values to 17 digits from mpmath.
  static let machineValues: [(Expr, Double)] = [
    (x ** 2 + 3 * x - 1, 1.59), (1 / x, 1.4285714285714286), (x ** half, 0.83666002653407556),
    (x ** (Expr(1) / 3), 0.88790400174260069), (x ** (Expr(-7) / 3), 2.2984650621298084),
    (sin(x) * cos(x), 0.49272486499423009), (.E ** (2 * x), 4.05519996684467459),
    (2 ** x, 1.62450479271247105),
    (atan2(x, -1), 2.53086668920058462), (.gamma(x), 1.29805533264755779),
    (.besselj(2, x), 0.058786944364191713),
    (.Si(x), 0.681222239116611311), (.erfc(x), 0.322198806162581527), (abs(x - 2), 1.3),
    (.call(.max, [x, 1, -x]), 1), (.call(.piecewise, [.call(.less, [x, 1]), x ** 2, 2 * x - 1]), 0.49),
    (.call(.sum, [k * x, k, 1, 4]), 7), (.call(.productOver, [k + x, k, 1, 3]), 16.983),
    (.call(.at, [y ** 2 + x, y, 3]), 9.7), (.lambertw(x), 0.447470259269655006),
    (x ** 0.5, 0.83666002653407556),
  ]

  @Test("machine values are right to 2 ulp", arguments: machineValues)
  func machineValue(_ pair: (Expr, Double)) throws {
    let value = try pair.0.value(at: ["x": 0.7])
    #expect(Swift.abs(value - pair.1) <= 2 * pair.1.ulp, "\(value) instead of \(pair.1)")
    let complex = try pair.0.complexValue(at: ["x": Complex(0.7)])
    #expect((complex - Complex(pair.1)).length <= 4 * pair.1.ulp)
    let ball = try pair.0.enclosure(at: ["x": ComplexBall(7).divided(by: 10, precision: 128)], precision: 128)
    #expect(ball.isReal && ball.real.relativeAccuracyBits > 100)
    #expect(Swift.abs(ball.real.midpoint.asDouble - pair.1) <= 2 * pair.1.ulp)
  }

  @Test("values outside the real domain are NaN in machine reals, and exist in complex numbers")
  func domains() throws {
    for expr in [log(x), x ** half, x ** (Expr(1) / 3), .call(.acosh, [x]), .lambertw(x), asin(x)] {
      #expect(try expr.value(at: ["x": -2.5]).isNaN)
      let value = try expr.complexValue(at: ["x": Complex(-2.5)])
      #expect(value.imaginary.isFinite && value.imaginary != 0)
    }
    #expect(try (1 / x).value(at: ["x": 0.0]).isInfinite)
  }

  @Test("whole powers of negative numbers are real")
  func wholePowers() throws {
    #expect(try (x ** 3).value(at: ["x": -2]) == -8)
    #expect(try (x ** -3).value(at: ["x": -2]) == -0.125)
    #expect(try (x ** 7 + x ** 4).value(at: ["x": -1]) == 0)
    #expect(try (x ** y).value(at: ["x": -2, "y": 3]) == -8)
    #expect(try (x ** y).value(at: ["x": -2, "y": 2.5]).isNaN)
  }

  @Test("0^0 is 1 in machine numbers and has no value in balls")
  func zeroToTheZero() throws {
    #expect(try (x ** y).value(at: ["x": 0, "y": 0]) == 1)
    #expect(try (x ** y).complexValue(at: ["x": .zero, "y": .zero]) == 1)
    let zero = ComplexBall(0)
    let small = Ball(from: Ball(exactly: -1e-9), to: Ball(exactly: 1e-9), precision: 64)
    let wide = ComplexBall(real: small, imaginary: Ball(0))
    for (base, exponent) in [(zero, zero), (zero, wide), (wide, wide)] {
      #expect(try !(x ** y).enclosure(at: ["x": base, "y": exponent], precision: 64).isFinite)
    }
  }

  @Test("values near the middle between two machine numbers are determined with more precision")
  func nearTies() throws {
    let x = Expr.symbol("x")
    let cases: [(Expr, Double)] = [
      (.atan(x), -2.771641946265471), (.atan(x), 5.948937314427118), (.tanh(x), 4.964960410875355),
      (.erf(x), 3.1537043000705154), (.asin(x), -0.08131007878510244),
    ]
    for (expr, point) in cases {
      let real = try expr.value(at: ["x": point])
      let complex = try expr.complexValue(at: ["x": Complex(point)])
      #expect((complex - Complex(real)).length <= 2 * real.ulp, "\(expr) at \(point): \(complex)")
    }
  }

  @Test("a zero part is not negative: the branch is that of the exact argument") func branches() throws {
    #expect(try ((-x) ** half).complexValue(at: ["x": 2]).imaginary > 0)
    #expect(try log(-x).complexValue(at: ["x": 2]).imaginary > 0)
    #expect(try atan2(-x * 0.0, -1).value(at: ["x": 1]) == Double.pi)
  }

  @Test("what cannot be evaluated says why") func failures() {
    func failure(_ expr: Expr, _ point: [Symbol: Double] = [:]) -> EvaluationError? {
      do throws(EvaluationError) {
        _ = try expr.value(at: point)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure(y + x ** y) == .missingSymbols(["x", "y"]))
    #expect(failure(.call(.undefined("f"), [1])) == .unknownFunction("f"))
    #expect(failure(.call(.integral, [x, x, 0, 1])) == .notEvaluable("integral"))
    #expect(failure(.call(.less, [x, 1]), ["x": 0]) == .notANumber("true"))
    #expect(failure(.call(.list, [1, 2])) == .notEvaluable("list"))
    #expect(failure(.call(.sum, [k, k, 1, .infinity])) == .notEvaluable("sum with these bounds"))
    #expect(failure(.call(.sum, [k, k, 1, Expr(10) ** 12])) == .tooLarge("the number of terms"))
    #expect(failure(.call(.sin, [x, x]), ["x": 1]) == .notEvaluable("sin"))
    #expect(failure(.call(.derivative, [.call(.undefined("f"), [x]), x, 1]), ["x": 1]) != nil)
  }

  @Test("only the branch that is taken must have a value") func lazyBranches() throws {
    let f = Expr.call(.undefined("f"), [x])
    let cases = Expr.call(.piecewise, [.call(.less, [x, 0]), f, .call(.greater, [x, 5]), 1 / (x - 1), x])
    #expect(try cases.value(at: ["x": 1]) == 1)
    #expect(throws: EvaluationError.unknownFunction("f")) { try cases.value(at: ["x": -1]) }
    let either = Expr.call(.or, [.call(.less, [f, 1]), .call(.greater, [x, 0])])
    #expect(try either.truth(at: ["x": 1]))
    #expect(throws: EvaluationError.unknownFunction("f")) { try either.truth(at: ["x": -1]) }
  }

  @Test("bound variables are their own, in nested sums too") func binders() throws {
    let inner = Expr.call(.sum, [x * k, x, 1, k])
    let nested = Expr.call(.sum, [inner, k, 1, 3]) + x
    // Σ k·(1 + … + k) = 1 + 6 + 18
    #expect(try nested.value(at: ["x": 0.5]) == 25.5)
    #expect(try Expr.call(.sum, [k, k, 5, 3]).value() == 0)
    #expect(try Expr.call(.productOver, [k, k, 5, 3]).value() == 1)
    #expect(try Expr.call(.sum, [1 / k, k, 1, 100]).enclosure(precision: 64).real.isPositive)
  }

  @Test("sums nested too deeply are refused, and cost nothing before") func nesting() throws {
    var closed: Expr = k
    for _ in 0..<100 { closed = .call(.sum, [closed, k, 1, 1]) }
    #expect(try closed.value() == 1)
    func nested(_ depth: Int) -> Expr {
      let names = (0..<depth).map { Expr.symbol("k\($0)") }
      return names.reduce(.product(names)) { .call(.sum, [$0, $1, 1, 1]) }
    }
    #expect(try nested(30).value() == 1)
    #expect(throws: EvaluationError.tooDeep) { try nested(40).value() }
  }

  @Test("relations are decided by precision, or not at all") func relations() throws {
    let near = Expr.E ** (.pi * Expr(163) ** half)
    #expect(try Expr.opaque(.less, [near, 262_537_412_640_768_744]).truth(at: [:]))
    // (√2 + √3)² = 5 + 2√6
    let equal = Expr.opaque(
      .equal, [(Expr(2) ** half + Expr(3) ** half) ** 2, 5 + 2 * Expr(6) ** half])
    #expect(try equal.truth(at: [:]))
    let unknown = Expr.opaque(.equal, [.E ** Expr.gamma(x), .E ** (.pi ** half)])
    #expect(throws: EvaluationError.undecided("whether two numbers are equal")) {
      try unknown.truth(at: ["x": half.number ?? .one])
    }
    #expect(try Expr.call(.equal, [x, 2]).truth(at: ["x": 3]) == false)
  }

  @Test("a chain of a hundred thousand nodes is evaluated without recursion") func depth() throws {
    var chain = x
    for i in 0..<100_000 { chain = i & 1 == 0 ? 1 / (1 + chain) : sin(chain) }
    #expect(try chain.value(at: ["x": 0.5]).isFinite)
  }

  @Test("shared parts are evaluated once") func sharing() throws {
    var shared = x
    for _ in 0..<200 { shared = sin(shared) + shared * y }
    #expect(try shared.value(at: ["x": 0.5, "y": 0.001]).isFinite)
  }

  @Test("a cancelled evaluation stops") func cancellation() {
    let limits = EvaluationLimits(isCancelled: { true })
    let sum = Expr.call(.sum, [k ** 2, k, 1, 1_000_000])
    #expect(throws: EvaluationError.cancelled) { try sum.value(limits: limits) }
  }
}
