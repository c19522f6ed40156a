import ApusRewriting
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
}
