import ApusAlgebra
import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Rules are found by what terms have at a glance") struct RuleIndexTests {
  /// Every rule is tried at the root of every part of random terms, in which patterns of rules are planted.
  @Test("no rule that applies is passed over, and none is found that does not apply", arguments: [7, 8])
  func candidates(seed: UInt64) throws {
    let index = RuleIndex(RuleSet.standard)
    let compiled = index.rules.map(CompiledRule.init)
    var source = RandomTerms(seed: seed, planting: index.rules)
    var engine = RewriteEngine(Workspace(), index, assuming: Facts())
    var (applied, tried) = (0, 0)
    for _ in 0..<LongTests.count(12, long: 1000) {
      var parts: [Expr] = []
      source.term().forEachNode {
        parts.append($0)
        return true
      }
      for part in parts where part.childCount > 0 {
        var wanted: Set<Int> = []
        for (number, rule) in compiled.enumerated() where rule.applied(to: part, assuming: Facts()) != nil {
          wanted.insert(number)
        }
        var found: Set<Int> = []
        engine.forEachRewriting(of: engine.workspace.insert(part)) { rule, _ in
          found.insert(rule)
          return false
        }
        applied += wanted.count
        tried += 1
        let names = wanted.symmetricDifference(found).map { index.rules[$0].name }
        #expect(names.isEmpty, "\(TextWriter().text(of: part)): \(names)")
      }
    }
    #expect(applied > tried / 4, "\(applied) of \(tried)")
  }

  @Test("a pattern whose opposite matches is not passed over") func opposites() throws {
    let (a, b, x) = (Expr.symbol("a"), Expr.symbol("b"), Expr.symbol("x"))
    let pattern = -(a * b) + sin(b)
    let rules = RuleIndex([RuleSet("test", [rule("found", pattern, a)])])
    var engine = RewriteEngine(Workspace(), rules, assuming: Facts())
    var count = 0
    // x is -1 times -x.
    engine.forEachRewriting(of: engine.workspace.insert(x + sin(x))) { _, _ in
      count += 1
      return false
    }
    #expect(count == 1)
  }
}
