/// A directed rule for an ``EGraph``: wherever the left side matches, the right side is added and made equal.
public struct RewriteRule: Sendable {
  /// What reports call the rule.
  public let name: String

  /// The left side.
  public let left: NodePattern

  /// The right side.
  public let right: NodePattern

  /// Whether the rule may fire on a match; called when it is applied.
  public let condition: (@Sendable (borrowing EGraph, RuleMatch) -> Bool)?

  let match: MatchProgram
  let build: BuildProgram

  /// Translates a rule.
  ///
  /// - Throws: ``PatternError/unknownOperator(_:arity:)`` for what the language has not, and
  ///   ``PatternError/unboundVariable(_:)`` for a variable of the right side that the left side does not bind.
  public init(
    _ name: String, _ left: NodePattern, _ right: NodePattern, in language: inout TermLanguage,
    where condition: (@Sendable (borrowing EGraph, RuleMatch) -> Bool)? = nil
  ) throws(PatternError) {
    self.name = name
    self.left = left
    self.right = right
    self.condition = condition
    left.declareSymbols(in: &language)
    right.declareSymbols(in: &language)
    var compiler = MatchCompiler(language)
    match = try compiler.program(for: left)
    build = try BuildProgram(right, variables: match.variables, in: language)
  }

  /// Translates a rule whose sides are written as s-expressions, see ``NodePattern/init(_:)``.
  public init(
    _ name: String, _ left: String, _ right: String, in language: inout TermLanguage,
    where condition: (@Sendable (borrowing EGraph, RuleMatch) -> Bool)? = nil
  ) throws(PatternError) {
    try self.init(name, NodePattern(left), NodePattern(right), in: &language, where: condition)
  }
}

/// What a rule matched: the class of the whole, and that of each variable.
public struct RuleMatch: Sendable {
  /// The class that the left side is in.
  public let root: ClassID

  /// The classes of the variables, in the order in which they first appear on the left side.
  public let bindings: [ClassID]
}

extension NodePattern {
  /// Makes the symbols of a pattern known to a language.
  func declareSymbols(in language: inout TermLanguage) {
    switch self {
    case .variable, .number: break
    case .symbol(let name): _ = language.symbol(named: name)
    case .node(_, let operands): for operand in operands { operand.declareSymbols(in: &language) }
    }
  }
}
