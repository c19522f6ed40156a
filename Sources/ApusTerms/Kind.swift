/// The closed set of node kinds; everything that is not built in has kind `ext`.
public enum Kind: UInt8, Sendable, CaseIterable {
  /// An exact integer.
  case integer
  /// An exact rational that is not an integer.
  case rational
  /// A complex number with a non-zero imaginary part, exact or not.
  case complex
  /// A machine real (`Double`).
  case real
  /// A real of stated precision (`BigFloat`).
  case bigReal
  /// A named unknown.
  case symbol
  /// A canonical sum: `[constant, term, coefficient, term, coefficient, …]`.
  case sum
  /// A canonical product: `[coefficient, base, exponent, base, exponent, …]`.
  case product
  /// A power `[base, exponent]`.
  case power
  /// A function applied to arguments; an opaque operation (`add`, `divide`, …) too.
  case call
  /// A term of a type defined elsewhere: see `Term`.
  case ext

  /// Whether the node is a number of any kind.
  @inlinable public var isNumber: Bool { rawValue <= Kind.bigReal.rawValue }
}

/// What is known of a whole subtree, collected as it is built.
public struct NodeFlags: OptionSet, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A symbol or an undefined function occurs.
  public static let hasSymbol = NodeFlags(rawValue: 1)
  /// A machine real or a `BigFloat` occurs.
  public static let hasInexact = NodeFlags(rawValue: 2)
  /// The constant `oo` occurs, so zero products and cancellations must not be folded.
  public static let hasInfinity = NodeFlags(rawValue: 4)
  /// Something without a value occurs, such as `1/0`.
  public static let hasUndefined = NodeFlags(rawValue: 8)
  /// An opaque operation occurs, so `canonical()` may change the term.
  public static let hasOpaque = NodeFlags(rawValue: 16)
  /// A function that binds a variable occurs (`sum`, `integral`, `at`, …).
  public static let hasBinder = NodeFlags(rawValue: 32)
  /// A list, and so perhaps a matrix, occurs: factors that hold one may not change places.
  public static let hasList = NodeFlags(rawValue: 64)

  @inlinable package static func | (a: NodeFlags, b: NodeFlags) -> NodeFlags {
    NodeFlags(rawValue: a.rawValue | b.rawValue)
  }
}
