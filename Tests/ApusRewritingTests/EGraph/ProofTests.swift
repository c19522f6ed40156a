import ApusNotation
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Proofs of equalities") struct ProofTests {
  static let provable: [(String, String)] = ExpressionSaturationTests.identities

  @Test("every identity is proved, and the proof is checked without the graph", arguments: provable)
  func expressions(left: String, right: String) throws {
    let (left, right) = (try Expr(parsing: left), try Expr(parsing: right))
    let proof = try unwrapped(left.proof(ofEqualityWith: right, limits: .patient))
    let conclusion = try unwrapped(proof.conclusion(in: ExpressionProofLanguage.engine))
    #expect(conclusion.left == left)
    #expect(conclusion.right == right)
    if left != right { #expect(!proof.rewritings(in: .engine).isEmpty) }
  }

  @Test(
    "what is factored together is explained too",
    arguments: [
      ["a*x + a*y + a*z"], ["x^3 + 2*x^2 + 3*x + 4"], ["a + b + c", "a + b + d", "2*a + 2*b + sin(a + b)"],
      ["a*b*c", "a*b*d", "a*b*e1"], ["k*a*(b + c)", "-k*a*b - k*a*c"], ["u/w + v/w"],
      ["(x + y)^2*z/3 + 2*(x + y)*z", "sqrt(2)*x*u + sqrt(2)*y*u"], ["x/y", "z/y", "w/y + 1"],
      ["-2*k1*a^2 + k3*c", "k1*a^2 - k3*c + k2*(u + v)*a^(3/2)", "-k2*(u + v)*a^(3/2)"],
    ]) func factored(texts: [String]) throws
  {
    let inputs = try texts.map { try Expr(parsing: $0) }
    for cost in [ExpressionCost.operations, .cycles] {
      let plain = inputs.saturated(by: .init(cost: cost, limits: .patient))
      let proved = inputs.saturated(by: .init(cost: cost, limits: .patient, keepsProofs: true))
      #expect(proved.costs == plain.costs)
      #expect(proved.expressions == plain.expressions)
      for (i, input) in inputs.enumerated() where proved.expressions[i] != input {
        let conclusion = proved.explanations[i]?.conclusion
        #expect(conclusion?.left == input)
        #expect(conclusion?.right == proved.expressions[i])
      }
    }
  }

  @Test("what is false has no proof") func nothing() throws {
    let x = Expr.symbol("x")
    #expect(((x + 1) ** 2).proof(ofEqualityWith: x ** 2 + 1, limits: .patient) == nil)
    #expect((sin(x) ** 2 - 1).proof(ofEqualityWith: cos(x) ** 2, limits: .patient) == nil)
  }

  @Test("arithmetic decides polynomials, exponentials and squares of sines") func arithmetic() throws {
    let same = [
      ("(x + y)^3", "x^3 + 3*x^2*y + 3*x*y^2 + y^3"), ("exp(x)*exp(y)", "exp(x + y)"),
      ("sin(x)^2", "1 - cos(x)^2"), ("tan(x)*cos(x)", "sin(x)"),
      ("(x^2 - 1)/(x*(x + 1))", "x/(x + 1) - 1/(x*(x + 1))"),
      ("sqrt(x)*sqrt(x)*x", "x^2"), ("exp(3 + y)*exp(-y)", "exp(3)"), ("exp(y)^2*exp(-2*y)*x", "x"),
      ("x*5^(-1/2)*5^(-1/2)", "x/5"), ("(x^2 - 1)/(x - 1)", "x + 1"), ("(1/(x + 1) - 1)*(x + 1)", "-x"),
      ("((x - 2*y)/((x + y)^2 - 9*y^2) - 1)/x", "(1/(x + 4*y) - 1)/x"),
      ("tanh((x + 1)*y)", "tanh(x*y + y)"), ("exp((1 - y)*y)*exp(y^2)", "exp(y)"),
      ("I*y*(sqrt(x) + I*y)", "I*y*sqrt(x) - y^2"), ("sqrt(y^2)*(x + 2*sqrt(y^2))", "x*sqrt(y^2) + 2*y^2"),
      ("sqrt(y - 2)*((y - 2)*x + 1)", "(y - 2)^(3/2)*x + sqrt(y - 2)"), ("exp(sin(x)^2 + cos(x)^2)", "E"),
      ("(3 + 4*I)*(1 - I)*x/(2*I)", "(1 - 7*I)*x/2"), ("sin(I*x*(I*y) - z)", "-sin(x*y + z)"),
      ("1/(sqrt(y) + 1)^(3/2) - sqrt(sqrt(y) + 1)", "(1/(sqrt(y) + 1)^2 - 1)*sqrt(sqrt(y) + 1)"),
    ]
    for (a, b) in same {
      let (a, b) = (try Expr(parsing: a), try Expr(parsing: b))
      #expect(ExpressionProofLanguage.engine.areEqualByArithmetic(a, b), "\(a) \(b)")
      #expect(!ExpressionProofLanguage.engine.areEqualByArithmetic(a, b + 1))
      #expect(!ExpressionProofLanguage.engine.areEqualByArithmetic(a * 2, b))
    }
  }

  /// A graph with proofs after some rounds of the rules of calculus.
  private static func calculus(rounds: Int, _ body: (inout EGraph, [RewriteRule]) throws -> Void) throws {
    let start = try CalculusWorkload.start()
    var graph = EGraph(start.language)
    graph.keepsProofs = true
    for term in start.terms { _ = graph.add(term) }
    let limits = SearchLimits(iterations: rounds, nodes: 100_000, time: .seconds(600))
    _ = Saturation(rules: start.rules, limits: limits, scheduler: .everyRule).run(on: &graph)
    try body(&graph, start.rules)
  }

  @Test("all nodes of all classes of a graph have proofs") func graph() throws {
    try Self.calculus(rounds: 5) { graph, rules in
      #expect(graph.nodeCount == CalculusWorkload.nodeCounts[4])
      let language = PatternProofLanguage(rules: rules)
      var explained = 0
      for id in 0..<UInt32(graph.nodes.count) {
        let root = graph.find(id)
        if root == id { continue }
        let proof = try unwrapped(graph.explanation(of: ClassID(id), ClassID(root), rules: rules))
        #expect(proof.conclusion(in: language) != nil)
        explained += 1
      }
      #expect(explained > 400)
    }
  }

  @Test("a thousand proofs that were tampered with are refused") func mutations() throws {
    var random = SplitMix64(seed: 5)
    var (refused, tried) = (0, 0)
    try Self.calculus(rounds: 4) { graph, rules in
      let language = PatternProofLanguage(rules: rules)
      while tried < 1000 {
        let id = UInt32(Int.random(in: 0..<graph.nodes.count, using: &random))
        let root = graph.find(id)
        guard root != id, let proof = graph.explanation(of: ClassID(id), ClassID(root), rules: rules),
          let claim = proof.conclusion(in: language)
        else { continue }
        guard let mutated = Self.mutated(proof, &random) else { continue }
        tried += 1
        let conclusion = mutated.conclusion(in: language)
        // What is proved after all must be another equality than the one that is claimed.
        if conclusion.map({ $0 != claim }) ?? true { refused += 1 }
      }
    }
    #expect(tried == 1000)
    #expect(refused == 1000)
  }

  /// The proof with another rule, other terms for variables, a missing link, or sides exchanged.
  private static func mutated(
    _ proof: EqualityProof<NodePattern>, _ random: inout SplitMix64
  ) -> EqualityProof<NodePattern>? {
    var mutated = proof
    let place = Int.random(in: 0..<proof.steps.count, using: &random)
    switch proof.steps[place] {
    case .same(let term): mutated.steps[place] = .same(.node("sin", [term]))
    case .rule(let name, var terms):
      guard let key = terms.keys.sorted().randomElement(using: &random) else {
        mutated.steps[place] = .rule("no such rule", terms)
        break
      }
      terms[key] = .node("cos", [terms[key] ?? .number(0)])
      mutated.steps[place] = Bool.random(using: &random) ? .rule(name, terms) : .rule(name + "?", terms)
    case .chain(let parts): mutated.steps[place] = .chain(Array(parts.dropFirst()))
    case .operands(.call(let name), let parts): mutated.steps[place] = .operands(.call(name + "h"), parts)
    case .operands, .arithmetic, .rewriting, .claim: return nil
    case .reversed(let part): mutated.steps[place] = .chain([part])
    }
    return mutated
  }
}
