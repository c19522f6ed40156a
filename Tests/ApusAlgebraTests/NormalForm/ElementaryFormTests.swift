import ApusNotation
import ApusNumbers
import ApusTerms
import Testing

@testable import ApusAlgebra

@Suite("Elementary form") struct ElementaryFormTests {
  static func facts(_ assumptions: String) throws -> Facts {
    var facts = Facts()
    for part in assumptions.split(separator: ",") {
      let words = part.split(separator: " ").map(String.init)
      let symbol = Symbol(words[0])
      switch words.count > 1 ? words[1] : "" {
      case "real": facts = try #require(facts.assuming(symbol, .real))
      case "integer": facts = try #require(facts.assuming(symbol, .integer))
      case ">": facts = try #require(facts.assuming(symbol, .positive))
      default: Issue.record("an assumption that the test does not know: \(part)")
      }
    }
    return facts
  }

  /// Identities, each as a difference that is zero wherever it has a value.
  static let identities: [(text: String, assumptions: String)] = [
    ("cos(5*x) - (16*cos(x)^5 - 20*cos(x)^3 + 5*cos(x))", ""), ("sin(x)^4 + cos(x)^4 - (3 + cos(4*x))/4", ""),
    ("sin(x + y)*sin(x - y) - sin(x)^2 + sin(y)^2", ""), ("tan(x) + cot(x) - 2/sin(2*x)", ""),
    ("(exp(2*x) - 1)/(exp(2*x) + 1) - tanh(x)", ""), ("tan(x/2) - (1 - cos(x))/sin(x)", ""),
    ("2*cos(x - pi/3) - sqrt(3)*sin(x) - cos(x)", ""),
    ("sin(x)*sin(pi/3 - x)*sin(pi/3 + x) - sin(3*x)/4", ""),
    ("tan(2*atan(x)) - 2*x/(1 - x^2)", ""), ("cos(3*acos(x)) - 4*x^3 + 3*x", ""),
    ("sin(2*asin(x)) - 2*x*sqrt(1 - x^2)", ""), ("sinh(acosh(x))^2 - x^2 + 1", ""),
    ("cosh(atanh(x))^2 - 1/(1 - x^2)", ""), ("sech(x)^2 + tanh(x)^2 - 1", ""),
    ("16*atan(1/5) - 4*atan(1/239) - pi", ""), ("atan(1/2) + atan(1/3) - pi/4", ""),
    ("4*atan(1/2) + 4*atan(1/3) - pi", ""), ("atan(2) + atan(3) - 3*pi/4", ""),
    ("2^log(3) - 3^log(2)", ""), ("8^(k/3) - 2^k", ""), ("12^x - 4^x*3^x", ""),
    ("log(x*y^3) - log(x) - 3*log(y)", "x >, y >"), ("log(12) - 2*log(2) - log(3)", ""),
    ("log(-2*z) - log(2) - log(-z)", ""), ("gamma(x + 3) - x*(x + 1)*(x + 2)*gamma(x)", ""),
    ("(2*n + 2)!/(2*n)! - (2*n + 1)*(2*n + 2)", ""), ("gamma(1/2 + x)*gamma(1/2 - x)*cos(pi*x) - pi", ""),
    ("gamma(2*x) - 2^(2*x - 1)*gamma(x)*gamma(x + 1/2)/sqrt(pi)", ""),
    ("binomial(n, k) + binomial(n, k - 1) - binomial(n + 1, k)", ""),
    ("beta(x, y + 1) + beta(x + 1, y) - beta(x, y)", ""),
    ("besselj(0, x) + besselj(2, x) - 2*besselj(1, x)/x", ""),
    ("besselk(3, x) - besselk(1, x) - 4*besselk(2, x)/x", ""),
    ("max(a, b) - (a + b + abs(a - b))/2", "a real, b real"),
    ("max(a, b) + min(a, b) - a - b", "a real, b real"),
    ("(-1)^n*cos(pi*n) - 1", "n integer"), ("sin(pi*n + x)*cos(pi*n) - sin(x)", "n integer"),
    ("(7 + 5*sqrt(2))^(1/3) - 1 - sqrt(2)", ""), ("sqrt(3 - 2*sqrt(2)) - sqrt(2) + 1", ""),
    ("(9 + 4*sqrt(5))^(-3/2) - (sqrt(5) - 2)^3", ""),
  ]

  @Test("identities vanish", arguments: identities)
  func identity(_ example: (text: String, assumptions: String)) throws {
    let difference = try Expr(parsing: example.text)
    let form = try ElementaryForm.form(of: difference, assuming: Self.facts(example.assumptions)) { false }
    #expect(form == 0, "\(form.map { TextWriter().text(of: $0) } ?? "nothing")")
  }

  /// Differences that are zero for some values only, under fewer assumptions than they need, or nowhere.
  static let traps: [(text: String, assumptions: String)] = [
    ("exp(x)^y - exp(x*y)", ""), ("log(x*y) - log(x) - log(y)", ""), ("log(x^2) - 2*log(x)", "x real"),
    ("sqrt(x^2) - x", ""), ("acos(cos(x)) - x", ""), ("asin(sin(x)) - x", ""), ("atan(tan(x)) - x", ""),
    ("log(exp(x)) - x", ""), ("max(a, b) - (a + b + abs(a - b))/2", ""), ("sin(pi*n)", ""),
    ("sinh(acosh(x)) - sqrt(x^2 - 1)", ""), ("x^a*y^a - (x*y)^a", ""), ("atan(2) + atan(3) + pi/4", ""),
    ("sqrt(x)*sqrt(y) - sqrt(x*y)", ""), ("(-8)^(1/3) + 2", ""), ("sqrt(5 - 2*sqrt(2)) - sqrt(2) + 1", ""),
  ]

  @Test("what is not an identity does not vanish", arguments: traps)
  func trap(_ example: (text: String, assumptions: String)) throws {
    let difference = try Expr(parsing: example.text)
    let form = try ElementaryForm.form(of: difference, assuming: Self.facts(example.assumptions)) { false }
    #expect(form != 0)
  }

  static let simplified: [(text: String, assumptions: String, result: String)] = [
    ("(1 - cos(2*x))/(2*sin(x))", "", "sin(x)"), ("8*sin(a)^2*cos(a)^2 + cos(4*a)", "", "1"),
    ("(sec(w) - cos(w))/sin(w)", "", "tan(w)"), ("cos(3*t) - 4*cos(t)^3", "", "-3*cos(t)"),
    ("tanh(x/2)*(cosh(x) + 1)", "", "sinh(x)"), ("2*cos(x - pi/3) - sqrt(3)*sin(x)", "", "cos(x)"),
    ("9^t/3^(2*t - 1)", "", "3"), ("log(a^5) - 2*log(a^2)", "a >", "log(a)"),
    ("gamma(x + 3)/(x*gamma(x)*(x + 1))", "", "x + 2"), ("binomial(n, 2) + binomial(n + 1, 2)", "", "n^2"),
    ("sqrt(2 + 2*cosh(2*t))", "t real", "2*cosh(t)"), ("(38 + 17*sqrt(5))^(1/3)", "", "sqrt(5) + 2"),
    ("sqrt(x^2)", "", "sqrt(x^2)"), ("log(x*y)", "", "log(x*y)"),
  ]

  @Test("simplification reaches the short form", arguments: simplified)
  func simplification(_ example: (text: String, assumptions: String, result: String)) throws {
    let result = try Expr(parsing: example.text).simplified(assuming: Self.facts(example.assumptions))
    #expect(try result == Expr(parsing: example.result), "\(TextWriter().text(of: result))")
  }

  /// Random trigonometric polynomials written with sines and cosines of sums, and their elementary forms, have the same values.
  @Test("the form has the value of the expression") func values() throws {
    let texts = [
      "tan(x + y)*cos(x)^3 - cot(2*y)/sin(x)", "sinh(x)^3*sech(y) + coth(x - y)",
      "sin(x + pi/5)*cos(y - pi/8)^2",
      "exp(2*atan(x)*i + log(y))", "acosh(x)*sinh(2*acosh(x)) + sin(3*asin(y))", "6^x*(2/3)^(x + y)",
      "gamma(x + 5/2)/gamma(x - 1/2) + binomial(x, 3)", "besseli(4, x) + besseli(2, x)*besseli(1, x)",
    ]
    for text in texts {
      let expr = try Expr(parsing: text)
      let form = try #require(ElementaryForm.form(of: expr, assuming: Facts()) { false })
      #expect(SamplePoints.witness(against: expr, form, Facts(), EvaluationLimits()) == nil, "\(text)")
      if let written = TrigonometricWriter.trigonometric(form) {
        #expect(SamplePoints.witness(against: expr, written, Facts(), EvaluationLimits()) == nil, "\(text)")
      }
    }
  }
}
