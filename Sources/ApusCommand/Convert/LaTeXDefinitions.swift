/// Tells the lines that only define macros, which a document has before its formulas.
enum LaTeXDefinitions {
  private static let commands = [
    "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator", "DeclareMathOperator*",
  ]

  /// Whether a piece of LaTeX consists of definitions.
  static func fill(_ text: String) -> Bool {
    var rest = Substring(text).drop(while: \.isWhitespace)
    guard rest.first == "\\" else { return false }
    while let command = commands.last(where: { rest.dropFirst().hasPrefix($0) }) {
      rest = rest.dropFirst(1 + command.count)
      guard rest.first?.isLetter != true, skipDefinition(&rest) else { return false }
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return true }
    }
    return false
  }

  /// Skips the name, the parameters and the body of a definition: everything up to the end of its last group.
  private static func skipDefinition(_ rest: inout Substring) -> Bool {
    var hasName = false
    while let next = rest.first {
      switch next {
      case "\\" where !hasName:
        rest = rest.dropFirst().drop(while: \.isLetter)
        hasName = true
      case "{":
        guard skipGroup(&rest) else { return false }
        if hasName { return true }
        hasName = true
      case _ where next.isWhitespace || next.isNumber || "[]#*".contains(next): rest = rest.dropFirst()
      default: return false
      }
    }
    return false
  }

  private static func skipGroup(_ rest: inout Substring) -> Bool {
    var depth = 0
    while let next = rest.popFirst() {
      if next == "\\" { _ = rest.popFirst() }
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      if depth == 0 { return true }
    }
    return false
  }
}
