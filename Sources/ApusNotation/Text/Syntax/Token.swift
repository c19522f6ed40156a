/// What a token of the text notation is.
enum TokenKind: UInt8, Sendable {
  // Operands
  case number, name, previousAnswer, vulgarFraction
  // Brackets
  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace, bar
  // Operators
  case plus, minus, star, slash, caret, squareRoot, cubeRoot
  case factorial, doubleFactorial, degree, superscript, primes
  // Relations
  case equal, asks, notEqual, less, lessEqual, greater, greaterEqual, approximately
  // Words
  case and, or, not, `let`, `in`
  // Statements and punctuation
  case define, declare, comma, semicolon, end
}

/// One token: its kind, its bytes, and the white space before it.
struct Token: Sendable {
  var kind: TokenKind
  var range: SourceRange
  /// Whether white space stands before the token.
  var followsSpace = false
  /// Whether a line end stands before the token.
  var followsNewline = false
}
