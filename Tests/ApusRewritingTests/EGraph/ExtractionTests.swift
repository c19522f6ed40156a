import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Extraction") struct ExtractionTests {
  @Test("the cheapest tree and the cheapest graph of (x + (x + x))^(x + x)") func sharing() throws {
    var language = CalculusWorkload.language()
    var rules: [RewriteRule] = []
    for (left, right) in CalculusWorkload.rules.prefix(9) {
      rules.append(try RewriteRule(left, left, right, in: &language))
    }
    var graph = EGraph(language)
    let root = try unwrapped(graph.add(try NodePattern("(pow (+ x (+ x x)) (+ x x))")))
    _ = Saturation(rules: rules, limits: SearchLimits(iterations: 3)).run(on: &graph)
    let shared = try unwrapped(graph.extract([root], cost: SizeCost()))
    #expect(shared.cost == 4)
    #expect(shared.nodes.count == 4)
    let tree = try unwrapped(graph.extract([root], cost: SizeCost(), method: .tree))
    #expect(shared.cost <= tree.cost)
    let term = tree.term(root: 0, in: graph.language)
    #expect(term != nil)
  }

  @Test("the cost decides") func cost() throws {
    var language = CalculusWorkload.language()
    let rules = [try RewriteRule("square", "(pow ?x 2)", "(* ?x ?x)", in: &language)]
    var graph = EGraph(language)
    let root = try unwrapped(graph.add(try NodePattern("(pow (sin x) 2)")))
    _ = Saturation(rules: rules).run(on: &graph)
    let smallest = try unwrapped(graph.extract([root], cost: SizeCost(), method: .tree))
    #expect(smallest.term(root: 0, in: graph.language) == (try NodePattern("(pow (sin x) 2)")))
    let fast = OperatorCost(["pow": 100, "sin": 10, "*": 1])
    let fastest = try unwrapped(graph.extract([root], cost: fast))
    #expect(fastest.term(root: 0, in: graph.language) == (try NodePattern("(* (sin x) (sin x))")))
    #expect(fastest.cost == 11)
  }

  @Test("several roots share their parts") func severalRoots() throws {
    var graph = EGraph(CalculusWorkload.language())
    let first = try unwrapped(graph.add(try NodePattern("(+ (sin x) 1)")))
    let second = try unwrapped(graph.add(try NodePattern("(* (sin x) 2)")))
    graph.rebuild()
    let both = try unwrapped(graph.extract([first, second, first], cost: OperatorCost(["sin": 10])))
    #expect(both.cost == 12)
    #expect(both.roots.count == 3 && both.roots[0] == both.roots[2])
    let none = try unwrapped(graph.extract([], cost: SizeCost()))
    #expect(none.nodes.isEmpty)
  }

  @Test("a cycle in what a proposal does not need is not taken when it is needed") func cyclicProposal()
    throws
  {
    var language = TermLanguage()
    let unary = ["r", "m", "n", "g", "k", "c"].map { language.declare($0, arity: 1) }
    let pair = language.declare("p", arity: 2)
    var graph = EGraph(language)
    // So many classes that no sets of needed ones are kept.
    for number in 0..<4200 { _ = try unwrapped(graph.add(symbol: "d\(number)")) }
    let x = try unwrapped(graph.add(symbol: "x"))
    let (a, b) = (try unwrapped(graph.add(unary[1], [x])), try unwrapped(graph.add(unary[2], [x])))
    let first = UInt32(graph.nodes.count)
    graph.union(a, try unwrapped(graph.add(unary[3], [b])))
    let second = UInt32(graph.nodes.count)
    graph.union(b, try unwrapped(graph.add(unary[4], [a])))
    let root = try unwrapped(graph.add(unary[0], [a]))
    let shared = try unwrapped(graph.add(unary[5], [x]))
    let third = UInt32(graph.nodes.count)
    graph.union(root, try unwrapped(graph.add(pair, [shared, shared])))
    graph.rebuild()
    let cost = OperatorCost(["r": 1, "m": 10, "n": 10, "g": 1, "k": 1, "c": 5, "p": 1], leaf: 1)
    let tree = try unwrapped(graph.extract([root], cost: cost, method: .tree))
    #expect(tree.cost == 12)
    let best = try unwrapped(
      graph.extract([root], cost: cost, method: .graph, proposals: [[first, second, third]]))
    #expect(best.cost == 7)
    #expect(best.nodes.count == 3)
  }

  @Test("random graphs: never above the tree's choice, and a tree is exact", arguments: 0..<200)
  func random(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var language = TermLanguage()
    let f = language.declare("f", arity: 1)
    let g = language.declare("g", arity: 2)
    let h = language.declare("h", arity: 3)
    var graph = EGraph(language)
    var ids = [try unwrapped(graph.add(symbol: "x")), try unwrapped(graph.add(symbol: "y"))]
    for _ in 0..<20 {
      func any() -> ClassID { ids[Int.random(in: 0..<ids.count, using: &random)] }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: ids.append(try unwrapped(graph.add(f, [any()])))
      case 1: ids.append(try unwrapped(graph.add(g, [any(), any()])))
      default: ids.append(try unwrapped(graph.add(h, [any(), any(), any()])))
      }
    }
    for _ in 0..<6 {
      let a = Int.random(in: 0..<ids.count, using: &random)
      let b = Int.random(in: 0..<ids.count, using: &random)
      graph.union(ids[a], ids[b])
    }
    graph.rebuild()
    let cost = OperatorCost(["f": 3, "g": 5, "h": 4], leaf: 1)
    let roots = [ids[ids.count - 1], ids[ids.count - 2]]
    let tree = try unwrapped(graph.extract(roots, cost: cost, method: .tree))
    let shared = try unwrapped(graph.extract(roots, cost: cost))
    #expect(shared.cost <= tree.cost)
    for extraction in [tree, shared] {
      for (place, node) in extraction.nodes.enumerated() {
        #expect(node.children.allSatisfy { $0 < place })
      }
    }
    let least = leastTree(graph, ids, cost)
    let single = try unwrapped(graph.extract([roots[0]], cost: cost, method: .tree))
    #expect(treeCost(single, graph, cost) == least[graph.find(roots[0])])
  }

  /// The least tree cost of each class by sweeping until nothing falls.
  private func leastTree(
    _ graph: borrowing EGraph, _ ids: [ClassID], _ cost: OperatorCost
  ) -> [ClassID: Int] {
    var least: [ClassID: Int] = [:]
    var changed = true
    while changed {
      changed = false
      for id in ids {
        let root = ClassID(graph.find(id.raw))
        for node in graph.nodes(of: root) {
          var total = cost.cost(of: node, in: graph)
          for child in node.children {
            guard let below = least[child] else {
              total = Int.max
              break
            }
            total += below
          }
          if total < least[root] ?? Int.max {
            least[root] = total
            changed = true
          }
        }
      }
    }
    return least
  }

  private func treeCost(_ extraction: Extraction, _ graph: borrowing EGraph, _ cost: OperatorCost) -> Int {
    var costs: [Int] = []
    for node in extraction.nodes {
      let name = graph.language.name(of: node.op)
      let own = cost.costs[name] ?? cost.leaf
      costs.append(node.children.reduce(own) { $0 + costs[$1] })
    }
    return costs[extraction.roots[0]]
  }
}
