import ApusNotation
import ApusTerms

/// Something wrong with a rule, or worth a word.
public enum RuleFinding: Sendable, Equatable {
  /// The sides have different values at a point.
  case wrongValue(RuleExample)
  /// The left side has a value at a point, and the right side has none.
  case lostValue(RuleExample)
  /// Both sides are the same term after construction.
  case vacuous
  /// The left side is a variable, which stands for every term.
  case matchesEverything
  /// The conditions hold at none of the points, or no point gives both sides a value.
  case untested
  /// A part of the rule has no numeric value, and so cannot be tested.
  case notEvaluable(String)
  /// A variable of the right side that the left side does not have.
  case unboundVariable(String)
  /// The rule does not say where it is from.
  case missingSource
  /// A rule of that name stands in the set named.
  case duplicateName(set: String)

  /// A stable name for programs.
  public var code: String {
    switch self {
    case .wrongValue: "wrong-value"
    case .lostValue: "lost-value"
    case .vacuous: "vacuous-rule"
    case .matchesEverything: "matches-everything"
    case .untested: "untested-rule"
    case .notEvaluable: "rule-without-value"
    case .unboundVariable: "unbound-variable"
    case .missingSource: "missing-source"
    case .duplicateName: "duplicate-rule"
    }
  }

  /// One plain sentence.
  public var message: String {
    switch self {
    case .wrongValue(let example):
      "at \(example.pointText) the left side is \(example.left) and the right side \(example.right)"
    case .lostValue(let example):
      "at \(example.pointText) the left side is \(example.left) and the right side has no value"
    case .vacuous: "both sides are the same term after construction"
    case .matchesEverything: "the left side matches every term"
    case .untested: "no point was found at which the conditions hold and both sides have a value"
    case .notEvaluable(let name): "'\(name)' has no numeric value, so the rule cannot be tested"
    case .unboundVariable(let name): "the left side does not have the variable '\(name)'"
    case .missingSource: "the rule does not say where it is from"
    case .duplicateName(let set): "the set '\(set)' has a rule of that name"
    }
  }
}

/// A point at which a rule fails, with the values of its sides.
public struct RuleExample: Sendable, Equatable {
  /// The values of the variables, in the order of their first occurrence in the rule.
  public let point: [(name: String, value: Expr)]
  /// The value of the left side.
  public let left: String
  /// The value of the right side, or why it has none.
  public let right: String

  /// The point in words: `x = -1, a = 1/2`.
  public var pointText: String {
    point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
  }

  public static func == (a: RuleExample, b: RuleExample) -> Bool {
    a.pointText == b.pointText && a.left == b.left && a.right == b.right
  }
}

/// What the check of one rule found.
public struct RuleReport: Sendable {
  /// The set of the rule.
  public let set: String
  /// The name of the rule.
  public let name: String
  /// At how many points both sides had a value, the same one unless `findings` says otherwise.
  public let points: Int
  /// What is wrong; none for a rule that passes.
  public var findings: [RuleFinding]
  /// A change that makes a refuted rule pass: `where x >= 0`, or another right side, if one of the usual ones does.
  public let repair: String?

  /// Whether nothing is wrong.
  public var passes: Bool { findings.isEmpty }
}
