/// Parses one statement of the text notation into a `SyntaxTree`.
///
/// Operator precedence parsing with an explicit operand stack and an explicit operator stack: the native stack does not grow with the
/// input, and `nestingLimit` bounds the explicit ones.
///
/// - Complexity: O(length of the source).
struct TextParser {
  /// The deepest nesting that is read: enough for any term of depth 10⁵ as it is written.
  static let nestingLimit = 1_000_000

  var lexer: Lexer
  var token = Token(kind: .end, range: SourceRange(0, 0))
  var lastToken = Token(kind: .end, range: SourceRange(0, 0))
  var tree: SyntaxTree
  var operands: [Operand] = []
  var frames: [Frame] = []
  var openDelimiters = 0
  private var expectsOperand = true

  init(_ source: SourceText) {
    lexer = Lexer(source)
    tree = SyntaxTree(source: source)
  }

  /// Parses a whole source; an empty one gives an empty tree.
  static func parse(_ source: SourceText) throws(Diagnostic) -> SyntaxTree {
    guard source.bytes.count <= SyntaxTree.longestSource else {
      throw Diagnostic("too-large", "the input is longer than 2 GB")
    }
    var parser = TextParser(source)
    try parser.advance()
    if parser.token.kind != .end { try parser.run() }
    return parser.tree
  }

  private mutating func run() throws(Diagnostic) {
    while true {
      if expectsOperand {
        try readOperand()
      } else if token.kind == .end {
        return try finish()
      } else {
        try readOperator()
      }
    }
  }

  /// Moves to the next token.
  mutating func advance() throws(Diagnostic) {
    lastToken = token
    token = try lexer.next()
  }

  // MARK: Operands

  private mutating func readOperand() throws(Diagnostic) {
    switch token.kind {
    case .number: try takeLeaf(.number)
    case .vulgarFraction: try takeLeaf(.vulgarFraction)
    case .previousAnswer: try takeLeaf(.previousAnswer)
    case .name: try readName()
    case .leftParen: try open(.paren)
    case .leftBracket: try open(.bracket)
    case .leftBrace: try open(.brace)
    case .bar: try open(.bar)
    case .minus: try pushSign(.negate)
    case .plus: try pushSign(.plus)
    case .not: try pushPrefix(.not)
    case .squareRoot: try pushPrefix(.squareRoot)
    case .cubeRoot: try pushPrefix(.cubeRoot)
    case .let: try readLet()
    case .rightParen, .rightBracket, .rightBrace:
      guard closesEmpty() else { throw missingOperand() }
      try close()
    default: throw missingOperand()
    }
  }

  private mutating func takeLeaf(_ kind: SyntaxKind) throws(Diagnostic) {
    pushLeaf(kind, token.range)
    try advance()
    expectsOperand = false
  }

  private mutating func pushLeaf(_ kind: SyntaxKind, _ range: SourceRange) {
    let id = tree.append(kind, range, anchor: range, children: EmptyCollection())
    operands.append(Operand(id: id, range: range))
  }

  private mutating func readName() throws(Diagnostic) {
    let name = token.range
    try advance()
    var primes = 0
    if token.kind == .primes {
      primes =
        String(decoding: tree.source.bytes[token.range.lowerBound..<token.range.upperBound], as: UTF8.self)
        .unicodeScalars.count
      try advance()
      guard token.kind == .leftParen, primes <= 255 else { throw strayPrimes(name) }
    }
    guard token.kind == .leftParen, !(token.followsNewline && openDelimiters == 0) else {
      pushLeaf(.name, name)
      expectsOperand = false
      return
    }
    var frame = Frame(.call, token.range, base: operands.count)
    frame.name = name
    frame.primes = UInt8(primes)
    try push(frame)
    try advance()
  }

  private mutating func open(_ kind: FrameKind) throws(Diagnostic) {
    try push(Frame(kind, token.range, base: operands.count))
    try advance()
  }

  private mutating func pushPrefix(_ kind: FrameKind) throws(Diagnostic) {
    try push(Frame(kind, token.range, base: operands.count))
    try advance()
  }

  /// A sign is as loose as a sum where a term may start (`-x*y` is `-(x*y)`), and tighter than a product after another operator, so that
  /// `2^-x*y` is `2^(-x)*y`.
  private mutating func pushSign(_ kind: FrameKind) throws(Diagnostic) {
    var frame = Frame(kind, token.range, base: operands.count)
    if let top = frames.last, !top.kind.isDelimiter, top.precedence > .negation {
      frame.precedence = .signedFactor
    }
    try push(frame)
    try advance()
  }

  /// `let name = value` up to the value.
  private mutating func readLet() throws(Diagnostic) {
    try push(Frame(.letValue, token.range, base: operands.count))
    try advance()
    try readBinding()
  }

  /// `name =` in a `let`.
  mutating func readBinding() throws(Diagnostic) {
    guard token.kind == .name else { throw badBinding() }
    pushLeaf(.name, token.range)
    try advance()
    guard token.kind == .equal || token.kind == .define else { throw badBinding() }
    try advance()
    expectsOperand = true
  }

  // MARK: Stacks

  /// Pushes a frame and expects an operand.
  mutating func push(_ frame: Frame) throws(Diagnostic) {
    guard frames.count < TextParser.nestingLimit else { throw tooDeep(frame.anchor) }
    frames.append(frame)
    if frame.kind.isDelimiter { openDelimiters += 1 }
    expectsOperand = true
  }

  /// Says which kind of token comes next.
  mutating func expectOperand(_ flag: Bool) { expectsOperand = flag }
}
