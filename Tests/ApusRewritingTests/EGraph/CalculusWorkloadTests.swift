import Testing

@testable import ApusRewriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sizes are those of egg 0.11 and egglog 3.0 on the same terms and rules.
@Suite("Exact sizes of saturated graphs") struct CalculusWorkloadTests {
  static var roundCounts: ClosedRange<Int> { getenv("APUS_LONG_TESTS") == nil ? 1...6 : 1...11 }

  @Test("after N rounds the graph has the nodes and classes of egg and egglog", arguments: roundCounts)
  func sizes(rounds: Int) throws {
    let outcome = try CalculusWorkload.start().run(rounds: rounds)
    #expect(outcome.nodes == CalculusWorkload.nodeCounts[rounds - 1])
    #expect(outcome.classes == CalculusWorkload.classCounts[rounds - 1])
    #expect(outcome.report.stopReason == .iterationLimit)
    if rounds == 11 { #expect(outcome.bytes <= 150 * outcome.nodes) }
  }

  @Test("the invariants hold after every round") func invariants() throws {
    var graph = EGraph(CalculusWorkload.language())
    var language = graph.language
    var rules: [RewriteRule] = []
    for (left, right) in CalculusWorkload.rules {
      rules.append(try RewriteRule(left, left, right, in: &language))
    }
    graph.language = language
    for term in CalculusWorkload.terms { _ = graph.add(try NodePattern(term)) }
    for _ in 1...6 {
      let limits = SearchLimits(iterations: 1)
      _ = Saturation(rules: rules, limits: limits, scheduler: .everyRule).run(on: &graph)
      let broken = graph.brokenInvariants()
      #expect(broken == [])
    }
    #expect(graph.nodeCount == CalculusWorkload.nodeCounts[5])
  }

  @Test("two runs agree in every id") func deterministic() throws {
    func record() throws -> [UInt32] {
      var graph = EGraph(CalculusWorkload.language())
      var language = graph.language
      var rules: [RewriteRule] = []
      for (left, right) in CalculusWorkload.rules {
        rules.append(try RewriteRule(left, left, right, in: &language))
      }
      graph.language = language
      for term in CalculusWorkload.terms { _ = graph.add(try NodePattern(term)) }
      _ = Saturation(rules: rules, limits: SearchLimits(iterations: 9, nodes: 3000)).run(on: &graph)
      var words: [UInt32] = []
      for i in 0..<graph.nodes.count {
        let record = graph.nodes[i]
        words += [record.op, record.c0, record.c1, record.stamp, graph.forest[i]]
      }
      return words
    }
    let first = try record()
    let second = try record()
    #expect(first == second)
    #expect(first.count > 5000)
  }
}

@Suite("Associativity and commutativity as plain rules") struct AssociativityTests {
  @Test(
    "n terms have 3^n - 2^(n+1) + 1 + n nodes and 2^n - 1 classes",
    arguments: 3...(getenv("APUS_LONG_TESTS") == nil ? 7 : 9))
  func closedForm(count: Int) throws {
    var language = TermLanguage()
    _ = language.declare("+", arity: 2)
    let rules = [
      try RewriteRule("commutative", "(+ ?a ?b)", "(+ ?b ?a)", in: &language),
      try RewriteRule("associative", "(+ ?a (+ ?b ?c))", "(+ (+ ?a ?b) ?c)", in: &language),
      try RewriteRule("back", "(+ (+ ?a ?b) ?c)", "(+ ?a (+ ?b ?c))", in: &language),
    ]
    var graph = EGraph(language)
    var text = "a1"
    for i in 2...count { text = "(+ a\(i) \(text))" }
    _ = graph.add(try NodePattern(text))
    let report = Saturation(rules: rules, scheduler: .everyRule).run(on: &graph)
    var power3 = 1
    for _ in 0..<count { power3 *= 3 }
    let expected = power3 - (1 << (count + 1)) + 1 + count
    #expect(report.stopReason == .saturated)
    #expect(graph.nodeCount == expected)
    #expect(graph.classCount == (1 << count) - 1)
  }
}
