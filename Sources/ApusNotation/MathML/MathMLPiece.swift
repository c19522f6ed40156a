import ApusTerms

/// A piece of MathML, one element or a row of them, with what its surroundings must know of it.
struct MathMLPiece {
  /// What kind of thing it is, loosest first.
  enum Kind: Int, Comparable {
    case statement, sum, negation, bigOperator, product, fraction, scripted, atom

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var ref: TextArena.Ref
  var kind: Kind = .atom
  /// Whether the text is one element, and needs no `mrow` where one is wanted.
  var isElement = true
  /// Of a piece that begins with a minus sign, the rest.
  var magnitude: TextArena.Ref?
  /// Of a matrix, its table without brackets.
  var table: TextArena.Ref?
  /// Of a name with a subscript alone, the name and the subscript, which an exponent stands above.
  var subscripted: (name: TextArena.Ref, below: TextArena.Ref)?
  /// Whether the piece is a name, over which a bar is as long as it is.
  var isName = false
  /// Whether the piece is a number or begins with one.
  var beginsWithDigit = false
  /// Whether the piece is a number, or a fraction or power of numbers.
  var isNumeral = false
}
