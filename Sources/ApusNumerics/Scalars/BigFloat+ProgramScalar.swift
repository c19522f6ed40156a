import ApusNumbers
import ApusTerms

/// Every operation is rounded once, to the precision.
extension BigFloat: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> BigFloat {
    BigFloat(value, precision: precision)
  }

  static func constant(_ value: ExactConstant, _ precision: Int) -> BigFloat {
    switch value {
    case .number(.integer(let integer)): return BigFloat(integer, precision: precision)
    case .number(.rational(let rational)): return BigFloat(rational, precision: precision)
    case .number(.double(let double)): return BigFloat(double, precision: precision)
    case .number(.bigFloat(let float)): return BigFloat(float, precision: precision)
    case .number(.complex): return undefined(precision)
    case .function(let function): return called(function, [], precision)
    }
  }

  static func undefined(_ precision: Int) -> BigFloat { .nan(precision: precision) }

  static func applied(
    _ opcode: Opcode, _ a: BigFloat, _ b: BigFloat, _ c: BigFloat, _ precision: Int
  ) -> BigFloat {
    switch opcode {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .negate: -a
    case .absolute: a.magnitude
    case .squareRoot: .sqrt(a)
    case .floor: a.roundedDown
    case .ceiling: a.roundedUp
    case .round: a.roundedToEven
    case .truncate: a.roundedTowardZero
    case .multiplyAdd: c.addingProduct(a, b)
    case .multiplySubtract: (-c).addingProduct(a, b)
    case .negatedMultiplyAdd: c.addingProduct(-a, b)
    case .power: .pow(a, b)
    case .atan2: .atan2(y: a, x: b)
    case .hypot: .hypot(a, b)
    default: unary[opcode]?(a) ?? undefined(precision)
    }
  }

  private static let unary: [Opcode: @Sendable (BigFloat) -> BigFloat] = [
    .exp: exp, .exp2: exp2, .expm1: expMinusOne, .log: { log($0) }, .log2: log2, .log10: log10,
    .log1p: { log(onePlus: $0) }, .sin: sin, .cos: cos, .tan: tan, .asin: asin, .acos: acos, .atan: atan,
    .sinh: sinh, .cosh: cosh, .tanh: tanh, .asinh: asinh, .acosh: acosh, .atanh: atanh,
    .cbrt: { root($0, 3) }, .erf: erf, .erfc: erfc, .gamma: gamma, .logGamma: logGamma,
  ]

  static func holds(_ comparison: Opcode, _ a: BigFloat, _ b: BigFloat) -> Bool? {
    machineComparison(comparison, a, b)
  }

  /// The correctly rounded value by the ball kernel; NaN where it is not real or not determined.
  static func called(_ function: Function, _ arguments: [BigFloat], _ precision: Int) -> BigFloat {
    guard let kernel = function.kernels.ball else {
      // Such as infinity.
      return arguments.isEmpty
        ? constant(function.machineValue(of: []) ?? .nan, precision) : undefined(precision)
    }
    let balls = arguments.map { ComplexBall(Ball(exactly: $0)) }
    let value = Ball.rounded(to: precision) { working in
      let value = kernel(balls, working)
      return value.isReal ? value.real : .indeterminate
    }
    return value ?? undefined(precision)
  }
}
