import ApusNumbers
import Testing

@testable import ApusRewriting

/// The goals of the mathematics tests of egg 0.11 with its 36 rules, in at most as many rounds as egg takes.
@Suite("Goals of egg's mathematics tests") struct EggGoalsTests {
  struct Goal: Sendable, CustomStringConvertible {
    let start: String
    let goal: String
    let rounds: Int
    var nodes = 10_000
    /// Whether the goal is in the graph from the start.
    var isGiven = false

    var description: String { "\(start) = \(goal)" }
  }

  static let goals = [
    Goal(start: "(+ x (+ x (+ x x)))", goal: "(* 4 x)", rounds: 5),
    Goal(start: "(* (pow 2 x) (pow 2 y))", goal: "(pow 2 (+ x y))", rounds: 2),
    Goal(start: "(+ 1 (- a (* (- 2 1) a)))", goal: "1", rounds: 3),
    Goal(
      start: "(/ 1 (- (/ (+ 1 (sqrt five)) 2) (/ (- 1 (sqrt five)) 2)))", goal: "(/ 1 (sqrt five))",
      rounds: 8,
      nodes: 75_000),
    Goal(start: "(* (+ x 3) (+ x 1))", goal: "(+ (+ (* x x) (* 4 x)) 3)", rounds: 7),
    Goal(start: "(d x x)", goal: "1", rounds: 2),
    Goal(start: "(d x y)", goal: "0", rounds: 2),
    Goal(start: "(d x (+ 1 (* 2 x)))", goal: "2", rounds: 5),
    Goal(start: "(d x (+ 1 (* y x)))", goal: "y", rounds: 4),
    Goal(start: "(d x (ln x))", goal: "(/ 1 x)", rounds: 2),
    Goal(start: "(d x (pow x 3))", goal: "(* 3 (pow x 2))", rounds: 6),
    Goal(
      start: "(d x (- (pow x 3) (* 7 (pow x 2))))", goal: "(* x (- (* 3 x) 14))", rounds: 8, nodes: 100_000,
      isGiven: true),
    Goal(start: "(i 1 x)", goal: "x", rounds: 2),
    Goal(start: "(i (cos x) x)", goal: "(sin x)", rounds: 2),
    Goal(start: "(i (pow x 1) x)", goal: "(/ (pow x 2) 2)", rounds: 2),
    Goal(start: "(i (* x (cos x)) x)", goal: "(+ (* x (sin x)) (cos x))", rounds: 5),
    Goal(start: "(i (* (cos x) x) x)", goal: "(+ (* x (sin x)) (cos x))", rounds: 6),
    Goal(start: "(i (ln x) x)", goal: "(- (* x (ln x)) x)", rounds: 5),
  ]

  /// Goals that are not among egg's.
  static let more = [
    Goal(start: "(i (* x (exp x)) x)", goal: "(- (* x (exp x)) (exp x))", rounds: 8),
    Goal(
      start: "(d x (/ (sin x) x))", goal: "(+ (* (sin x) (d x (pow x -1))) (* (/ 1 x) (cos x)))", rounds: 6),
  ]

  @Test("a goal with exponentials or a quotient is reached", arguments: more) func reachedToo(goal: Goal)
    throws
  {
    let report = try Self.search(goal.start, goal.goal, nodes: goal.nodes, isGiven: goal.isGiven)
    #expect(report.stopReason == .goal)
    #expect(report.rounds.count <= goal.rounds)
  }

  @Test("a goal is reached", arguments: goals) func reached(goal: Goal) throws {
    let report = try Self.search(goal.start, goal.goal, nodes: goal.nodes, isGiven: goal.isGiven)
    #expect(report.stopReason == .goal)
    // egg counts the last look at the goal as a round of its own.
    #expect(report.rounds.count + 1 <= goal.rounds)
  }

  @Test("what is false is not proved") func notReached() throws {
    let report = try Self.search("(+ x y)", "(/ x y)", nodes: 10_000)
    #expect(report.stopReason != .goal)
  }

  @Test("seven numbers in any order are 127 sums") func associativity() throws {
    var language = CalculusWorkload.language()
    let rules = [
      try RewriteRule("commutative", "(+ ?a ?b)", "(+ ?b ?a)", in: &language),
      try RewriteRule("associative", "(+ ?a (+ ?b ?c))", "(+ (+ ?a ?b) ?c)", in: &language),
    ]
    var graph = EGraph(language)
    let root = try unwrapped(graph.add(try NodePattern("(+ 1 (+ 2 (+ 3 (+ 4 (+ 5 (+ 6 7))))))")))
    let limits = SearchLimits(iterations: 7)
    _ = Saturation(rules: rules, limits: limits, scheduler: .everyRule).run(on: &graph)
    let found = try unwrapped(graph.findClass(of: NodePattern("(+ 7 (+ 6 (+ 5 (+ 4 (+ 3 (+ 2 1))))))")))
    let isEqual = graph.areEqual(root, found)
    #expect(isEqual)
    #expect(graph.classCount == 127)
    #expect(graph.nodeCount == 1939)
  }

  private static func search(_ start: String, _ goal: String, nodes: Int, isGiven: Bool = false) throws
    -> SaturationReport
  {
    var language = CalculusWorkload.language()
    _ = language.declare("exp", arity: 1)
    let rules = try rules(&language)
    let wanted = try NodePattern(goal)
    wanted.declareSymbols(in: &language)
    var graph = EGraph(language)
    graph.attach(ConstantFolding())
    let root = try unwrapped(graph.add(try NodePattern(start)))
    if isGiven { _ = graph.add(wanted) }
    let run = Saturation(rules: rules, limits: SearchLimits(iterations: 60, nodes: nodes, time: .seconds(60)))
    {
      graph in
      graph.findClass(of: wanted).map { graph.areEqual($0, root) } ?? false
    }
    return run.run(on: &graph)
  }

  typealias Condition = @Sendable (borrowing EGraph, RuleMatch) -> Bool

  /// The 36 rules with the conditions that egg gives them; what follows the right side names a condition.
  private static func rules(_ language: inout TermLanguage) throws -> [RewriteRule] {
    var rules: [RewriteRule] = []
    for (left, right) in CalculusWorkload.rules {
      rules.append(try RewriteRule("\(left) -> \(right)", left, right, in: &language))
    }
    let more: [(String, String, Condition?)] = [
      ("(/ ?a ?b)", "(* ?a (pow ?b -1))", { isNotZero($0, $1.bindings[1]) }),
      ("?a", "(+ ?a 0)", nil),
      ("?a", "(* ?a 1)", nil),
      ("(/ ?a ?a)", "1", { isNotZero($0, $1.bindings[0]) }),
      ("(pow ?x 0)", "1", { isNotZero($0, $1.bindings[0]) }),
      ("(pow ?x -1)", "(/ 1 ?x)", { isNotZero($0, $1.bindings[0]) }),
      ("(* ?x (/ 1 ?x))", "1", { isNotZero($0, $1.bindings[0]) }),
      ("(d ?x ?x)", "1", { isSymbol($0, $1.bindings[0]) }),
      (
        "(d ?x ?c)", "0",
        { graph, match in
          let (x, c) = (match.bindings[0], match.bindings[1])
          return isSymbol(graph, x) && x != c && (isNumber(graph, c) || isSymbol(graph, c))
        }
      ),
      ("(d ?x (ln ?x))", "(/ 1 ?x)", { isNotZero($0, $1.bindings[0]) }),
      (
        "(d ?x (pow ?f ?g))", "(* (pow ?f ?g) (+ (* (d ?x ?f) (/ ?g ?f)) (* (d ?x ?g) (ln ?f))))",
        { isNotZero($0, $1.bindings[1]) && isNotZero($0, $1.bindings[2]) }
      ),
      ("(d ?x (exp ?x))", "(exp ?x)", nil),
      ("(i (exp ?x) ?x)", "(exp ?x)", nil),
      ("(i (pow ?x ?c) ?x)", "(/ (pow ?x (+ ?c 1)) (+ ?c 1))", { isNumber($0, $1.bindings[1]) }),
    ]
    for (left, right, condition) in more {
      rules.append(try RewriteRule("\(left) -> \(right)", left, right, in: &language, where: condition))
    }
    return rules
  }

  private static func isNotZero(_ graph: borrowing EGraph, _ id: ClassID) -> Bool {
    graph.value(of: ConstantFolding.self, for: id) != .zero
  }

  private static func isNumber(_ graph: borrowing EGraph, _ id: ClassID) -> Bool {
    graph.value(of: ConstantFolding.self, for: id) != nil
  }

  private static func isSymbol(_ graph: borrowing EGraph, _ id: ClassID) -> Bool {
    graph.nodes(of: id).contains { $0.op == graph.language.symbol }
  }
}
