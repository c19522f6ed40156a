/// What is open on the parser's operator stack: a bracket that waits to be closed, or an operator that waits for an operand.
enum FrameKind: UInt8, Sendable {
  case paren, call, bracket, brace, bar, letValue
  case definition, declaration, letBody, or, and, not, relation, sum, negate, plus, product, power
  case squareRoot, cubeRoot

  /// Whether the frame is a bracket, which no operator reaches across.
  var isDelimiter: Bool { rawValue <= FrameKind.letValue.rawValue }

  /// The node that the frame becomes.
  var syntaxKind: SyntaxKind {
    switch self {
    case .paren: .tuple
    case .call: .call
    case .bracket: .list
    case .brace: .set
    case .bar: .absolute
    case .letValue, .letBody: .letIn
    case .definition: .define
    case .declaration: .declare
    case .or: .or
    case .and: .and
    case .not: .not
    case .relation: .relation
    case .sum: .sum
    case .negate: .negate
    case .plus: .plus
    case .product: .product
    case .power: .power
    case .squareRoot: .squareRoot
    case .cubeRoot: .cubeRoot
    }
  }

  /// How tightly the frame holds its operands; brackets hold nothing.
  var precedence: Precedence {
    switch self {
    case .paren, .call, .bracket, .brace, .bar, .letValue: .definition
    case .definition, .declaration: .definition
    case .letBody: .binding
    case .or: .disjunction
    case .and: .conjunction
    case .not: .not
    case .relation: .relation
    case .sum: .sum
    case .negate, .plus: .negation
    case .product: .product
    case .power: .power
    case .squareRoot, .cubeRoot: .root
    }
  }
}

/// An entry of the operator stack.
struct Frame {
  var kind: FrameKind
  var precedence: Precedence
  /// The opening bracket, or the operator.
  var anchor: SourceRange
  /// The name of a call.
  var name = SourceRange(0, 0)
  var primes: UInt8 = 0
  /// Where the frame's operands start on the operand stack.
  var base: Int
  /// What the operand now being read will be wrapped in.
  var link: SyntaxKind?
  var linkAnchor = SourceRange(0, 0)
  /// The operand that is a divisor with an implicit product behind it, as 2 in `1/2x`.
  var ambiguousDivisor: Int?

  init(_ kind: FrameKind, _ anchor: SourceRange, base: Int) {
    self.kind = kind
    self.precedence = kind.precedence
    self.anchor = anchor
    self.base = base
  }
}

/// An entry of the operand stack: a finished node and the bytes it takes with its parentheses.
struct Operand {
  var id: Int32
  var depth: Int32 = 1
  var range: SourceRange
  var isParenthesised = false
}
