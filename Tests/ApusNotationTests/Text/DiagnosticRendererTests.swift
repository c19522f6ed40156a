import Testing

@testable import ApusNotation

@Suite struct DiagnosticRendererTests {
  private func rendered(_ text: String, width: Int = 100, offersTab: Bool = false) -> String {
    let source = SourceText(text)
    do {
      return try TextParser.parse(source).description
    } catch {
      return DiagnosticRenderer(width: width, offersTab: offersTab).render(error, in: source)
    }
  }

  @Test("An unclosed parenthesis is drawn with the place of the missing one")
  func unclosed() {
    #expect(
      rendered("sin(x+1", offersTab: true) == """
        error[unclosed-paren]: this '(' is never closed
          sin(x+1
             ^   ~ ')' missing here
          help: sin(x+1)                      (press Tab to accept)
        """)
  }

  @Test("An ambiguous product is a question")
  func ambiguous() {
    #expect(rendered("1/2x") == "1/2*x ?   ambiguous: tools disagree.  help: (1/2)*x   or   1/(2*x)")
  }

  @Test("Wide and combining characters keep the caret in place")
  func widths() {
    #expect(
      rendered("日本 + x̂ 3") == """
        error[missing-operator]: there is no operator between 'x̂' and '3'
          日本 + x̂ 3
                   ^
          help: 日本 + x̂*3
        """)
  }

  @Test("Only the line of the mistake is shown, and tabulators are one column")
  func severalLines() {
    #expect(
      rendered("[1,\n\t2 @\n]") == """
        error[unexpected-character]: '@' means nothing here
           2 @
             ^
        """)
  }

  @Test("A long line is shown as a window around the caret")
  func window() {
    let text = String(repeating: "a+", count: 50_000) + "@" + String(repeating: "+b", count: 50_000)
    #expect(
      rendered(text, width: 42) == """
        error[unexpected-character]: '@' means nothing here
          …+a+a+a+a+a+a+a+a+a+@+b+b+b+b+b+b+b+b+b…
                              ^
        """)
  }

  @Test("Characters that hide or move text are shown as a replacement character")
  func invisible() {
    #expect(
      rendered("x\u{202E}y") == """
        error[bidirectional-control]: U+202E changes the direction of the text around it
          x�y
           ^ remove it
        """)
  }

  @Test("Colour wraps the parts and changes nothing else")
  func colour() {
    let source = SourceText("x)")
    let diagnostic = Diagnostic("unopened-paren", "this ')' was never opened", at: SourceRange(1, 2))
    #expect(
      DiagnosticRenderer(usesColour: true).render(diagnostic, in: source)
        == "\u{1B}[1;31merror[unopened-paren]\u{1B}[0m: this ')' was never opened\n  x)\n  \u{1B}[1;31m ^\u{1B}[0m"
    )
  }

  @Test(
    "Positions are lines and scalar columns from 1",
    arguments: [(0, 1, 1), (2, 1, 2), (3, 1, 3), (4, 2, 1), (7, 2, 2), (99, 2, 3)])
  func positions(_ offset: Int, _ line: Int, _ column: Int) {
    let position = SourceText("αx\n√y").position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(
    "Suggestions follow the edit distance",
    arguments: [
      ("fatcor", "factor"), ("sine", "sin"), ("Sin", "sin"), ("sni", "sin"), ("simplfy", "simplify"),
      ("fact", "factor"),
      ("xyz", nil), ("fo", nil), ("determinant", nil),
    ] as [(String, String?)])
  func suggestions(_ name: String, _ expected: String?) {
    #expect(
      Suggestions.nearest(to: name, among: ["sin", "cos", "factor", "simplify", "factorial"]) == expected)
  }
}
