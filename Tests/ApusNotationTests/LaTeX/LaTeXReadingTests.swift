import ApusNotation
import ApusTerms
import Testing

@Suite("LaTeX: what a reading carries") struct LaTeXReadingTests {
  private func reading(_ source: String, _ options: LaTeXOptions = LaTeXOptions()) throws -> LaTeXReading {
    try #require(try LaTeXReader(options: options).readings(of: source).first)
  }

  @Test("symbols map LaTeX names to identifiers in order of appearance")
  func mapsSymbols() throws {
    let symbols = try reading(
      #"\lambda' = \hat p_{i+1} \mathbf{x} x + \mathrm{os.path}"#.replacing(".path", with: "")
    )
    .symbols
    #expect(symbols.map(\.latex) == ["\\lambda'", "\\hat{p}_{i+1}", "\\mathbf{x}", "x", "\\mathrm{os}"])
    #expect(symbols.map(\.identifier) == ["lambda_prime", "p_hat_i_plus_1", "x_bold", "x", "os"])
  }

  @Test("identifiers are never words of Python or SymPy, and never the same")
  func keepsIdentifiersSafe() throws {
    let source =
      #"\lambda + \mathrm{class} + \mathrm{None} + \text{print} + \beta + \zeta + x_1 + x_{\mathrm{1}} + \text{x 1}"#
      + #" + \mathrm{S} + S + \mathrm{sqrt} + \text{Sum} + \text{über} + \text{2nd} + A_{\mathrm{a}} + A_a"#
    let identifiers = try reading(source).symbols.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
    for identifier in identifiers {
      #expect(identifier.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
      #expect(!(identifier.first?.isNumber ?? true))
    }
    for word in ["lambda", "class", "None", "print", "beta", "zeta", "sqrt", "Sum"] {
      #expect(!identifiers.contains(word))
    }
  }

  @Test("the symbol I steps aside for the imaginary unit")
  func keepsImaginaryUnit() throws {
    #expect(try reading("I = 2i").symbols.map(\.identifier) == ["I_"])
    #expect(try reading("I = 2x").symbols.map(\.identifier) == ["I", "x"])
  }

  static let assumptions: [(source: String, assumption: String)] = [
    ("e^{x}", "e is Euler's number"), ("2i", "i is the imaginary unit"),
    (#"\log x"#, "log is the natural logarithm"),
    ("f(x) = x", "f is a function"), (#"\int x\,dx"#, "d is a differential"),
    ("a/bc", "a/bc is read as a/(bc)"),
    (#"\dot{x}"#, "dots are derivatives by t"), ("M = E - e\\sin E", "e is a symbol"),
    (#"\mathbf{x}^T"#, #"\mathbf{x}^T is the transpose of \mathbf{x}"#), (#"50\%"#, "p % is p/100"),
    (#"[\mathrm{A}]"#, #"[\mathrm{A}] is a concentration"#), ("P(A|B)", "P(A|B) is one symbol"),
    (#"v = 3\,\mathrm{m/s}"#, "the unit of the number is left out"),
    (#"\frac{dy}{dx}"#, "y is a function of x"),
  ]

  @Test("decisions are listed", arguments: assumptions)
  func listsAssumptions(source: String, assumption: String) throws {
    #expect(try reading(source).assumptions.contains(assumption))
  }

  @Test("options override custom")
  func obeysOptions() throws {
    #expect(try LaTeXRow.reading("k(x+1)") == "(multiply k (add x 1))")
    #expect(try LaTeXRow.reading("k(x+1)", options: LaTeXOptions(functions: ["k"])) == "(k (add x 1))")
    #expect(try LaTeXRow.reading("e^{x}", options: LaTeXOptions(symbols: ["e"])) == "(power e x)")
    #expect(try LaTeXRow.reading(#"\pi r"#, options: LaTeXOptions(symbols: [#"\pi"#])) == "(multiply pi_ r)")
  }

  @Test("labels, ranges and remarks belong to their equation")
  func keepsLabels() throws {
    let source = #"\begin{align} a &= 1 \label{eq:a} \\ b &= 2 \quad \text{(exactly)} \end{align}"#
    let readings = try LaTeXReader().readings(of: source)
    #expect(readings.map(\.label) == ["eq:a", nil])
    #expect(readings[1].warnings == ["the remark “(exactly)” is not part of the formula"])
    #expect(SourceText(source).text(readings[0].range) == "a &= 1")
  }

  @Test("a mistake in a macro points to its call")
  func mapsMacros() {
    let source = #"\newcommand{\half}{\frac{1}{}} x + \half"#
    let diagnostic = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: source) }
    #expect(diagnostic?.range == SourceRange(35, 40))
  }

  @Test("one meaning of a letter holds for the whole source")
  func sharesContext() throws {
    #expect(
      try LaTeXRow.reading(#"\frac{dN}{dt} = rN \\ N = K"#)
        == "(equal (derivative (N t) t 1) (multiply r (N t))); (equal (N t) K)")
    #expect(
      try LaTeXRow.reading("f(x) = x, \\quad g(x) = f(x)^2")
        == "(equal (f x) x); (equal (g x) (power (f x) 2))")
  }

  @Test("every known function has a record")
  func knowsItsFunctions() throws {
    let source =
      #"\sin x\cos x\tan x\cot x\sec x\csc x\sinh x\cosh x\tanh x\coth x\arcsin x\arccos x\arctan x"#
      + #"+\exp(x)+\ln x+\log x+\lg x+\arg(x)+\Re(x)+\Im(x)+\det(x)+\max(x,1)+\min(x,1)+\gcd(x,1)"#
      + #"+\operatorname{arsinh}x+\operatorname{erf}x+\operatorname{sgn}x+|x|+\lfloor x\rfloor+\lceil x\rceil"#
      + #"+\binom{x}{2}+x!+x!!+\sqrt x+\sqrt[3]x+\Gamma(x)+\zeta(x)+(x\bmod 2)+\|x\|+30^\circ"#
    var pending = [try reading(source).expression]
    while let next = pending.popLast() {
      if let function = next.function {
        #expect(FunctionTable.standard[function.name] != nil, "\(function.name)")
      }
      pending += next.arguments
    }
  }
}
