import Testing

@testable import ApusCommand

@Suite struct LaTeXChunksTests {
  @Test(
    "a piece ends where its displays and environments end",
    arguments: [
      (["x = 1"], false), (["\\begin{align}"], true),
      (["\\begin{align}", "x &= 1 \\\\", "\\end{align}"], false),
      (["\\["], true), (["\\[ x \\]"], false), (["$$"], true), (["$$ x $$"], false),
      (["$$", "x", "$$"], false),
      (["\\begin{align}", ""], false), (["\\begin{a}\\begin{b}", "\\end{b}"], true), (["\\end{a}"], false),
      (["x % \\begin{align}"], false), (["50\\% \\begin{align}"], true), (["\\\\[2pt] x"], false),
      (["$x$"], false),
      (["\\beginner"], false), (["\\"], false),
    ] as [([String], Bool)])
  func pieces(lines: [String], isOpen: Bool) {
    var chunks = LaTeXChunks()
    for line in lines { chunks.read(line: line.utf8) }
    #expect(chunks.isOpen == isOpen)
  }

  @Test(
    "lines that only define macros are told from formulas",
    arguments: [
      ("\\newcommand{\\v}{\\mathbf{v}}", true), ("\\newcommand{\\p}[1]{#1^2}", true),
      ("\\def\\q#1{#1+1}", true),
      ("  \\newcommand\\v{x}  ", true), ("\\newcommand{\\a}{x}\\newcommand{\\b}{y}", true),
      ("\\DeclareMathOperator{\\Tr}{Tr}", true),
      ("\\DeclareMathOperator*{\\argmax}{arg\\,max}", true), ("\\newcommand{\\v}{x} \\v + 1", false),
      ("x + 1", false), ("\\define x", false),
      ("\\newcommand{\\v", false), ("\\newcommand{\\p}[1]{#1^2} 1 + \\p", false), ("", false),
      ("\\frac{1}{2}", false),
    ])
  func definitions(text: String, expected: Bool) {
    #expect(LaTeXDefinitions.fill(text) == expected)
  }
}
