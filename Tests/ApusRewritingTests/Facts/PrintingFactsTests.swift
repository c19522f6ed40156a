import ApusNotation
import ApusTerms
import Testing

/// Facts 73 and 74: the order in which people see operands, and how terms are written.
@Suite("Facts of order and printing") struct PrintingFactsTests {
  static let texts: [(input: String, output: String)] = [
    ("3 - a", "3 - a"), ("-a - b", "-a - b"), ("(2a)^(-2a)", "(2*a)^(-2*a)"), ("1/(2a)", "1/(2*a)"),
    ("2/(2a)", "1/a"), ("a - b - c", "a - b - c"),
    ("1 + 2a + 2b + 3a^2 + 4a*b + 3b^2", "3*a^2 + 4*a*b + 3*b^2 + 2*a + 2*b + 1"), ("x^2/(y*z)", "x^2/(y*z)"),
    ("1/a^3 + 1/b3^4 + 1/(c^2*d1^2)", "1/a^3 + 1/b3^4 + 1/(c^2*d1^2)"),
    ("1 + 2*t1 + 1/y1 + x1^2 + sin(a1)^3.5", "x1^2 + 2*t1 + sin(a1)^3.5 + 1 + 1/y1"),
  ]

  @Test("texts", arguments: texts) func text(_ example: (input: String, output: String)) throws {
    #expect(TextWriter().text(of: try Expr(parsing: example.input)) == example.output)
  }

  @Test("what is written does not depend on the order of building") func order() throws {
    let terms = ["σ", "sin(x - y)", "sin(z)^2", "x", "-x + y", "3", "a*b", "a^2"]
    let parsed = try terms.map { try Expr(parsing: $0) }
    let forward = TextWriter().text(of: Expr.sum(parsed))
    for shift in 1..<parsed.count {
      let rotated = Array(parsed[shift...] + parsed[..<shift])
      #expect(TextWriter().text(of: Expr.sum(rotated)) == forward)
      #expect(TextWriter().text(of: Expr.sum(rotated.reversed())) == forward)
    }
  }
}
