// What may follow an operand: operators, postfixes, closing brackets, commas, and another operand as an implicit product.
extension TextParser {
  mutating func readOperator() throws(Diagnostic) {
    switch token.kind {
    case .plus: try continueChain(.sum, link: nil)
    case .minus: try continueChain(.sum, link: .subtracted)
    case .star: try continueProduct(link: nil)
    case .slash: try continueProduct(link: .dividedBy)
    case .caret: try readPower()
    case .equal, .asks, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .approximately:
      try continueChain(.relation, link: token.kind.relation)
    case .and: try continueChain(.and, link: nil)
    case .or: try continueChain(.or, link: nil)
    case .factorial: try readPostfix(.factorial)
    case .doubleFactorial: try readPostfix(.doubleFactorial)
    case .degree: try readPostfix(.degree)
    case .superscript: try readSuperscript()
    case .comma: try readComma()
    case .rightParen, .rightBracket, .rightBrace: try close()
    case .bar where innermostDelimiter()?.kind == .bar: try close()
    case .in: try readIn()
    case .define: try readStatementOperator(.definition)
    case .declare: try readStatementOperator(.declaration)
    case .semicolon: try readSemicolon()
    default: try readImplicitProduct()
    }
  }

  // MARK: Infix operators

  /// Adds an operand to the chain of one precedence that is open, or opens one around the last operand.
  private mutating func continueChain(_ kind: FrameKind, link: SyntaxKind?) throws(Diagnostic) {
    let anchor = token.range
    try reduce(tighterThan: kind.precedence)
    try extendChain(kind, link: link, anchor: anchor)
    try advance()
  }

  private mutating func extendChain(
    _ kind: FrameKind, link: SyntaxKind?, anchor: SourceRange
  ) throws(Diagnostic) {
    if frames.last?.kind != kind {
      try push(Frame(kind, anchor, base: operands.count - 1))
    } else {
      try finishLink()
    }
    frames[frames.count - 1].link = link
    frames[frames.count - 1].linkAnchor = anchor
    expectOperand(true)
  }

  private mutating func continueProduct(link: SyntaxKind?) throws(Diagnostic) {
    let anchor = token.range
    try reduce(tighterThan: .product)
    if let top = frames.last, top.kind == .product, top.ambiguousDivisor != nil {
      throw ambiguousProduct(top)
    }
    try extendChain(.product, link: link, anchor: anchor)
    try advance()
  }

  private mutating func readPower() throws(Diagnostic) {
    try settleRoot()
    try push(Frame(.power, token.range, base: operands.count - 1))
    try advance()
  }

  // MARK: Postfix operators

  private mutating func readPostfix(_ kind: SyntaxKind) throws(Diagnostic) {
    try settleRoot()
    try applyPostfix(kind, children: [], range: token.range)
    try advance()
  }

  private mutating func readSuperscript() throws(Diagnostic) {
    try settleRoot()
    let exponent = tree.append(.superscript, token.range, anchor: token.range, children: EmptyCollection())
    try applyPostfix(.power, children: [exponent], range: token.range)
    try advance()
  }

  private mutating func applyPostfix(
    _ kind: SyntaxKind, children: [Int32], range: SourceRange
  ) throws(Diagnostic) {
    let operand = operands[operands.count - 1]
    guard operand.depth < TextParser.nestingLimit else { throw tooDeep(range) }
    let whole = operand.range.union(range)
    let id = tree.append(kind, whole, anchor: range, children: [operand.id] + children)
    operands[operands.count - 1] = Operand(id: id, depth: operand.depth + 1, range: whole)
  }

  /// `√(x)` is like a call; `√x` followed by something that might belong under the root is not clear.
  private mutating func settleRoot() throws(Diagnostic) {
    guard let top = frames.last, top.kind == .squareRoot || top.kind == .cubeRoot else { return }
    guard operands[operands.count - 1].isParenthesised else { throw ambiguousRoot(top) }
    try reduceTop()
  }

  // MARK: Implicit products

  private mutating func readImplicitProduct() throws(Diagnostic) {
    if token.followsNewline, openDelimiters == 0 { throw severalStatements() }
    switch token.kind {
    case .name, .leftParen, .bar, .squareRoot, .cubeRoot, .previousAnswer: break
    case .leftBracket: throw indexing()
    case .number, .vulgarFraction: throw missingOperator()
    default: throw unexpectedToken()
    }
    if lastToken.kind == .rightBracket || lastToken.kind == .rightBrace { throw missingOperator() }
    try settleRoot()
    try reduce(tighterThan: .product)
    let followsDivisor = frames.last.map { $0.kind == .product && $0.link == .dividedBy } ?? false
    let place = SourceRange(token.range.lowerBound, token.range.lowerBound)
    let earlier = frames.last?.kind == .product ? frames.last?.ambiguousDivisor : nil
    try extendChain(.product, link: nil, anchor: place)
    frames[frames.count - 1].ambiguousDivisor = followsDivisor ? operands.count - 1 : earlier
  }

  // MARK: Commas, `in`, statements

  private mutating func readComma() throws(Diagnostic) {
    try reduceToDelimiter()
    switch frames.last?.kind {
    case .call, .bracket, .brace, .paren:
      try advance()
      expectOperand(true)
    case .letValue:
      try advance()
      try readBinding()
    default:
      throw unexpectedToken()
    }
  }

  private mutating func readIn() throws(Diagnostic) {
    try reduceToDelimiter()
    guard var frame = frames.last, frame.kind == .letValue else { throw unexpectedToken() }
    frame.kind = .letBody
    frame.precedence = FrameKind.letBody.precedence
    frames[frames.count - 1] = frame
    openDelimiters -= 1
    try advance()
    expectOperand(true)
  }

  private mutating func readStatementOperator(_ kind: FrameKind) throws(Diagnostic) {
    try reduce(tighterThan: kind.precedence)
    guard frames.isEmpty else { throw misplacedStatement() }
    try push(Frame(kind, token.range, base: operands.count - 1))
    try advance()
  }

  private mutating func readSemicolon() throws(Diagnostic) {
    guard openDelimiters == 0 else { throw unexpectedToken() }
    let semicolon = token
    try advance()
    guard token.kind == .end else {
      token = semicolon
      throw severalStatements()
    }
    tree.isQuiet = true
    // What is missing at the end is missing before the semicolon.
    lastToken = Token(
      kind: .semicolon, range: SourceRange(semicolon.range.lowerBound, semicolon.range.lowerBound))
  }
}

extension TokenKind {
  /// The node of a relation.
  fileprivate var relation: SyntaxKind? {
    switch self {
    case .equal: .equal
    case .asks: .asks
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .approximately: .approximately
    default: nil
    }
  }
}
