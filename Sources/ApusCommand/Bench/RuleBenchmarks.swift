import ApusAlgebra
import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusRules
import ApusTerms

extension Benchmarks {
  /// Rules: reading them, finding those that match, and simplifying by them.
  static let rules = loading + [20, 200, 2000].map(matching) + simplification

  /// The rule files read from their texts and arranged; the check counts the rules.
  private static let loading = [
    Benchmark("rules/load", size: EmbeddedRules.files.count) {
      (
        run: {
          var sets: [RuleSet] = []
          for file in EmbeddedRules.files { sets += try RuleReader().ruleSets(in: file.text) }
          return RuleIndex(sets)
        },
        check: { (index: RuleIndex) in .integer(index.rules.count) }
      )
    }
  ]

  // MARK: Matching

  /// One expression rewritten by the first four of so many rules, the others being about other functions: with rules in a list the
  /// time would grow with their number.
  private static func matching(_ count: Int) -> Benchmark {
    Benchmark("rules/match_\(count)", size: count, expected: .integer(4)) {
      let index = RuleIndex([RuleSet("numbered", (0..<count).map(numberedRule))])
      let (p, q) = (Expr.symbol("p"), Expr.symbol("q"))
      let (f, g, h, k) = (numbered(0), numbered(1), numbered(2), numbered(3))
      let expression: Expr =
        Expr.call(f, [p]) ** 2 + Expr.call(numbered(0, "g"), [p]) ** 2 + q * Expr.call(g, [q])
        * Expr.call(numbered(1, "g"), [q]) + Expr.call(h, [p + q]) ** 3 + sin(Expr.call(k, [2 * p + q]))
      return (
        run: { expression.rewritten(by: index, keepingSteps: true).steps.count },
        check: { (steps: Int) in .integer(steps) }
      )
    }
  }

  /// Rules in which a sum, a product, a power and a call are the outermost form in turn.
  private static func numberedRule(_ number: Int) -> Rule {
    let x = Expr.symbol("x")
    let (f, g) = (Expr.call(numbered(number), [x]), Expr.call(numbered(number, "g"), [x]))
    switch number % 4 {
    case 0: return rule("sum-\(number)", f ** 2 + g ** 2, 1)
    case 1: return rule("product-\(number)", f * g, x)
    case 2: return rule("power-\(number)", f ** 3, f)
    default: return rule("call-\(number)", f, x)
    }
  }

  private static func numbered(_ number: Int, _ name: String = "f") -> Function {
    .undefined("\(name)\(number)")
  }

  // MARK: Simplifying

  private static let simplification =
    [
      Benchmark(
        "simplify/textbook", size: textbookExpressions.count,
        expected: .text(textbookExpressions.map(\.result).joined(separator: ", "))
      ) {
        let expressions = try textbookExpressions.map { try Expr(parsing: $0.text) }
        return (
          run: { expressions.map { $0.simplified() } },
          check: { (results: [Expr]) in
            .text(results.map { TextWriter().text(of: $0) }.joined(separator: ", "))
          }
        )
      }
    ]
    + textbookExpressions.enumerated().map { number, example in
      Benchmark("simplify/textbook_\(number + 1)", size: 1, expected: .text(example.result), calls: 20) {
        let expression = try Expr(parsing: example.text)
        return (
          run: {
            for _ in 1..<20 { _ = expression.simplified() }
            return expression.simplified()
          },
          check: { (result: Expr) in .text(TextWriter().text(of: result)) }
        )
      }
    } + [
      Benchmark("simplify/random_1e3", size: 1000) {
        let term = randomTerm(leaves: 1000, in: .canonical)
        return (
          run: { term.simplification() },
          check: { (result: Simplification) in .text("cost \(result.costs.before) to \(result.costs.after)") }
        )
      }
    ]

  /// Expressions of fewer than 30 nodes, as exercises have them, and their simplest forms.
  static let textbookExpressions: [(text: String, result: String)] = [
    ("sin(x)^2 + cos(x)^2", "1"),
    ("(x^2 - 1)/(x - 1)", "x + 1"),
    ("1/(x - 2) + (-5 - x)/(x - 2)^2", "-7/(x - 2)^2"),
    ("(x^2 - 1)/(x - 1) + sin(y)/cos(y) + exp(a)*exp(b)", "x + exp(a + b) + tan(y) + 1"),
    ("2*(y + z)/x - 2*y/x - 2*z/x", "0"),
    ("(1 - cos(2*x))/(2*sin(x))", "sin(x)"),
    ("cosh(x)^2 + 1 - sinh(x)^2", "2"),
    ("r*cos(x/2)^2 - r*sin(x/2)^2", "r*cos(x)"),
    ("(x^3 - y^3)/(x - y) - x^2 - y^2", "x*y"),
    ("(exp(2*x) - 1)/(exp(x) + 1)", "exp(x) - 1"),
  ]
}
