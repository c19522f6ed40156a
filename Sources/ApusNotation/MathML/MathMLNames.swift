/// Names in MathML, after the words of their identifiers.
enum MathMLNames {
  /// The element for a symbol or an unknown function.
  static func element(for name: String) -> String {
    guard let parts = NameParts(name) else { return "<mi>\(escaped(name))</mi>" }
    var text = identifier(parts.base, font: parts.font)
    for accent in parts.accents { text = self.accent(accent, over: text) }
    let below = subscriptRow(parts.subscripts)
    let above =
      parts.hasStar
      ? "<mo>*</mo>" : parts.primes > 0 ? "<mo>\(String(repeating: "′", count: parts.primes))</mo>" : ""
    switch (below.isEmpty, above.isEmpty) {
    case (true, true): return text
    case (false, true): return "<msub>\(text)\(below)</msub>"
    case (true, false): return "<msup>\(text)\(above)</msup>"
    case (false, false): return "<msubsup>\(text)\(below)\(above)</msubsup>"
    }
  }

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
    let signs = ["plus": "<mo>+</mo>", "minus": "<mo>−</mo>", "inf": "<mi>∞</mi>"]
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
