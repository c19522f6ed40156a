import ApusNotation
import Testing

/// A source that is wrong, with the code of its mistake and the column where it is.
struct LaTeXMistake: Sendable, CustomTestStringConvertible {
  var source: String
  var code: String
  var column: Int
  var testDescription: String { source }

  init(_ source: String, _ code: String, _ column: Int) {
    self.source = source
    self.code = code
    self.column = column
  }
}

@Suite("LaTeX: mistakes") struct LaTeXMistakeTests {
  static let mistakes: [LaTeXMistake] = [
    LaTeXMistake(#"\frac{a}{b"#, "unclosed-brace", 9),
    LaTeXMistake(#"x + }"#, "unexpected-close-brace", 5),
    LaTeXMistake(#"(a + \sqrt{b)}"#, "unexpected-close-paren", 13),
    LaTeXMistake(#"[a + (b]"#, "unclosed-paren", 6),
    LaTeXMistake(#"\left( a + b"#, "missing-right", 1),
    LaTeXMistake(#"a \right)"#, "missing-left", 3),
    LaTeXMistake(#"\left( a \right"#, "missing-delimiter", 10),
    LaTeXMistake(#"\lfloor x"#, "unclosed-delimiter", 1),
    LaTeXMistake(#"a + b)"#, "unexpected-close-paren", 6),
    LaTeXMistake(#"\begin{pmatrix} 1"#, "missing-end", 1),
    LaTeXMistake(#"\begin{cases} x \end{align}"#, "mismatched-end", 17),
    LaTeXMistake(#"\end{align}"#, "unexpected-end", 1),
    LaTeXMistake(#"\begin{theorem} x \end{theorem}"#, "unknown-environment", 1),
    LaTeXMistake(#"\( x \]"#, "mismatched-math", 6),
    LaTeXMistake(#"$ x"#, "unclosed-math", 1),
    LaTeXMistake(#"a $ b"#, "unclosed-math", 3),
    LaTeXMistake(#"a +"#, "missing-operand", 3),
    LaTeXMistake(#"a + * b"#, "unexpected-operator", 5),
    LaTeXMistake(#"= b"#, "missing-operand", 1),
    LaTeXMistake(#"a ="#, "missing-operand", 3),
    LaTeXMistake(#"a < = b"#, "missing-operand", 5),
    LaTeXMistake(#"\sin"#, "missing-argument", 5),
    LaTeXMistake(#"\frac{1}"#, "missing-argument", 1),
    LaTeXMistake(#"x\text\begin{cases}1&x>0\end{cases}"#, "missing-argument", 2),
    LaTeXMistake(#"\frac{}{2}"#, "missing-operand", 7),
    LaTeXMistake(#"\sqrt"#, "missing-argument", 1),
    LaTeXMistake(#"\sqrt(x)"#, "missing-braces", 6),
    LaTeXMistake(#"x^"#, "missing-script", 2),
    LaTeXMistake(#"x_"#, "missing-script", 2),
    LaTeXMistake(#"^2"#, "missing-base", 1),
    LaTeXMistake(#"x^a^b"#, "double-script", 4),
    LaTeXMistake(#"x'^2'"#, "double-script", 5),
    LaTeXMistake(#"x^-1"#, "bare-sign-script", 3),
    LaTeXMistake(#"_2F_1"#, "missing-base", 1),
    LaTeXMistake(#"\hat{}"#, "missing-operand", 6),
    LaTeXMistake(#"()"#, "missing-operand", 2),
    LaTeXMistake(#"f(a,,b)"#, "missing-operand", 5),
    LaTeXMistake(#"| |"#, "missing-operand", 1),
    LaTeXMistake(#"|x"#, "unclosed-bar", 1),
    LaTeXMistake(#"\sum k"#, "missing-index", 1),
    LaTeXMistake(#"\sum_{k} k"#, "missing-bound", 5),
    LaTeXMistake(#"\sum_{k=1}^n"#, "missing-operand", 1),
    LaTeXMistake(#"\int x"#, "missing-differential", 1),
    LaTeXMistake(#"\int_V x\,dx"#, "unsupported-domain", 5),
    LaTeXMistake(#"\int^b x\,dx"#, "missing-bound", 1),
    LaTeXMistake(#"\lim x"#, "missing-index", 1),
    LaTeXMistake(#"\lim_{x} x"#, "missing-index", 5),
    LaTeXMistake(#"\lim_{x\to} x"#, "missing-operand", 8),
    LaTeXMistake(#"\frac{d}{dx}"#, "missing-operand", 1),
    LaTeXMistake(#"\frac{d^2}{dx^3} y"#, "derivative-order", 1),
    LaTeXMistake(#"\frac{dy}{d(x^2)}"#, "unclear-derivative", 1),
    LaTeXMistake(#"a & b"#, "misplaced-alignment", 3),
    LaTeXMistake(#"\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}"#, "ragged-matrix", 26),
    LaTeXMistake(
      #"\begin{pmatrix} 1 & 2 \end{pmatrix} + \begin{pmatrix} 1 \end{pmatrix}"#,
      "shape-mismatch", 37),
    LaTeXMistake(
      #"\begin{pmatrix} 1 & 2 \end{pmatrix}\begin{pmatrix} 1 & 2 \end{pmatrix}"#,
      "shape-mismatch", 36),
    LaTeXMistake(#"\begin{pmatrix} 1 & 2 \end{pmatrix}^2"#, "not-square", 36),
    LaTeXMistake(#"\begin{vmatrix} 1 & 2 \end{vmatrix}"#, "not-square", 1),
    LaTeXMistake(#"\begin{pmatrix} 1 \end{pmatrix} + 1"#, "shape-mismatch", 33),
    LaTeXMistake(#"\begin{cases} x \end{cases}"#, "missing-condition", 15),
    LaTeXMistake(#"\begin{cases} x & x>0 & y \end{cases}"#, "extra-column", 25),
    LaTeXMistake(#"\begin{cases} x & \text{otherwise} \end{cases}"#, "missing-condition", 1),
    LaTeXMistake(#"1 + 2 + \cdots + n"#, "ellipsis", 9),
    LaTeXMistake(#"x_1, \dots, x_n"#, "ellipsis", 6),
    LaTeXMistake(#"\sinn x"#, "unknown-command", 1),
    LaTeXMistake(#"\foo"#, "unknown-command", 1),
    LaTeXMistake(#"\Unknown{x}"#, "unknown-command", 1),
    LaTeXMistake(#"\input{x}"#, "forbidden-command", 1),
    LaTeXMistake(#"\write18{ls}"#, "forbidden-command", 1),
    LaTeXMistake(#"\newcommand{\a}[1]{#2} x"#, "bad-macro-parameter", 20),
    LaTeXMistake(#"\newcommand{\a}{\a} \a"#, "macro-recursion", 21),
    LaTeXMistake(#"\newcommand{\a}[1]{#1} \a"#, "missing-argument", 24),
    LaTeXMistake(#"\newcommand{3}{x}"#, "bad-definition", 1),
    LaTeXMistake(#"\left. x \right|"#, "missing-bound", 17),
    LaTeXMistake(#"2 3"#, "ambiguous-number", 3),
    LaTeXMistake(#"1 234"#, "ambiguous-number", 3),
    LaTeXMistake(#"2e-3"#, "ambiguous-number", 1),
    LaTeXMistake(#"1.2.3"#, "bad-number", 4),
    LaTeXMistake(#"2\frac{1}{2}"#, "mixed-number", 1),
    LaTeXMistake(#"1/2 mv^2"#, "ambiguous-slash", 2),
    LaTeXMistake(#"a/b(c)"#, "ambiguous-slash", 2),
    LaTeXMistake(#"\cos\theta(1+x)"#, "ambiguous-argument", 11),
    LaTeXMistake(#"\ln a/b"#, "ambiguous-argument", 6),
    LaTeXMistake(#"\ln^{-1} x"#, "inverse-function", 4),
    LaTeXMistake(#"f^{-1}(x) + f(x)"#, "inverse-function", 2),
    LaTeXMistake(#"f(x+1)"#, "ambiguous-application", 1),
    LaTeXMistake(#"e^x + e y"#, "ambiguous-name", 7),
    LaTeXMistake(#"\vec a\times\vec b"#, "vector-product", 7),
    LaTeXMistake(#"\frac{\partial T}{\partial t} = T(x,y,t)"#, "argument-count", 34),
    LaTeXMistake(#"\nabla^2 u = 0"#, "unexpected-symbol", 1),
    LaTeXMistake(#"\oint_C f(z)\,dz"#, "unsupported-domain", 6),
    LaTeXMistake(#"\nabla f"#, "unexpected-symbol", 1),
    LaTeXMistake(#"\forall x"#, "unsupported-command", 1),
    LaTeXMistake(#"x \propto y"#, "unsupported-command", 3),
    LaTeXMistake(#"A \subset B"#, "unsupported-relation", 3),
    LaTeXMistake(#"\{x \mid x > 0\}"#, "unsupported-set", 1),
    LaTeXMistake(#"x \otimes y"#, "unexpected-symbol", 3),
    LaTeXMistake(#"a "b""#, "unexpected-character", 3),
    LaTeXMistake(#"a @ b"#, "unexpected-character", 3),
    LaTeXMistake(#"#1"#, "unexpected-character", 1),
    LaTeXMistake(#"text \text{and more} x"#, "unexpected-text", 6),
    LaTeXMistake(#"$x$ and $y$"#, "text-outside-math", 5),
    LaTeXMistake(#"\mathrm{d}x + 1"#, "stray-differential", 1),
    LaTeXMistake(#"y' = y"#, "unclear-prime", 1),
    LaTeXMistake(#"\overline{x+y}"#, "ambiguous-bar", 1),
    LaTeXMistake(#"x^\dagger"#, "unsupported-superscript", 2),
    LaTeXMistake(#"(x)_1"#, "script-on-group", 4),
    LaTeXMistake(#"\|x\|_1"#, "unsupported-norm", 6),
    LaTeXMistake(#"{a+b}c"#, "invisible-group", 1),
    LaTeXMistake(#"a \cup b \cap c"#, "ambiguous-sets", 10),
    LaTeXMistake(#"a + b \bmod c"#, "ambiguous-mod", 7),
    LaTeXMistake(#"\SI{2}{m} x"#, "unit", 1),
    LaTeXMistake(#"\begin{align} x \\ \sum \end{align}"#, "missing-index", 20),
    LaTeXMistake(#"n!!!"#, "unsupported-factorial", 2),
    LaTeXMistake(#"a = b = "#, "missing-operand", 7),
    LaTeXMistake(#"x \text{ foo bar } y"#, "unexpected-text", 3),
    LaTeXMistake(#"a = b \quad\text{yields}\quad c = d"#, "unexpected-text", 12),
    LaTeXMistake(#"dS = \frac{\delta Q}{T}"#, "stray-differential", 1),
    LaTeXMistake(#"\frac{dN}{N} + 1"#, "stray-differential", 1),
    LaTeXMistake(#"[x, p] = i\hbar"#, "set-in-term", 8),
    LaTeXMistake(#"(a,b) + (c,d)"#, "set-in-term", 1),
    LaTeXMistake(#"\mathcal{L}\{f(t)\}"#, "unsupported-operator", 1),
    LaTeXMistake(#"\sum_{k=1}^n a_k + b_k"#, "ambiguous-scope", 20),
    LaTeXMistake(#"\sum_{i=1}^n x_{a_i}"#, "indexed-name", 14),
    LaTeXMistake(#"a \quad b"#, "unexpected-space", 3),
    LaTeXMistake(#"(f+g)(x) = f(x) + g(x)"#, "ambiguous-application", 1),
    LaTeXMistake(#"\prod_{k=1}^n k\cdot 2"#, "ambiguous-scope", 16),
    LaTeXMistake(#"f(1,000)"#, "ambiguous-number", 4),
    LaTeXMistake(#"\frac{D\rho}{Dt} = 0"#, "unclear-derivative", 1),
    LaTeXMistake(#"x + 25^\circ\mathrm{C}"#, "unit", 5),
    LaTeXMistake(#"\mathbb{1} + x"#, "unsupported-command", 1),
    LaTeXMistake(#"\ce{A -> B}"#, "unsupported-command", 1),
  ]

  @Test("what is not understood is an error with its code and its place", arguments: mistakes)
  func refuses(mistake: LaTeXMistake) {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try LaTeXReader().readings(of: mistake.source)
    }
    guard let diagnostic, let range = diagnostic.range else { return }
    #expect(diagnostic.code == mistake.code)
    #expect(SourceText(mistake.source).position(of: range.lowerBound).column == mistake.column)
  }

  static let characters: [(source: String, code: String, column: Int)] = [
    ("x \u{7}+ 1", "control-character", 3), ("a\u{FFFD}b", "replacement-character", 2),
    ("a + \u{202E}b", "bidi-control", 5), ("a\u{200B}b", "invisible-character", 2),
    ("x + 1\\", "trailing-backslash", 6), ("x + \u{1F34E}", "unexpected-character", 5),
    ("", "empty-input", 1),
    ("  % nothing\n", "empty-input", 1), ("$$ $$", "empty-input", 1), ("a\\\n + (b", "unclosed-paren", 4),
  ]

  @Test("characters that cannot be seen or read are errors", arguments: characters)
  func refusesCharacters(source: String, code: String, column: Int) {
    let diagnostic = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: source) }
    guard let diagnostic else { return }
    #expect(diagnostic.code == code)
    #expect(SourceText(source).position(of: diagnostic.range?.lowerBound ?? -1).column == column)
  }

  @Test("a misspelt command gets a suggestion")
  func suggests() {
    let diagnostic = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: #"x + \alhpa"#) }
    #expect(diagnostic?.help == [#"did you mean \alpha?"#])
    #expect(diagnostic?.fixIts == [FixIt(SourceRange(4, 10), insert: #"\alpha"#)])
  }

  @Test(
    "a missing bracket comes with the edit that mends it",
    arguments: [#"(a + b"#, #"\frac{(a}{b}"#, #"\left[ x"#, "{x"])
  func mends(source: String) throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: source) }
    let mended = SourceText(source).applying(diagnostic?.fixIts ?? [])
    #expect(throws: Never.self) { try LaTeXReader().readings(of: mended ?? "") }
  }
}
