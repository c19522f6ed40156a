import ApusTerms
import Testing

@testable import ApusNotation

@Suite("Breaking LaTeX into lines")
struct LaTeXLineTests {
  /// LaTeX, a width, and the rows.
  static let broken: [(String, Int, String)] = [
    ("a = b + c", 80, "a = b + c"),
    ("a = b + c", 9, "a = b + c"),
    ("a = b + c - d", 10, "a &= b \\\\\n&\\quad + c \\\\\n&\\quad - d"),
    ("f(x) = a x^{2} + b x + c", 22, "f(x) &= a x^{2} \\\\\n&\\quad + b x + c"),
    ("a = b + c = d + e", 14, "a &= b + c \\\\\n&= d + e"),
    ("a < b \\leq c", 8, "a &< b \\\\\n&\\leq c"),
    ("a b c + p q r - g h", 18, "&a b c + p q r \\\\\n&\\quad - g h"),
    ("-a - b", 4, "&-a \\\\\n&\\quad - b"),
    ("a + b + c + d = x", 10, "&a + b \\\\\n&\\quad + c \\\\\n&\\quad + d \\\\\n&= x"),
    // Brackets hold together, and so does what has no sum outside of them.
    ("a (b + c + d + e)", 6, "a (b + c + d + e)"),
    ("x = \\sqrt{a + b + c}", 8, "x = \\sqrt{a + b + c}"),
  ]

  @Test("lines are broken before relations, and before the signs of outermost sums", arguments: broken)
  func breaks(_ latex: String, _ width: Int, _ rows: String) throws {
    let formula = try Self.formula(latex)
    let text = try LaTeXWriter(lineWidth: width).text(of: [formula]).text
    #expect(text == (rows == latex ? latex : "\\begin{aligned}\n\(rows)\n\\end{aligned}"))
  }

  @Test("a system stays aligned, and its long equations are broken") func system() throws {
    let formulas = try ["a = b + c + d", "x = y"].map(Self.formula)
    let text = try LaTeXWriter(lineWidth: 13).text(of: formulas).text
    #expect(text == "\\begin{align*}\na &= b + c \\\\\n&\\quad + d \\\\\nx &= y\n\\end{align*}")
    #expect(try LaTeXReader().readings(of: text).map(\.expression) == formulas.map(\.expression))
  }

  @Test("broken formulas are read back as they were", arguments: LaTeXWriterTests.settled)
  func roundTrip(_ latex: String) throws {
    let formula = try Self.formula(latex)
    for width in [1, 6, 12, 24] {
      let text = try LaTeXWriter(lineWidth: width).text(of: [formula]).text
      let readings = try LaTeXReader().readings(of: text)
      #expect(readings.map(\.expression) == [formula.expression], "\(text)")
    }
  }

  private static func formula(_ latex: String) throws -> Formula {
    let readings = try LaTeXReader().readings(of: latex)
    try #require(readings.count == 1)
    return Formula(readings[0].expression, symbols: readings[0].symbols)
  }
}
