extension LaTeXTreeBuilder {
  /// Reads an item that starts with a character that is no letter or digit.
  func character(
    _ scalar: Unicode.Scalar, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    if row.font.makesWords, scalar.properties.isAlphabetic {
      row.place += 1
      return letter(scalar, token.range, &row)
    }
    row.breaksWord = true
    switch scalar {
    case "(", "[": return try openingBracket(scalar == "(" ? .paren : .bracket, token, &row)
    case "|": return bar(.bar, .either, token, &row)
    case "." where isPoint(row.place, row): return try numeral(&row)
    case "." where isEllipsis(row):
      row.items.append(LaTeXNode(.dots, token.range.union(tokens[row.place + 2].range)))
      row.place += 3
      return
    case "'":
      row.items.append(LaTeXNode(.symbol(.prime, .italic), token.range))
      row.place += 1
      return
    default: break
    }
    if let (kind, count) = sign(scalar, row) {
      let last = tokens[row.place + count - 1]
      row.place += count
      row.items.append(LaTeXNode(kind, token.range.union(last.range)))
      return
    }
    throw Diagnostic(
      "unexpected-character", "'\(Character(scalar))' (\(scalar.codePoint)) has no meaning in a formula",
      at: token.range)
  }

  private func next(_ scalar: Unicode.Scalar, _ row: Row, at offset: Int = 1) -> Bool {
    let place = row.place + offset
    return place < row.end && tokens[place].isOther(scalar) && !tokens[place].followsSpace
  }

  private func isEllipsis(_ row: Row) -> Bool { next(".", row) && next(".", row, at: 2) }

  /// The meaning of a sign and how many characters it is written with.
  private func sign(_ scalar: Unicode.Scalar, _ row: Row) -> (LaTeXNode.Kind, Int)? {
    switch scalar {
    case "+": (.binary(.plus), 1)
    case "-": (.binary(.minus), 1)
    case "*": (.binary(.asterisk), 1)
    case "/": (.binary(.slash), 1)
    case "=": (.relation(.equal), 1)
    case "<": next("=", row) ? (.relation(.lessEqual), 2) : (.relation(.less), 1)
    case ">": next("=", row) ? (.relation(.greaterEqual), 2) : (.relation(.greater), 1)
    case ":": next("=", row) ? (.relation(.definition), 2) : (.punctuation(":"), 1)
    case ",", ";", ".": (.punctuation(scalar), 1)
    case "!": (.factorial, 1)
    default: nil
    }
  }

  /// A bracket that stands alone, with everything up to its partner.
  func openingBracket(
    _ delimiter: LaTeXDelimiter, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    let open = row.place
    let close = balance.partner[open]
    guard close > open else {
      throw Diagnostic("unexpected-close-delimiter", "'\(token.spelling)' closes nothing", at: token.range)
    }
    listDepth += 1
    defer { listDepth -= 1 }
    let inner = try inside(open, font: row.font)
    var closing = delimiter
    switch tokens[close].kind {
    case .other(")"): closing = .paren
    case .other("]"): closing = .bracket
    case .command:
      if case .delimiter(let kind, _)? = tokens[close].command { closing = kind }
    default: break
    }
    row.items.append(
      LaTeXNode(.fence(delimiter, closing, inner), token.range.union(tokens[close].range)))
    row.place = close + 1
    row.facing = nil
    row.breaksWord = true
  }

  func bar(_ delimiter: LaTeXDelimiter, _ facing: LaTeXFacing, _ token: LaTeXToken, _ row: inout Row) {
    row.items.append(
      LaTeXNode(.bar(row.isSeparator ? .none : delimiter, row.facing ?? facing), token.range))
    row.facing = nil
    row.isSeparator = false
    row.place += 1
  }

  /// `\left( … \right)`
  func leftRight(_ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    let open = row.place
    let close = balance.partner[open]
    let opening = try delimiter(tokens[open + 1])
    let closing = try delimiter(tokens[close + 1])
    listDepth += 1
    defer { listDepth -= 1 }
    let inner = try self.row(
      open + 2..<close, font: row.font,
      span: SourceRange(tokens[open + 1].range.upperBound, tokens[close].range.lowerBound))
    row.items.append(
      LaTeXNode(.fence(opening, closing, inner), token.range.union(tokens[close + 1].range)))
    row.place = close + 2
    row.breaksWord = true
  }

  private func delimiter(_ token: LaTeXToken) throws(Diagnostic) -> LaTeXDelimiter {
    switch token.kind {
    case .other("("), .other(")"): return .paren
    case .other("["), .other("]"): return .bracket
    case .other("|"): return .bar
    case .other("."): return .none
    case .other("<"), .other(">"): return .angle
    case .command:
      if case .delimiter(let delimiter, _)? = token.command { return delimiter }
    default: break
    }
    throw Diagnostic(
      "unsupported-delimiter", "'\(token.spelling)' is not read as a delimiter", at: token.range)
  }
}
