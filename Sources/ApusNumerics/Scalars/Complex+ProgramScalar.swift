import ApusNumbers
import ApusTerms
import Numerics

/// Machine complex numbers, principal branches. Zero parts are +0, so that a number on a cut is on the side that the exact
/// number is on. Values that are infinite or do not exist have parts that are NaN.
extension Complex<Double>: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> Self { Self(value) }

  static func constant(_ value: ExactConstant, _ precision: Int) -> Self {
    switch value {
    case .number(let number): number.asComplex
    case .function(let function): function.complexValue(of: []) ?? undefined(precision)
    }
  }

  static func undefined(_ precision: Int) -> Self { Self(.nan, .nan) }

  static func applied(_ opcode: Opcode, _ a: Self, _ b: Self, _ c: Self, _ precision: Int) -> Self {
    switch opcode {
    case .add: (a + b).unsigned
    case .subtract: (a - b).unsigned
    case .multiply: product(a, b)
    case .divide: quotient(a, b)
    case .negate: (-a).unsigned
    case .multiplyAdd: (product(a, b) + c).unsigned
    case .multiplySubtract: (product(a, b) - c).unsigned
    case .negatedMultiplyAdd: (c - product(a, b)).unsigned
    case .exp2: Function.power.complexValue(of: [2, a]) ?? undefined(precision)
    case .hypot: called(.sqrt, [(product(a, a) + product(b, b)).unsigned], precision)
    default:
      OpcodeFunctions.function(opcode).map {
        called($0, opcode.operandCount == 2 ? [a, b] : [a], precision)
      } ?? undefined(precision)
    }
  }

  /// A real factor does not meet the other's zero or infinite parts.
  private static func product(_ a: Self, _ b: Self) -> Self {
    if b.imaginary == 0 { return Self(a.real * b.real, a.imaginary * b.real).unsigned }
    if a.imaginary == 0 { return Self(a.real * b.real, a.real * b.imaginary).unsigned }
    return (a * b).unsigned
  }

  private static func quotient(_ a: Self, _ b: Self) -> Self {
    b.imaginary == 0 ? Self(a.real / b.real, a.imaginary / b.real).unsigned : (a / b).unsigned
  }

  private var unsigned: Self { Self(real + 0, imaginary + 0) }

  /// Complex numbers have no order unless they are real.
  static func holds(_ comparison: Opcode, _ a: Self, _ b: Self) -> Bool? {
    guard a.isFinite, b.isFinite else { return nil }
    switch comparison {
    case .equal: return a == b
    case .unequal: return a != b
    default:
      return a.imaginary == 0 && b.imaginary == 0 ? machineComparison(comparison, a.real, b.real) : nil
    }
  }

  static func called(_ function: Function, _ arguments: [Self], _ precision: Int) -> Self {
    function.complexValue(of: arguments) ?? undefined(precision)
  }
}

/// The functions of the table that operations compute.
enum OpcodeFunctions {
  static func function(_ opcode: Opcode) -> Function? { functions[opcode] }

  private static let functions: [Opcode: Function] = {
    let names: [Opcode: String] = [
      .absolute: "abs", .squareRoot: "sqrt", .floor: "floor", .ceiling: "ceiling", .round: "round",
      .truncate: "truncate", .exp: "exp", .expm1: "expm1", .log: "log", .log2: "log2", .log10: "log10",
      .log1p: "log1p", .sin: "sin", .cos: "cos", .tan: "tan", .asin: "asin", .acos: "acos", .atan: "atan",
      .sinh: "sinh", .cosh: "cosh", .tanh: "tanh", .asinh: "asinh", .acosh: "acosh", .atanh: "atanh",
      .cbrt: "cbrt", .erf: "erf", .erfc: "erfc", .gamma: "gamma", .logGamma: "loggamma", .power: "power",
      .atan2: "atan2",
    ]
    var functions: [Opcode: Function] = [:]
    for (opcode, name) in names { functions[opcode] = FunctionTable.standard[name] }
    return functions
  }()
}
