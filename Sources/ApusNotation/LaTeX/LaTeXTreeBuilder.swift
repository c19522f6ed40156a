/// Builds the tree of rows and items from balanced tokens.
///
/// Recursion follows the nesting of groups only, and is bounded by `depthLimit`.
///
/// - Complexity: O(tokens).
///
/// Its accesses are not checked at run time, for the reason that `LaTeXFormulaReader` gives.
final class LaTeXTreeBuilder {
  let tokens: [LaTeXToken]
  let balance: LaTeXBalance
  let depthLimit: Int
  @exclusivity(unchecked) var tree = LaTeXTree()
  @exclusivity(unchecked) private var depth = 0
  /// Above zero inside a subscript that is part of a name.
  @exclusivity(unchecked) var scriptDepth = 0
  /// Above zero inside brackets, where commas may separate the members of a list.
  @exclusivity(unchecked) var listDepth = 0

  init(tokens: [LaTeXToken], balance: LaTeXBalance, depthLimit: Int) {
    self.tokens = tokens
    self.balance = balance
    self.depthLimit = depthLimit
    tree.reserve(tokens: tokens.count)
  }

  /// The tree, which is handed over and not copied.
  func takeTree() -> LaTeXTree {
    var taken = LaTeXTree()
    swap(&taken, &tree)
    return taken
  }

  /// What is known while one row is built.
  struct Row {
    var items: [LaTeXNode] = []
    var font: LaTeXFont
    var place: Int
    var end: Int
    /// Plain TeX's `\over` splits the row: what stood before it.
    var numerator: [LaTeXNode]?
    var infix: (kind: LaTeXInfix, range: SourceRange)?
    /// The facing that a size command such as `\bigl` gives the next delimiter.
    var facing: LaTeXFacing?
    var isSeparator = false
    /// Whether a space command has ended the word before.
    var breaksWord = true
  }

  // MARK: Rows

  /// Builds the row of a range of tokens; `span` is the bytes between the boundaries.
  func row(_ range: Range<Int>, font: LaTeXFont, span: SourceRange) throws(Diagnostic) -> Int {
    depth += 1
    defer { depth -= 1 }
    try checkDepth(adding: 0, at: span)
    var row = Row(font: font, place: range.lowerBound, end: range.upperBound)
    // A row has at most as many items as tokens, and long ones have far fewer.
    row.items.reserveCapacity(min(range.count, 16))
    while row.place < row.end { try item(&row) }
    return try finish(consume row, span)
  }

  private func finish(_ row: consuming Row, _ span: SourceRange) throws(Diagnostic) -> Int {
    if depth > 1 { trim(&row.items) }
    guard let infix = row.infix, let numerator = row.numerator else {
      return add(try LaTeXBars.paired(row.items, in: self), span)
    }
    let top = add(
      try LaTeXBars.paired(numerator, in: self), SourceRange(span.lowerBound, infix.range.lowerBound))
    let bottom = add(
      try LaTeXBars.paired(row.items, in: self), SourceRange(infix.range.upperBound, span.upperBound))
    let kind: LaTeXNode.Kind = infix.kind == .over ? .fraction(top, bottom) : .binomial(top, bottom)
    return add([LaTeXNode(kind, span)], span)
  }

  /// Drops wide space at the ends of an inner row and beside its signs, where it separates nothing.
  private func trim(_ items: inout [LaTeXNode]) {
    guard items.contains(where: \.isWideSpace) else { return }
    let old = items
    items = old.enumerated().filter { index, item in
      guard item.isWideSpace, index > 0, index + 1 < old.count else { return !item.isWideSpace }
      return !old[index - 1].isSign && !old[index + 1].isSign
    }.map(\.element)
  }

  /// Runs a step that nests without a row of its own, as a command does in the argument of a command.
  func nest(
    at range: SourceRange, _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    depth += 1
    defer { depth -= 1 }
    try checkDepth(adding: 0, at: range)
    try body()
  }

  /// Refuses nesting beyond the limit, with `adding` levels inside this row.
  func checkDepth(adding levels: Int, at range: SourceRange) throws(Diagnostic) {
    guard depth + levels <= depthLimit else {
      throw Diagnostic("too-deep", "this is nested more than \(depthLimit) levels deep", at: range)
    }
  }

  func add(_ items: [LaTeXNode], _ span: SourceRange) -> Int {
    tree.add(items, span, isScript: scriptDepth > 0)
  }

  /// The row between an opening token and its partner.
  func inside(_ open: Int, font: LaTeXFont) throws(Diagnostic) -> Int {
    let close = balance.partner[open]
    guard close > open else {
      throw Diagnostic(
        "missing-argument", "this brace belongs to the command in front of it", at: tokens[open].range)
    }
    let (before, after) = (tokens[open].range, tokens[close].range)
    // Brackets that a macro wrote both stand where it was called.
    let span =
      before.upperBound <= after.lowerBound
      ? SourceRange(before.upperBound, after.lowerBound) : before.union(after)
    return try row(open + 1..<close, font: font, span: span)
  }

  // MARK: Items

  /// Reads one nucleus, or attaches one script to the last.
  private func item(_ row: inout Row) throws(Diagnostic) {
    let token = tokens[row.place]
    switch token.kind {
    case .superscript, .subscript: try script(&row)
    case .other("'"): try prime(&row, token)
    default: try nucleus(token, &row)
    }
  }

  /// Reads one nucleus without scripts; white space and settings add nothing.
  func nucleus(_ row: inout Row) throws(Diagnostic) { try nucleus(tokens[row.place], &row) }

  /// The same for the token at hand, which is handed on: a copy counts references.
  private func nucleus(_ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    let range = token.range
    switch token.kind {
    case .digit: try numeral(&row)
    case .letter(let scalar):
      row.place += 1
      letter(scalar, range, &row)
    case .other(let scalar): try character(scalar, token, &row)
    case .beginGroup: try group(&row)
    case .command(let name): try command(name, token, &row)
    case .alignment:
      // An alignment point inside brackets that span lines separates nothing.
      row.place += 1
    case .paragraph:
      if depth == 1 { row.items.append(LaTeXNode(.newline, range)) }
      row.place += 1
    case .mathShift:
      throw Diagnostic("unexpected-math-shift", "'$' stands inside mathematics", at: range)
    case .parameter(let index):
      throw Diagnostic("unexpected-character", "'#\(index)' has a meaning only in a macro", at: range)
    case .endGroup:
      throw Diagnostic("unexpected-close-brace", "'}' closes nothing", at: range)
    case .superscript, .subscript:
      throw Diagnostic("missing-base", "there is nothing to attach this script to", at: range)
    }
  }

  func letter(_ scalar: Unicode.Scalar, _ range: SourceRange, _ row: inout Row) {
    defer { row.breaksWord = false }
    if row.font.makesWords, !row.breaksWord, let last = row.items.last, !last.hasScripts, !last.isBraced {
      switch last.kind {
      case .letter(let first, row.font):
        let word = tree.texts.add(String(Character(first)), isLanguage: false)
        return extend(&row, word, scalar, range)
      case .word(let word, row.font):
        return extend(&row, word, scalar, range)
      default: break
      }
    }
    row.items.append(LaTeXNode(.letter(scalar, row.font), range))
  }

  /// Makes the last item a word that is a letter longer.
  private func extend(_ row: inout Row, _ word: LaTeXWord, _ scalar: Unicode.Scalar, _ range: SourceRange) {
    let index = row.items.count - 1
    tree.texts.append(scalar, to: word)
    row.items[index].kind = .word(word, row.font)
    row.items[index].range = row.items[index].range.union(range)
  }

  private func group(_ row: inout Row) throws(Diagnostic) {
    let open = row.place
    let close = balance.partner[open]
    let inner = try inside(open, font: row.font)
    row.place = close + 1
    row.breaksWord = true
    let range = tokens[open].range.union(tokens[close].range)
    let items = tree.rows[inner].items
    if items.isEmpty {
      guard row.place < row.end else { return }
      let next = tokens[row.place].kind
      if next == .superscript || next == .subscript {
        throw Diagnostic(
          "prescript", "a script before its letter is not supported", at: tokens[row.place].range)
      }
      return
    }
    append(items: items, of: inner, range, &row)
  }

  /// A group of one item is that item; scripts outside the braces then belong to it.
  func append(items: [LaTeXNode], of inner: Int, _ range: SourceRange, _ row: inout Row) {
    if items.count == 1, var only = items.first {
      tree.rows[inner].isMoved = true
      only.isBraced = true
      only.range = range
      row.items.append(only)
    } else {
      row.items.append(LaTeXNode(.group(inner), range))
    }
  }
}

extension LaTeXNode {
  var isWideSpace: Bool { if case .wideSpace = kind { true } else { false } }

  /// Whether the item is an operation or relation.
  var isSign: Bool {
    switch kind {
    case .binary, .relation: true
    default: false
    }
  }

  /// Whether scripts can be attached to the item.
  var takesScripts: Bool {
    switch kind {
    case .binary, .punctuation, .wideSpace, .newline, .label, .dots, .relation, .unit, .percent, .arrow: false
    default: true
    }
  }

  /// Whether a subscript on the item is part of a name.
  var makesNames: Bool {
    switch kind {
    case .letter, .symbol, .word, .text, .accent, .upright, .operatorName: true
    default: false
    }
  }
}
