/// Spells the names of an expression in LaTeX: as the source did, or after the words of the identifier.
///
/// `alpha_ij` is `\alpha_{ij}`, `x_hat_n_minus_1` is `\hat{x}_{n-1}`, `v_max` is `v_{\mathrm{max}}`. Two names never share a
/// spelling.
struct LaTeXNameSpeller {
  private var spellings: [String: String]
  private var taken: Set<String>
  /// Functions that would look like factors in front of their brackets.
  var unclearFunctions: Set<String> = []

  /// Creates a speller that knows the names of a source.
  init(_ symbols: [(latex: String, identifier: String)]) {
    spellings = Dictionary(symbols.map { ($0.identifier, $0.latex) }) { first, _ in first }
    taken = Set(spellings.values)
  }

  /// The LaTeX of a name.
  mutating func latex(for name: String) -> String {
    if let known = spellings[name] { return known }
    var result = LaTeXWordSpelling(name)?.latex ?? Self.text(name)
    if taken.contains(result) { result = Self.text(name) }
    spellings[name] = result
    taken.insert(result)
    return result
  }

  /// The LaTeX of an unknown function; longer names are operators.
  mutating func function(_ name: String) -> String {
    if unclearFunctions.contains(name), name.count == 1, spellings[name] ?? name == name {
      return "\\operatorname{\(name)}"
    }
    if let known = spellings[name] { return known }
    let isWord = name.count > 1 && name.allSatisfy { $0.isASCII && $0.isLetter }
    guard isWord, LaTeXWordSpelling.letter(name) == nil else { return latex(for: name) }
    let result = "\\operatorname{\(name)}"
    spellings[name] = result
    taken.insert(result)
    return result
  }

  /// Any name as text, in which nothing is a command.
  private static func text(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(scalar)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\\text{\(result)}"
  }
}

/// An identifier in LaTeX, after its words.
struct LaTeXWordSpelling {
  let latex: String

  /// Spells an identifier of ASCII letters, digits and underscores, or a single letter; `nil` for other names.
  init?(_ name: String) {
    guard let parts = NameParts(name) else { return nil }
    var text = Self.letter(parts.base) ?? "\\mathrm{\(parts.base)}"
    if let font = parts.font {
      let isGreek = text.hasPrefix("\\") && font == .bold
      text = "\\\(isGreek ? "boldsymbol" : Self.command(font)){\(text)}"
    }
    for accent in parts.accents { text = "\\\(accent.rawValue){\(text)}" }
    if !parts.subscripts.isEmpty {
      let signs = [
        "plus": "+", "minus": "-", "inf": "\\infty", "given": "|", "eq": "=", "less": "<", "greater": ">",
      ]
      text += "_{\(NameParts.subscriptText(parts.subscripts, signs: signs, comma: ",", Self.index))}"
    }
    text += parts.hasStar ? "^{*}" : String(repeating: "'", count: parts.primes)
    latex = text
  }

  /// A letter of the Latin or Greek alphabet; `nil` for other words.
  static func letter(_ word: String) -> String? {
    if word.count == 1, word.first?.isNumber == false { return word }
    return letters.contains(word) ? "\\" + word : nil
  }

  private static let letters: Set<String> = {
    var letters = Set(GreekLetters.all.map(\.name)).subtracting(["omicron"])
    letters.formUnion([
      "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    ])
    letters.formUnion(["varepsilon", "vartheta", "varphi", "varrho", "varsigma", "varkappa", "varpi"])
    letters.formUnion(["hbar", "ell"])
    return letters
  }()

  private static func command(_ font: NameParts.Font) -> String {
    switch font {
    case .bold: "mathbf"
    case .cal: "mathcal"
    case .scr: "mathscr"
    case .bb: "mathbb"
    case .frak: "mathfrak"
    case .sans: "mathsf"
    case .mono: "mathtt"
    }
  }

  private static func index(_ word: String) -> String {
    letter(word) ?? (NameParts.isShortIndex(word) ? word : "\\mathrm{\(word)}")
  }
}
