import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusNotation

@Suite struct TextWriterTests {
  @Test(
    "Canonical terms are written as people write them",
    arguments: [
      ("1+x^2+2x", "x^2 + 2*x + 1"),
      ("y^2*x + x^2*y + x^3", "x^3 + x^2*y + x*y^2"),
      ("b*a + c*a + c*b", "a*b + a*c + b*c"),
      ("1/x", "1/x"),
      ("x/2", "x/2"),
      ("3*x/(2*y)", "3*x/(2*y)"),
      ("-x", "-x"),
      ("1 - x", "1 - x"),
      ("x - 1", "x - 1"),
      ("-x^2 + 2x + 1", "-x^2 + 2*x + 1"),
      ("x^-2", "1/x^2"),
      ("x^(1/3)", "x^(1/3)"),
      ("x^-n", "x^(-n)"),
      ("x^y^z", "x^y^z"),
      ("(x^y)^z", "(x^y)^z"),
      ("(x+1)^2*(y-1)/z", "(x + 1)^2*(y - 1)/z"),
      ("-(x+1)*y", "-y*(x + 1)"),
      ("exp(x)*exp(-y)/2", "exp(x)*exp(-y)/2"),
      ("E", "E"),
      ("e^2", "exp(2)"),
      ("1 + 2i", "1 + 2*I"),
      ("-i", "-I"),
      ("3i/2 - 1", "-1 + 3*I/2"),
      ("(1+2i)*x", "(1 + 2*I)*x"),
      ("x + 1 - 2i", "x + 1 - 2*I"),
      ("-2i*x/3", "-2*I*x/3"),
      ("0.5x", "0.5*x"),
      ("1e22", "1e22"),
      ("0.1", "0.1"),
      ("1e-7", "1e-7"),
      ("0.12345678901234567890123", "0.12345678901234567890123"),
      ("2^100", "1267650600228229401496703205376"),
      ("pi*x + E + oo", "pi*x + E + oo"),
      ("f(x) + x + 1", "x + f(x) + 1"),
      ("1 + 1/x + x", "x + 1 + 1/x"),
      ("2/(3*(x + y))", "2/(3*(x + y))"),
      ("sqrt(2)*2^x", "sqrt(2)*2^x"),
      ("2.6902002489343856e16", "2.6902002489343856e16"),
      ("1.5`100 + 1", "2.5`100"),
      ("[a, [b, 2/3]]", "[a, [b, 2/3]]"),
      ("{b, a}", "{b, a}"),
      ("(a, b)", "(a, b)"),
      ("x < 1 and y >= 2 and x != y", "x < 1 and y >= 2 and x != y"),
      ("a < b < c", "a < b and b < c"),
      ("piecewise(x < 1, x, y)", "piecewise(x < 1, x, y)"),
      ("diff(f(x, y), x, 2, y)", "diff(f(x, y), x, 2, y)"),
      ("f''(x)", "diff(f(x), x, 2)"),
      ("f'(x^2)", "at(diff(f(t), t), t, x^2)"),
      ("let a = 3, b = a^2 in a + b*x", "9*x + 3"),
      ("sum(i^2, i, 1, n)", "sum(i^2, i, 1, n)"),
      ("9^9^9", "9^387420489"),
    ])
  func canonical(_ input: String, _ expected: String) throws {
    let expr = try Expr(parsing: input)
    #expect(TextWriter().text(of: expr) == expected)
    #expect(try Expr(parsing: expected) == expr)
  }

  @Test(
    "Opaque terms are written as they were read",
    arguments: [
      "a + b + c", "a - b + c", "a + (b + c)", "(a + b) + c", "a - (b - c)", "a*b/c", "a/b*c", "a/(b*c)",
      "a*(b/c)",
      "(a*b)*c", "-a*b", "(-a)*b", "-(-a)", "2 + 1/2", "x^2^3", "(x^2)^3", "x^(-1)", "-x^2",
      "(-x)^2",
      "exp(x)", "E^x", "x = y + 1", "(a = b) = c", "f(-x, 2)", "[1, 2 + 3]", "1/x/y", "0.5*x", "2*I + 1",
    ])
  func opaque(_ input: String) throws {
    let reader = TextReader(form: .opaque, acceptsUnknownFunctions: true)
    let expr = try reader.expression(of: input)
    #expect(TextWriter().text(of: expr) == input)
  }

  @Test(
    "Names that mean something else are quoted",
    arguments: [
      ("i", "`i`"), ("pi", "`pi`"), ("and", "`and`"), ("exp", "`exp`"), ("x_{1}", "`x_{1}`"),
      ("a`b", "`a``b`"),
      ("gamma", "gamma"), ("x_1", "x_1"), ("α", "α"), ("π", "`π`"), ("2x", "`2x`"), ("_", "`_`"),
      ("_a", "_a"),
    ])
  func quoting(_ name: String, _ expected: String) throws {
    #expect(TextWriter().text(of: .symbol(name)) == expected)
    #expect(try Expr(parsing: expected) == .symbol(name))
  }

  @Test("An expression too large as a tree is not written out")
  func limit() throws {
    var expr = try Expr(parsing: "x + 1")
    for _ in 0..<60 { expr = try Expr.power(expr, 2) + expr * Expr(parsing: "y") }
    #expect(TextWriter().text(of: expr, limit: 1_000_000) == nil)
  }

  @Test("Depth costs no stack")
  func deep() throws {
    let depth = 100_000
    let text = String(repeating: "f(", count: depth) + "x" + String(repeating: ")", count: depth)
    #expect(try TextWriter().text(of: Expr(parsing: text)) == text)
    let nested = String(repeating: "(1 + x*", count: depth) + "x" + String(repeating: ")", count: depth)
    let expr = try Expr(parsing: nested)
    #expect(try Expr(parsing: TextWriter().text(of: expr)) == expr)
  }
}
