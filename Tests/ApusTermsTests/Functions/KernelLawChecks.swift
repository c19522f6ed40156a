import ApusNumbers
import ApusTerms
import Numerics

// Kernels against each other, and exact values against kernels.
extension FunctionLawChecks {
  /// The machine kernels against the ball kernel.
  static func kernels(of function: Function) -> LawReport {
    var report = LawReport()
    for count in function.triedCounts {
      var samples = LawSamples(function, salt: 3)
      for point in 0..<40 {
        guard let arguments = samples.arguments(of: function, count: count, real: point < 20) else {
          continue
        }
        let rounded = arguments.map { $0.rounded(toPrecision: 53) }
        if point < 20 {
          tryReal(function, rounded.compactMap(\.asDouble), &report)
        } else {
          tryComplex(
            function, rounded.map { Complex($0.real.asDouble ?? .nan, $0.imaginary.asDouble ?? .nan) },
            &report)
        }
      }
    }
    return report
  }

  private static func tryReal(_ function: Function, _ arguments: [Double], _ report: inout LawReport) {
    let value: Double
    switch (function.kernels.real, arguments.count) {
    case (.unary(let kernel), 1): value = kernel(arguments[0])
    case (.binary(let kernel), 2): value = kernel(arguments[0], arguments[1])
    case (.variadic(let kernel), _): value = kernel(arguments)
    default: return
    }
    guard let ball = function.ball(arguments.map { ComplexBall(Ball(exactly: $0)) }, precision: 160) else {
      return
    }
    guard ball.isReal, let expected = ball.real.asDouble else {
      return report.check(
        value.isNaN, "\(function.name)\(arguments) is \(value) where there is no real value")
    }
    let isClose = value == expected || Swift.abs(value - expected) <= 2 * expected.ulp
    report.check(isClose, "\(function.name)\(arguments) is \(value), should be \(expected)")
  }

  private static func tryComplex(
    _ function: Function, _ arguments: [Complex<Double>], _ report: inout LawReport
  ) {
    guard let kernel = function.kernels.complex else { return }
    let value = kernel(arguments)
    let balls = arguments.map {
      ComplexBall(real: Ball(exactly: $0.real), imaginary: Ball(exactly: $0.imaginary))
    }
    guard let ball = function.ball(balls, precision: 160), ball.isFinite else { return }
    let own = ComplexBall(real: Ball(exactly: value.real), imaginary: Ball(exactly: value.imaginary))
    let error = own.subtracting(ball, precision: 160).magnitude(precision: 64)
    let bound = ball.magnitude(precision: 64).multiplied(
      by: Ball(exactly: 8 * Double.ulpOfOne), precision: 64)
    report.check(
      bound.isLess(than: error) != true, "\(function.name)\(arguments) is \(value), should be \(ball)")
  }

  /// Constants at which exact values are asked for.
  static let constants: [Expr] = {
    let half = Expr(1) / 2
    let rational: [Expr] = [0, 1, -1, 2, -2, 3, 5, half, -half, 3 * half, Expr(1) / 3, Expr(-7) / 3]
    let circular: [Expr] = (1...13).flatMap { d in [1, 2, 5, 7, 11, -3].map { Expr($0) / Expr(d) * .pi } }
    let radicals: [Expr] = [
      Expr(2) ** half, Expr(2) ** half / 2, -Expr(3) ** half / 2, Expr(3) ** half / 3,
      (Expr(6) ** half - Expr(2) ** half) / 4, (Expr(2) ** half - Expr(6) ** half) / 4, 2 - Expr(3) ** half,
      (Expr(5) ** half - 1) / 4, (2 - Expr(2) ** half) ** half / 2, 1 - Expr(2) ** half,
    ]
    let complex: [Expr] = [
      .i, -.i, half * .i, 2 * .i, -3 * .i, 1 + .i, 3 - 4 * .i, -1 + .i, .i * .pi / 3, Expr(2) ** half * .i,
    ]
    let others: [Expr] = [
      .E, 1 / .E, -1 / .E, .E ** 2, 2 * .E ** 2, 2 * .log(2), -.pi / 2, .pi ** 2, .eulerGamma,
    ]
    return rational + circular + radicals + complex + others
  }()

  /// Exact values against the ball kernel at the arguments.
  static func values(of function: Function) -> LawReport {
    var report = LawReport()
    guard function.value != nil || function.reduction != nil || function.definition != nil else {
      return report
    }
    for count in function.triedCounts where count > 0 {
      for (i, constant) in constants.enumerated() {
        for j in 0..<(count == 1 ? 1 : 12) {
          let arguments = (0..<count).map { $0 == count - 1 ? constant : constants[(j + 3 * $0 + i) % 12] }
          tryValue(function, arguments, &report)
        }
      }
    }
    return report
  }

  private static func tryValue(_ function: Function, _ arguments: [Expr], _ report: inout LawReport) {
    let value = Expr.call(function, arguments)
    if value == .opaque(function, arguments) { return }
    let domains = arguments.indices.map { parameter(function, $0).domain }
    let balls = arguments.compactMap { try? $0.enclosure(precision: precision) }
    guard balls.count == arguments.count, !domains.contains(.any),
      let direct = function.ball(balls, precision: precision), direct.isFinite,
      let enclosure = try? value.enclosure(precision: precision)
    else { return }
    report.check(
      enclosure.isFinite && enclosure.overlaps(direct),
      "\(function.name)(\(arguments.map(\.debugDescription))) = \(value.debugDescription) is \(enclosure), not \(direct)"
    )
  }
}
