/// Names in MathML, after the words of their identifiers.
enum MathMLNames {
  /// A name, what stands below it and what stands above it; each is one element or nothing.
  struct Spelling {
    let base: String
    private(set) var below = ""
    private(set) var above = ""

    /// Spells a symbol or an unknown function; the indices of an applied name stand in parentheses behind it.
    init(_ name: String, isApplied: Bool = false) {
      guard let parts = NameParts(name) else {
        base = "<mi>\(escaped(name))</mi>"
        return
      }
      var text = identifier(parts.base, font: parts.font)
      for accent in parts.accents { text = MathMLNames.accent(accent, over: text) }
      let row = subscriptRow(parts.subscripts)
      let isArgument = isApplied && !row.isEmpty
      base =
        isArgument
        ? "<mrow>\(text)\(MathMLEmission.application)\(bracket)(</mo>\(row)\(bracket))</mo></mrow>" : text
      if !isArgument { below = row }
      if parts.hasStar {
        above = "<mo>*</mo>"
      } else if parts.primes > 0 {
        above = "<mo>\(String(repeating: "′", count: parts.primes))</mo>"
      }
    }

    /// All of it as one element.
    var element: String {
      switch (below.isEmpty, above.isEmpty) {
      case (true, true): base
      case (false, true): "<msub>\(base)\(below)</msub>"
      case (true, false): "<msup>\(base)\(above)</msup>"
      case (false, false): "<msubsup>\(base)\(below)\(above)</msubsup>"
      }
    }
  }

  private static let bracket = "<mo stretchy=\"false\">"

  /// Text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func identifier(_ word: String, font: NameParts.Font?) -> String {
    let text = GreekLetters.letter(named: word).map(String.init) ?? word
    guard let font else { return "<mi>\(text)</mi>" }
    return "<mi>\(MathMLAlphabet.styled(text, font))</mi>"
  }

  private static func accent(_ accent: NameParts.Accent, over text: String) -> String {
    let mark =
      switch accent {
      case .hat: "^"
      case .bar: "¯"
      case .tilde: "~"
      case .vec: "→"
      case .check: "ˇ"
      case .breve: "˘"
      case .acute: "´"
      case .grave: "`"
      case .ring: "˚"
      case .underline: "_"
      }
    if accent == .underline { return "<munder>\(text)<mo>\(mark)</mo></munder>" }
    return "<mover accent=\"true\">\(text)<mo>\(mark)</mo></mover>"
  }

  private static func subscriptRow(_ words: [String]) -> String {
    if words.isEmpty { return "" }
    let signs = [
      "plus": "<mo>+</mo>", "minus": "<mo>−</mo>", "inf": "<mi>∞</mi>", "given": "<mo>|</mo>",
      "eq": "<mo>=</mo>", "less": "<mo>&lt;</mo>", "greater": "<mo>&gt;</mo>",
    ]
    let row = NameParts.subscriptText(words, signs: signs, comma: "<mo>,</mo>") { word in
      if word.allSatisfy(\.isNumber) { return "<mn>\(word)</mn>" }
      if GreekLetters.letter(named: word) != nil || !NameParts.isShortIndex(word) {
        return identifier(word, font: nil)
      }
      return word.map { $0.isNumber ? "<mn>\($0)</mn>" : "<mi>\($0)</mi>" }.joined()
    }
    return "<mrow>\(row)</mrow>"
  }
}
