import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@Suite("LaTeX: laws") struct LaTeXLawTests {
  /// Formulas of many kinds, for laws that hold for all of them.
  static let formulas: [String] = [
    #"E = \frac{1}{2} m v^{2} + m g h"#,
    #"x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4 a c}}{2 a}"#,
    #"\int_{0}^{\infty} \frac{x^{3}}{e^{x} - 1} \, dx = \frac{\pi^4}{15}"#,
    #"\sum_{k=0}^{n} \binom{n}{k} x^{k} y^{n-k} = (x + y)^{n}"#,
    #"\frac{\partial^2 u}{\partial t^2} = c^2 \frac{\partial^2 u}{\partial x^2}"#,
    #"\ddot{\theta} + \frac{g}{l} \sin \theta = 0"#,
    #"f(x) = \begin{cases} x^{2} & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}"#,
    #"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix}"#,
    #"\lim_{x \to 0^{+}} x \ln x + \left| x - \lfloor x \rfloor \right|"#,
    #"\hat{p} (1 - \hat{p}) \le \max\left( \mathbf{a}, \Delta T \right)"#,
    #"\left. \frac{x^2}{2} \right|_{x=0}^{x=1} + \prod_{i=1}^{n} a_{i}"#,
    #"\begin{aligned} \dot{x} &= \sigma (y - x) \\ \dot{y} &= x (\rho - z) - y \end{aligned}"#,
    #"[\mathrm{A}]_{0} e^{-k t} \equiv 1 \pmod{7}"#,
    #"P(A | B) P(B) = \operatorname{erf}\left( \frac{x}{\sqrt{2}} \right) n! + 50 \%"#,
    #"y'' + x y' = \tfrac{1}{2} \cos^{2} 2 x + \tan^{-1} \frac{y}{x}"#,
    #"x \in [0, 1) \cup \{ 2, 3 \}"#,
  ]

  private static func outcome(_ source: String) -> Result<String, Diagnostic> {
    Result { () throws(Diagnostic) in
      try LaTeXReader().readings(of: source).map(\.expression.debugDescription).joined(separator: "; ")
    }
  }

  @Test("white space, comments, labels and delimiters change nothing", arguments: formulas)
  func ignoresLayout(source: String) throws {
    let plain = try LaTeXRow.reading(source)
    let spaced = source.replacing(" ", with: "  \n ")
    let commented = source.replacing(" ", with: " % (unbalanced \\foo {\n ")
    let variants = [
      spaced, commented, "\\[ \(source) \\]", "$\(source)$", "$$\(source)$$", "\\(\(source)\\)",
      "\\begin{equation*}\\label{eq:x}\(source)\\end{equation*}", "\(source) \\label{a} \\tag{1} .",
      "\\displaystyle \(source)\\,,", "\\newcommand{\\unused}[1]{#1} \(source)",
    ]
    for variant in variants { #expect(try LaTeXRow.reading(variant) == plain, "\(variant)") }
  }

  @Test("a macro for the whole formula changes nothing", arguments: formulas)
  func ignoresMacros(source: String) throws {
    let macro = "\\newcommand{\\all}[1]{#1} \\all{\(source)}"
    #expect(try LaTeXRow.reading(macro) == (try LaTeXRow.reading(source)))
  }

  @Test("what the LaTeX writer makes of a reading reads the same: a round trip", arguments: formulas)
  func agreesWithWriter(source: String) throws {
    for reading in try LaTeXReader().readings(of: source) {
      let formula = Formula(reading.expression, symbols: reading.symbols)
      let written = try NotationTarget.latex.write([formula]).text
      let again = try #require(try LaTeXReader().readings(of: written).first)
      #expect(again.expression.canonical() == reading.expression.canonical(), "\(written)")
    }
  }

  @Test("every prefix reads or is an error with a place inside the input", arguments: formulas)
  func survivesTruncation(source: String) {
    var prefix = ""
    for character in source {
      prefix.append(character)
      guard case .failure(let diagnostic) = Self.outcome(prefix) else { continue }
      Self.check(diagnostic, prefix)
    }
  }

  private static func check(_ diagnostic: Diagnostic, _ source: String) {
    guard let range = diagnostic.range else {
      Issue.record("\(diagnostic.code) has no place in \(source)")
      return
    }
    #expect(range.lowerBound >= 0 && range.upperBound <= source.utf8.count, "\(diagnostic.code) in \(source)")
    #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    for fix in diagnostic.fixIts { #expect(fix.range.upperBound <= source.utf8.count) }
  }

  @Test(
    "mutated input never crashes and answers the same twice", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func survivesMutation(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{", "}", "(", ")", "[", "]", "|", "^", "_", "&", "\\\\", "$", "\\left(", "\\right)", "\\frac",
      "\\sqrt", "\\sum_{k=1}",
      "\\int", "dx", "'", "\\begin{cases}", "\\end{cases}", ",", "=", "+", "-", "/", "!", "\\text{if}",
      "\\pm", "\\dot", "#1",
      "1", "x", "\\mathrm", "\\sin", "\\to", "\\cdots", "%", "\\Delta", "\\partial", "d", "e", "i",
      "\u{221A}", "\u{B2}",
      "\\newcommand{\\q}[1]{#1#1}", "\\q", "\\limits", "\\quad", "\\hat", "\\log_", "\\%", ".", "\\bmod",
      "\\middle|",
    ]
    for _ in 0..<250 {
      var characters = Array(Self.formulas.randomElement(using: &random) ?? "")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...characters.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < characters.count: characters.remove(at: place)
        case 1:
          let end = min(characters.count, place + Int.random(in: 1...6, using: &random))
          characters.removeSubrange(place..<end)
        case 2:
          let end = min(characters.count, place + Int.random(in: 1...12, using: &random))
          characters.insert(contentsOf: characters[place..<end], at: place)
        default: characters.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
        }
      }
      let source = String(characters)
      let first = Self.outcome(source)
      #expect(first == Self.outcome(source), "seed \(seed): \(source)")
      if case .failure(let diagnostic) = first { Self.check(diagnostic, source) }
    }
  }

  // MARK: Size and depth

  static let nests: [(open: String, middle: String, close: String)] = [
    ("(", "x", ")"), ("{", "x", "}"), ("\\left[", "x", "\\right]"), ("\\frac{1}{", "x", "}"),
    ("x^{", "2", "}"),
    ("a_{", "k", "}"), ("\\sqrt{", "x", "}"), ("\\overline{", "z", "}"), ("\\sin", " x", ""), ("-", "x", ""),
    ("\\sum_{k=1}^n", "k", ""), ("\\lim_{x\\to0}", "x", ""), ("\\frac{d}{dx}", "x", ""), ("\\neg", " p", ""),
    ("|", "x", "|"), ("\\text{$", "x", "$}"), ("\\begin{matrix}", "x", "\\end{matrix}"), ("f(", "x", ")"),
    ("x/", "x", ""),
    ("\\int", "x", "dx"), ("\\hat{", "x", "}"), ("\\ln\\sin", " x", ""), ("e^{", "x", "}"),
    ("\\{", "x,1", "\\}"),
  ]

  @Test("any depth is read or refused on a small stack", arguments: nests.indices, [3, 30, 300, 5_000])
  func isBounded(nest: Int, depth: Int) {
    let (open, middle, close) = Self.nests[nest]
    let source =
      String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    let outcome = DeepStack.run(bytes: 512 << 10) { Self.outcome(source) }
    if case .failure(let diagnostic) = outcome { Self.check(diagnostic, source) }
  }

  @Test("long input is read in one piece")
  func readsLongInput() throws {
    let sum = "x" + String(repeating: " - x + y", count: 4_000)
    let terms = try LaTeXReader().readings(of: sum)[0].expression.arguments
    #expect(terms.count == 8_001)
    let rows = String(repeating: "1 & 2 \\\\", count: 2_000)
    let matrix = try LaTeXReader().readings(of: "\\begin{bmatrix}\(rows)\\end{bmatrix}")[0].expression
    #expect(matrix.arguments.count == 2_000)
    let system = (1...1_000).map { "x_{\($0)} &= \($0)" }.joined(separator: " \\\\ ")
    #expect(try LaTeXReader().readings(of: "\\begin{align}\(system)\\end{align}").count == 1_000)
  }
}
