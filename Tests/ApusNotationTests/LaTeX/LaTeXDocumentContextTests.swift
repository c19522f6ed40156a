import ApusNotation
import Testing

/// What formulas of one document say about each other.
@Suite struct LaTeXDocumentContextTests {
  private func text(_ source: String, in document: [String]) -> String {
    var context = LaTeXDocumentContext()
    for formula in document { context.add(formula) }
    do throws(Diagnostic) {
      let readings = try LaTeXReader(document: context).readings(of: source)
      return readings.map { TextWriter().text(of: $0.expression) }.joined(separator: "; ")
    } catch {
      return error.code
    }
  }

  @Test(
    "a formula is read by what the others show",
    arguments: [
      // Functions: defined, differentiated, or applied to several things elsewhere.
      ("f(a+1)", ["f(x) = x^2"], "f(a + 1)"),
      ("f(a+1)", [], "ambiguous-application"),
      ("\\frac{dx}{dt} = y", ["\\frac{dy}{dt} = -x"], "diff(x(t), t) = y(t)"),
      ("y = 3", ["\\frac{dy}{dt} = -x"], "y(t) = 3"),
      // A name that the formula itself uses as a variable or a factor stays one.
      ("\\frac{dz}{dy} = 1", ["\\frac{dy}{dt} = -x"], "diff(z(y), y) = 1"),
      ("x(2+x)", ["x(t) = t^2"], "x*(2 + x)"),
      // Mentions in prose are no evidence.
      ("f(a+1)", ["f", "f(x) = x^2", "f"], "f(a + 1)"),
      // Constants.
      ("e", ["e^{-x}"], "E"),
      ("2 e k", ["e^{-x}"], "ambiguous-name"),
      ("2 e^2 k", ["e^{-x}"], "ambiguous-name"),
      ("2 e^2 k", ["e^{-x}", "e = q + n"], "2*`e`^2*k"),
      ("2 e k", [], "2*`e`*k"),
      ("a + i", ["e^{i x}"], "a + I"),
      ("a + i", ["e^{i x}", "\\sum_{i=1}^n x_i"], "a + `i`"),
      ("e^{ix}", ["\\sum_{i=1}^n x_i"], "exp(I*x)"),
      ("2\\pi", ["\\pi = p q - c"], "2*pi_"),
      // An exponent that is a temperature elsewhere.
      ("A^T", ["p V = n R T"], "A^T"), ("A^T", [], "transpose(A)"),
    ] as [(String, [String], String)])
  func reading(source: String, document: [String], expected: String) {
    #expect(text(source, in: document) == expected)
  }

  @Test("contexts of parts are the context of the whole")
  func parts() throws {
    let formulas = ["f(x) = x^2", "\\frac{dy}{dt} = y", "e^{x}", "g(y) + g(z)"]
    var whole = LaTeXDocumentContext()
    for formula in formulas { whole.add(formula) }
    var joined = LaTeXDocumentContext()
    for formula in formulas {
      var part = LaTeXDocumentContext()
      part.add(formula)
      joined.add(part)
    }
    for source in ["f(a+1)", "y + 1", "g(a+b)", "e k"] {
      #expect(reading(source, whole) == reading(source, joined))
    }
  }

  private func reading(_ source: String, _ context: LaTeXDocumentContext) -> String {
    do throws(Diagnostic) {
      return try LaTeXReader(document: context).readings(of: source).map { "\($0.expression)" }.joined()
    } catch {
      return error.code
    }
  }

  @Test("what cannot be read shows nothing")
  func unreadable() {
    #expect(text("f(a+1)", in: ["f(x", "\\foo{f(x)} = 3", ""]) == "ambiguous-application")
  }

  @Test("macros of a table hold for formulas, and mistakes point to where the macro is used")
  func macros() throws {
    var macros = LaTeXMacroTable()
    try macros.define(#"\newcommand{\abs}[1]{\left|#1\right|} \def\half{\frac12} \let\eps\varepsilon"#)
    try macros.define(#"\renewcommand{\half}{\frac{1}{2}}"#)
    let reader = LaTeXReader(options: LaTeXOptions(macros: macros))
    let reading = try reader.readings(of: #"\abs{x} + \half \eps"#)
    #expect(TextWriter().text(of: reading[0].expression) == "abs(x) + 1/2*varepsilon")
    #expect(throws: Diagnostic.self) { try macros.define(#"\newcommand{\a}[1]{#2}"#) }
    do {
      _ = try reader.readings(of: #"1 + \abs{)}"#)
      Issue.record("this has no reading")
    } catch {
      #expect((error.range?.lowerBound ?? 0) >= 4)
    }
  }
}
