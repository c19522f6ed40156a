import Testing

@testable import ApusCommand

@Suite struct LayoutDetectorTests {
  @Test(
    "the first line that says something tells a document from a list",
    arguments: [
      (["E = m c^2"], .lines), (["", "% note", "\\newcommand{\\a}{b}", "x + y"], .lines),
      (["\\alpha + \\beta"], .lines),
      (["\\documentclass{article}"], .latex), (["\u{FEFF}\\section{A}"], .latex),
      (["% note", "\\section{A}"], .latex),
      (["We let $x$ be a number."], .latex),
      (["This text speaks of numbers."], .latex), (["---"], .markdown), (["# Title"], .markdown),
      (["```"], .markdown),
      (["\\[", "x", "\\]"], nil), (["\\begin{align}", "x", "\\end{align}", "a = b"], .lines),
      (["x = 1 \\text{ where the value is small}"], .lines), (["$x$"], .lines), (["#1"], .lines),
      (["\\sin x \\cos y"], .lines),
    ] as [([String], InputLayout?)])
  func layouts(lines: [String], expected: InputLayout?) {
    var detector = LayoutDetector()
    var found: InputLayout?
    for line in lines where found == nil { found = detector.layout(after: Array(line.utf8)) }
    #expect(found == expected)
  }
}
