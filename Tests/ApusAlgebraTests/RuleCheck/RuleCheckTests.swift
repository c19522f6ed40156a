import ApusAlgebra
import ApusNotation
import ApusRewriting
import Testing

@Suite("RuleCheck")
struct RuleCheckTests {
  private func report(_ line: String, points: Int = 200) throws -> RuleReport {
    let set = try #require(try RuleReader().ruleSets(in: line).first)
    return RuleCheck(points: points).report(on: try #require(set.rules.first), in: set.name)
  }

  /// Rules that peers have or had, textbook slips among them, with the repair that is proposed.
  private static let falseRules: [(rule: String, repair: String?)] = [
    ("tan(x)^2 - sec(x)^2 -> 1", "-> -1"),
    ("cot(x)^2 - csc(x)^2 -> 1", "-> -1"),
    ("sin(x)^2 - 1 -> cos(x)^2", "-> -cos(x)^2"),
    ("cos(x)^2 - 1 -> sin(x)^2", "-> -sin(x)^2"),
    ("sqrt(x^2) -> x", "where re(x) > 0"),
    ("sqrt(x^2) -> abs(x)", "where x: real"),
    ("(x^a)^b -> x^(a*b)", "where x != 0, b: integer"),
    ("x^a * y^a -> (x*y)^a", "where a: integer"),
    ("(x*y)^a -> x^a * y^a", nil),
    ("log(exp(x)) -> x", "where -pi < im(x) <= pi"),
    ("log(x*y) -> log(x) + log(y)", nil),
    ("log(x) + log(y) -> log(x*y)", nil),
    ("log(1/x) -> -log(x)", "where re(x) > 0"),
    ("log(x^a) -> a*log(x)", nil),
    ("exp(x)^a -> exp(a*x)", "where -pi < im(x) <= pi"),
    ("x^(a + b) -> x^a * x^b", "where x != 0"),
    ("asin(sin(x)) -> x", nil),
    ("abs(x)^2 -> x^2", "where x: real"),
    ("abs(x + y) -> abs(x) + abs(y)", nil),
    ("sqrt(x)*sqrt(y) -> sqrt(x*y)", nil),
    ("x^2 >= 0 -> true", "where x: real"),
    ("x*z < y*z -> x < y", nil),
    ("x*z = y*z -> x = y", "where z != 0"),
    ("implies(p, q) -> implies(q, p)", nil),
    ("p or (p and q) -> q", nil),
    ("floor(2*x) -> 2*floor(x)", nil),
    ("(x + y)^2 -> x^2 + y^2", nil),
    ("atan(x) + atan(1/x) -> pi/2", "where re(x) > 0"),
    ("conjugate(log(x)) -> log(conjugate(x))", nil),
    ("cosh(x)^2 + sinh(x)^2 -> 1", nil),
  ]

  @Test("refutes false rules", arguments: falseRules.map(\.rule))
  func refutation(rule: String) throws {
    let report = try report("false: \(rule) from a peer")
    let isRefuted = report.findings.contains { finding in
      switch finding {
      case .wrongValue, .lostValue: true
      default: false
      }
    }
    #expect(isRefuted, "\(report.findings)")
  }

  @Test("proposes the usual repairs", arguments: falseRules.filter { $0.repair != nil })
  func repair(rule: String, repair: String?) throws {
    let report = try report("false: \(rule) from a peer", points: 100)
    #expect(report.repair == repair)
  }

  @Test(
    "says of vacuous and untestable rules what they are",
    arguments: [
      ("sin(-x) -> -sin(x)", "vacuous-rule"), ("x + 2*x -> 3*x", "vacuous-rule"),
      ("x -> x + 0*y + 1", "matches-everything"), ("log(exp(x)) -> x where x > 1, x < 0", "untested-rule"),
      ("g(x)*foo(x) -> foo(x)*g(x) + 1", "rule-without-value"),
    ])
  func statics(rule: String, code: String) throws {
    let report = try report("rule: \(rule) from nowhere")
    #expect(report.findings.map(\.code).contains(code), "\(report.findings)")
  }

  @Test("finds duplicate names across sets, and sources that are missing")
  func names() throws {
    let text = "set one\npythagoras: sin(x)^2 + cos(x)^2 -> 1 from DLMF 4.21.12\n"
    let set = try #require(try RuleReader().ruleSets(in: text).first)
    let reports = RuleCheck(points: 20).reports(on: [set, RuleSet("two", set.rules)])
    #expect(reports.map(\.findings) == [[], [.duplicateName(set: "one")]])
    let rule = rule("no-source", set.rules[0].pattern.term, 1)
    #expect(RuleCheck(points: 20).report(on: rule).findings == [.missingSource])
  }

  @Test("gives counterexamples that say where and what")
  func counterexample() throws {
    let report = try report("root: sqrt(x^2) -> x from nowhere")
    #expect(
      report.findings.map(\.message) == ["at x = -1 the left side is 1 and the right side -1"])
  }

  @Test("gives the same report on every run")
  func determinism() throws {
    let line = "root: x^a * y^a -> (x*y)^a from nowhere"
    #expect(try report(line).findings == report(line).findings)
  }

  @Test("tries rules with optional parts, runs and variables for functions")
  func marks() throws {
    let sound = [
      "a?*sin(x)^2 + a?*cos(x)^2 -> a", "a?*x + b?*x -> (a + b)*x where a: number, b: number",
      "max(x, xs..., x) -> max(x, xs...)", "f(x)*f(y) + f(y)*f(x) -> 2*f(x)*f(y)",
    ]
    for rule in sound {
      let findings = try report("rule: \(rule) from nowhere").findings
      #expect(findings == [] || findings == [.vacuous], "\(rule)")
    }
    #expect(try report("rule: a?*sin(x)^2 + cos(x)^2 -> a from nowhere").passes == false)
    #expect(try report("rule: max(x, xs...) -> x from nowhere").passes == false)
    #expect(try report("rule: f(x + y) -> f(x) + f(y) from nowhere").passes == false)
  }
}
