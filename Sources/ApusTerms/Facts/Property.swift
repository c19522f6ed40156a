import ApusNumbers

/// What may be known of a value; every member but the last two implies that the value is real.
public struct Property: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Real and finite.
  public static let real = Property(rawValue: 1)
  /// Not below zero.
  public static let nonnegative = Property(rawValue: 2)
  /// Not above zero.
  public static let nonpositive = Property(rawValue: 4)
  /// An integer.
  public static let integer = Property(rawValue: 8)
  /// An even integer.
  public static let even = Property(rawValue: 16)
  /// An odd integer.
  public static let odd = Property(rawValue: 32)
  /// Not zero; a complex value may be.
  public static let nonzero = Property(rawValue: 64)
  /// The real part is zero.
  public static let imaginary = Property(rawValue: 128)

  /// Above zero.
  public static let positive: Property = [.real, .nonnegative, .nonzero]
  /// Below zero.
  public static let negative: Property = [.real, .nonpositive, .nonzero]
  /// Exactly zero.
  public static let zero: Property = [.real, .nonnegative, .nonpositive, .integer, .even, .imaginary]

  /// All that follows.
  package var closed: Property {
    var all = self
    if !isDisjoint(with: [.even, .odd]) { all.insert(.integer) }
    if contains(.odd) { all.insert(.nonzero) }
    if !all.isDisjoint(with: [.nonnegative, .nonpositive, .integer]) { all.insert(.real) }
    if all.contains(.nonnegative), all.contains(.nonpositive) { all.formUnion(.zero) }
    return all
  }

  /// Whether no value has all of these properties.
  package var isContradictory: Bool {
    (contains(.nonnegative) && contains(.nonpositive) && contains(.nonzero))
      || (contains(.even) && contains(.odd))
  }

  /// What is known of a number.
  init(of number: Number) {
    var all: Property = number.isZero ? .zero : .nonzero
    if number.isReal {
      if !number.isZero { all.formUnion(number.isNegative ? .negative : .positive) }
      if number.isNaN || !number.isFinite { all = [] }
    } else if number.real.isZero {
      all.insert(.imaginary)
    }
    if case .integer(let n) = number { all.formUnion(n.isEven ? [.integer, .even] : [.integer, .odd]) }
    self = all.closed
  }
}
