import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Sums are factored together") struct JointFactoringTests {
  private static func saturated(_ texts: [String], _ cost: ExpressionCost = .operations) throws
    -> SaturatedExpressions
  {
    try texts.map { try Expr(parsing: $0) }.saturated(by: SaturationOptions(cost: cost))
  }

  @Test(
    "operations are what a careful hand would need",
    arguments: [
      // Additions and multiplications cost ten each.
      (["a*x + a*y + a*z"], 30),
      (["x^3 + 2*x^2 + 3*x + 4"], 50),
      (["a + b + c", "a + b + d", "a + b + e1"], 40),
      (["a*b*c", "a*b*d", "a*b*e1"], 40),
      (["k*a*(b + c)", "-k*a*b - k*a*c"], 31),
      (["u/w + v/w"], 20),
      (["2*k*x + a", "2*m*x + b"], 50),
      (["2*k*x + 3*k*y", "2*m*x + 3*n*y"], 70),
      (["(x - y)*a + z", "(y - x)*b + z"], 50),
    ]) func operations(texts: [String], most: Int) throws
  {
    let result = try Self.saturated(texts)
    #expect(result.costs.after <= most, "\(result.shared)")
  }

  @Test("what has a name gives the results again") func substituted() throws {
    let texts = ["a + b + c*x", "2*a + 2*b - y", "(a + b)*z + sin(a + b)", "x*y*z", "x*y*w"]
    let inputs = try texts.map { try Expr(parsing: $0) }
    let result = try Self.saturated(texts, .cycles)
    #expect(!result.shared.definitions.isEmpty)
    for (input, output) in zip(inputs, result.shared.substituted) {
      #expect((input - output).saturated() == 0)
    }
    for (input, output) in zip(inputs, result.expressions) {
      #expect((input - output).saturated() == 0)
    }
  }

  @Test("names are no symbols of the input") func names() throws {
    let result = try Self.saturated(["(t1 + t2)*x", "(t1 + t2)*y + sin(t1 + t2)"])
    let names = result.shared.definitions.map(\.symbol.name)
    #expect(!names.isEmpty && Set(names).isDisjoint(with: ["t1", "t2"]))
  }

  @Test("random systems keep their values and cost no more", arguments: 0..<40) func random(seed: Int) throws
  {
    var random = SplitMix64(seed: UInt64(seed))
    let symbols = ["u", "v", "w", "x", "y", "z"].map { Expr.symbol($0) }
    var inputs: [Expr] = []
    for _ in 0..<6 {
      let terms = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        var factors = [Expr(Int.random(in: -3...3, using: &random))]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let exponent = [1, 1, 1, 2, -1, -2, 3].randomElement(using: &random) ?? 1
          factors.append(symbols[Int.random(in: 0..<6, using: &random)] ** Expr(exponent))
        }
        return Expr.product(factors)
      }
      inputs.append(.sum(terms))
    }
    let limits = SearchLimits(iterations: 2, nodes: 4000, time: .seconds(60))
    let result = inputs.saturated(by: .init(cost: .cycles, limits: limits))
    #expect(result.costs.after <= result.costs.before)
    #expect(result.costs.before <= result.costs.unshared)
    var point: [Expr: Expr] = [:]
    for (i, symbol) in symbols.enumerated() { point[symbol] = Expr(2 * i + 3) / Expr(i + 2) }
    for (input, output) in zip(inputs, result.shared.substituted) {
      #expect(input.substituting(point) == output.substituting(point))
    }
  }

  /// With c = a·b and a = c/b in the graph, the bracket-free form of several products of a and b needs c, and the only way to write a
  /// needs it too.
  @Test("what is proposed is no part of itself, even where a form is what one of its parts is made of")
  func acyclicProposals() throws {
    let (vocabulary, _) = ExpressionLanguage.standard
    var expressions = ExpressionGraph(vocabulary)
    let names = ["b", "c", "u", "v", "w", "x", "y", "z"]
    var atoms: [WeightedChild] = []
    for name in names {
      atoms.append(.init(id: try unwrapped(expressions.graph.add(symbol: name)).raw, weight: .one))
    }
    let (b, c) = (atoms[0], atoms[1])
    let a = WeightedChild(id: expressions.graph.makeProduct([c, .init(id: b.id, weight: -1)]), weight: .one)
    expressions.graph.union(c.id, expressions.graph.makeProduct([a, b]))
    var roots: [ClassID] = []
    for i in stride(from: 2, to: 8, by: 2) {
      let product = WeightedChild(id: expressions.graph.makeProduct([a, b, atoms[i]]), weight: .one)
      roots.append(ClassID(expressions.graph.makeSum([product, atoms[i + 1]])))
    }
    expressions.graph.rebuild()
    let cost = ExpressionNodeCost(.cycles, vocabulary.arithmetic)
    let extraction = try unwrapped(expressions.graph.extract(roots, cost: cost, method: .tree))
    let clock = SearchClock(time: .seconds(60), isCancelled: nil)
    let proposals = JointFactoring.apply(to: &expressions.graph, extraction, clock: clock)
    #expect(!proposals.isEmpty)
    for proposal in proposals {
      var settled: Set<UInt32> = []
      for node in proposal {
        for child in expressions.graph.childClasses(expressions.graph.nodes[Int(node)]) {
          let id = expressions.graph.find(child)
          #expect(settled.contains(id))
        }
        let id = expressions.graph.find(node)
        #expect(settled.insert(id).inserted)
      }
      for root in roots {
        let id = expressions.graph.find(root.raw)
        #expect(settled.contains(id))
      }
    }
    let shared = try unwrapped(
      expressions.graph.extract(roots, cost: cost, method: .graph, proposals: proposals))
    #expect(shared.cost <= extraction.cost)
  }
}
