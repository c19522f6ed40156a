import Apus
import Testing

/// The answers to the lines of a session, mistakes rendered as at the prompt.
func transcript(_ lines: [String]) -> [String] {
  var session = Session()
  return lines.map { line in
    do throws(Diagnostic) {
      return try session.evaluate(line).description
    } catch {
      return DiagnosticRenderer().render(error, in: SourceText(line))
    }
  }
}

private func answer(_ line: String) -> String { transcript([line])[0] }

@Suite struct SessionTests {
  @Test(
    "Expressions are answered in canonical form",
    arguments: [
      ("2+2", "4"), ("x + x", "2*x"), ("1/2 + 1/3", "5/6"), ("0.1 + 0.2", "0.30000000000000004"),
      ("2x + 3x", "5*x"), ("(1+i)^2", "2*I"), ("sqrt(8)", "2*sqrt(2)"), ("exp(0)", "1"),
      ("x^2*x^3", "x^5"), ("[1+1, 2*3]", "[2, 6]"), ("30°", "pi/6"),
      ("let a = 3 in a^2", "9"), ("½ + ⅓", "5/6"), ("√9", "3"), ("|x|", "abs(x)"),
      ("x² + √3·π", "x^2 + sqrt(3)*pi"),
      ("", ""), ("# nothing", ""),
    ])
  func expressions(_ input: String, _ expected: String) {
    #expect(answer(input) == expected)
  }

  @Test(
    "Verbs work on values",
    arguments: [
      ("diff(x^3*y, x, 2, y)", "6*x"), ("diff(sin(x)^2, x)", "2*cos(x)*sin(x)"),
      ("grad(x^2*y, [x, y])", "[2*x*y, x^2]"),
      ("jacobian([x*y, x + y], [x, y])", "[[y, x], [1, 1]]"),
      ("hessian(x^2*y, [x, y])", "[[2*y, 2*x], [2*x, 0]]"),
      ("subs(x^2 + y, x = y, y = 3)", "y^2 + 3"), ("subs(x + 1, [x = 2])", "3"), ("at(x^2 + 1, x, 3)", "10"),
      ("digits(9^9^9)", "369693100"), ("digits(2^100)", "31"), ("mod(9^9^9, 10)", "9"), ("mod(-7, 3)", "2"),
      ("freesymbols(y*sin(x))", "[x, y]"), ("numerator(2*x/(3*y))", "2*x"), ("denominator(2*x/(3*y))", "3*y"),
      ("lhs(x + 1 = y)", "x + 1"), ("rhs(x + 1 = y)", "y"), ("map(sin, [y, x])", "[sin(y), sin(x)]"),
      ("length([a, b])", "2"),
      ("factor(360)", "2^3*3^2*5"), ("factor(-3/8)", "-3/2^3"), ("factor(x^2-1)", "(x + 1)*(x - 1)"),
      ("assuming(real(x), diff(abs(x^2 - 4*x), x))", "sign(4*x - x^2)*(4 - 2*x)"),
      ("equal(x + x, 2*x)", "true"),
      ("x == x + 1", "false"), ("x == y", "false"), ("sin(x)^2 + cos(x)^2 == 1", "true"),
      ("besselj(0, x) + besselj(2, x) == 2 besselj(1, x)/x", "true"),
      ("binomial(n, k) == binomial(n, n - k)", "false"),
      ("assuming(integer(n), integer(k), n >= k, k >= 0, binomial(n, k) == binomial(n, n - k))", "true"),
      ("sqrt(x^2) == x", "false"),
      ("assuming(x > 0, sqrt(x^2) == -x)", "false"), ("sqrt(2) < 3/2", "true"), ("pi^2 > 10", "false"),
      ("2 = 2", "true"),
      ("(a + b)^2 == a^2 + b^2", "false"), ("log(x^2) == 2*log(x)", "false"),
      ("exp(pi*sqrt(163)) == 262537412640768744", "false"), ("1/2 == 2/4 == 3/6", "true"),
      ("integer(3)", "true"),
      ("real(x)", "unknown"), ("assuming(x > 0, positive(2*x))", "true"), ("diff([x, x^2], x)", "[1, 2*x]"),
    ])
  func verbs(_ input: String, _ expected: String) {
    #expect(answer(input) == expected)
  }

  @Test("Ten mistakes are answered as they should be")
  func mistakes() {
    let renderer = DiagnosticRenderer(offersTab: true)
    var session = Session()
    func shown(_ line: String) -> String {
      do throws(Diagnostic) {
        return try session.evaluate(line).description
      } catch {
        return renderer.render(error, in: SourceText(line))
      }
    }
    #expect(
      shown("sin(x+1") == """
        error[unclosed-paren]: this '(' is never closed
          sin(x+1
             ^   ~ ')' missing here
          help: sin(x+1)                      (press Tab to accept)
        """)
    #expect(
      DiagnosticRenderer().render(mistake("fatcor(x^2-1)"), in: SourceText("fatcor(x^2-1)")) == """
        error[unknown-function]: no function named 'fatcor'
          fatcor(x^2-1)
          ^~~~~~
          help: did you mean factor(x^2-1)?   To keep it abstract, declare it: fatcor :: function
        """)
    #expect(
      shown("sin(1,2)") == """
        error[arity]: sin takes 1 argument, 2 given
          sin(1,2)
                ^ extra
          help: sin(1)   map(sin, [1,2])   atan2(1,2)
        """)
    #expect(
      shown("1/(x-x)") == """
        error[division-by-zero]: the denominator x-x is 0
          1/(x-x)
            ^~~~~
        """)
    #expect(shown("1/0").hasPrefix("error[division-by-zero]: the denominator 0 is 0"))
    #expect(shown("0^0") == "1   note: 0^0 = 1 by convention; as a limit it is indeterminate (?0^0)")
    #expect(
      shown("9^9^9")
        == "9^387420489   note: kept as a power (369,693,100 digits). digits(…), mod(…), N(…) work on it; expand!(…) forces it"
    )
    #expect(shown("w+1") == "w + 1")
    #expect(
      shown("pi = 3") == """
        error[protected-name]: pi is a constant
          help: another name, e.g. p := 3, or a local one: let pi = 3 in …
        """)
    #expect(
      DiagnosticRenderer().render(mistake("x(x+1)"), in: SourceText("x(x+1)")) == """
        error[not-a-function]: 'x' is a variable, so x(…) is not a call
          help: x*(x+1)   or define x(t) := …
        """)
    #expect(shown("1/2x") == "1/2*x ?   ambiguous: tools disagree.  help: (1/2)*x   or   1/(2*x)")
    #expect(shown("2x") == "2*x")
  }

  private func mistake(_ line: String) -> Diagnostic {
    var session = Session()
    do throws(Diagnostic) {
      return Diagnostic("none", try session.evaluate(line).text)
    } catch {
      return error
    }
  }

  @Test("Definitions, declarations and answers are kept")
  func definitions() {
    #expect(
      transcript([
        "a := 3", "a^2 + b", "ans*2", "%1", "f(x) := x^2 + a", "f(y)", "f'(x)", "f'(2)", "f(0) := 100",
        "f(0)",
        "g :: function", "diff(g(x^2), x)", "g'(x)", "fact(0) := 1", "fact(n) := n*fact(n - 1)", "fact(20)",
        "map(f, [0, 1])", "clear(a)", "a", "a = 5", "g(1) + 1;",
      ]) == [
        "a := 3", "b + 9", "2*b + 18", "b + 9", "f(x) := x^2 + a", "y^2 + 3", "2*x", "4", "f(0) := 100",
        "100",
        "g :: function", "2*x*at(diff(g(t), t), t, x^2)", "diff(g(x), x)", "fact(0) := 1",
        "fact(n) := n*fact(n - 1)",
        "2432902008176640000", "[100, 4]", "", "a", "a = 5   note: equation; to define: a := 5", "",
      ])
  }

  @Test("Assumptions are kept until they are dropped")
  func assumptions() {
    #expect(
      transcript([
        "assume(x > 0, integer(n))", "positive(x)", "x :: real", "integer(n + 1)", "forget(x)", "positive(x)",
        "forget()",
        "integer(n)",
      ]) == ["x > 0, integer(n)", "true", "x :: real", "true", "integer(n)", "unknown", "", "unknown"])
  }

  @Test(
    "What cannot be is refused with a code",
    arguments: [
      ("pi := 3", "protected-name"), ("sin(x) := x", "protected-name"), ("diff := 3", "protected-name"),
      ("f(x, x) := 1", "bad-definition"), ("2 := 3", "bad-definition"), ("f() := 3", "bad-definition"),
      ("f(x + y) := 1", "bad-definition"), ("f(x) := fatcor(x)", "unknown-function"),
      ("x :: banana", "unknown-kind"),
      ("assume(x > 0, x < 0)", "contradiction"), ("assuming(x^2 = 1, x)", "unusable-assumption"),
      ("1 + assume(x > 0)", "misplaced-statement"), ("diff(x^2, 3)", "invalid-order"),
      ("diff(x^2, x^2)", "not-a-variable"),
      ("ans", "no-answer"), ("%2", "no-answer"), ("sin", "missing-arguments"), ("sin x", "missing-arguments"),
      ("sin^2(x)", "missing-arguments"), ("subs(x, 3)", "not-a-replacement"), ("?fatcor", "unknown-name"),
      ("subs(1/x, x = 0)", "division-by-zero"), ("0^-1", "division-by-zero"),
      ("grad(x, 3)", "not-a-variable"),
      ("let a = 3 in a(x)", "not-a-function"), ("a == b = c", "mixed-relations"),
      ("1e99999999999", "number-too-large"), ("mod(3, 0)", "division-by-zero"), ("x^{2}", "set-exponent"),
    ])
  func refusals(_ input: String, _ code: String) {
    var session = Session()
    let error = #expect(throws: Diagnostic.self) { try session.evaluate(input) }
    #expect(error?.code == code)
  }

  @Test(
    "A slip in a call is offered corrected",
    arguments: [
      ("sin x + 1", "sin(x) + 1"), ("sin^2(x)", "sin(x)^2"), ("2 cos x", "2 cos(x)"),
    ])
  func corrections(_ input: String, _ expected: String) {
    #expect(mistake(input).help == [expected])
  }

  @Test("A function that calls itself without end is stopped")
  func endlessRecursion() {
    let lines = transcript(["f(n) := n*f(n - 1)", "f(3)"])
    #expect(lines[1].hasPrefix("error[too-deep]: in f(n) := n*f(n - 1): functions call each other"))
  }

  @Test("A raised flag stops an evaluation, which changes nothing")
  func cancellation() {
    var session = Session()
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: Diagnostic("cancelled", "the evaluation was stopped")) {
      try session.evaluate("a := 1 + 1", cancellation: cancellation)
    }
    #expect(session["a"] == nil)
  }

  @Test("The time limit is an error")
  func timeout() {
    var session = Session(limits: Limits(seconds: 0))
    let input = (0..<100).map { "x\($0)" }.joined(separator: " + ")
    let error = #expect(throws: Diagnostic.self) { try session.evaluate(input) }
    #expect(error?.code == "timeout")
  }

  @Test("An answer that is too long to write is an error")
  func tooLarge() {
    var session = Session(limits: Limits(textBytes: 1000))
    let error = #expect(throws: Diagnostic.self) { try session.evaluate("10^2000") }
    #expect(error?.code == "too-large")
  }

  @Test("LaTeX is recognised, and read with the names of the session")
  func latex() throws {
    #expect(
      transcript([
        "\\frac{1}{2}x^2", "a := 3", "$a^2 + \\sin x$", "\\frac{d}{dx} x^3", "E = \\frac{1}{2} m v^2",
        "\\frac{1}{0}",
        "\\foo{x}",
      ]).map { $0.prefix { $0 != "\n" } } == [
        "x^2/2     (read as LaTeX)", "a := 3", "sin(x) + 9     (read as LaTeX)", "3*x^2     (read as LaTeX)",
        "`E` = m*v^2/2     (read as LaTeX)", "error[division-by-zero]: the denominator 0 is 0",
        "error[unknown-command]: \\foo is not a command the reader knows",
      ])
    var session = Session()
    let answer = try session.evaluate("\\alpha + 1")
    #expect(answer.symbols == [Answer.LaTeXSymbol(latex: "\\alpha", name: "alpha")])
    #expect(answer.isReadAsLaTeX)
  }

  @Test("Help is given on functions, verbs, operators and the user's names")
  func help() throws {
    var session = Session()
    #expect(try session.evaluate("?diff").text.hasPrefix("diff(e, x, n, y, …)   the derivative"))
    #expect(try session.evaluate("?sin").text.hasPrefix("sin(z)"))
    #expect(try session.evaluate("sin?").text == session.evaluate("?sin").text)
    #expect(try session.evaluate("?0^0").text.contains("1"))
    _ = try session.evaluate("f(x) := x^2")
    #expect(try session.evaluate("?f").text == "f(x) := x^2")
  }

  @Test("Every verb's example gives its answer")
  func examples() throws {
    for verb in VerbTable.standard.verbs where !["assume", "forget", "clear"].contains(verb.name) {
      #expect(answer(verb.example.input) == verb.example.output)
    }
  }

  @Test("An answer is read back as the same value")
  func roundTrip() throws {
    for input in [
      "x^2/3 - sqrt(2)*i", "[a, {b, c}]", "diff(g(x, y), x, 2, y)", "x < 1 and y >= 2", "-x^(-1/2)",
    ] {
      var session = Session()
      _ = try session.evaluate("g :: function")
      let answer = try session.evaluate(input)
      #expect(try session.evaluate(answer.text).expression == answer.expression)
    }
  }
}
