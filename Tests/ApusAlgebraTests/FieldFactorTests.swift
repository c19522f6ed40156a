import ApusAlgebra
import ApusNotation
import ApusTerms
import Testing

@Suite("Factors over a number field") struct FieldFactorTests {
  static let cases: [(polynomial: String, root: String, count: Int)] = [
    ("x^2 - 4*x + 1", "sqrt(3)", 2), ("x^2 - 2*x + 10", "i", 2), ("x^4 + 1", "sqrt(2)", 2),
    ("x^4 + 1", "i", 2),
    ("x^4 - 10*x^2 + 1", "sqrt(2)", 2), ("x^3 - 2", "2^(1/3)", 2), ("x^2 - 2*sqrt(2)*x + 2", "sqrt(2)", 1),
    ("(x^2 - 2)^2*(x - 1)", "sqrt(2)", 3), ("x^2 + 1", "sqrt(2)", 1), ("3*x^2 - 1", "sqrt(3)", 2),
    ("x^6 - 8", "sqrt(2)", 4), ("2*i*x^2 + 2*i", "i", 2), ("x^4 - 2", "2^(1/4)", 3),
    ("x^4 + 4", "i", 4), ("x^2 - 5", "2 + sqrt(5)", 2),
  ]

  @Test("the product is the polynomial, with as many factors as there are", arguments: cases)
  func product(_ example: (polynomial: String, root: String, count: Int)) throws {
    let polynomial = try Expr(parsing: example.polynomial)
    let factors = try #require(polynomial.factorization(over: Expr(parsing: example.root)))
    #expect(factors.factors.count == example.count, "\(TextWriter().text(of: factors.expression))")
    let difference = (factors.expression - polynomial).expanded()
    #expect(difference == 0)
  }

  @Test("anything else is left alone", arguments: ["x*y", "sin(x)", "x^2 + pi", "1/x", "x^2 - sqrt(3)"])
  func others(text: String) throws {
    #expect(try Expr(parsing: text).factorization(over: Expr(parsing: "sqrt(2)")) == nil)
    #expect(try Expr(parsing: "x^2 - 1").factorization(over: Expr(parsing: text)) == nil)
  }
}
