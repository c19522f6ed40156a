import ApusNumbers
import ApusTerms

/// An identity that both engines read: a pattern, what takes its place, and when.
public struct Rule: Sendable {
  /// The name, unique in its set.
  public let name: String
  /// What is replaced.
  public let pattern: Pattern
  /// What takes its place, with the variables of the pattern.
  public let replacement: Expr
  /// Whether the identity may also be used from right to left; the classical engine does not.
  public let isReversible: Bool
  /// What must be proved before the rule applies.
  public let requirements: [Condition]
  /// What must not be provable: the rule then holds apart from these exceptions, a removable gap.
  public let exceptions: [Condition]
  /// Where the identity is found: the number of an equation, or the rules from which it follows.
  public let source: String

  /// Creates a rule.
  public init(
    _ name: String, _ pattern: Expr, _ replacement: Expr, isReversible: Bool = false,
    where requirements: [Condition] = [],
    unless exceptions: [Condition] = [], from source: String = ""
  ) {
    self.name = name
    self.pattern = Pattern(pattern)
    self.replacement = replacement
    self.isReversible = isReversible
    self.requirements = requirements
    semanticRequirements = requirements.filter { if case .form = $0 { false } else { true } }
    self.exceptions = exceptions
    self.source = source
    template = Template(replacement, for: self.pattern)
  }

  /// The right side, laid out; nil when it has variables that the pattern does not bind.
  let template: Template?

  /// The variables of the replacement that the pattern does not bind; a rule with any cannot be applied.
  public var unboundVariables: [String] {
    var unbound: [String] = []
    replacement.forEachNode { node in
      guard let symbol = node.symbol, let variable = PatternVariable(symbol) else { return true }
      let name = variable.name
      let isBound = pattern.variables.contains { $0.name == name }
      if !isBound, !unbound.contains(name) { unbound.append(name) }
      return true
    }
    return unbound
  }

  /// The requirements beyond the forms of terms, which the matcher sees to.
  let semanticRequirements: [Condition]

  /// The forms that the variables must have, in their order.
  var kinds: [VariableKind] {
    pattern.variables.map { variable in
      for case .form(variable.name, let kind) in requirements { return kind }
      return .any
    }
  }
}

/// A rule written in Swift: letters of the alphabet are its variables.
///
///     let (a, b) = (Expr.symbol("a"), Expr.symbol("b"))
///     rule("power-of-power", (a ** b) ** 2, a ** (2 * b))
public func rule(
  _ name: String, _ pattern: Expr, _ replacement: Expr, where requirements: [Condition] = [],
  unless exceptions: [Condition] = []
) -> Rule {
  Rule(name, pattern, replacement, where: requirements, unless: exceptions)
}
