import ApusNumbers
import ApusTerms

/// Numbers with which a program can be evaluated.
///
/// A value that does not exist is part of each type (NaN, the indeterminate ball), so that operations need not fail. The
/// precision counts bits; machine numbers have their own.
protocol ProgramScalar {
  /// The number, exactly if the type can hold it.
  static func constant(_ value: Double, _ precision: Int) -> Self
  /// The number, or an enclosure of it, as near as the precision allows.
  static func constant(_ value: ExactConstant, _ precision: Int) -> Self
  /// The value that does not exist.
  static func undefined(_ precision: Int) -> Self
  /// The result of an operation that is neither a condition nor a choice nor a call.
  static func applied(_ opcode: Opcode, _ a: Self, _ b: Self, _ c: Self, _ precision: Int) -> Self
  /// Whether a comparison holds; `nil` if that is not certain.
  static func holds(_ comparison: Opcode, _ a: Self, _ b: Self) -> Bool?
  /// The value of a function.
  static func called(_ function: Function, _ arguments: [Self], _ precision: Int) -> Self
}

/// A constant that is no machine number: 1/3, 10^30, 2 + i, or π.
enum ExactConstant: Hashable, Sendable {
  case number(Number)
  /// A function without arguments.
  case function(Function)
}

extension ProgramScalar {
  /// The value of an instruction with an operand of one number, for types that have no shorter way.
  static func machineComparison<T: Comparable>(_ comparison: Opcode, _ a: T, _ b: T) -> Bool {
    switch comparison {
    case .less: a < b
    case .lessEqual: a <= b
    case .equal: a == b
    default: a < b || b < a
    }
  }
}
