import ApusTerms

/// How tightly a piece of code binds, loosest first.
enum CodePrecedence: UInt8, Comparable {
  case anything, disjunction, conjunction, not, comparison, sum, product, power, atom

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What a piece is to the language before any library sees it.
enum CodeValue: Equatable {
  /// An integer of at most so many bits.
  case integer(bits: Double, isNonnegative: Bool)
  /// A floating-point number.
  case float
  /// An object of the library, or an argument.
  case object
  case matrix
  case truth

  var isInteger: Bool { if case .integer = self { true } else { false } }
  /// Whether the language computes with the piece by itself.
  var isPlainNumber: Bool { isInteger || self == .float }
}

/// A piece of code.
struct CodePiece {
  var ref: TextArena.Ref
  var precedence: CodePrecedence = .atom
  /// Of a piece that begins with a minus sign, the rest, which binds like a product.
  var magnitude: TextArena.Ref?
  var isFraction = false
  /// How deeply it nests.
  var depth = 0
  var value: CodeValue = .object
}
