import ApusNumbers
import ApusTerms

/// The laws by which proofs about expressions are checked: named rules, and arithmetic.
///
/// The check knows canonical construction, the rules and how conditions are decided, and nothing of the engine that found the
/// proof.
public struct ExpressionProofLanguage: ProofLanguage, Sendable {
  private let rules: [NamedRules]
  /// What is assumed of the symbols.
  public let facts: Facts
  /// What is assumed not to be zero.
  public var nonzero: Set<Expr>
  /// Whether a rule with an exception may be used although nothing refutes that.
  public let isGeneric: Bool

  /// - Parameter rules: the rules that may be used by name.
  /// - Parameter facts: what is assumed of the symbols.
  /// - Parameter nonzero: what is assumed not to be zero.
  /// - Parameter isGeneric: whether a rule with an exception may be used although nothing refutes that.
  public init(
    rules: [Rule], assuming facts: Facts = Facts(), nonzero: Set<Expr> = [], isGeneric: Bool = false
  ) {
    self.init([NamedRules(rules)], assuming: facts, nonzero: nonzero, isGeneric: isGeneric)
  }

  /// - Parameter rules: the rules that may be used by name, those of the first list before others of the same name.
  init(_ rules: [NamedRules], assuming facts: Facts, nonzero: Set<Expr> = [], isGeneric: Bool) {
    self.rules = rules
    self.facts = facts
    self.nonzero = nonzero
    self.isGeneric = isGeneric
  }

  public func term(_ shape: EqualityProof<Expr>.Shape, _ operands: [Expr]) -> Expr? {
    switch shape {
    case .call(let name): return FunctionTable.standard[name].map { Expr.call($0, operands) }
    case .power: return operands.count == 2 ? Expr.power(operands[0], operands[1]) : nil
    case .sum(let weights):
      guard weights.count == operands.count else { return nil }
      return Expr.sum(zip(weights, operands).map { Self.number($0) * $1 })
    case .product(let exponents):
      guard exponents.count == operands.count else { return nil }
      return Expr.product(zip(exponents, operands).map { Expr.power($1, Self.number($0)) })
    }
  }

  public func sides(ofRule name: String, _ variables: [String: Expr]) -> (left: Expr, right: Expr)? {
    guard let rule = rules(named: name).first, rule.requirements.isEmpty, rule.exceptions.isEmpty,
      rule.pattern.variables.allSatisfy({ variables[$0.name] != nil })
    else { return nil }
    var replacements: [Expr: Expr] = [:]
    for variable in rule.pattern.variables { replacements[Expr(variable.symbol)] = variables[variable.name] }
    return (rule.pattern.term.substituting(replacements), rule.replacement.substituting(replacements))
  }

  private func rules(named name: String) -> [Rule] { rules.flatMap { $0[name] } }

  public func rule(named name: String, makes after: Expr, of before: Expr) -> Bool {
    conditions(ofRule: name, making: after, of: before) != nil
  }

  /// The conditions under which a rule makes one expression of another; `nil` if it does not or they are not met.
  func conditions(ofRule name: String, making after: Expr, of before: Expr) -> [String]? {
    for rule in rules(named: name) {
      if let found = rule.conditions(
        making: after, of: before, assuming: facts, nonzero: nonzero, refutingExceptions: !isGeneric)
      {
        return found
      }
    }
    return nil
  }

  public func areEqualByArithmetic(_ a: Expr, _ b: Expr) -> Bool {
    if a == b { return true }
    guard let first = ArithmeticForm(a), let second = ArithmeticForm(b) else { return false }
    if first == second { return true }
    let negated = ArithmeticForm(second.terms.mapValues { -$0 })
    return first.plus(negated)?.isZeroWhereDefined ?? false
  }

  private static func number(_ value: Rational) -> Expr {
    Expr(value.denominator.isOne ? .integer(value.numerator) : .rational(value))
  }
}
