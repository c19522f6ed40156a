import ApusAlgebra
import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusRules
import ApusTerms
import ApusTestSupport
import Testing

/// Random expressions under random assumptions, simplified by all rules: `APUS_LONG_TESTS` makes them 100,000.
@Suite("Simplification of random terms") struct SimplificationFuzzTests {
  private static let sets: [RuleSet] = EmbeddedRules.files.flatMap {
    (try? RuleReader().ruleSets(in: $0.text)) ?? []
  }
  private static let rules = sets.flatMap(\.rules)
  private static let index = RuleIndex(sets)

  @Test("keeps the value, never costs more, and is the same on a second run", arguments: [1, 2, 3, 4])
  func simplification(seed: UInt64) throws {
    let count = LongTests.count(60, long: 25_000)
    var source = RandomTerms(seed: seed, planting: Self.rules)
    var (simplified, compared) = (0, 0)
    for _ in 0..<count {
      let (term, facts) = (source.term(), source.facts())
      let result = term.rewritten(by: Self.index, assuming: facts, keepingSteps: true)
      #expect(result.costs.after <= result.costs.before)
      let second = term.rewritten(by: Self.index, assuming: facts, keepingSteps: true)
      let text = TextWriter().text(of: result.expression)
      #expect(text == TextWriter().text(of: second.expression) && result.steps == second.steps)
      if result.expression == term { continue }
      simplified += 1
      for _ in 0..<3 {
        let point = source.point(facts)
        guard let agree = Self.agree(term, result.expression, at: point) else { continue }
        compared += 1
        if agree { continue }
        let place = Self.symbols(point)
        let steps = result.steps.map(\.rule).joined(separator: ", ")
        Issue.record("\(TextWriter().text(of: term)) became \(text) by \(steps), which differs at \(place)")
      }
    }
    // The comparisons would be worth nothing if rules seldom applied, or values seldom existed.
    #expect(simplified > count / 4 && compared > count / 2, "\(simplified), \(compared) of \(count)")
  }

  @Test(
    "in all its forms keeps the value, never costs more, and is the same on a second run", arguments: [5, 6])
  func allForms(seed: UInt64) throws {
    let count = LongTests.count(40, long: 5_000)
    var source = RandomTerms(seed: seed, planting: Self.rules)
    var (simplified, compared) = (0, 0)
    for _ in 0..<count {
      let (term, facts) = (source.term(), source.facts())
      let result = term.simplification(assuming: facts)
      #expect(result.costs.after <= result.costs.before)
      #expect(term.simplification(assuming: facts).expression == result.expression)
      if result.expression == term { continue }
      simplified += 1
      for _ in 0..<3 {
        let point = source.point(facts)
        guard let agree = Self.agree(term, result.expression, at: point) else { continue }
        compared += 1
        if agree { continue }
        let text = TextWriter().text(of: result.expression)
        Issue.record("\(TextWriter().text(of: term)) became \(text), which differs at \(Self.symbols(point))")
      }
    }
    #expect(simplified > count / 4 && compared > count / 2, "\(simplified), \(compared) of \(count)")
  }

  /// Whether enclosures of the values overlap; nil where one of the two has no value, or none is found.
  private static func agree(_ a: Expr, _ b: Expr, at point: [Symbol: Number]) -> Bool? {
    for precision in [64, 256] {
      let balls = point.mapValues { ComplexBall($0, precision: precision) }
      let limits = EvaluationLimits(steps: 10_000)
      guard let before = try? a.enclosure(at: balls, precision: precision, limits: limits),
        let after = try? b.enclosure(at: balls, precision: precision, limits: limits)
      else { return nil }
      if before.isFinite, after.isFinite { return before.overlaps(after) }
    }
    return nil
  }

  private static func symbols(_ point: [Symbol: Number]) -> String {
    RandomTerms.symbols.map { "\($0.name) = \(point[$0]?.description ?? "nothing")" }.joined(separator: ", ")
  }
}
