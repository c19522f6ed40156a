import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Strategies") struct RewriterTests {
  static func rule(_ text: String) throws -> Rule {
    let set = try RuleReader().ruleSets(in: text.contains(" from ") ? text : text + " from a test")
    return try #require(set.first?.rules.first)
  }

  static func text(_ expr: Expr?) -> String? { expr.map { TextWriter().text(of: $0) } }

  /// Rules at the root: the first result, or none.
  static let applications: [(rule: String, term: String, result: String?)] = [
    ("sin(x)^2 -> x", "sin(q)^2", "q"), ("sin(x)^2 -> x", "sin(q)", nil),
    ("sin(sin(x)) -> x", "sin(q^2)", nil),
    ("x^x -> x", "q^q", "q"), ("x^x -> x", "p^q", nil), ("x^x -> x", "q + q", nil),
    ("x^x -> x", "sin(q)^sin(q)", "sin(q)"), ("exp(sin(x) + cos(x)) -> x", "exp(cos(q) + sin(q))", "q"),
    // The common factor is found whichever way the products are ordered.
    ("x*y + z*x -> x*(y + z)", "a1*b1 + a1*c1", "a1*(b1 + c1)"),
    ("x*y + z*x -> x*(y + z)", "c1*a1 + b1*c1", "c1*(a1 + b1)"),
    ("y*(z + w) + x -> [x, y]", "c1*(a1 + b1) + d1", "[d1, c1]"),
    ("(x + y)*(z + w)^m -> m", "(a1 + b1)*(q + c1)^b1", "b1"),
    ("a*x -> a where a: number", "2*q", "2"), ("a*x -> a where a: number", "p*q", nil),
    ("x^m? -> m", "q", "1"), ("x^m? -> m", "q^(p + 1)", "p + 1"),
    ("a?*exp(x)*sin(x) -> a", "exp(q)*sin(q)", "1"), ("a?*exp(x)*sin(x) -> a", "p*exp(q)*sin(q)", "p"),
    ("sin(f?*x) + cos(f?*x) -> f where f: number, x: nonnumber", "sin(2*q) + cos(2*q)", "2"),
    ("sin(f?*x) + cos(f?*x) -> f where f: number, x: nonnumber", "sin(2*q) + cos(q)", nil),
    ("x^y -> [x, y]", "1/p^q", "[p, -q]"), ("x^y -> [x, y]", "1/p", "[p, -1]"),
    ("x^y -> [x, y]", "sqrt(p)", "[p, 1/2]"),
    ("(x + y)^m -> m", "1/(p + q)^3", "-3"), ("exp(x) -> x", "e^q", "q"), ("x^y -> [x, y]", "e^q", "[E, q]"),
    ("x + y^m -> [x, y] where m = 2", "p + q^2", "[p, q]"), ("x + y^m -> [x, y] where m = 2", "p + q^3", nil),

    ("[x, xs...] -> [xs..., x]", "[1, 2, 3]", "[2, 3, 1]"),
  ]

  @Test("rules at the root", arguments: applications)
  func application(_ example: (rule: String, term: String, result: String?)) throws {
    let rule = try Self.rule("r: " + example.rule)
    let term = try Expr(parsing: example.term)
    let result = rule.applied(to: term)
    guard let expected = example.result else { return #expect(result == nil) }
    #expect(try result == Expr(parsing: expected), "\(Self.text(result) ?? "no result")")
  }

  @Test("a rule at every place, children first") func everywhere() throws {
    let rules = RuleSet("r", [try Self.rule("s: sin(u) -> cos(u)"), try Self.rule("p: 1 + u -> u - 1")])
    let walk = Rewriter.bottomUp(.rules(rules))
    #expect(Self.text(walk(try Expr(parsing: "sin(sin(sin(x + 1)))"))) == "cos(cos(cos(x - 1)))")
  }

  @Test("parents first, and into what took their place") func topDown() throws {
    let rule = try Self.rule("r: sin(x*y) -> sin(x)*sin(y)")
    let result = Rewriter.topDown(.rule(rule))(try Expr(parsing: "cos(sin(p*q*r))"))
    #expect(Self.text(result) == "cos(sin(p)*sin(q)*sin(r))")
  }

  @Test("a fixpoint ends when a form comes up again") func cycle() throws {
    let there = Rewriter.rule(try Self.rule("r: sin(x) -> cos(x)"))
    let back = Rewriter.rule(try Self.rule("r: cos(x) -> sin(x)"))
    let walk = Rewriter.fixpoint(.chain([there, back], stoppingAtFirst: true))
    #expect(Self.text(walk(try Expr(parsing: "sin(q)"))) == "cos(q)")
  }

  @Test("combinators") func combinators() throws {
    let double = Rewriter.rule(try Self.rule("r: sin(x) -> sin(2*x)"))
    let toCosine = Rewriter.rule(try Self.rule("r: sin(x) -> cos(x)"))
    let sine = try Expr(parsing: "sin(q)")
    #expect(Self.text(Rewriter.chain([double, double, toCosine])(sine)) == "cos(4*q)")
    #expect(Self.text(Rewriter.chain([double, toCosine], stoppingAtFirst: true)(sine)) == "sin(2*q)")
    #expect(Rewriter.empty(sine) == nil && Rewriter.passThrough(.empty)(sine) == sine)
    #expect(
      Rewriter.if({ $0.function == .cos }, double, else: toCosine)(sine) == (try Expr(parsing: "cos(q)")))
  }

  @Test("a term of a type defined elsewhere is matched like a call") func foreign() throws {
    let rule = try Self.rule("r: tagged(x) + tagged(y) -> tagged(x + y)")
    let (p, q) = (Expr(Tagged(.symbol("p"))), Expr(Tagged(.symbol("q"))))
    let result = try #require(rule.applied(to: p + q))
    #expect(result.arguments == [.symbol("p") + .symbol("q")])
    let index = RuleIndex([RuleSet("r", [rule])])
    let simplified = (2 * .symbol("z") + p + q).rewritten(by: index, keepingSteps: true)
    #expect(simplified.steps.map(\.rule) == ["r"])
  }
}

/// An expression type of a user.
private final class Tagged: Term {
  let argument: Expr
  init(_ argument: Expr) { self.argument = argument }
  var head: Function { .undefined("tagged") }
  var arguments: [Expr] { [argument] }
  var contentHash: Hash128 { Hash128(text: "tagged", seed: 77) }
  func makeTerm(head: Function, arguments: [Expr]) -> Expr { Expr(Tagged(arguments[0])) }
}
