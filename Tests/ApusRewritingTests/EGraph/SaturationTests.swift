import Testing

@testable import ApusRewriting

@Suite("Saturation runs") struct SaturationTests {
  /// A language of sums with the rules of a commutative group.
  private static func sums() throws -> (TermLanguage, [RewriteRule]) {
    var language = TermLanguage()
    _ = language.declare("+", arity: 2)
    _ = language.declare("s", arity: 1)
    let rules = [
      try RewriteRule("commutative", "(+ ?a ?b)", "(+ ?b ?a)", in: &language),
      try RewriteRule("associative", "(+ ?a (+ ?b ?c))", "(+ (+ ?a ?b) ?c)", in: &language),
    ]
    return (language, rules)
  }

  private static func sum(of count: Int) throws -> NodePattern {
    var text = "a1"
    for i in 2...count { text = "(+ a\(i) \(text))" }
    return try NodePattern(text)
  }

  @Test("a run ends as saturated when nothing new follows") func saturated() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 4))
    let report = Saturation(rules: rules).run(on: &graph)
    #expect(report.stopReason == .saturated)
    #expect(graph.nodeCount == 54)
    #expect(report.rounds.last?.applied == 0)
  }

  @Test("a run ends at the limit of rounds") func iterationLimit() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 6))
    let report = Saturation(rules: rules, limits: SearchLimits(iterations: 2)).run(on: &graph)
    #expect(report.stopReason == .iterationLimit)
    #expect(report.rounds.count == 2)
  }

  @Test("the limit of nodes is never exceeded", arguments: [30, 100, 500, 1000])
  func nodeLimit(limit: Int) throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 8))
    let limits = SearchLimits(nodes: limit)
    let report = Saturation(rules: rules, limits: limits, scheduler: .everyRule).run(on: &graph)
    #expect(report.stopReason == .nodeLimit)
    #expect(graph.nodeCount <= limit)
    #expect(report.rounds.allSatisfy { $0.nodes <= limit })
    let broken = graph.brokenInvariants()
    #expect(broken == [])
  }

  @Test("a run without time ends at once") func timeLimit() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 8))
    let report = Saturation(rules: rules, limits: SearchLimits(time: .zero)).run(on: &graph)
    #expect(report.stopReason == .timeLimit)
    #expect(report.rounds.isEmpty)
  }

  @Test("a run ends when its goal is reached") func goal() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    let root = try unwrapped(graph.add(try NodePattern("(+ a (+ b c))")))
    let wanted = try NodePattern("(+ (+ c b) a)")
    let run = Saturation(rules: rules) { graph in
      guard let found = graph.findClass(of: wanted) else { return false }
      return graph.areEqual(found, root)
    }
    let report = run.run(on: &graph)
    #expect(report.stopReason == .goal)
  }

  @Test("a run ends when the caller gives up") func cancelled() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 8))
    let report = Saturation(rules: rules, isCancelled: { true }).run(on: &graph)
    #expect(report.stopReason == .cancelled)
  }

  @Test("a rule that matches too often is set aside, and nothing is lost") func backOff() throws {
    let (language, rules) = try Self.sums()
    var graph = EGraph(language)
    _ = graph.add(try Self.sum(of: 6))
    let limits = SearchLimits(iterations: 200)
    let scheduler = MatchScheduler.backOff(matchLimit: 8, banLength: 2)
    let report = Saturation(rules: rules, limits: limits, scheduler: scheduler).run(on: &graph)
    #expect(report.rules.contains { $0.bans > 0 })
    #expect(report.stopReason == .saturated)
    #expect(graph.nodeCount == 608)
    #expect(graph.classCount == 63)
  }

  @Test("a condition decides whether a rule fires") func condition() throws {
    var language = TermLanguage()
    _ = language.declare("f", arity: 1)
    let rule = try RewriteRule("only twice", "(f (f ?x))", "?x", in: &language) { _, match in
      match.bindings.count == 1 && match.bindings[0] != match.root
    }
    let never = try RewriteRule("never", "(f ?x)", "?x", in: &language) { _, _ in false }
    var graph = EGraph(language)
    let root = try unwrapped(graph.add(try NodePattern("(f (f x))")))
    let x = try unwrapped(graph.add(symbol: "x"))
    let report = Saturation(rules: [rule, never]).run(on: &graph)
    let isEqual = graph.areEqual(root, x)
    #expect(isEqual)
    #expect(report.rules[1].applied == 0)
    #expect(report.rules[1].matches > 0)
  }

  @Test("x = f(x) is a graph of two nodes") func cyclic() throws {
    var language = TermLanguage()
    _ = language.declare("f", arity: 1)
    let rules = [try RewriteRule("idempotent", "(f ?x)", "?x", in: &language)]
    var graph = EGraph(language)
    _ = graph.add(try NodePattern("(f (f (f x)))"))
    let report = Saturation(rules: rules).run(on: &graph)
    #expect(report.stopReason == .saturated)
    #expect(graph.nodeCount == 2)
    #expect(graph.classCount == 1)
  }

  @Test("texts that are no patterns are refused") func patternErrors() {
    var language = TermLanguage()
    _ = language.declare("f", arity: 1)
    #expect(throws: PatternError.unbalanced) { try NodePattern("(f x") }
    #expect(throws: PatternError.unbalanced) { try NodePattern("(f x))") }
    #expect(throws: PatternError.empty) { try NodePattern(" ") }
    #expect(throws: PatternError.empty) { try NodePattern("()") }
    let deep = String(repeating: "(f ", count: 300) + "x" + String(repeating: ")", count: 300)
    #expect(throws: PatternError.tooDeep) { try NodePattern(deep) }
    #expect(throws: PatternError.unboundVariable("?y")) {
      try RewriteRule("r", "(f ?x)", "?y", in: &language)
    }
    #expect(throws: PatternError.unknownOperator("g", arity: 1)) {
      try RewriteRule("r", "(g ?x)", "?x", in: &language)
    }
  }
}
