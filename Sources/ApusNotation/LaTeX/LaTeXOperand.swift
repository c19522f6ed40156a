import ApusTerms

/// A part of a formula that has been read, with what later checks need to know of it.
struct LaTeXOperand {
  /// The rows and columns of a matrix, as far as they are known.
  enum Shape: Equatable {
    /// Nothing is known: a name may stand for anything.
    case unknown
    /// Certainly a number.
    case scalar
    case matrix(rows: Int, columns: Int)
  }

  var expr: Expr
  var range: SourceRange
  var shape: Shape = .unknown
  /// Whether it states something and has no numeric value.
  var isTruth = false
  /// Whether it is a set or a list, with which nothing can be calculated.
  var isSet = false
  /// Whether it stood in brackets.
  var isGrouped = false

  var isMatrix: Bool { if case .matrix = shape { true } else { false } }
}

/// A place in a row, with the end of the part that is to be read.
struct LaTeXCursor {
  var row: Int
  var place: Int
  var end: Int
}
