/// The mathematics micro-benchmark that egg and egglog are measured with: 24 rules of algebra and calculus without
/// conditions, and seven terms.
///
/// Rounds of searching all, applying all and rebuilding give graphs whose sizes are known exactly.
package enum CalculusWorkload {
  /// The operators and the number of their children.
  package static let operators: [(name: String, arity: Int)] = [
    ("+", 2), ("-", 2), ("*", 2), ("/", 2), ("pow", 2), ("d", 2), ("i", 2),
    ("ln", 1), ("sqrt", 1), ("sin", 1), ("cos", 1),
  ]

  /// The rules, left side and right side.
  package static let rules: [(left: String, right: String)] = [
    ("(+ ?a ?b)", "(+ ?b ?a)"),
    ("(* ?a ?b)", "(* ?b ?a)"),
    ("(+ ?a (+ ?b ?c))", "(+ (+ ?a ?b) ?c)"),
    ("(* ?a (* ?b ?c))", "(* (* ?a ?b) ?c)"),
    ("(- ?a ?b)", "(+ ?a (* -1 ?b))"),
    ("(+ ?a 0)", "?a"),
    ("(* ?a 0)", "0"),
    ("(* ?a 1)", "?a"),
    ("(- ?a ?a)", "0"),
    ("(* ?a (+ ?b ?c))", "(+ (* ?a ?b) (* ?a ?c))"),
    ("(+ (* ?a ?b) (* ?a ?c))", "(* ?a (+ ?b ?c))"),
    ("(* (pow ?a ?b) (pow ?a ?c))", "(pow ?a (+ ?b ?c))"),
    ("(pow ?x 1)", "?x"),
    ("(pow ?x 2)", "(* ?x ?x)"),
    ("(d ?x (+ ?a ?b))", "(+ (d ?x ?a) (d ?x ?b))"),
    ("(d ?x (* ?a ?b))", "(+ (* ?a (d ?x ?b)) (* ?b (d ?x ?a)))"),
    ("(d ?x (sin ?x))", "(cos ?x)"),
    ("(d ?x (cos ?x))", "(* -1 (sin ?x))"),
    ("(i 1 ?x)", "?x"),
    ("(i (cos ?x) ?x)", "(sin ?x)"),
    ("(i (sin ?x) ?x)", "(* -1 (cos ?x))"),
    ("(i (+ ?f ?g) ?x)", "(+ (i ?f ?x) (i ?g ?x))"),
    ("(i (- ?f ?g) ?x)", "(- (i ?f ?x) (i ?g ?x))"),
    ("(i (* ?a ?b) ?x)", "(- (* ?a (i ?b ?x)) (i (* (d ?x ?a) (i ?b ?x)) ?x))"),
  ]

  /// The terms that the graph begins with.
  package static let terms = [
    "(i (ln x) x)",
    "(i (+ x (cos x)) x)",
    "(i (* (cos x) x) x)",
    "(d x (+ 1 (* 2 x)))",
    "(d x (- (pow x 3) (* 7 (pow x 2))))",
    "(+ (* y (+ x y)) (- (+ x 2) (+ x x)))",
    "(/ 1 (- (/ (+ 1 (sqrt five)) 2) (/ (- 1 (sqrt five)) 2)))",
  ]

  /// The nodes after 1, 2, … 11 rounds.
  package static let nodeCounts = [69, 118, 208, 389, 784, 1576, 3160, 8113, 28303, 136_446, 1_047_896]

  /// The classes after 1, 2, … 11 rounds.
  package static let classCounts = [50, 71, 116, 197, 361, 666, 1347, 3576, 12445, 58464, 443_832]

  /// The language of the rules and terms.
  package static func language() -> TermLanguage {
    var language = TermLanguage()
    for (name, arity) in operators { _ = language.declare(name, arity: arity) }
    return language
  }

  /// A graph of the terms, and the rules.
  package static func start() throws(PatternError) -> Start {
    var language = language()
    var compiled: [RewriteRule] = []
    for (left, right) in rules {
      compiled.append(try RewriteRule("\(left) -> \(right)", left, right, in: &language))
    }
    return Start(language: language, rules: compiled, terms: try patterns(terms))
  }

  /// What a run begins with.
  package struct Start: Sendable {
    let language: TermLanguage
    let rules: [RewriteRule]
    let terms: [NodePattern]

    /// Runs a number of rounds from scratch and gives the graph's size and a report.
    package func run(rounds: Int, keepingProofs: Bool = false) -> Outcome {
      var graph = EGraph(language)
      graph.keepsProofs = keepingProofs
      let report = run(rounds: rounds, on: &graph)
      return Outcome(
        nodes: graph.nodeCount, classes: graph.classCount, bytes: graph.byteCount, report: report)
    }

    /// What a measurement gives while the graph after some rounds, of so many nodes, is still there.
    package func measure<Value>(rounds: Int, _ measurement: (_ nodes: Int) -> Value) -> Value {
      var graph = EGraph(language)
      _ = run(rounds: rounds, on: &graph)
      return measurement(graph.nodeCount)
    }

    private func run(rounds: Int, on graph: inout EGraph) -> SaturationReport {
      for term in terms { _ = graph.add(term) }
      let limits = SearchLimits(iterations: rounds, nodes: Int(Int32.max), time: .seconds(3600))
      return Saturation(rules: rules, limits: limits, scheduler: .everyRule).run(on: &graph)
    }
  }

  /// What a run ends with.
  package struct Outcome: Sendable {
    package let nodes: Int
    package let classes: Int
    package let bytes: Int
    package let report: SaturationReport
  }

  private static func patterns(_ texts: [String]) throws(PatternError) -> [NodePattern] {
    var patterns: [NodePattern] = []
    for text in texts { patterns.append(try NodePattern(text)) }
    return patterns
  }
}
