import ApusNumbers

/// The constants of expressions that are kept as they are: inputs of the program, behind the parameters.
struct ExactConstants: Sendable {
  private(set) var constants: [ExactConstant] = []
  private var indices: [ExactConstant: Int] = [:]
  /// The number of parameters.
  let offset: Int

  init(behind parameterCount: Int) { offset = parameterCount }

  /// The operand that stands for the constant.
  mutating func operand(_ constant: ExactConstant) -> Operand {
    if let index = indices[constant] { return Operand(.parameter, offset + index) }
    indices[constant] = constants.count
    constants.append(constant)
    return Operand(.parameter, offset + constants.count - 1)
  }

  /// Whether a machine real is the number exactly.
  static func isMachineReal(_ number: Number) -> Bool {
    switch number {
    case .integer(let integer): integer.magnitude <= 1 << 53
    case .double: true
    case .rational, .bigFloat, .complex: false
    }
  }

  /// Weights and coefficients up to this are multiplied in passes without rounding.
  static let largestWeight = 1 << 20
}
