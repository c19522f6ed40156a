// Turning what is on the stacks into nodes.
extension TextParser {
  /// Finishes the operators that hold their operands more tightly than `precedence`.
  mutating func reduce(tighterThan precedence: Precedence) throws(Diagnostic) {
    while let top = frames.last, !top.kind.isDelimiter, top.precedence > precedence { try reduceTop() }
  }

  /// Finishes all operators inside the innermost open bracket.
  mutating func reduceToDelimiter() throws(Diagnostic) {
    while let top = frames.last, !top.kind.isDelimiter { try reduceTop() }
  }

  /// Makes the node of the operator on top.
  mutating func reduceTop() throws(Diagnostic) {
    if frames[frames.count - 1].link != nil { try finishLink() }
    let frame = frames.removeLast()
    if frame.ambiguousDivisor != nil { throw ambiguousProduct(frame) }
    let isPrefix: Bool
    switch frame.kind {
    case .negate, .plus, .not, .squareRoot, .cubeRoot, .letBody: isPrefix = true
    default: isPrefix = false
    }
    let start = isPrefix ? frame.anchor.lowerBound : operands[frame.base].range.lowerBound
    let range = SourceRange(start, operands[operands.count - 1].range.upperBound)
    try pushNode(frame.kind.syntaxKind, range, anchor: frame.anchor, base: frame.base)
  }

  /// Wraps the operand just read in its link, as `3` of `x - 3` in `subtracted`.
  mutating func finishLink() throws(Diagnostic) {
    let frame = frames[frames.count - 1]
    guard let link = frame.link else { return }
    frames[frames.count - 1].link = nil
    let operand = operands.removeLast()
    let id = tree.append(link, operand.range, anchor: frame.linkAnchor, children: CollectionOfOne(operand.id))
    operands.append(Operand(id: id, depth: operand.depth, range: operand.range))
  }

  /// Replaces the operands from `base` on by one node over them.
  private mutating func pushNode(
    _ kind: SyntaxKind, _ range: SourceRange, anchor: SourceRange, base: Int
  ) throws(Diagnostic) {
    // A slice kept in a variable would make the removal below copy the whole stack.
    let depth = (operands[base...].lazy.map(\.depth).max() ?? 0) + 1
    guard depth <= TextParser.nestingLimit else { throw tooDeep(anchor) }
    let id = tree.append(kind, range, anchor: anchor, children: operands[base...].lazy.map(\.id))
    operands.removeSubrange(base...)
    operands.append(Operand(id: id, depth: depth, range: range))
  }

  // MARK: Brackets

  /// The innermost open bracket.
  func innermostDelimiter() -> Frame? {
    openDelimiters == 0 ? nil : frames.last { $0.kind.isDelimiter }
  }

  /// Whether the closing bracket at hand closes a call, list or set with nothing in it.
  func closesEmpty() -> Bool {
    guard let top = frames.last, top.base == operands.count, lastToken.kind != .comma else { return false }
    switch (top.kind, token.kind) {
    case (.call, .rightParen), (.bracket, .rightBracket), (.brace, .rightBrace): return true
    default: return false
    }
  }

  /// Closes the innermost bracket with the token at hand.
  mutating func close() throws(Diagnostic) {
    try reduceToDelimiter()
    guard let frame = frames.last else { throw unopened() }
    guard frame.kind.closer == token.kind else { throw mismatched(frame) }
    frames.removeLast()
    openDelimiters -= 1
    let range = frame.anchor.union(token.range)
    if frame.kind == .paren, operands.count - frame.base == 1 {
      operands[operands.count - 1].range = range
      operands[operands.count - 1].isParenthesised = true
    } else if frame.kind == .call {
      try pushNode(.call, frame.name.union(range), anchor: frame.name, base: frame.base)
      tree.setPrimes(frame.primes, of: operands[operands.count - 1].id)
    } else {
      try pushNode(frame.kind.syntaxKind, range, anchor: frame.anchor, base: frame.base)
    }
    try advance()
    expectOperand(false)
  }

  /// Finishes the statement at the end of the source.
  mutating func finish() throws(Diagnostic) {
    try reduceToDelimiter()
    guard frames.isEmpty else { throw unclosed() }
  }
}

extension FrameKind {
  /// The token that closes the bracket.
  var closer: TokenKind? {
    switch self {
    case .paren, .call: .rightParen
    case .bracket: .rightBracket
    case .brace: .rightBrace
    case .bar: .bar
    default: nil
    }
  }

  /// The closing bracket as written.
  var closerText: String {
    switch self {
    case .paren, .call: ")"
    case .bracket: "]"
    case .brace: "}"
    case .bar: "|"
    default: ""
    }
  }

  /// The bracket's name in error codes.
  var bracketName: String {
    switch self {
    case .bracket: "bracket"
    case .brace: "brace"
    case .bar: "bar"
    default: "paren"
    }
  }
}
