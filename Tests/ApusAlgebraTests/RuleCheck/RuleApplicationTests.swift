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

  @Test("every rule applies to its own left side", arguments: EmbeddedRules.files.map(\.name))
  func ownSide(file: String) throws {
    let text = try #require(EmbeddedRules.files.first { $0.name == file }).text
    for set in try RuleReader().ruleSets(in: text) {
      for rule in set.rules {
        let (term, facts) = instance(of: rule)
        if rule.applied(to: term, assuming: facts) == nil { Issue.record("\(set.name)/\(rule.name): \(term)") }
      }
    }
  }
}
