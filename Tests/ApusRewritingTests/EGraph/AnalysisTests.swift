import ApusNumbers
import Testing

@testable import ApusRewriting

@Suite("Analyses of graphs") struct AnalysisTests {
  /// The example of `Docs/Saturation.md`: whether a number is even, in a language of sums and doubling.
  struct Parity: Analysis {
    func value(of node: NodeView, in graph: borrowing EGraph, children: [Bool?]) -> Bool? {
      switch graph.language.name(of: node.op) {
      case "number": node.payload % 2 == 0
      case "double": true
      case "+": if let a = children[0], let b = children[1] { a == b } else { nil }
      default: nil
      }
    }

    func merged(_ a: Bool, _ b: Bool) -> Bool? { a == b ? a : nil }
  }

  @Test("a rule asks what is known of a class") func parity() throws {
    var language = TermLanguage()
    for (name, arity) in [("+", 2), ("double", 1), ("sign", 1)] { _ = language.declare(name, arity: arity) }
    // The sign (-1)^n of an even number is 1.
    let rule = try RewriteRule("sign of even", "(sign ?n)", "1", in: &language) { graph, match in
      graph.value(of: Parity.self, for: match.bindings[0]) == true
    }
    var graph = EGraph(language)
    graph.attach(Parity())
    let even = try unwrapped(graph.add(try NodePattern("(sign (+ 3 (+ (double x) 5)))")))
    let unknown = try unwrapped(graph.add(try NodePattern("(sign (+ x 4))")))
    let report = Saturation(rules: [rule]).run(on: &graph)
    #expect(report.stopReason == .saturated)
    let one = try unwrapped(graph.add(number: 1))
    let (isProved, isGuessed) = (graph.areEqual(even, one), graph.areEqual(unknown, one))
    #expect(isProved)
    #expect(!isGuessed)
    let best = graph.extract([even], cost: SizeCost())
    #expect(best?.cost == 1)
  }

  @Test("what is learnt later reaches the parents") func later() throws {
    var language = TermLanguage()
    for (name, arity) in [("+", 2), ("double", 1)] { _ = language.declare(name, arity: arity) }
    var graph = EGraph(language)
    graph.attach(Parity())
    let sum = try unwrapped(graph.add(try NodePattern("(+ (+ x 1) (double y))")))
    graph.rebuild()
    #expect(graph.value(of: Parity.self, for: sum) == nil)
    let (x, seven) = (graph.add(symbol: "x"), graph.add(number: 7))
    _ = graph.union(try unwrapped(x), try unwrapped(seven))
    graph.rebuild()
    #expect(graph.value(of: Parity.self, for: sum) == true)
  }

  @Test("numbers are folded, and the terms become part of the graph") func folding() throws {
    var graph = EGraph(CalculusWorkload.language())
    graph.attach(ConstantFolding())
    let quotient = try unwrapped(graph.add(try NodePattern("(/ (+ 1 (* 2 4)) (- 5 2))")))
    graph.rebuild()
    let three = try unwrapped(graph.add(number: 3))
    let isEqual = graph.areEqual(quotient, three)
    #expect(isEqual)
    let broken = graph.brokenInvariants()
    #expect(broken == [])
  }

  /// Whether an operation on two numbers gives a number.
  private static func isFolded(_ term: NodePattern, _ result: NodePattern) -> Bool {
    guard case .node(let name, let operands) = term, operands.count == 2, case .number(let a) = operands[0],
      case .number(let b) = operands[1], case .number(let value) = result
    else { return false }
    switch name {
    case "+": return a + b == value
    case "-": return a - b == value
    case "*": return a * b == value
    case "/": return b != 0 && value * b == a
    default: return false
    }
  }

  @Test("what an analysis has made equal is explained under its name, if that is accepted")
  func explained() throws {
    var graph = EGraph(CalculusWorkload.language())
    graph.keepsProofs = true
    graph.attach(ConstantFolding())
    let term = try NodePattern("(/ (+ 1 (* 2 4)) (- 5 x))")
    let three = try unwrapped(graph.add(number: 3))
    let quotient = try unwrapped(graph.add(term))
    let (x, two) = (try unwrapped(graph.add(symbol: "x")), try unwrapped(graph.add(number: 2)))
    graph.union(x, two, because: "the task")
    graph.rebuild()
    let checks: [String: PatternProofLanguage.Check] = [
      "ConstantFolding": Self.isFolded, "the task": { $0 == .symbol("x") && $1 == .number(2) },
    ]
    let unexplained = graph.explanation(of: quotient, three, rules: [])
    #expect(unexplained == nil)
    let proof = try unwrapped(graph.explanation(of: quotient, three, rules: [], accepting: checks))
    let conclusion = try unwrapped(proof.conclusion(in: PatternProofLanguage(rules: [], accepting: checks)))
    #expect(conclusion.left == term)
    #expect(conclusion.right == .number(3))
    #expect(proof.conclusion(in: PatternProofLanguage(rules: [])) == nil)
    // What is trusted is not looked at.
    let trusting: [String: PatternProofLanguage.Check] = [
      "ConstantFolding": { _, _ in true }, "the task": { _, _ in true },
    ]
    #expect(proof.conclusion(in: PatternProofLanguage(rules: [], accepting: trusting)) != nil)
    let refusing: [String: PatternProofLanguage.Check] = ["ConstantFolding": { _, _ in true }]
    #expect(proof.conclusion(in: PatternProofLanguage(rules: [], accepting: refusing)) == nil)
  }

  @Test("a false rule ends the run as a contradiction") func contradiction() throws {
    var language = CalculusWorkload.language()
    let rules = [
      try RewriteRule("first", "(sqrt ?a)", "(+ ?a 1)", in: &language),
      try RewriteRule("second", "(sqrt ?a)", "(* ?a 2)", in: &language),
    ]
    var graph = EGraph(language)
    graph.attach(ConstantFolding())
    _ = graph.add(try NodePattern("(sqrt (+ 1 2))"))
    let report = Saturation(rules: rules).run(on: &graph)
    #expect(report.stopReason == .contradiction)
  }

  @Test("bounds of sums, and what they say of signs") func ranges() {
    let range = ValueRange(.real, lower: 2, upper: 5)
    #expect(range.properties.contains(.positive))
    let other = ValueRange(.real, lower: 6)
    #expect(range.intersection(other) == nil)
    #expect(range.intersection(ValueRange(.integer, upper: 3))?.upper == 3)
    #expect(ValueRange([.real, .nonnegative]).lower == .zero)
    #expect(ValueRange(.positive).intersection(ValueRange(.negative)) == nil)
  }
}
