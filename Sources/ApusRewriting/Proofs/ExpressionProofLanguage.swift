import ApusNumbers
import ApusTerms

/// The laws by which proofs about expressions are checked: named rules, and arithmetic.
///
/// The check knows canonical construction and the rules, and nothing of the engine that found the proof.
public struct ExpressionProofLanguage: ProofLanguage, Sendable {
  private let rules: [String: Rule]

  /// - Parameter rules: the rules that may be used by name.
  public init(rules: [Rule]) {
    self.rules = Dictionary(rules.map { ($0.name, $0) }) { first, _ in first }
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
    guard let rule = rules[name], rule.requirements.isEmpty, rule.exceptions.isEmpty,
      rule.pattern.variables.allSatisfy({ variables[$0.name] != nil })
    else { return nil }
    var replacements: [Expr: Expr] = [:]
    for variable in rule.pattern.variables { replacements[Expr(variable.symbol)] = variables[variable.name] }
    return (rule.pattern.term.substituting(replacements), rule.replacement.substituting(replacements))
  }

  public func areEqualByArithmetic(_ a: Expr, _ b: Expr) -> Bool {
    if a == b { return true }
    guard let first = ArithmeticForm(a), let second = ArithmeticForm(b) else { return false }
    return first == second
  }

  private static func number(_ value: Rational) -> Expr {
    Expr(value.denominator.isOne ? .integer(value.numerator) : .rational(value))
  }
}
