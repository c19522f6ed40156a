import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusRules
import ApusTerms
import Testing

@Suite("Rules at work")
struct RuleApplicationTests {
  /// The left side with symbols and numbers in place of variables, and what the conditions say of the symbols.
  private func instance(of rule: Rule) -> (term: Expr, facts: Facts) {
    var replacements: [Expr: Expr] = [:]
    var facts = Facts()
    for (index, variable) in rule.pattern.variables.enumerated() {
      let symbol = Symbol("v" + variable.name)
      replacements[Expr(variable.symbol)] = Expr(symbol)
      replacements[.symbol(variable.name)] = Expr(symbol)
      for requirement in rule.requirements {
        switch requirement {
        case .form(variable.name, let kind) where kind != .nonnumber && kind != .symbol:
          replacements[Expr(variable.symbol)] = Expr(7 - 2 * index)
          replacements[.symbol(variable.name)] = Expr(7 - 2 * index)
        case .property(variable.name, let property): facts = facts.assuming(symbol, property) ?? facts
        default: break
        }
      }
    }
    for case .relation(let relation) in rule.requirements {
      facts = facts.assuming(relation.substituting(replacements)) ?? facts
    }
    return (rule.pattern.term.substituting(replacements), facts)
  }

  /// Terms for variables of which facts cannot hold what the conditions ask: constants, and a positive symbol.
  private static let constants: [Expr] = {
    let root = Expr.sqrt(2)
    let integers: [Expr] = [2, 5, 1, -7, 7]
    return [root / 2, -root / 2, root, 3 * root, Expr(1) / 2, .symbol("vpositive")] + integers
  }()

  /// Whether the rule applies to its left side with some of the constants in place of its variables.
  private func appliesToConstants(_ rule: Rule) -> Bool {
    let variables = rule.pattern.variables
    let facts = Facts().assuming(Symbol("vpositive"), .positive) ?? Facts()
    var choice = Array(repeating: 0, count: variables.count)
    while true {
      var replacements: [Expr: Expr] = [:]
      for (variable, index) in zip(variables, choice) {
        replacements[Expr(variable.symbol)] = Self.constants[index]
      }
      let term = rule.pattern.term.substituting(replacements)
      if rule.applied(to: term, assuming: facts) != nil { return true }
      guard let place = choice.lastIndex(where: { $0 + 1 < Self.constants.count }) else { return false }
      choice[place] += 1
      for later in choice.indices where later > place { choice[later] = 0 }
    }
  }

  @Test("every rule applies to its own left side", arguments: EmbeddedRules.files.map(\.name))
  func ownSide(file: String) throws {
    let text = try #require(EmbeddedRules.files.first { $0.name == file }).text
    for set in try RuleReader().ruleSets(in: text) {
      for rule in set.rules {
        let (term, facts) = instance(of: rule)
        let applies = rule.applied(to: term, assuming: facts) != nil || appliesToConstants(rule)
        #expect(applies, "\(set.name)/\(rule.name) on \(term)")
      }
    }
  }
}
