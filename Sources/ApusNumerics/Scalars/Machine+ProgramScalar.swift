import ApusNumbers
import ApusTerms

extension Double: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> Double { value }

  static func constant(_ value: ExactConstant, _ precision: Int) -> Double {
    switch value {
    case .number(let number): number.isReal ? number.asDouble ?? .nan : .nan
    case .function(let function): function.machineValue(of: []) ?? .nan
    }
  }

  static func undefined(_ precision: Int) -> Double { .nan }

  static func applied(_ opcode: Opcode, _ a: Double, _ b: Double, _ c: Double, _ precision: Int) -> Double {
    opcode.applied(a, b, c)
  }

  static func holds(_ comparison: Opcode, _ a: Double, _ b: Double) -> Bool? {
    machineComparison(comparison, a, b)
  }

  static func called(_ function: Function, _ arguments: [Double], _ precision: Int) -> Double {
    function.machineValue(of: arguments) ?? .nan
  }
}

extension Float: ProgramScalar {
  static func constant(_ value: Double, _ precision: Int) -> Float { Float(value) }

  static func constant(_ value: ExactConstant, _ precision: Int) -> Float {
    Float(Double.constant(value, precision))
  }

  static func undefined(_ precision: Int) -> Float { .nan }

  /// Operations of IEEE 754 single precision; functions are those of double precision, rounded.
  static func applied(_ opcode: Opcode, _ a: Float, _ b: Float, _ c: Float, _ precision: Int) -> Float {
    switch opcode {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .negate: -a
    case .absolute: a.magnitude
    case .squareRoot: a.squareRoot()
    case .floor: a.rounded(.down)
    case .ceiling: a.rounded(.up)
    case .round: a.rounded(.toNearestOrEven)
    case .truncate: a.rounded(.towardZero)
    case .multiplyAdd: c.addingProduct(a, b)
    case .multiplySubtract: (-c).addingProduct(a, b)
    case .negatedMultiplyAdd: c.addingProduct(-a, b)
    default: Float(opcode.applied(Double(a), Double(b), Double(c)))
    }
  }

  static func holds(_ comparison: Opcode, _ a: Float, _ b: Float) -> Bool? {
    machineComparison(comparison, a, b)
  }

  static func called(_ function: Function, _ arguments: [Float], _ precision: Int) -> Float {
    Float(function.machineValue(of: arguments.map(Double.init)) ?? .nan)
  }
}
