import ApusNotation
import ApusTerms
import Testing

@Suite("Writing Unicode")
struct UnicodeWriterTests {
  static let rows: [(String, String)] = [
    ("a + b - c", "a + b − c"), ("2xy", "2·x·y"), ("x^2 + 1", "x² + 1"), ("x^{n+1}", "xⁿ⁺¹"),
    ("x^{-1}", "x⁻¹"),
    ("x^{a/b}", "x^(a/b)"), ("(x+1)^2", "(x + 1)²"), ("-x^2", "−x²"), ("(-x)^2", "(−x)²"),
    ("2^{2^n}", "2^(2ⁿ)"),
    ("\\frac{a+b}{2c}", "(a + b)/(2·c)"), ("a - \\frac{b}{c}", "a − b/c"), ("\\sqrt{x}", "√x"),
    ("\\sqrt{x+1}", "√(x + 1)"), ("\\sqrt[3]{x}", "∛x"), ("\\sqrt[n]{x}", "ⁿ√x"), ("a \\mp b", "a ∓ b"),
    ("\\alpha_{ij} + \\hat{x}_1", "αᵢⱼ + x̂₁"), ("v_{max}", "vₘₐₓ"), ("k_B", "k_B"), ("\\mathbf{v}'", "𝐯′"),
    ("0 < x \\le 1", "0 < x ≤ 1"), ("|x| + \\lfloor y \\rfloor", "|x| + ⌊y⌋"), ("n!", "n!"),
    ("\\sin x", "sin(x)"),
    ("\\int_0^1 x^2 \\, dx", "∫₀¹ x² dx"), ("\\sum_{k=1}^{n} k^2", "∑ₖ₌₁ⁿ k²"), ("e^{-x}", "e⁻ˣ"),
    ("\\lim_{x\\to0^+} \\ln x", "lim[x → 0⁺] ln(x)"), ("\\frac{d^2}{dx^2} x^3", "d²/dx² x³"),
    ("\\begin{pmatrix} 1 & x \\\\ 0 & 1 \\end{pmatrix}", "[[1, x], [0, 1]]"),
    ("x \\in \\{1, 2\\}", "x ∈ {1, 2}"), ("P(A|B)", "P(A|B)"), ("P_{A|B}", "P_A|B"),
    ("\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "{x if x > 0; 0 otherwise}"),
  ]

  @Test("formulas on one line", arguments: rows) func row(_ row: (String, String)) throws {
    let reading = try #require(try LaTeXReader().readings(of: row.0).first)
    #expect(try UnicodeWriter().text(of: Formula(reading.expression, symbols: reading.symbols)) == row.1)
  }
}
