import CApusKernels

extension Opcode {
  /// The result for machine reals: what every back end computes, bit for bit, outside vector mathematics.
  @inline(__always) package func applied(_ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .negate: return -a
    case .absolute: return a.magnitude
    case .squareRoot: return a.squareRoot()
    case .floor: return a.rounded(.down)
    case .ceiling: return a.rounded(.up)
    case .round: return a.rounded(.toNearestOrEven)
    case .truncate: return a.rounded(.towardZero)
    case .less: return Self.mask(a < b)
    case .lessEqual: return Self.mask(a <= b)
    case .equal: return Self.mask(a == b)
    case .unequal: return Self.mask(a < b || b < a)
    case .and: return Double(bitPattern: a.bitPattern & b.bitPattern)
    case .or: return Double(bitPattern: a.bitPattern | b.bitPattern)
    case .select: return a.bitPattern != 0 ? b : c
    case .multiplyAdd: return c.addingProduct(a, b)
    case .multiplySubtract: return (-c).addingProduct(a, b)
    case .negatedMultiplyAdd: return c.addingProduct(-a, b)
    default: return libraryValue(a, b)
    }
  }

  /// All bits set for true, none for false.
  @inline(__always) static func mask(_ truth: Bool) -> Double { Double(bitPattern: truth ? .max : 0) }

  private func libraryValue(_ a: Double, _ b: Double) -> Double {
    if let unary = apus_unary_function(Int32(rawValue)) { return unary(a) }
    if let binary = apus_binary_function(Int32(rawValue)) { return binary(a, b) }
    return .nan
  }
}
