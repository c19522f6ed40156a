import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

/// Facts 39 to 60: what rules match.
@Suite("Facts of matching") struct MatchingFactsTests {
  /// All results of a rule at the root, as texts.
  static func results(_ rule: String, _ term: String) throws -> [String] {
    let rule = try RewriterTests.rule("r: " + rule)
    return rule.applications(to: try Expr(parsing: term)).map { TextWriter().text(of: $0) }
  }

  /// Rules of which the given text is a result, and those that give none.
  static let cases: [(fact: Int, rule: String, term: String, result: String?)] = [
    (42, "f(1) -> 1", "sin(q)", nil), (43, "sin(1) -> 7", "sin(1)", "7"), (43, "sin(1) -> 7", "sin(2)", nil),
    (44, "sin(x)^2 -> x", "sin(q)^2", "q"), (44, "sin(x)^2 -> x", "sin(q)", nil),
    (44, "sin(sin(x)) -> x", "sin(q^2)", nil), (45, "x^x -> x", "q^q", "q"), (45, "x^x -> x", "p^q", nil),
    (45, "x^x -> x", "q + p", nil), (45, "x^x -> x", "sin(q)^sin(q)", "sin(q)"),
    (48, "exp(sin(x) + cos(x)) -> x", "exp(cos(q) + sin(q))", "q"),
    (48, "exp(sin(x) + cos(x)) -> x", "exp(sin(q) + cos(q))", "q"),
    (49, "(x + y)*(z + w)^m -> m", "(a1 + b1)*(q + c1)^b1", "b1"),
    (49, "(z + w)^m*(x + y) -> m", "(a1 + b1)*(q + c1)^b1", "b1"),
    (50, "a + y -> [a, y] where a: number", "2 + q", "[2, q]"),
    (50, "y + a -> [a, y] where a: number", "2 + q", "[2, q]"),
    (51, "y*(z + w) + x -> [x, y]", "c1*(a1 + b1) + d1", "[d1, c1]"),
    (52, "x*y + z*x -> x*(y + z)", "a1*b1 + a1*c1", "a1*(b1 + c1)"),
    (53, "(x + y?)^2 -> y", "q^2", "0"), (53, "x*y? -> y", "q", "1"), (53, "x*y? + z -> y", "c1 + b1", "1"),
    (53, "a?*(y + z) -> a where a: number", "c1 + 2", "1"),
    (53, "a?*(y + z) -> a where a: number", "2*(c1 + sin(q))*p", "2*p"), (53, "x^m? -> m", "q", "1"),
    (53, "x^m? -> m", "q^(p + 1)", "p + 1"), (53, "(x + y*c?)^m? -> [m, c]", "p + q", "[1, 1]"),
    (54, "a?*exp(x)*sin(x) -> a", "exp(q)*sin(q)", "1"),
    (54, "a?*exp(x)*sin(x) -> a", "p*exp(q)*sin(q)", "p"),
    (54, "a?*exp(x)*sin(b? + x^2 + x) -> [a, b]", "2*exp(q)*sin(1 + q + q^2)", "[2, 1]"),
    (54, "a?*exp(x)*sin(b? + x^2 + x) -> [a, b]", "exp(q)*sin(q + q^2)", "[1, 0]"),
    (56, "sin(f?*x) + cos(f?*x) -> f where f: number, x: nonnumber", "sin(2q) + cos(2q)", "2"),
    (56, "sin(f?*x) + cos(f?*x) -> f where f: number, x: nonnumber", "sin(2q) + cos(q)", nil),
    (57, "x^y -> [x, y]", "1/p^q", "[p, -q]"), (57, "x^y -> [x, y]", "1/p^(q + 2*r1)", "[p, -q - 2*r1]"),
    (57, "x^y -> [x, y]", "1/p^2", "[p, -2]"), (57, "x^y -> [x, y]", "1/p", "[p, -1]"),
    (57, "x^y -> [x, y]", "e^p", "[E, p]"), (57, "x^y -> [x, y]", "sqrt(p)", "[p, 1/2]"),
    (58, "(x + y)^m -> m", "(1/(p + q))^3", "-3"), (59, "sqrt(x) -> x", "p^(1/2)", "p"),
    (59, "sqrt(x) -> x", "sqrt(p)", "p"), (59, "exp(x) -> x", "E^p", "p"), (59, "exp(x) -> x", "exp(p)", "p"),
    (60, "x + y^m -> [x, y] where m = 2", "p + q^2", "[p, q]"),
    (60, "x + y^m -> [x, y] where m = 2", "p + q^3", nil),
  ]

  @Test("results", arguments: cases)
  func result(_ example: (fact: Int, rule: String, term: String, result: String?)) throws {
    let results = try Self.results(example.rule, example.term)
    if let expected = example.result {
      #expect(results.contains(expected), "fact \(example.fact): \(results)")
    } else {
      #expect(results.isEmpty, "fact \(example.fact): \(results)")
    }
  }

  @Test("39: a rule at every place, from the leaves up") func everywhere() throws {
    let rules = RuleSet(
      "r", [try RewriterTests.rule("s: sin(u) -> cos(u)"), try RewriterTests.rule("p: 1 + u -> u - 1")])
    let result = Rewriter.bottomUp(.rules(rules))(try Expr(parsing: "sin(sin(sin(x + 1)))"))
    #expect(try result == Expr(parsing: "cos(cos(cos(x - 1)))"))
  }

  @Test("40: a number times a sum, built as written and made canonical") func distribution() throws {
    let w = Expr.symbol("w1")
    let product = Expr.opaque(.multiply, [2, .opaque(.add, [w, w, .symbol("α1"), .symbol("β1")])])
    let expected = try Expr(parsing: "4*w1 + 2*α1 + 2*β1")
    #expect(product.canonical() == expected)
  }

  @Test("46: a run takes all operands of a sum") func wholeSum() {
    let rule = Rule("r", .opaque(.add, [.symbol("x...")]), .opaque(.list, [.symbol("x...")]))
    let result = rule.applied(to: .opaque(.add, [.symbol("p1"), .symbol("q1")]))
    #expect(result.map { Set($0.arguments) } == [.symbol("p1"), .symbol("q1")])
  }

  @Test(
    "47: equal runs on both sides of a term", arguments: [([9, 8, 9], 1), ([9, 8, 9, 9, 8], 2), ([6], 0)])
  func equalRuns(_ items: [Int], _ length: Int) throws {
    let list = Expr.opaque(.list, items.map { Expr($0) })
    let rule = Rule(
      "r", .opaque(.list, [.symbol("x..."), .symbol("y"), .symbol("x...")]),
      .opaque(.list, [.symbol("y"), .symbol("x...")]))
    let expected = [items[length]] + items[..<length]
    #expect(rule.applications(to: list) == [.opaque(.list, expected.map { Expr($0) })])
  }

  @Test("55: a value by default must be of the kind") func defaultKind() throws {
    let rule = try RewriterTests.rule("r: sin(x + y?) -> y where y: number, y != 0")
    #expect(rule.applied(to: try Expr(parsing: "sin(q)")) == nil)
    #expect(try rule.applied(to: Expr(parsing: "sin(q + 3)")) == 3)
  }
}
