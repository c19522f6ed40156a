import ApusNumbers
import ApusNumerics
import ApusTerms
import ApusTestSupport
import Numerics
import Testing

@Suite("programs in numbers of other types")
struct ScalarEvaluationTests {
  /// A program of one operation.
  static func program(_ opcode: Opcode) -> Program {
    let operands = (0..<3).map { Operand(.variable, $0) }
    var instructions = [Instruction(opcode, operands[0], operands[1], operands[2])]
    if opcode.isCondition {
      // 1 where it holds and 2 where not; the masks of connectives are comparisons with zero.
      let isConnective = opcode == .and || opcode == .or
      instructions =
        isConnective
        ? [
          Instruction(.less, operands[0], operands[2]), Instruction(.less, operands[1], operands[2]),
          Instruction(opcode, Operand(.result, 0), Operand(.result, 1)),
        ] : [Instruction(opcode, operands[0], operands[1])]
      let mask = Operand(.result, instructions.count - 1)
      instructions.append(Instruction(.select, mask, Operand(.constant, 0), Operand(.constant, 1)))
    } else if opcode == .select {
      instructions = [
        Instruction(.less, operands[0], operands[1]),
        Instruction(.select, Operand(.result, 0), operands[1], operands[2]),
      ]
    }
    return Program(
      variables: ["x", "y", "z"], parameters: [], constants: [1, 2], instructions: instructions,
      outputs: [Operand(.result, instructions.count - 1)])
  }

  static let operations = Opcode.allCases.filter { $0 != .call }

  /// Points at which functions have values, and some at which they have none.
  static func point(_ opcode: Opcode, _ random: inout SplitMix64) -> [Double] {
    func uniform(_ a: Double, _ b: Double) -> Double { Double.random(in: a...b, using: &random) }
    let x: Double =
      switch opcode {
      case .asin, .acos, .atanh: uniform(-1, 1)
      case .acosh: uniform(1, 40)
      case .log, .log2, .log10, .squareRoot: .exp(uniform(-30, 30))
      case .log1p: uniform(-0.99, 9)
      case .power: uniform(0.01, 9)
      case .logGamma: uniform(0.1, 60)
      default: uniform(-9, 9)
      }
    return [x, uniform(-9, 9), uniform(-9, 9)]
  }

  /// How far results in double precision are from the exact ones, in ulp, as the documentation states it: one rounding for
  /// the operations of IEEE 754, and what the C library of the system keeps to for its functions.
  static func statedError(_ opcode: Opcode) -> Double {
    if !opcode.isLibraryFunction { return 0.5 }
    switch opcode {
    case .gamma, .logGamma: return 5
    default: return 4
    }
  }

  @Test("the result in double precision is within the stated error of the ball", arguments: operations)
  func balls(opcode: Opcode) throws {
    let program = Self.program(opcode)
    let exact = CompiledFunction(program).exact
    let machine = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
    var random = SplitMix64(seed: UInt64(opcode.rawValue) + 5)
    for _ in 0..<LongTests.count(200, long: 20_000) {
      let point = Self.point(opcode, &random)
      let value = machine.values(at: point)[0]
      #expect(areSame(exact.evaluated(at: point)[0], value), "\(opcode) of \(point) by itself")
      let ball = exact.evaluated(at: point.map { Ball(exactly: $0) }, precision: 200)[0]
      if value.isNaN {
        #expect(!ball.isFinite, "\(opcode) of \(point) is not real")
        continue
      }
      let error = ball.subtracting(Ball(exactly: value), precision: 200).magnitude
      let limit = Ball(exactly: Self.statedError(opcode) * value.ulp * (1 + 1e-9))
      let isClose = error.isZero || error.isLess(than: limit) == true
      #expect(isClose, "\(opcode) of \(point): \(value) for \(ball)")
      try Self.compareOthers(exact, opcode, point, value, ball)
    }
  }

  /// Single precision, complex numbers and floating-point numbers of 100 bits agree with the ball too.
  private static func compareOthers(
    _ exact: ExactProgram, _ opcode: Opcode, _ point: [Double], _ value: Double, _ ball: Ball
  ) throws {
    let big = exact.evaluated(at: point.map { BigFloat($0, precision: 100) }, precision: 100)[0]
    let difference = ball.subtracting(Ball(exactly: big), precision: 200).magnitude
    let scale = ball.magnitude.multiplied(by: Ball(exactly: 0x1p-99), precision: 64)
    let isNear = difference.isZero || difference.isLess(than: scale) == true
    #expect(isNear, "\(opcode) of \(point) in 100 bits: \(big) for \(ball)")
    let complex = exact.evaluated(at: point.map { Complex($0) })[0]
    // The principal cube root of a negative number is not real, and neither are comparisons exceptions.
    if !(opcode == .cbrt && point[0] < 0) {
      let isClose = abs(complex.real - value) <= 1e-12 * max(1, abs(value)) && complex.imaginary == 0
      #expect(isClose, "\(opcode) of \(point) in complex numbers: \(complex) for \(value)")
    }
    let wide = exact.evaluated(at: point.map { ComplexBall(Ball(exactly: $0)) }, precision: 120)[0]
    if !(opcode == .cbrt && point[0] < 0) {
      #expect(wide.real.overlaps(ball), "\(opcode) of \(point) in complex balls: \(wide) for \(ball)")
    }
    let singles = point.map { Float($0) }
    let enclosure = exact.evaluated(at: singles.map { Ball(exactly: Double($0)) }, precision: 200)[0]
    let single = exact.evaluated(at: singles)[0]
    if enclosure.isFinite, single.isFinite {
      let error = enclosure.subtracting(Ball(exactly: Double(single)), precision: 200).magnitude
      let limit = Ball(exactly: 0.51 * Double(single.ulp))
      #expect(error.isLess(than: limit) == true, "\(opcode) of \(singles) in single precision: \(single)")
    }
  }

  @Test("constants are as exact as the numbers allow")
  func constants() throws {
    let x = Expr.symbol("x")
    let third = Expr(1) / 3
    let f = try (third * x + .call(.pi, []) * x ** 2 + x ** third).compiled(over: ["x"])
    let big = f.exact.evaluated(at: [BigFloat(1, precision: 200)], precision: 200)[0]
    let expected = Ball.pi(precision: 300)
      .adding(Ball(4).divided(by: Ball(3), precision: 300), precision: 300)
    let error = expected.subtracting(Ball(exactly: big), precision: 300).magnitude
    #expect(error.isLess(than: Ball(exactly: 0x1p-190)) == true)
    let ball = f.exact.evaluated(at: [Ball(1)], precision: 200)[0]
    #expect(ball.overlaps(expected) && ball.relativeAccuracyBits > 180)
    #expect(abs(f(1) - f.exact.evaluated(at: [1.0])[0]) <= 4 * f(1).ulp)
  }

  @Test(
    "random expressions: the exact program in double precision is near the compiled one, and the ball encloses more digits"
  )
  func expressions() throws {
    for expression in LoweringTests.expressions {
      let f = try expression.compiled(over: ["x", "y", "z"])
      for point in [[0.7, 1.3, 2.5], [2.25, 0.5, -1.5], [3.5, 4.25, 0.75]] {
        let value = f.values(at: point)[0]
        let ball = f.exact.evaluated(at: point.map { Ball(exactly: $0) }, precision: 300)[0]
        guard value.isFinite, ball.isFinite else { continue }
        let error = ball.subtracting(Ball(exactly: value), precision: 300).magnitude
        #expect(error.isLess(than: Ball(exactly: 64 * value.ulp)) == true, "\(expression) at \(point)")
        #expect(ball.relativeAccuracyBits > 200, "\(expression) at \(point): \(ball)")
      }
    }
  }

  @Test("complex values are principal, and complex constants may occur")
  func complex() throws {
    let x = Expr.symbol("x")
    let program = try ExactProgram([.log(x) * .i, .sqrt(x), .sign(x), .abs(x)], over: ["x"])
    let values = program.evaluated(at: [Complex(-1, 0)])
    #expect(values[0] == Complex(-.pi), "\(values[0])")
    #expect(values[1] == Complex(0, 1))
    #expect(values[2] == Complex(-1))
    #expect(program.evaluated(at: [Complex(3, 4)])[3] == Complex(5))
    let ball = program.evaluated(at: [ComplexBall(-1)], precision: 100)[1]
    #expect(ball.isExact && ball.imaginary.overlaps(1))
  }

  @Test(
    "a comparison that the ball does not decide makes the value indeterminate, one that it decides does not")
  func undecided() throws {
    let x = Expr.symbol("x")
    let f = try Expr.call(.piecewise, [.call(.less, [x, 1]), x, 2 * x]).compiled(over: ["x"])
    let ball = { (a: Int, b: Int) in Ball(from: Ball(a), to: Ball(b), precision: 64) }
    #expect(!f.exact.evaluated(at: [ball(0, 2)], precision: 64)[0].isFinite)
    #expect(f.exact.evaluated(at: [ball(2, 3)], precision: 64)[0].contains(Ball(5)))
    #expect(!f.exact.evaluated(at: [ball(2, 3)], precision: 64)[0].contains(Ball(3)))
    #expect(f.exact.evaluated(at: [Complex(0, 1)])[0].real.isNaN)
  }

  @Test("balls enclose the values at all their points", arguments: [1, 2])
  func enclosures(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for i in 0..<UInt64(LongTests.count(150, long: 5000)) {
      let program = RandomProgram(seed: seed << 40 | i, withLibrary: i % 2 == 0).program
      let exact = CompiledFunction(program).exact
      let point = program.variables.map { _ in Double.random(in: -4...4, using: &random) }
      let parameters = program.parameters.map { _ in Double.random(in: -4...4, using: &random) }
      let radius = 1e-6
      let wide = exact.evaluated(
        at: point.map { Ball(exactly: $0).widened(by: radius) },
        parameters: parameters.map { Ball(exactly: $0) }, precision: 80)
      let narrow = exact.evaluated(
        at: point.map { Ball(exactly: $0 + radius * Double.random(in: -1...1, using: &random)) },
        parameters: parameters.map { Ball(exactly: $0) }, precision: 200)
      for (a, b) in zip(wide, narrow) where a.isDefined && b.isDefined {
        #expect(a.overlaps(b), "seed \(seed), \(i): \(a) and \(b)")
      }
    }
  }
}
