import ApusTerms

/// How tightly a piece of Python code binds, loosest first.
enum PythonPrecedence: Int, Comparable {
  case anything, disjunction, conjunction, not, comparison, sum, product, power, atom

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What Python makes of a piece before any library sees it.
enum PythonValue: Equatable {
  /// An `int`, of at most so many bits.
  case integer(bits: Double, isNonnegative: Bool)
  /// A `float`.
  case float
  /// An object of the library, or an argument.
  case object
  case matrix
  case truth

  var isInteger: Bool { if case .integer = self { true } else { false } }
  /// Whether Python computes with the piece by itself.
  var isPlainNumber: Bool { isInteger || self == .float }
}

/// A piece of Python code.
struct PythonPiece {
  var ref: TextArena.Ref
  var precedence: PythonPrecedence = .atom
  /// Of a piece that begins with a minus sign, the rest, which binds like a product.
  var magnitude: TextArena.Ref?
  var isFraction = false
  /// How deeply Python nests it.
  var depth = 0
  var value: PythonValue = .object
}
