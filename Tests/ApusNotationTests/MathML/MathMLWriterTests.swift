import ApusNotation
import ApusTerms
import Testing

@Suite("Writing MathML")
struct MathMLWriterTests {
  static let rows: [(String, String)] = [
    ("x", "<mi>x</mi>"), ("1.5", "<mn>1.5</mn>"), ("-a", "<mo>−</mo><mi>a</mi>"),
    ("a + b", "<mi>a</mi><mo>+</mo><mi>b</mi>"), ("2x", "<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>"),
    ("\\frac{a+b}{2}", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"),
    ("\\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"), ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    (
      "\\hat{x}_{n-1}",
      "<msub><mover accent=\"true\"><mi>x</mi><mo>^</mo></mover><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub>"
    ),
    (
      "\\int_0^1 x \\, dx",
      "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>x</mi><mspace width=\"0.1667em\"/><mi mathvariant=\"normal\">d</mi><mi>x</mi>"
    ),
  ]

  @Test("formulas as elements", arguments: rows) func row(_ row: (String, String)) throws {
    let reading = try #require(try LaTeXReader().readings(of: row.0).first)
    let start = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"
    #expect(try MathMLWriter().text(of: reading.expression) == start + row.1 + "</math>")
  }

  @Test("names are never markup") func names() throws {
    #expect(
      try MathMLWriter().text(of: .symbol("<script>&\"")).contains("<mi>&lt;script&gt;&amp;&quot;</mi>"))
  }

  @Test("elements close in order, whatever the formula", arguments: LaTeXWriterTests.settled)
  func isWellFormed(_ latex: String) throws {
    let reading = try #require(try LaTeXReader().readings(of: latex).first)
    let text = try MathMLWriter().text(of: reading.expression)
    var open: [Substring] = []
    for tag in text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst(), "\(text)")
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    #expect(open.isEmpty)
    // These take a fixed number of elements.
    #expect(!text.contains("<msup></msup>"))
  }
}
