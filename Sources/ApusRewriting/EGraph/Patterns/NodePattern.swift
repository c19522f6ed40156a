/// A pattern over the terms of a ``TermLanguage``: one side of a rule for an ``EGraph``.
public indirect enum NodePattern: Hashable, Sendable {
  /// Stands for any class; the same name stands for the same class.
  case variable(String)
  /// An integer.
  case number(Int)
  /// A symbol.
  case symbol(String)
  /// An operator over patterns.
  case node(String, [NodePattern])

  /// The variables in the order of their first appearance.
  public var variables: [String] {
    var found: [String] = []
    collectVariables(into: &found)
    return found
  }

  var isGround: Bool {
    switch self {
    case .variable: false
    case .number, .symbol: true
    case .node(_, let operands): operands.allSatisfy(\.isGround)
    }
  }

  private func collectVariables(into found: inout [String]) {
    switch self {
    case .variable(let name): if !found.contains(name) { found.append(name) }
    case .number, .symbol: break
    case .node(_, let operands): for operand in operands { operand.collectVariables(into: &found) }
    }
  }
}

/// Why a text is no pattern, or two patterns make no rule.
public enum PatternError: Error, Hashable, Sendable {
  /// A parenthesis is missing or there is one too many.
  case unbalanced
  /// Nothing stands where a pattern should.
  case empty
  /// Patterns are nested too deep.
  case tooDeep
  /// The language has no such operator with so many children.
  case unknownOperator(String, arity: Int)
  /// The right side has a variable that the left side has not.
  case unboundVariable(String)
}

extension NodePattern {
  /// The deepest nesting of a pattern.
  public static let depthLimit = 200

  /// Reads an s-expression: `(+ ?a (* 2 x))` is a sum of anything and twice the symbol `x`.
  ///
  /// A name that begins with `?` is a variable, an integer a number, any other atom a symbol.
  /// - Throws: ``PatternError/unbalanced``, ``PatternError/empty`` or ``PatternError/tooDeep``.
  public init(_ text: String) throws(PatternError) {
    var open: [[NodePattern]] = [[]]
    var heads: [String?] = []
    for token in Self.tokens(of: text) {
      if token == "(" {
        guard open.count <= Self.depthLimit else { throw .tooDeep }
        open.append([])
        heads.append(nil)
      } else if token == ")" {
        guard let operands = open.popLast(), let head = heads.popLast(), !open.isEmpty else {
          throw .unbalanced
        }
        guard let head else { throw .empty }
        open[open.count - 1].append(.node(head, operands))
      } else if let last = heads.indices.last, heads[last] == nil {
        heads[last] = token
      } else {
        open[open.count - 1].append(Self.atom(token))
      }
    }
    guard open.count == 1 else { throw .unbalanced }
    guard let pattern = open[0].first else { throw .empty }
    guard open[0].count == 1 else { throw .unbalanced }
    self = pattern
  }

  private static func atom(_ token: String) -> NodePattern {
    if token.hasPrefix("?") { return .variable(token) }
    if let value = Int(token) { return .number(value) }
    return .symbol(token)
  }

  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
      let isParenthesis = character == "(" || character == ")"
      if isParenthesis || character.isWhitespace {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if isParenthesis { tokens.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }
}
