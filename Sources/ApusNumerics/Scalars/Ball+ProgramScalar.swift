import ApusNumbers
import ApusTerms

/// Enclosures: results hold the exact values for all points of the operands. A comparison that these do not decide makes what
/// depends on it indeterminate.
extension Ball: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> Ball { Ball(exactly: value) }

  static func constant(_ value: ExactConstant, _ precision: Int) -> Ball {
    switch value {
    case .number(let number): Ball(real: number, precision: precision)
    case .function(let function): called(function, [], precision)
    }
  }

  static func undefined(_ precision: Int) -> Ball { .indeterminate }

  static func applied(_ opcode: Opcode, _ a: Ball, _ b: Ball, _ c: Ball, _ precision: Int) -> Ball {
    switch opcode {
    case .add: a.adding(b, precision: precision)
    case .subtract: a.subtracting(b, precision: precision)
    case .multiply: a.multiplied(by: b, precision: precision)
    case .divide: a.divided(by: b, precision: precision)
    case .negate: a.negated
    case .absolute: a.magnitude
    case .multiplyAdd: a.multiplied(by: b, precision: precision).adding(c, precision: precision)
    case .multiplySubtract: a.multiplied(by: b, precision: precision).subtracting(c, precision: precision)
    case .negatedMultiplyAdd:
      c.subtracting(a.multiplied(by: b, precision: precision), precision: precision)
    case .round: ComplexBall.round(ComplexBall(a), precision: precision).real
    case .truncate: ComplexBall.truncate(ComplexBall(a), precision: precision).real
    case .cbrt: .root(a, 3, precision: precision)
    case .exp2:
      .exp(a.multiplied(by: .log2(precision: precision), precision: precision), precision: precision)
    case .log2, .log10:
      Ball.log(a, precision: precision).divided(
        by: .log(opcode == .log2 ? 2 : 10, precision: precision), precision: precision)
    case .logGamma: logarithmOfGamma(a, precision)
    case .power: power(a, b, precision)
    case .atan2: .atan2(y: a, x: b, precision: precision)
    case .hypot: .hypot(a, b, precision: precision)
    default: unary[opcode]?(a, precision) ?? .indeterminate
    }
  }

  /// 0^0 has no value as a term, so that nothing encloses it.
  private static func power(_ a: Ball, _ b: Ball, _ precision: Int) -> Ball {
    a.containsZero && b.containsZero ? .indeterminate : .pow(a, b, precision: precision)
  }

  private static let unary: [Opcode: @Sendable (Ball, Int) -> Ball] = [
    .squareRoot: { sqrt($0, precision: $1) }, .floor: { floor($0, precision: $1) },
    .ceiling: { ceiling($0, precision: $1) }, .exp: { exp($0, precision: $1) },
    .expm1: { expMinusOne($0, precision: $1) }, .log: { log($0, precision: $1) },
    .log1p: { log(onePlus: $0, precision: $1) }, .sin: { sin($0, precision: $1) },
    .cos: { cos($0, precision: $1) }, .tan: { tan($0, precision: $1) }, .asin: { asin($0, precision: $1) },
    .acos: { acos($0, precision: $1) }, .atan: { atan($0, precision: $1) },
    .sinh: { sinh($0, precision: $1) }, .cosh: { cosh($0, precision: $1) },
    .tanh: { tanh($0, precision: $1) }, .asinh: { asinh($0, precision: $1) },
    .acosh: { acosh($0, precision: $1) }, .atanh: { atanh($0, precision: $1) },
    .erf: { erf($0, precision: $1) }, .erfc: { erfc($0, precision: $1) },
    .gamma: { gamma($0, precision: $1) },
  ]

  /// log |Γ(x)|, also for negative numbers.
  private static func logarithmOfGamma(_ x: Ball, _ precision: Int) -> Ball {
    if x.isPositive { return .logGamma(x, precision: precision) }
    return .log(Ball.gamma(x, precision: precision).magnitude, precision: precision)
  }

  static func holds(_ comparison: Opcode, _ a: Ball, _ b: Ball) -> Bool? {
    guard a.isDefined, b.isDefined else { return nil }
    switch comparison {
    case .less: return a.isLess(than: b)
    case .lessEqual: return b.isLess(than: a).map { !$0 }
    case .equal: return equality(a, b)
    default: return equality(a, b).map { !$0 }
    }
  }

  private static func equality(_ a: Ball, _ b: Ball) -> Bool? {
    if !a.overlaps(b) { return false }
    return a.isExact && b.isExact ? true : nil
  }

  static func called(_ function: Function, _ arguments: [Ball], _ precision: Int) -> Ball {
    guard let kernel = function.kernels.ball else {
      return arguments.isEmpty
        ? constant(function.machineValue(of: []) ?? .nan, precision) : .indeterminate
    }
    let value = kernel(arguments.map { ComplexBall($0) }, precision)
    return value.isReal ? value.real : .indeterminate
  }
}

/// Complex enclosures, principal branches. Numbers that are not certainly real have no order.
extension ComplexBall: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> ComplexBall { ComplexBall(Ball(exactly: value)) }

  static func constant(_ value: ExactConstant, _ precision: Int) -> ComplexBall {
    switch value {
    case .number(let number): ComplexBall(number, precision: precision)
    case .function(let function): called(function, [], precision)
    }
  }

  static func undefined(_ precision: Int) -> ComplexBall { .indeterminate }

  static func applied(
    _ opcode: Opcode, _ a: ComplexBall, _ b: ComplexBall, _ c: ComplexBall, _ precision: Int
  ) -> ComplexBall {
    switch opcode {
    case .add: a.adding(b, precision: precision)
    case .subtract: a.subtracting(b, precision: precision)
    case .multiply: a.multiplied(by: b, precision: precision)
    case .divide: a.divided(by: b, precision: precision)
    case .negate: a.negated
    case .multiplyAdd: a.multiplied(by: b, precision: precision).adding(c, precision: precision)
    case .multiplySubtract: a.multiplied(by: b, precision: precision).subtracting(c, precision: precision)
    case .negatedMultiplyAdd:
      c.subtracting(a.multiplied(by: b, precision: precision), precision: precision)
    case .exp2: .pow(2, a, precision: precision)
    case .power: power(a, b, precision)
    case .hypot:
      .sqrt(
        a.multiplied(by: a, precision: precision)
          .adding(b.multiplied(by: b, precision: precision), precision: precision), precision: precision)
    case .atan2: .atan2(y: a, x: b, precision: precision)
    default: OpcodeFunctions.function(opcode).map { called($0, [a], precision) } ?? .indeterminate
    }
  }

  private static func power(_ a: ComplexBall, _ b: ComplexBall, _ precision: Int) -> ComplexBall {
    a.containsZero && b.containsZero ? .indeterminate : .pow(a, b, precision: precision)
  }

  static func holds(_ comparison: Opcode, _ a: ComplexBall, _ b: ComplexBall) -> Bool? {
    if a.isReal, b.isReal { return Ball.holds(comparison, a.real, b.real) }
    guard comparison == .equal || comparison == .unequal, a.isDefined, b.isDefined else { return nil }
    if !a.overlaps(b) { return comparison == .unequal }
    return a.isExact && b.isExact ? comparison == .equal : nil
  }

  static func called(_ function: Function, _ arguments: [ComplexBall], _ precision: Int) -> ComplexBall {
    function.kernels.ball.map { $0(arguments, precision) } ?? .indeterminate
  }
}
