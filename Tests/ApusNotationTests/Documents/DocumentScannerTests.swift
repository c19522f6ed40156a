import ApusNotation
import Testing

/// The formulas that are found in documents, as `line:column source`, displays marked by a star.
@Suite struct DocumentScannerTests {
  private static func found(_ text: String, _ markup: DocumentMarkup) -> [String] {
    DocumentScanner.items(of: text, markup: markup).map { item in
      switch item {
      case .formula(let formula):
        "\(formula.line):\(formula.column) \(formula.isDisplayed ? "*" : "")\(formula.source)"
      case .definition(let source, let line): "\(line) def \(source)"
      case .inclusion(let name, let line): "\(line) file \(name)"
      }
    }
  }

  @Test(
    "formulas of LaTeX stand between delimiters and in environments",
    arguments: [
      ("a $x$ b \\(y\\) c", ["1:4 x", "1:11 y"]),
      ("\\[ x \\] $$ y $$", ["1:4 *x", "1:12 *y"]),
      ("\\begin{align*}\nx &= 1\n\\end{align*}", ["1:1 *\\begin{align*}\nx &= 1\n\\end{align*}"]),
      ("\n\n  $x$\n", ["3:4 x"]),
      ("äö $x$", ["1:5 x"]),
      ("\\ensuremath{x^{2}}", ["1:13 x^{2}"]),
      ("$\\text{if $x > 0$} y$ $z$", ["1:2 \\text{if $x > 0$} y", "1:24 z"]),
      ("$a % $ b\n+ c$ $d$", ["1:2 a % $ b\n+ c", "2:7 d"]),
      (
        "\\begin{equation}\\begin{aligned}x\\end{aligned}\\end{equation}",
        ["1:1 *\\begin{equation}\\begin{aligned}x\\end{aligned}\\end{equation}"]
      ),
      ("$ $ $$ $$ \\(\\)", []),
    ] as [(String, [String])])
  func latex(text: String, expected: [String]) {
    #expect(Self.found(text, .latex) == expected)
  }

  @Test(
    "what is no mathematics in LaTeX is passed over",
    arguments: [
      "costs \\$5 and \\$6", "% $x$\n", "\\verb|$x$| \\verb*+$y$+", "\\begin{verbatim}\n$x$\n\\end{verbatim}",
      "\\begin{lstlisting}[a]\n$x$\n\\end{lstlisting}", "\\begin{comment} $x$ \\end{comment}",
      "\\url{http://a/$x$}", "\\href{$x$}{text}", "\\lstinline[a=b]{$x$}", "\\mintinline{c}|$x$|",
      "\\\\[2pt] text", "\\iffalse $x$ \\fi", "\\begin{tikzpicture} \\draw ($(a)+(b)$); \\end{tikzpicture}",
      "\\documentclass{article}\\title{$x$}\\begin{document}\\end{document}$y$",
      "\\newenvironment{a}[1]{$x$}{$y$}", "\\NewDocumentCommand{\\a}{m}{$#1$}",
    ])
  func passedOver(text: String) {
    #expect(Self.found(text, .latex) == [])
  }

  @Test(
    "definitions and included files are items of their own",
    arguments: [
      ("\\newcommand{\\R}{\\rho} $\\R$", ["1 def \\newcommand{\\R}{\\rho}", "1:24 \\R"]),
      ("\\newcommand*\\a[1][x]{$#1$}\n", ["1 def \\newcommand*\\a[1][x]{$#1$}"]),
      ("\\def\\a#1#2{#1}\\let\\b=\\a", ["1 def \\def\\a#1#2{#1}", "1 def \\let\\b=\\a"]),
      (
        "\n\\DeclareMathOperator*{\\argmax}{arg\\,max}", ["2 def \\DeclareMathOperator*{\\argmax}{arg\\,max}"]
      ),
      (
        "\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}",
        ["1 def \\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}"]
      ),
      ("\\input{a/b} \\include{c}", ["1 file a/b", "1 file c"]),
      ("\\def\\broken", []),
    ] as [(String, [String])])
  func definitions(text: String, expected: [String]) {
    #expect(Self.found(text, .latex) == expected)
  }

  @Test(
    "a formula that is never closed ends with its paragraph, and the text goes on behind it",
    arguments: [
      ("$x + y\n\nand $z$", ["1:1 $x + y", "3:6 z"]),
      ("\\[ x\n \n$z$", ["1:1 *\\[ x", "3:2 z"]),
      (
        "\\begin{equation} x\n\n\\begin{equation} y \\end{equation}",
        ["1:1 *\\begin{equation} x", "3:1 *\\begin{equation} y \\end{equation}"]
      ),
      ("\\begin{equation} x\n\n y \\end{equation} $z$", ["1:1 *\\begin{equation} x", "3:20 z"]),
      ("$$ x $ y", ["1:1 *$$ x $"]),
      ("\\begin{align} x\n\\section{A} $y$", ["1:1 *\\begin{align} x", "2:14 y"]),
    ] as [(String, [String])])
  func unclosed(text: String, expected: [String]) {
    #expect(Self.found(text, .latex) == expected)
  }

  @Test(
    "formulas of Markdown stand between dollars, in math fences and in environments",
    arguments: [
      ("a $x$ b $$y$$", ["1:4 x", "1:11 *y"]),
      ("```math\nx = 1\n```\n$y$", ["2:1 *x = 1", "4:2 y"]),
      ("~~~~ {.math}\nx\n~~~~", ["2:1 *x"]),
      ("$`x`$", ["1:3 x"]),
      ("\\(x\\) \\[y\\] \\\\(z\\\\)", ["1:3 x", "1:9 *y", "1:16 z"]),
      ("\\begin{align}\nx &= 1\n\\end{align}", ["1:1 *\\begin{align}\nx &= 1\n\\end{align}"]),
      ("> $$\n> x\n> + y\n> $$", ["2:3 *x\n+ y"]),
      ("- item\n\n    $$x$$\n", ["3:7 *x"]),
      ("|a|b|\n|-|-|\n|$x$|$y$|", ["3:3 x", "3:7 y"]),
      ("# Title $x$\n", ["1:10 x"]),
    ] as [(String, [String])])
  func markdown(text: String, expected: [String]) {
    #expect(Self.found(text, .markdown) == expected)
  }

  @Test(
    "code, comments, metadata and prices in Markdown are passed over",
    arguments: [
      "It costs $5 and $6.", "\\$x\\$", "`$x$` ``$y$ ` ``", "```latex\n$x$\n```", "~~~\n$x$\n~~~",
      "text\n\n    $ $x$\n", "<!-- $x$ -->", "<pre>$x$</pre>", "---\ntitle: $x$\n---\n", "$ x $", "a $x",
      "\\[not closed", "````\n```\n$x$\n````",
    ])
  func passedOverInMarkdown(text: String) {
    #expect(Self.found(text, .markdown) == [])
  }

  @Test("bytes of a formula have their line and column in the document")
  func positions() throws {
    let text = "ä $x +\n  y$\n> $$\n> a\n>> b$$"
    let formulas = DocumentScanner.items(of: text, markup: .markdown).compactMap { item in
      if case .formula(let formula) = item { formula } else { nil }
    }
    try #require(formulas.count == 2)
    #expect(formulas[0].position(of: 0) == (1, 4))
    #expect(formulas[0].position(of: 6) == (2, 3))
    #expect(formulas[1].source == "a\nb")
    #expect(formulas[1].position(of: 0) == (4, 3))
    #expect(formulas[1].position(of: 2) == (5, 4))
  }

  @Test("any cut of a document is scanned to its end, with the formulas before the cut unchanged")
  func cuts() {
    let text = """
      \\documentclass{a}\\newcommand{\\a}[1]{$#1$}\\begin{document} $x$ \\verb|$| \\[ y \\text{ if $z$ } \\]
      \\begin{align} a &= b \\\\ c &= d \\end{align} `code` ```math
      q
      ``` $$ w $$ \\end{document}
      """
    for markup in DocumentMarkup.allCases {
      for count in 0...text.utf8.count {
        let cut = String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)
        let items = DocumentScanner.items(of: cut, markup: markup)
        #expect(items.count <= 12)
      }
    }
  }
}
