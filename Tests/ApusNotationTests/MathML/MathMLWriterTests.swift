import ApusNotation
import ApusTerms
import Testing

@Suite("Writing MathML")
struct MathMLWriterTests {
  static let rows: [(String, String)] = [
    ("x", "<mi>x</mi>"), ("1.5", "<mn>1.5</mn>"), ("-a", "<mo form=\"prefix\">−</mo><mi>a</mi>"),
    ("a < -1", "<mi>a</mi><mo>&lt;</mo><mo form=\"prefix\">−</mo><mn>1</mn>"),
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
    // Numbers never stand side by side.
    ("3 \\times 10^{8}", "<mn>3</mn><mo>·</mo><msup><mn>10</mn><mn>8</mn></msup>"),
    // A bar over several letters would be as long as one.
    (
      "z\\bar z + \\Re z",
      "<mi>z</mi><mo>&#x2062;</mo><mover accent=\"true\"><mi>z</mi><mo>¯</mo></mover><mo>+</mo><mrow><mi>Re</mi><mo>&#x2061;</mo>"
        + fenced("(", "<mi>z</mi>", ")", "false") + "</mrow>"
    ),
    (
      "\\overline{a+2i}",
      "<msup>"
        + fenced(
          "(", "<mi>a</mi><mo>+</mo><mn>2</mn><mo>&#x2062;</mo><mi mathvariant=\"normal\">i</mi>", ")",
          "false")
        + "<mo>*</mo></msup>"
    ),
    (
      "J_0(x)",
      "<mrow><msub><mi>J</mi><mn>0</mn></msub><mo>&#x2061;</mo>" + fenced("(", "<mi>x</mi>", ")", "false")
        + "</mrow>"
    ),
    ("2 \\cdot \\frac{1}{2}", "<mn>2</mn><mo>·</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("x_1^2", "<msubsup><mi>x</mi><mrow><mn>1</mn></mrow><mn>2</mn></msubsup>"),
    // A determinant has bars and a matrix its own brackets, and no others.
    ("\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}", fenced("|", matrix, "|")),
    ("\\det \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", fenced("|", matrix, "|")),
    (
      "f(x) = |y|",
      "<mrow><mi>f</mi><mo>&#x2061;</mo>" + fenced("(", "<mi>x</mi>", ")", "false") + "</mrow><mo>=</mo>"
        + fenced("|", "<mi>y</mi>", "|", "false")
    ),
    // The bar stands in a row with what it is as tall as.
    (
      "\\left. x \\right|_{x = 1}",
      "<msub><mrow><mi>x</mi><mo form=\"postfix\" fence=\"true\" stretchy=\"true\">|</mo></mrow><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow></msub>"
    ),
    (
      "P(A|B)",
      "<mrow><mi>P</mi><mo>&#x2061;</mo><mo stretchy=\"false\">(</mo><mrow><mi>A</mi><mo>|</mo><mi>B</mi></mrow><mo stretchy=\"false\">)</mo></mrow>"
    ),
  ]

  private static let matrix = "<mtable>" + row("a", "b") + row("c", "d") + "</mtable>"
  private static func row(_ a: String, _ b: String) -> String {
    "<mtr><mtd><mi>\(a)</mi></mtd><mtd><mi>\(b)</mi></mtd></mtr>"
  }
  private static func fenced(
    _ open: String, _ content: String, _ close: String, _ isTall: String = "true"
  ) -> String {
    let fence = "<mo fence=\"true\" stretchy=\"\(isTall)\">"
    return "<mrow>\(fence)\(open)</mo>\(content)\(fence)\(close)</mo></mrow>"
  }

  @Test("formulas as elements", arguments: rows) func row(_ row: (String, String)) throws {
    let reading = try #require(try LaTeXReader().readings(of: row.0).first)
    let start = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"
    let formula = Formula(reading.expression, symbols: reading.symbols)
    #expect(try MathMLWriter().text(of: [formula]).text == start + row.1 + "</math>")
  }

  @Test("names are never markup") func names() throws {
    #expect(
      try MathMLWriter().text(of: .symbol("<script>&\"")).contains("<mi>&lt;script&gt;&amp;&quot;</mi>"))
  }

  /// How many elements these take; the others take any number.
  private static let arities = [
    "msub": 2, "msup": 2, "mfrac": 2, "mroot": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3,
  ]

  @Test("elements close in order and have as many parts as they take", arguments: LaTeXWriterTests.settled)
  func isWellFormed(_ latex: String) throws {
    let reading = try #require(try LaTeXReader().readings(of: latex).first)
    let text = try MathMLWriter().text(of: reading.expression)
    var open: [(name: String, parts: Int)] = [("", 0)]
    for tag in text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      if tag.hasPrefix("/") {
        let element = open.removeLast()
        #expect(element.name == tag.dropFirst(), "\(text)")
        #expect(Self.arities[element.name] ?? element.parts == element.parts, "\(text)")
      } else {
        open[open.count - 1].parts += 1
        if !tag.hasSuffix("/") { open.append((String(tag.prefix { $0 != " " }), 0)) }
      }
    }
    #expect(open.count == 1)
  }
}
