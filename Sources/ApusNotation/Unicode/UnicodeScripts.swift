/// Letters and digits raised and lowered, as far as Unicode has them.
enum UnicodeScripts {
  /// The text raised; `nil` if a character has no raised form.
  static func raised(_ text: String) -> String? { mapped(text, superscripts) }

  /// The text lowered; `nil` if a character has no lowered form.
  static func lowered(_ text: String) -> String? { mapped(text, subscripts) }

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    var result = ""
    for character in text where character != " " {
      guard let image = table[character] else { return nil }
      result.append(image)
    }
    return result
  }

  private static func table(_ plain: String, _ images: String) -> [Character: Character] {
    Dictionary(zip(plain, images)) { first, _ in first }
  }

  private static let superscripts = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ")
  private static let subscripts = table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

/// Names in Unicode, after the words of their identifiers.
enum UnicodeNames {
  /// The name with Greek letters, combining accents and lowered indices; where Unicode has no lowered letter, with an underscore.
  ///
  /// The indices of an applied name stand in parentheses.
  static func text(for name: String, isApplied: Bool = false) -> String {
    guard let parts = NameParts(name) else { return name }
    var text = GreekLetters.letter(named: parts.base).map(String.init) ?? parts.base
    if let font = parts.font {
      guard font == .bold, let bold = bold(text) else { return name }
      text = bold
    }
    for accent in parts.accents {
      guard text.count == 1 else { return name }
      text.unicodeScalars.append(mark(accent))
    }
    if !parts.subscripts.isEmpty {
      let signs = [
        "plus": "+", "minus": "−", "inf": "∞", "given": "|", "eq": "=", "less": "<", "greater": ">",
      ]
      let index = NameParts.subscriptText(parts.subscripts, signs: signs, comma: ",") { word in
        GreekLetters.letter(named: word).map(String.init) ?? word
      }
      text += isApplied ? "(\(index))" : UnicodeScripts.lowered(index) ?? "_\(index)"
    }
    return text + (parts.hasStar ? "*" : String(repeating: "′", count: parts.primes))
  }

  private static func mark(_ accent: NameParts.Accent) -> Unicode.Scalar {
    switch accent {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .vec: "\u{20D7}"
    case .check: "\u{30C}"
    case .breve: "\u{306}"
    case .acute: "\u{301}"
    case .grave: "\u{300}"
    case .ring: "\u{30A}"
    case .underline: "\u{332}"
    }
  }

  /// A Latin letter in bold.
  private static func bold(_ text: String) -> String? {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else { return nil }
    let image: Unicode.Scalar? =
      switch scalar {
      case "A"..."Z": Unicode.Scalar(0x1D400 + scalar.value - 0x41)
      case "a"..."z": Unicode.Scalar(0x1D41A + scalar.value - 0x61)
      default: nil
      }
    return image.map { String(Character($0)) }
  }
}
