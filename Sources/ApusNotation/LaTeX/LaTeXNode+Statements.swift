// What items mean for where statements begin and end.
extension LaTeXNode {
  /// Whether the item is not a comma or full stop that may end a statement.
  var isNotFinalPunctuation: Bool {
    switch kind {
    case .punctuation(","), .punctuation("."), .punctuation(";"), .wideSpace: false
    default: true
    }
  }

  /// Whether the item ends a line or may be an environment with lines.
  var mayHoldLines: Bool {
    switch kind {
    case .newline, .table, .fence(.brace, .none, _), .fence(.none, .brace, _): true
    default: false
    }
  }

  /// Whether the item is part of the formula, and not a label or white space.
  var isSubstance: Bool {
    switch kind {
    case .label, .wideSpace: false
    default: true
    }
  }

  /// Whether a statement may end with the item.
  var isOperandEnd: Bool {
    switch kind {
    case .binary, .relation, .punctuation, .bigOperator, .function: false
    default: true
    }
  }

  /// Whether the item can only begin an operand.
  var startsOperand: Bool {
    switch kind {
    case .binary, .relation, .punctuation, .wideSpace, .newline, .modulus, .text, .bar, .unit, .dots: false
    case .fence(.paren, .paren, _): false
    default: true
    }
  }

  /// Whether a statement may start with the item.
  var startsStatement: Bool {
    switch kind {
    case .binary(let sign): sign == .minus || sign == .not
    case .relation, .punctuation: false
    default: true
    }
  }
}
