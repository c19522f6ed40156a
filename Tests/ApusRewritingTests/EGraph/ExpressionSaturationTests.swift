import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Simplification by saturation") struct ExpressionSaturationTests {
  /// Texts of expressions and of what they become.
  static let identities: [(String, String)] = [
    ("sin(x)^2 + cos(x)^2", "1"),
    ("-sin(x)^2 - cos(x)^2", "-1"),
    ("2*cos(f)^2*sin(2*t) + 2*sin(f)^2*sin(2*t) - 2*sin(2*t)", "0"),
    ("2 - 2*cos(x)^2", "2*sin(x)^2"),
    ("cos(x)^2*cos(y)^2*cos(z)^2 + cos(x)^2*sin(y)^2*cos(z)^2", "cos(x)^2*cos(z)^2"),
    ("sqrt(cos(x)^2 + sin(x)^2)", "1"),
    ("(2 + 4*sin(x)^2 - 2*cos(x)^2)/sin(x)^2", "6"),
    ("tan(x)^2 - sec(x)^2", "-1"),
    ("(x + 1)^2 - x^2 - 2*x - 1", "0"),
    ("(x + 1)^3 - x^3 - 3*x^2 - 3*x - 1", "0"),
    ("(a + b + c)^4 - (c + a + b)^2*(a + b + c)^2", "0"),
    ("a^2 - b^2 - (a + b)*(a - b)", "0"),
    ("(x - y)*(x^2 + x*y + y^2) - x^3 + y^3", "0"),
    ("a*x + a*y", "a*(x + y)"),
    ("k1*a*b + k2*a*c + k3*a*e", "a*(k1*b + k2*c + k3*e)"),
    ("exp(x)*exp(-x)", "1"),
    ("exp(x)*exp(y)/exp(x + y)", "1"),
    ("exp(log(x))", "x"),
    ("sin(x)/cos(x)", "tan(x)"),
    ("cosh(x)^2 - sinh(x)^2", "1"),
    ("x^(-2) - x^(-2)", "0"),
    ("(x^2 + x*y)/(x + y)", "x"),
    ("x + 1", "x + 1"),
  ]

  @Test("expressions become the simplest of their forms", arguments: identities)
  func identity(input: String, expected: String) throws {
    let result = try Expr(parsing: input).saturated(by: .patient)
    let wanted = try Expr(parsing: expected)
    #expect(result == wanted, "\(TextWriter().text(of: result))")
  }

  @Test(
    "what may fail for some complex numbers is left alone",
    arguments: [
      "sqrt(x^2)", "log(exp(x))", "asin(sin(x))", "log(a*b) - log(a) - log(b)", "sqrt(a*b)/sqrt(a)",
      "(x^2)^(1/2) - x",
    ])
  func nearMisses(input: String) throws {
    let expression = try Expr(parsing: input)
    #expect(expression.saturated(by: .patient) == expression)
  }

  @Test("inexact numbers and infinities are left alone", arguments: ["0.5*x + 0.5*x*y", "oo*x + oo*y"])
  func inexact(input: String) throws {
    let expression = try Expr(parsing: input)
    #expect(expression.saturated(by: .patient) == expression)
  }

  @Test("several expressions share one graph and keep their order") func severalRoots() throws {
    let inputs = try ["k1*a*b - k2*c", "k2*c - k1*a*b", "k1*a*b + k2*c + x*k1*a*b"].map {
      try Expr(parsing: $0)
    }
    let result = inputs.saturated(by: .init(cost: .operations, limits: .patient))
    #expect(result.expressions.count == 3)
    #expect(result.costs.after <= result.costs.before)
    for (input, output) in zip(inputs, result.expressions) {
      #expect((input - output).saturated(by: .patient) == 0)
    }
  }

  @Test("the same call gives the same result and report") func deterministic() throws {
    let input = try Expr(parsing: "(sin(x)^2*(a + b)^3 + cos(x)^2*(a + b)^3)/(a + b)")
    let limits = SearchLimits(iterations: 8, nodes: 800, time: .seconds(600))
    let first = [input].saturated(by: .init(cost: .cycles, limits: limits))
    let second = [input].saturated(by: .init(cost: .cycles, limits: limits))
    #expect(first.expressions == second.expressions)
    #expect(first.nodes == second.nodes)
    #expect(first.report.rounds == second.report.rounds)
    #expect(first.report.rules == second.report.rules)
    #expect(first.report.stopReason != .timeLimit)
  }

  @Test("a graph that is too small gives the input") func nodeLimit() throws {
    let input = try Expr(parsing: "(x + y)^2 + z")
    let result = [input].saturated(by: .init(limits: SearchLimits(nodes: 3)))
    #expect(result.expressions == [input])
    #expect(result.report.stopReason == .nodeLimit)
  }

  @Test(
    "what has no value anywhere is left alone",
    arguments: [
      "x/((x + 1)^2 - x^2 - 2*x - 1)", "log(sin(x)^2 + cos(x)^2 - 1)*0*y + log(sin(x)^2 + cos(x)^2 - 1)",
    ])
  func withoutValue(input: String) throws {
    let expression = try Expr(parsing: input)
    #expect(expression.saturated(by: .patient) == expression)
  }
}
