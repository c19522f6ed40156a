extension LaTeXTreeBuilder {
  /// Reads a command that takes arguments.
  func construct(
    _ command: LaTeXCommand, _ name: String, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    row.place += 1
    switch command {
    case .fraction:
      skipOption(&row)
      let top = try argument(&row, of: name, at: token.range)
      let bottom = try argument(&row, of: name, at: token.range)
      append(.fraction(top, bottom), token, &row)
    case .binomial:
      let top = try argument(&row, of: name, at: token.range)
      let bottom = try argument(&row, of: name, at: token.range)
      append(.binomial(top, bottom), token, &row)
    case .genericFraction: try genericFraction(name, token, &row)
    case .root: try root(name, token, &row)
    case .accent(let accent):
      let inner = try argument(&row, of: name, at: token.range, takesCommands: true)
      append(.accent(accent, inner), token, &row)
    case .font(let font): try styled(font, name, token, &row)
    case .text: try text(name, token, &row)
    case .operatorName:
      let word = try rawArgument(&row, of: name, at: token.range).filter { $0 != " " }
      append(.operatorName(tree.texts.add(word, isLanguage: false)), token, &row)
    case .modulus(let parentheses):
      let inner = try argument(&row, of: name, at: token.range, takesCommands: !parentheses)
      append(.modulus(inner, parentheses: parentheses), token, &row)
    case .ignored(let arguments):
      for _ in 0..<arguments { try skipArgument(&row, of: name, at: token.range) }
    case .label:
      let label = try rawArgument(&row, of: name, at: token.range)
      append(.label(tree.texts.add(label, isLanguage: false)), token, &row)
    case .tag: try skipArgument(&row, of: name, at: token.range)
    case .content(let arguments):
      for _ in 1..<arguments { try skipArgument(&row, of: name, at: token.range) }
      let inner = try argument(&row, of: name, at: token.range, takesCommands: true)
      splice(inner, token, &row)
    case .annotated: try annotated(name, token, &row)
    default: try rareConstruct(command, name, token, &row)
    }
  }

  private func rareConstruct(
    _ command: LaTeXCommand, _ name: String, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    switch command {
    case .stacked: try stacked(name, token, &row)
    case .not: try negated(token, &row)
    case .quantity: try quantity(name, token, &row)
    case .unit:
      try skipArgument(&row, of: name, at: token.range)
      append(.unit, token, &row)
    case .literal: try literal(name, token, &row)
    case .chemistry:
      let formula = try rawArgument(&row, of: name, at: token.range)
      guard !formula.contains("->"), !formula.contains(" "), !formula.contains("<") else {
        throw Diagnostic("unsupported-command", "a reaction is not an equation", at: token.range)
      }
      append(.word(tree.texts.add(formula, isLanguage: false), .roman), token, &row)
    default:
      throw Diagnostic("unsupported-command", "\\\(name) is not read here", at: token.range)
    }
  }

  private func append(_ kind: LaTeXNode.Kind, _ token: LaTeXToken, _ row: inout Row) {
    row.items.append(LaTeXNode(kind, token.range.union(tokens[row.place - 1].range)))
    row.breaksWord = true
  }

  /// The `[l]` of `\cfrac[l]{…}{…}`.
  private func skipOption(_ row: inout Row) {
    guard row.place < row.end, tokens[row.place].isOther("[") else { return }
    row.place = balance.partner[row.place] + 1
  }

  private func root(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    var index: Int?
    if name == "sqrt", row.place < row.end, tokens[row.place].isOther("[") {
      let open = row.place
      index = try inside(open, font: row.font)
      row.place = balance.partner[open] + 1
    }
    let radicand = try argument(&row, of: name, at: token.range, takesCommands: true)
    if name == "unicodecbrt" {
      tree.numerals.append(LaTeXNumeral(text: "3"))
      index = add([LaTeXNode(.number(tree.numerals.count - 1), token.range)], token.range)
    }
    append(.root(radicand, index), token, &row)
  }

  /// `\genfrac{(}{)}{0pt}{}{n}{k}` is a binomial coefficient, with empty delimiters a fraction.
  private func genericFraction(
    _ name: String, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    var settings: [String] = []
    for _ in 0..<4 {
      // Delimiters stand alone in their groups here, so the groups are read as characters.
      settings.append(try rawArgument(&row, of: name, at: token.range))
    }
    let top = try argument(&row, of: name, at: token.range)
    let bottom = try argument(&row, of: name, at: token.range)
    switch (settings[0], settings[1], settings[2]) {
    case ("", "", ""), ("", "", "1pt"): append(.fraction(top, bottom), token, &row)
    case ("(", ")", "0pt"): append(.binomial(top, bottom), token, &row)
    default: throw Diagnostic("unsupported-command", "this \\genfrac has no reading", at: token.range)
    }
  }

  private func styled(
    _ font: LaTeXFont, _ name: String, _ token: LaTeXToken, _ row: inout Row
  ) throws(Diagnostic) {
    let inner = try argument(&row, of: name, at: token.range, font: font, takesCommands: true)
    let range = token.range.union(tokens[row.place - 1].range)
    let items = tree.rows[inner].items
    guard !items.isEmpty else {
      throw Diagnostic("missing-operand", "\\\(name) has nothing in its braces", at: tree.rows[inner].range)
    }
    if font.isBold || font == .blackboard, items.count == 1, case .number(let index)? = items.first?.kind,
      tree.numerals[index].text != "0"
    {
      throw Diagnostic(
        "unsupported-command",
        "a bold number stands for an indicator, a vector or a matrix, and has no reading", at: range)
    }
    if items.count > 1, font == .roman || font == .sans, items.first?.isLetters ?? false {
      row.items.append(LaTeXNode(.upright(inner), range))
    } else {
      append(items: items, of: inner, range, &row)
    }
    row.breaksWord = true
  }

  /// `\text{if $x > 0$}`: words, and mathematics between dollar signs.
  private func text(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    guard row.place < row.end else {
      throw Diagnostic("missing-argument", "\\\(name) needs an argument in braces", at: token.range)
    }
    switch tokens[row.place].kind {
    case .beginGroup: break
    case .letter, .digit:
      let word = LaTeXText.string(tokens[row.place...row.place])
      row.place += 1
      return append(.text(tree.texts.add(word, isLanguage: true)), token, &row)
    default:
      // What opens or closes something has been paired with another token.
      throw Diagnostic("missing-argument", "\\\(name) needs an argument in braces", at: token.range)
    }
    let open = row.place
    let close = balance.partner[open]
    row.place = close + 1
    var start = open + 1
    while start < close {
      var stop = start
      while stop < close, balance.isMathDelimiter[stop] != true { stop += 1 }
      let words = LaTeXText.string(tokens[start..<stop])
      let trimmed = String(words.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      if !trimmed.isEmpty {
        let isAll = stop == close && start == open + 1
        let span = tokens[start].range.union(tokens[stop - 1].range)
        let word = tree.texts.add(trimmed, isLanguage: true)
        var node = LaTeXNode(.text(word), isAll ? token.range.union(tokens[close].range) : span)
        node.isProse = !isAll || tokens[start].followsSpace && tokens[stop].followsSpace
        row.items.append(node)
      }
      guard stop < close else { break }
      let mathEnd = balance.partner[stop]
      let inner = try self.row(
        stop + 1..<mathEnd, font: .italic,
        span: SourceRange(tokens[stop].range.upperBound, tokens[mathEnd].range.lowerBound))
      row.items += tree.rows[inner].items
      tree.rows[inner].isMoved = true
      start = mathEnd + 1
    }
    row.breaksWord = true
  }

  /// A frame around a statement is transparent; around a term it groups.
  private func splice(_ inner: Int, _ token: LaTeXToken, _ row: inout Row) {
    let items = tree.rows[inner].items
    let isStatement = items.contains {
      switch $0.kind {
      case .relation, .binary, .newline, .table, .label: true
      default: false
      }
    }
    let range = token.range.union(tokens[row.place - 1].range)
    if items.isEmpty { return }
    if items.count > 1, isStatement {
      tree.rows[inner].isMoved = true
      row.items += items
    } else {
      append(items: items, of: inner, range, &row)
    }
  }

  /// `\underbrace{…}_{remark}`
  private func annotated(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    let inner = try argument(&row, of: name, at: token.range)
    let range = token.range.union(tokens[row.place - 1].range)
    append(items: tree.rows[inner].items, of: inner, range, &row)
    while row.place < row.end, tokens[row.place].kind == .superscript || tokens[row.place].kind == .subscript
    {
      row.place += 1
      guard row.place < row.end else {
        throw Diagnostic(
          "missing-script", "the script of \\\(name) has nothing in it", at: tokens[row.place - 1].range)
      }
      let close = balance.partner[row.place]
      row.place = close > row.place ? close + 1 : row.place + 1
    }
  }

  /// `\stackrel{\mathrm{def}}{=}` and `\overset{!}{=}`
  private func stacked(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    let above = try rawArgument(&row, of: name, at: token.range).filter { $0 != " " }
    let base = try argument(&row, of: name, at: token.range)
    let items = tree.rows[base].items
    guard items.count == 1, case .relation(let relation)? = items.first?.kind, relation == .equal else {
      throw Diagnostic("unsupported-command", "\\\(name) is read only over an equals sign", at: token.range)
    }
    switch above {
    case "def", "def.", "Def", "Delta", "triangle", "\u{25B3}": append(.relation(.definition), token, &row)
    case "!", "?": append(.relation(.equal), token, &row)
    default:
      throw Diagnostic(
        "unsupported-command", "'\(above)' over an equals sign has no reading", at: token.range)
    }
  }

  private func negated(_ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    var relation: LaTeXRelation?
    if row.place < row.end {
      switch tokens[row.place].kind {
      case .other("="): relation = .equal
      case .other("<"): relation = .less
      case .other(">"): relation = .greater
      case .command(let name):
        if case .relation(let known)? = LaTeXCommand.table[name] { relation = known }
      default: break
      }
    }
    guard let negated = relation?.negated else {
      throw Diagnostic(
        "unsupported-command", "\\not is read only before =, <, >, \\le, \\ge and \\in", at: token.range)
    }
    row.place += 1
    append(.relation(negated), token, &row)
  }

  /// `\SI{9.8}{m/s^2}`, and `\qty(…)`, which is only a size.
  private func quantity(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    if row.place < row.end, tokens[row.place].kind != .beginGroup { return }
    try literal(name, token, &row)
    guard row.place < row.end, tokens[row.place].kind == .beginGroup else {
      throw Diagnostic("missing-argument", "\\\(name) needs a number and a unit", at: token.range)
    }
    try skipArgument(&row, of: name, at: token.range)
    append(.unit, token, &row)
  }

  /// A number in the notation of siunitx: `1.2e3`, `-4`.
  private func literal(_ name: String, _ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    var text = try rawArgument(&row, of: name, at: token.range).filter { $0 != " " }
    if text.hasPrefix("-") {
      text.removeFirst()
      row.items.append(LaTeXNode(.binary(.minus), token.range))
    }
    let isNumber =
      text.first?.isNumber == true && text.allSatisfy { "0123456789.eE-+".contains($0) }
    guard isNumber else {
      throw Diagnostic("bad-number", "'\(text)' is not a number", at: token.range)
    }
    tree.numerals.append(LaTeXNumeral(text: text))
    append(.number(tree.numerals.count - 1), token, &row)
  }
}

extension LaTeXNode {
  /// Whether the item is one or more upright letters.
  var isLetters: Bool {
    switch kind {
    case .letter, .word: true
    default: false
    }
  }
}
