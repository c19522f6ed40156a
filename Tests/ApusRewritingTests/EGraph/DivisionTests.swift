import ApusNotation
import ApusRewriting
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Sums are divided by sums that divide them") struct DivisionTests {
  @Test(
    "a quotient without a rest is found, and explained",
    arguments: [
      ("(x^2 - 1)/(x - 1)", "x + 1"), ("(x^3 - y^3)/(x - y)", "x^2 + x*y + y^2"),
      ("(x^3 - y^3)/(x - y) - x^2 - y^2", "x*y"), ("(exp(2*x) - 1)/(exp(x) + 1)", "exp(x) - 1"),
      ("(a^2 - b^2)/(2*a + 2*b)", "(a - b)/2"), ("(x^2 - 1)^3/(x - 1)^2", "(x^2 - 1)*(x + 1)^2"),
      ("z*(x^2 - 1)/((x - 1)*y)", "z*(x + 1)/y"), ("(x - y)/(y - x)", "-1"),
      ("(sin(x)^2*y^2 - 1)/(y*sin(x) - 1)", "y*sin(x) + 1"), ("(x^4 - 1)/(x^2 + 1)/(x - 1)", "x + 1"),
      ("(6*x^2 + x - 1)/(3*x - 1)", "2*x + 1"), ("(x - 1)/(x^2 - 1)", "1/(x + 1)"),
      ("(a*b - b)/(a^2*c - c)", "b/(c*(a + 1))"), ("(1/a^2 - 1/b^2)/(1/a - 1/b)", "1/a + 1/b"),
    ])
  func quotients(input: String, expected: String) throws {
    let (input, wanted) = (try Expr(parsing: input), try Expr(parsing: expected))
    for keepsProofs in [false, true] {
      let result = [input].saturated(by: .init(limits: .patient, keepsProofs: keepsProofs))
      let text = TextWriter().text(of: result.expressions[0])
      #expect(result.costs.after < result.costs.before, "\(text)")
      let difference = result.expressions[0] - wanted
      let isWanted = difference == 0 || difference.saturated(by: .patient) == 0
      #expect(isWanted, "\(text)")
      if !keepsProofs { continue }
      let conclusion = result.explanations[0]?.conclusion
      #expect(conclusion?.left == input && conclusion?.right == result.expressions[0])
    }
  }

  @Test(
    "a quotient with a rest is left alone",
    arguments: [
      "(x^2 + 1)/(x - 1)", "(x^3 - y^2)/(x - y)", "(exp(2*x) + 1)/(exp(x) + 1)", "(x + 1)/(x^2 - 1)^(1/2)",
    ])
  func rests(input: String) throws {
    let expression = try Expr(parsing: input)
    #expect(expression.saturated(by: .patient) == expression)
  }

  @Test("random products are divided by their factors") func random() throws {
    var random = SplitMix64(seed: 11)
    func polynomial() -> Expr {
      var sum = Expr(Int(random.next() % 5) + 1)
      for name in ["x", "y", "z"] where random.next() % 3 > 0 {
        sum = sum + Expr(Int(random.next() % 9) - 4) * Expr.symbol(name) ** Expr(Int(random.next() % 3) + 1)
      }
      return sum
    }
    var divided = 0
    for _ in 0..<LongTests.count(25, long: 1000) {
      let (a, b) = (polynomial(), polynomial())
      guard a.kind == .sum, b.kind == .sum else { continue }
      let product = Expr.sum(a.arguments.flatMap { left in b.arguments.map { left * $0 } })
      let result = (product / b).saturated(by: .patient)
      let isQuotient = result == a || (result - a).saturated(by: .patient) == 0
      #expect(isQuotient, "\(TextWriter().text(of: product / b)) became \(TextWriter().text(of: result))")
      divided += 1
    }
    #expect(divided > 10)
  }
}
