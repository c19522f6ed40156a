import ApusNotation
import Testing

@Suite struct LaTeXAssumptionTests {
  private func text(_ source: String, assuming text: String) -> String {
    do throws(Diagnostic) {
      var assumptions = LaTeXAssumptions()
      for assumption in try LaTeXAssumption.list(text) { assumptions.add(assumption) }
      let readings = try LaTeXReader(options: assumptions.options).readings(of: source)
      return readings.map { TextWriter().text(of: $0.expression) }.joined(separator: "; ")
    } catch {
      return error.code
    }
  }

  @Test(
    "what is assumed beats what a formula suggests",
    arguments: [
      ("f(x+1)", "f: function", "f(x + 1)"), ("f(x+1)", "f: symbol", "f*(x + 1)"),
      ("f(x) + f(y)", "f: symbol", "f*x + f*y"), ("\\rho_1(x+1)", "\\rho_1: function", "rho_1(x + 1)"),
      ("2y + 1", "y: function of x", "2*y(x) + 1"), ("2y + 1", "y: function of x, t", "2*y(x, t) + 1"),
      ("e^x", "e: symbol", "`e`^x"), ("2 e k", "e: constant", "2*E*k"),
      ("e^x + e y", "e: constant", "exp(x) + E*y"),
      ("a + i", "i: constant", "a + I"), ("e^{ix}", "i: symbol", "exp(`i`*x)"), ("2 j", "j: constant", "2*I"),
      ("\\pi r^2", "\\pi: symbol", "pi_*r^2"),
      ("\\frac{d y}{d x}", "d: symbol", "d*y/(d*x)"), ("d x + 1", "d: symbol", "d*x + 1"),
      ("y' = y", "': name", "y_prime = y"), ("y' = y", "': derivative by t", "diff(y(t), t) = y(t)"),
      ("1/2 m", "/: factor", "1/2*m"), ("1/2 m", "/: product", "1/(2*m)"), ("a/bc", "/: factor", "a/b*c"),
      ("x^T", "T: transpose", "transpose(x)"), ("A^T", "T: symbol", "A^T"),
      ("\\log x", "\\log: base 10", "log(x, 10)"), ("\\ln x", "\\log: base 10", "log(x)"),
      ("f(x+1)", "e: symbol; f: symbol; f: function", "f(x + 1)"),
    ])
  func reading(source: String, assumption: String, expected: String) {
    #expect(text(source, assuming: assumption) == expected)
  }

  @Test(
    "what is known of symbols has several forms",
    arguments: [
      ("x > 0", "x", .positive), ("0 < x", "x", .positive), ("x >= 0", "x", .nonnegative),
      ("x ≤ 0", "x", .nonpositive),
      ("x \\ne 0", "x", .nonzero), ("\\alpha_1 < 0", "\\alpha_{1}", .negative), ("n: integer", "n", .integer),
      ("real(x)", "x", .real), ("prime(p)", "p", .prime),
    ] as [(String, String, SymbolFact)])
  func facts(text: String, subject: String, fact: SymbolFact) throws {
    let assumption = try LaTeXAssumption(text)
    #expect(assumption.subject == subject)
    #expect(assumption.decision == .fact(fact))
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "x", "x > 1", "alpha: symbol", "f: fonction", "x y: symbol", "q: constant", "': maybe",
      "\\log: base x",
      "f: function of", "(x): real", "x > ",
    ])
  func mistakes(text: String) {
    #expect(throws: Diagnostic.self) { try LaTeXAssumption(text) }
  }
}
