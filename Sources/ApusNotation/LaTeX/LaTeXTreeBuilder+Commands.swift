extension LaTeXTreeBuilder {
  /// Reads the item that a control sequence starts.
  func command(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    guard let command = token.command else { throw unknown(name, token.range) }
    if case .space = command {} else { row.breaksWord = true }
    switch command {
    case .symbol(let symbol): simple(.symbol(symbol, row.font.isBold ? row.font : .italic), token, &row)
    case .function(let function): simple(.function(function), token, &row)
    case .bigOperator(let big): simple(.bigOperator(big), token, &row)
    case .binary(let sign): simple(.binary(sign), token, &row)
    case .relation(let relation): simple(.relation(relation), token, &row)
    case .percent: simple(.percent, token, &row)
    case .degree: simple(.degreeSign, token, &row)
    case .prime: simple(.symbol(.prime, .italic), token, &row)
    case .dots: simple(.dots, token, &row)
    case .arrow(let direction): simple(.arrow(direction), token, &row)
    case .wideSpace: simple(.wideSpace, token, &row)
    case .space:
      row.place += 1
      row.breaksWord = true
    case .fontSwitch(let font):
      row.font = font
      row.place += 1
    case .unsupported(let reason):
      throw Diagnostic("unsupported-command", "\\\(name) is not read: \(reason)", at: token.range)
    case .left: try leftRight(token, &row)
    case .delimiter(let delimiter, let facing): try self.delimiter(name, delimiter, facing, token, &row)
    case .delimiterSize: try delimiterSize(name, token, &row)
    case .middle:
      row.isSeparator = true
      row.place += 1
    case .newline: lineEnd(token, &row)
    case .infix(let infix): try self.infix(infix, token, &row)
    case .begin: try environment(token, &row)
    case .right, .end:
      throw Diagnostic("unexpected-end", "'\(token.spelling)' closes nothing", at: token.range)
    default: try construct(command, name, token, &row)
    }
  }

  private func simple(_ kind: LaTeXNode.Kind, _ token: LaTeXToken, _ row: inout Row) {
    row.items.append(LaTeXNode(kind, token.range))
    row.place += 1
  }

  private func unknown(_ name: String, _ range: SourceRange) -> Diagnostic {
    let letters = name.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    let nearest = letters ? Suggestions.nearest(to: name, among: LaTeXCommand.names) : nil
    return Diagnostic(
      "unknown-command", "\\\(name) is not a command the reader knows", at: range,
      help: nearest.map { ["did you mean \\\($0)?"] } ?? ["define it with \\newcommand{\\\(name)}{…}"],
      fixIts: nearest.map { [FixIt(range, insert: "\\" + $0)] } ?? [])
  }

  // MARK: Delimiters

  private func delimiter(
    _ name: String, _ delimiter: LaTeXDelimiter, _ facing: LaTeXFacing, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    switch facing {
    case .open: try openingBracket(delimiter, token, &row)
    case .either:
      if name == "mid" { row.isSeparator = true }
      bar(delimiter, facing, token, &row)
    case .close:
      throw Diagnostic("unexpected-close-delimiter", "'\(token.spelling)' closes nothing", at: token.range)
    }
  }

  /// `\bigl` and its like say which way a bar faces.
  private func delimiterSize(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    row.place += 1
    row.facing = name.hasSuffix("l") ? .open : (name.hasSuffix("r") ? .close : nil)
    row.isSeparator = name.hasSuffix("m")
    if row.place < row.end {
      switch tokens[row.place].kind {
      case .other("|"): return
      case .other("."):
        row.place += 1
      case .command:
        if case .delimiter(_, .either)? = tokens[row.place].command { return }
      default: break
      }
    }
    row.facing = nil
    row.isSeparator = false
    guard row.place < row.end || tokens.indices.contains(row.place) else {
      throw Diagnostic("missing-delimiter", "\\\(name) needs a delimiter after it", at: token.range)
    }
  }

  private func lineEnd(_ token: LaTeXToken, _ row: inout Row) {
    row.items.append(LaTeXNode(.newline, token.range))
    row.place += 1
    skipLineSpace(&row.place, row.end)
  }

  /// The star and the `[6pt]` after `\\`.
  func skipLineSpace(_ place: inout Int, _ end: Int) {
    if place < end, tokens[place].isOther("*"), !tokens[place].followsSpace { place += 1 }
    guard place < end, tokens[place].isOther("["), !tokens[place].followsSpace else { return }
    let close = balance.partner[place]
    guard close > place, close < end, isLength(place + 1..<close) else { return }
    place = close + 1
  }

  /// Whether the tokens are a length such as `6pt` or `-1.5ex`.
  private func isLength(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 12 else { return false }
    let text = tokens[range].map(\.spelling).joined()
    let unit = text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    return ["pt", "ex", "em", "mm", "cm", "in", "bp", "pc", "mu", "\\baselineskip", "\\jot"].contains(
      String(unit))
  }

  private func infix(
    _ infix: LaTeXInfix, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    guard row.infix == nil else {
      throw Diagnostic("double-infix", "one group has one \\\(infix.rawValue)", at: token.range)
    }
    row.infix = (infix, token.range)
    row.numerator = row.items
    row.items = []
    row.place += 1
  }

  // MARK: Arguments

  /// The argument of a command: a group, or one token.
  func argument(
    _ row: inout Row, of name: String, at range: SourceRange, font: LaTeXFont? = nil,
    takesCommands: Bool = false
  ) throws(Diagnostic) -> Int {
    guard row.place < row.end else { throw missingArgument(of: name, at: range) }
    let token = tokens[row.place]
    let font = font ?? row.font
    switch token.kind {
    case .beginGroup:
      let open = row.place
      row.place = balance.partner[open] + 1
      return try inside(open, font: font)
    case .endGroup, .superscript, .subscript, .alignment, .mathShift, .paragraph, .parameter:
      throw missingArgument(of: name, at: range)
    case .digit(let digit):
      row.place += 1
      tree.numerals.append(.digit(digit))
      return add([LaTeXNode(.number(tree.numerals.count - 1), token.range)], token.range)
    case .other(let scalar):
      try refuseBracket(scalar, name, token.range, row.place)
    case .command:
      if token.command?.needsArgument ?? false, !takesCommands {
        throw missingArgument(of: name, at: range)
      }
    case .letter: break
    }
    var single = Row(font: font, place: row.place, end: row.end)
    try nest(at: token.range) { () throws(Diagnostic) in
      while single.items.isEmpty, single.place < single.end { try nucleus(&single) }
    }
    guard !single.items.isEmpty else { throw missingArgument(of: name, at: range) }
    row.place = single.place
    return add(single.items, token.range)
  }

  private func missingArgument(of name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-argument", "\\\(name) needs an argument", at: range, help: ["give it in braces: \\\(name){x}"])
  }

  /// TeX would take the bracket alone, which nobody means.
  private func refuseBracket(
    _ scalar: Unicode.Scalar, _ name: String, _ range: SourceRange, _ place: Int
  ) throws(Diagnostic) {
    guard scalar == "(" || scalar == "[", !name.hasPrefix("unicode") else { return }
    let close = tokens[balance.partner[place]].range
    throw Diagnostic(
      "missing-braces", "\\\(name) takes its argument in braces, not in brackets", at: range,
      help: ["put braces around the brackets"],
      fixIts: [
        FixIt(SourceRange(range.lowerBound, range.lowerBound), insert: "{"),
        FixIt(SourceRange(close.upperBound, close.upperBound), insert: "}"),
      ])
  }

  /// Skips an argument that does not matter.
  func skipArgument(_ row: inout Row, of name: String, at range: SourceRange) throws(Diagnostic) {
    if row.place < row.end, tokens[row.place].isOther("*") { row.place += 1 }
    guard row.place < row.end, tokens[row.place].kind == .beginGroup else {
      throw Diagnostic("missing-argument", "\\\(name) needs an argument in braces", at: range)
    }
    row.place = balance.partner[row.place] + 1
  }

  /// The characters of an argument that is not mathematics.
  func rawArgument(_ row: inout Row, of name: String, at range: SourceRange) throws(Diagnostic) -> String {
    let open = row.place
    try skipArgument(&row, of: name, at: range)
    let start = tokens[open].kind == .beginGroup ? open : open + 1
    return LaTeXText.string(tokens[(start + 1)..<(row.place - 1)])
  }
}

/// Text as it reads when the markup is taken away.
enum LaTeXText {
  static func string(_ tokens: ArraySlice<LaTeXToken>) -> String {
    var text = ""
    for token in tokens {
      if token.followsSpace, !text.isEmpty, !text.hasSuffix(" ") { text += " " }
      switch token.kind {
      case .beginGroup, .endGroup, .mathShift: break
      case .command(" "), .command("~"), .command(","), .command("quad"), .command("qquad"):
        if !text.hasSuffix(" ") { text += " " }
      case .command(let name):
        if let first = name.unicodeScalars.first, !first.properties.isAlphabetic {
          if name != "/" && name != "!" && name != "-" { text += name }
        } else if case .symbol? = LaTeXCommand.table[name] {
          text += name
        }
      default: text += token.spelling
      }
    }
    return text
  }
}
