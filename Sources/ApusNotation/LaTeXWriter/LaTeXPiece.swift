import ApusTerms

/// A piece of LaTeX with what its surroundings must know of it.
struct LaTeXPiece {
  /// What kind of thing it is, loosest first.
  enum Kind: Int, Comparable {
    /// A relation or logical expression.
    case statement
    case sum
    /// A minus sign before a term.
    case negation
    /// A sum, integral, limit or derivative, which takes in what follows.
    case bigOperator
    case product
    /// A function with an argument that has no parentheses.
    case bareCall
    case fraction
    /// Something with a superscript or a factorial sign.
    case scripted
    case atom

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var ref: TextArena.Ref
  var kind: Kind = .atom
  /// Of a piece that begins with a minus sign, the rest.
  var magnitude: TextArena.Ref?
  /// Whether the text begins with a digit.
  var beginsWithDigit = false
  /// Whether the text is a number, or a fraction of numbers.
  var isNumeral = false
  /// Whether the text ends in something that takes in what follows.
  var isOpen = false
  /// Whether the text is taller than a line.
  var isTall = false
  /// Whether the text is something in parentheses that could be taken for the argument of a function.
  var looksLikeArgument = false
  /// Whether the text is the letter d, which would begin a differential.
  var isDifferentialSign = false
  /// Of a call of a function with a command of its own, the name and the argument as it stands, and the call with parentheses.
  var call: (name: TextArena.Ref, argument: TextArena.Ref, closed: TextArena.Ref)?
  /// Whether the name in the call has an exponent already.
  var isRaised = false
  /// Whether a function before the piece takes it without parentheses.
  var isPlain = false
  /// Of a fraction of atoms, the text with a slash.
  var slashed: TextArena.Ref?
  /// Of a matrix, its rows.
  var rows: TextArena.Ref?
  /// Of a whole number, its value.
  var integer: Int?
}
