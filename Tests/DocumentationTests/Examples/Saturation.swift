import Apus
import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Docs/Saturation.md")
struct SaturationPage {
  @Test("a language of your own") func parity() throws {
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

    var language = TermLanguage()
    for (name, arity) in [("+", 2), ("double", 1), ("sign", 1)] { _ = language.declare(name, arity: arity) }
    let rule = try RewriteRule("sign of even", "(sign ?n)", "1", in: &language) { graph, match in
      graph.value(of: Parity.self, for: match.bindings[0]) == true
    }
    var graph = EGraph(language)
    graph.attach(Parity())
    let term = graph.add(try NodePattern("(sign (+ 3 (+ (double x) 5)))"))
    let report = Saturation(rules: [rule]).run(on: &graph)

    #expect(report.stopReason == .saturated)
    let best = term.flatMap { graph.extract([$0], cost: SizeCost()) }
    #expect(best?.cost == 1)
  }

  @Test("several expressions in one graph") func several() throws {
    let printer = ExamplePrinter()
    let print = printer.print
    func text(_ expression: Expr) -> String { TextWriter().text(of: expression) }

    let inputs = try ["k1*a*b - k2*c", "k2*c - k1*a*b + y", "sin(y)^2 + cos(y)^2"].map {
      try Expr(parsing: $0)
    }
    var options = SaturationOptions(cost: .cycles, rules: .saturation)
    options.limits = SearchLimits(iterations: 30, nodes: 2000, time: .seconds(60))
    let saturated = inputs.saturated(by: options)
    for definition in saturated.shared.definitions {
      print("\(definition.symbol.name) = \(text(definition.value))")  // t1 = c*k2 - a*b*k1
    }
    print(saturated.shared.expressions.map(text).joined(separator: ", "))  // -t1, t1 + y, 1
    print(saturated.costs.after < saturated.costs.before)  // true
    print(saturated.report.stopReason.rawValue)  // iteration-limit

    try printer.expectComments()
  }

  @Test("an explanation and its check") func explanation() throws {
    let printer = ExamplePrinter()
    let print = printer.print
    func text(_ expression: Expr) -> String { TextWriter().text(of: expression) }

    let angle = try Expr(parsing: "(1 - cos(2*x))/2 + cos(x)^2")
    var options = SaturationOptions(rules: .saturation, keepsProofs: true)
    options.limits.time = .seconds(60)
    let explained = [angle].saturated(by: options)
    let explanation = explained.explanations[0]
    for step in explanation?.steps ?? [] {
      print("\(step.rule): \(text(step.before)) -> \(text(step.after))")
      // cosine-of-double-expanded: cos(2*x) -> 2*cos(x)^2 - 1
    }
    print(explanation?.conclusion.map { "\(text($0.left)) = \(text($0.right))" } ?? "refused")
    // cos(x)^2 - cos(2*x)/2 + 1/2 = 1

    try printer.expectComments()
  }

  @Test("a cost, a goal, a report and a proof of your own") func ownCost() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    struct Additions: NodeCost {
      func cost(of node: NodeView, in graph: borrowing EGraph) -> Int {
        graph.language.name(of: node.op) == "+" ? 10 : 1
      }
    }

    var sums = TermLanguage()
    for (name, arity) in [("+", 2), ("double", 1)] { _ = sums.declare(name, arity: arity) }
    let rules = [
      try RewriteRule("commutative", "(+ ?a ?b)", "(+ ?b ?a)", in: &sums),
      try RewriteRule("associative", "(+ ?a (+ ?b ?c))", "(+ (+ ?a ?b) ?c)", in: &sums),
      try RewriteRule("twice", "(+ ?a ?a)", "(double ?a)", in: &sums),
    ]
    var sum = EGraph(sums)
    sum.keepsProofs = true
    let start = sum.add(try NodePattern("(+ x (+ y x))"))
    let wanted = sum.add(try NodePattern("(+ (double x) y)"))
    let limits = SearchLimits(iterations: 10, nodes: 1000, time: .seconds(1))
    let run = Saturation(rules: rules, limits: limits) { graph in
      start.map { graph.areEqual($0, wanted ?? $0) } ?? false
    }
    let sumReport = run.run(on: &sum)
    print(sumReport.stopReason.rawValue)  // goal
    print(sumReport.rules.map { "\($0.name) \($0.applied)" }.joined(separator: ", "))
    // commutative 4, associative 1, twice 1
    let cheapest = start.flatMap { sum.extract([$0], cost: Additions()) }
    print(cheapest?.cost ?? 0)  // 13
    if let start, let wanted, let proof = sum.explanation(of: start, wanted, rules: rules) {
      print(proof.conclusion(in: PatternProofLanguage(rules: rules)) != nil)  // true
    }

    try printer.expectComments()
  }
}
