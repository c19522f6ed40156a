import ApusNumbers
import ApusRewriting
import ApusTerms

/// Looks for a change that makes a refuted rule pass: a usual condition on one variable or on two, or the other sign.
struct RuleRepair {
  private let rule: Rule
  private let points: Int
  private let seed: UInt64

  init(_ rule: Rule, points: Int, seed: UInt64) {
    self.rule = rule
    // A repair is a proposal; fewer points do.
    self.points = min(points, 100)
    self.seed = seed
  }

  /// A condition as it would be written.
  private struct Clause {
    let variable: String
    let text: String
    let condition: Condition
  }

  /// The change in words, if one of the usual ones helps.
  func proposal() -> String? {
    let clauses = clauses()
    for clause in clauses where isSound(with: [clause.condition]) { return "where " + clause.text }
    let negated = -rule.replacement
    if isSound(with: [], replacement: negated) { return "-> \(negated)" }
    for (i, first) in clauses.enumerated() {
      for second in clauses[(i + 1)...]
      where first.variable != second.variable && isSound(with: [first.condition, second.condition]) {
        return "where \(first.text), \(second.text)"
      }
    }
    return nil
  }

  /// The usual conditions, those that exclude least first.
  private func clauses() -> [Clause] {
    var clauses: [Clause] = []
    let names = RuleSubject(rule).variables.filter { $0.domain != .truth }.map(\.name)
    for make in Self.usual {
      for name in names { clauses.append(make(name)) }
    }
    return clauses
  }

  private static let usual: [@Sendable (String) -> Clause] = [
    { relation($0, "!= 0", .notEqual) },
    { name in
      let part = Expr.call(.im, [.symbol(name)])
      let (low, high) = (Expr.call(.less, [-.pi, part]), Expr.call(.lessEqual, [part, .pi]))
      let range = Expr.call(.and, [low, high])
      return Clause(variable: name, text: "-pi < im(\(name)) <= pi", condition: .relation(range))
    },
    { Clause(variable: $0, text: "\($0): real", condition: .property($0, .real)) },
    { Clause(variable: $0, text: "\($0): integer", condition: .property($0, .integer)) },
    { name in
      let half = Expr.call(.greater, [.call(.re, [.symbol(name)]), 0])
      return Clause(variable: name, text: "re(\(name)) > 0", condition: .relation(half))
    },
    { relation($0, ">= 0", .greaterEqual) },
    { relation($0, "> 0", .greater) },
  ]

  private static func relation(_ name: String, _ text: String, _ function: Function) -> Clause {
    let condition = Condition.relation(.call(function, [.symbol(name), 0]))
    return Clause(variable: name, text: "\(name) \(text)", condition: condition)
  }

  private func isSound(with conditions: [Condition], replacement: Expr? = nil) -> Bool {
    let subject = RuleSubject(rule, with: conditions, replacement: replacement)
    let result = RuleTrial(subject: subject).run(points: points, seed: seed)
    return result.isSound && result.points * 2 >= points
  }
}
