/// Finds the formulas of a source: the parts between mathematics delimiters, or all of it where there are
/// none.
struct LaTeXDocument {
  /// The statements of a source and the tree their rows stand in.
  ///
  /// - Throws: the first mistake in the order: characters, macros, balance, commands and structure.
  static func statements(
    of source: String, macros: LaTeXMacroTable, depthLimit: Int
  ) throws(Diagnostic) -> (statements: [LaTeXStatement], tree: LaTeXTree) {
    let tokens = try LaTeXMacros.expanded(try LaTeXLexer.tokens(of: source), knowing: macros)
    let end = source.utf8.count
    let balance = try LaTeXBalance(tokens, end: end)
    let parts = try formulas(tokens, balance)
    let builder = LaTeXTreeBuilder(tokens: tokens, balance: balance, depthLimit: depthLimit)
    var rows: [Int] = []
    for part in parts where !part.isEmpty {
      let span = SourceRange(
        tokens[part.lowerBound].range.lowerBound, tokens[part.upperBound - 1].range.upperBound)
      rows.append(try builder.row(part, font: .italic, span: span))
    }
    var statements = LaTeXStatements(builder.takeTree())
    for row in rows { try statements.add(row: row, isLast: row == statements.tree.rows.count - 1) }
    guard !statements.statements.isEmpty else {
      throw Diagnostic("empty-input", "there is no formula here", at: SourceRange(0, end))
    }
    return statements.taken()
  }

  private static func formulas(
    _ tokens: [LaTeXToken], _ balance: LaTeXBalance
  ) throws(Diagnostic) -> [Range<Int>] {
    if balance.isMathDelimiter.isEmpty { return [0..<tokens.count] }
    var parts: [Range<Int>] = []
    var outside: LaTeXToken?
    var index = 0
    while index < tokens.count {
      if balance.isMathDelimiter[index] == true {
        let close = balance.partner[index]
        let isDouble =
          tokens[index].kind == .mathShift && index + 1 < close && tokens[index + 1].kind == .mathShift
          && close + 1 < tokens.count && tokens[close + 1].kind == .mathShift && isAdjacent(tokens, close)
        let width = isDouble ? 2 : 1
        parts.append(min(index + width, close)..<close)
        index = close + width
      } else {
        if outside == nil, isMathematics(tokens[index]) { outside = tokens[index] }
        index = balance.partner[index] > index ? balance.partner[index] + 1 : index + 1
      }
    }
    guard !parts.isEmpty else { return [0..<tokens.count] }
    if let outside {
      throw Diagnostic(
        "text-outside-math", "this stands outside the mathematics delimiters", at: outside.range,
        help: ["give only the formulas, or put all of it between the delimiters"])
    }
    return parts
  }

  private static func isAdjacent(_ tokens: [LaTeXToken], _ close: Int) -> Bool {
    tokens[close].range.upperBound == tokens[close + 1].range.lowerBound
  }

  /// Whether a token outside the delimiters is more than punctuation and white space.
  private static func isMathematics(_ token: LaTeXToken) -> Bool {
    switch token.kind {
    case .other(","), .other("."), .other(";"), .paragraph: return false
    case .command(let name):
      switch LaTeXCommand.table[name] {
      case .space?, .wideSpace?, .ignored?, .newline?, .label?, .tag?: return false
      default: return true
      }
    default: return true
    }
  }
}
