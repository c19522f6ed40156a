import ApusNotation
import ApusRewriting
import ApusRules
import ApusTerms
import Testing

/// Facts 14 to 38: what rewriting by all rules makes of terms; x is real, a an integer, y complex.
@Suite("Facts of simplification") struct SimplificationFactsTests {
  private static let sets = EmbeddedRules.files.flatMap { (try? RuleReader().ruleSets(in: $0.text)) ?? [] }
  private static let rules = sets.flatMap(\.rules)
  private static let index = RuleIndex(sets)

  static func simplified(_ text: String) throws -> Expr {
    let facts = Facts().assuming("x", .real)?.assuming("a", .integer) ?? Facts()
    return try Expr(parsing: text).rewritten(by: index, assuming: facts).expression
  }

  static let cases: [(fact: Int, input: String, output: String)] = [
    (14, "conjugate(x)", "x"), (14, "re(x)", "x"), (14, "im(x)", "0"), (14, "im(y)", "im(y)"),
    (19, "a*x^y*b*x^d", "a*b*x^(d + y)"),
    (24, "(0 < b) or true", "true"), (24, "(0 < b) and true", "0 < b"), (24, "false and (0 < b)", "false"),
    (24, "not true", "false"), (24, "piecewise(true, p, q)", "p"),
    (26, "cos(x)^2 + 1 + sin(x)^2", "2"), (26, "cos(y)^2 + 1 + sin(y)^2", "2"),
    (27, "1 + y + tan(x)^2", "sec(x)^2 + y"), (28, "1 + y + cot(x)^2", "csc(x)^2 + y"),
    (29, "cos(x)^2 - 1", "-sin(x)^2"), (29, "sin(x)^2 - 1", "-cos(x)^2"),
    (30, "cosh(x)^2 + 1 - sinh(x)^2", "2"), (30, "cosh(x)^2 - 1", "sinh(x)^2"),
    (30, "sinh(x)^2 + 1", "cosh(x)^2"), (31, "r*cos(x/2)^2 - r*sin(x/2)^2", "r*cos(x)"),
    (20, "x^a*x", "x^(a + 1)"), (20, "x*x^a", "x^(a + 1)"),
    (32, "2*cos(x)*sin(x)", "sin(2*x)"),
    (32, "2*cosh(x)*sinh(x)", "sinh(2*x)"), (33, "r*cosh(x/2)^2 + r*sinh(x/2)^2", "r*cosh(x)"),
    (34, "exp(p)*exp(q)", "exp(p + q)"), (34, "exp(p)*exp(p)", "exp(2*p)"), (34, "exp(p)*exp(-p)", "1"),
    (34, "exp(p)^2", "exp(2*p)"), (34, "exp(p)*p*exp(q)", "p*exp(p + q)"),
    (38, "p or not p", "true"), (38, "p and not p", "false"), (38, "x = x", "true"), (38, "x < x", "false"),
    (38, "x > x", "false"),
  ]

  @Test("the simplified form", arguments: cases)
  func form(_ example: (fact: Int, input: String, output: String)) throws {
    let result = try Self.simplified(example.input)
    #expect(
      try result == Expr(parsing: example.output),
      "fact \(example.fact): \(example.input) gives \(TextWriter().text(of: result))")
  }

  @Test("31: with the signs exchanged") func exchangedSigns() throws {
    let result = try Expr(parsing: "r*sin(x/2)^2 - r*cos(x/2)^2").simplified()
    #expect(try result == Expr(parsing: "-r*cos(x)"))
  }

  /// Simplification gives cot(x) + tan(x), which is shorter than 2/sin(2x).
  @Test("65: a sum of quotients of sine and cosine is the reciprocal of the sine of the double angle")
  func doubleAngle() throws {
    let sum = try Expr(parsing: "cos(x)/sin(x) + sin(x)/cos(x)")
    let reciprocal = try Expr(parsing: "2/sin(2*x)")
    #expect((sum - reciprocal).simplified() == 0)
    let rule = try #require(Self.rules.first { $0.name == "tangent-plus-cotangent" })
    #expect(try rule.applied(to: Expr(parsing: "cot(x) + tan(x)")) == reciprocal)
  }

  @Test("36: reciprocals that cancel") func cancellation() throws {
    let input = try Expr(parsing: "2*(y + z)/x - 2*y/x - 2*z/x")
    let result = input.rewritten(by: Self.index)
    #expect(result.expression == 0, "\(TextWriter().text(of: result.expression))")
  }
}
