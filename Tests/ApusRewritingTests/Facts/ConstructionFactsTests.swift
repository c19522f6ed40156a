import ApusNotation
import ApusTerms
import Testing

/// What holds of terms as soon as they are built; the numbers are those of the list of facts taken from the tests of
/// SymbolicUtils and Symbolics.
@Suite("Facts of construction") struct ConstructionFactsTests {
  static let bases = ["a", "a*b", "a^2", "sin(a)"]

  @Test("1: neutral elements and like terms", arguments: bases) func neutral(_ text: String) throws {
    let x = try Expr(parsing: text)
    #expect(x * 1 == x)
    #expect(x * 0 == 0)
    #expect(x + 0 == x)
    let first = x ** 1
    #expect(first == x)
    #expect(x + x == 2 * x)
    #expect(x + 2 * x == 3 * x)
    #expect(x - x == 0)
    #expect(-x == -1 * x)
  }

  /// Both texts give the same term.
  static let equalities: [(fact: Int, left: String, right: String)] = [
    (2, "x^(-1)*(1/x^(-1))", "1"), (2, "x/1", "x"), (2, "x/(-1)", "-x"), (2, "2x/(-3x)", "-2/3"),
    (2, "x/(3x)", "1/3"), (3, "3a/6", "2a/4"), (3, "-1/a", "-(1/a)"), (4, "(x/2)/5", "x/10"),
    (4, "(1/2*x)/5", "(1/10)*x"), (5, "a + b", "b + a"), (5, "b - 2 + a", "a + b - 2"), (5, "a*b", "b*a"),
    (5, "6*a*b", "3*a*2*b"), (8, "(a*b)^2", "a^2*b^2"), (15, "x - y", "x + (-1)*y"),
    (15, "-sin(x)", "(-1)*sin(x)"), (16, "1*x*2", "2*x"), (16, "1 + x + 2", "3 + x"), (16, "b*b", "b^2"),
    (17, "3x + 2x", "5x"), (18, "a + b + x*y + c + 2*x*y + d", "3*x*y + a + b + c + d"),
    (20, "x^2*x", "x^3"), (21, "a + b + 0*c + d", "a + b + d"), (21, "a*b*c^0*d", "a*b*d"),
    (21, "a*1*b", "a*b"), (35, "1^a", "1"), (35, "a^b*1^a", "a^b"), (64, "(1/x)^2*x^2", "1"),
    (66, "a*(b - c) - (b*a - c*a)", "a*(b - c) - a*b + a*c"), (68, "x/(2*x)", "1/2"), (68, "2*x/x", "2"),
    (68, "(x + y)*(x - y)/(x + y)", "x - y"), (69, "x^3*y/x", "x^2*y"), (69, "x/(3*x^3*y)", "1/(3*x^2*y)"),
    (69, "x^2/x^4", "1/x^2"), (69, "3*x^2/x^3", "3/x"), (69, "3*x^2*y^3/(3*x^3*y^2)", "y/x"),
    (75, "(a + b) - (b + c)", "a - c"),
  ]

  @Test("the same term", arguments: equalities)
  func equality(_ example: (fact: Int, left: String, right: String)) throws {
    let (left, right) = (try Expr(parsing: example.left), try Expr(parsing: example.right))
    #expect(left == right, "fact \(example.fact): \(TextWriter().text(of: left))")
  }

  /// The texts give different terms, because the terms may have different values or exactness.
  static let differences: [(fact: Int, left: String, right: String)] = [
    (7, "0.5*x", "x/2"), (8, "(a*b)^c", "a^c*b^c"), (8, "(a/b)^c", "a^c/b^c"), (10, "(b^2)^(1/2)", "b"),
    (11, "-1^a", "(-1)^a"), (69, "3*x^x/x*y", "3*y"),
  ]

  @Test("different terms", arguments: differences)
  func difference(_ example: (fact: Int, left: String, right: String)) throws {
    #expect(try Expr(parsing: example.left) != Expr(parsing: example.right), "fact \(example.fact)")
  }

  @Test("2, 9: machine numbers are folded into coefficients") func machineNumbers() throws {
    #expect(try Expr(parsing: "2.5x/(3x)").number == .double(2.5 / 3))
    let root = try Expr(parsing: "(-5a)^0.5")
    let taken = try Expr(parsing: "5^0.5*(-a)^0.5")
    #expect(root == taken)
  }

  @Test("76: substitution puts in and folds exactly") func substitution() throws {
    let root = try Expr(parsing: "1 + sqrt(a)").substituting("a", with: 2)
    #expect(try root == Expr(parsing: "1 + sqrt(2)"))
    let machine = try Expr(parsing: "1 + sqrt(a)").substituting("a", with: 2.0)
    #expect(machine.number == .double(1 + 2.0.squareRoot()))
    #expect(try Expr(parsing: "sin(a + b)").substituting("a", with: 1) == Expr(parsing: "sin(1 + b)"))
  }
}
