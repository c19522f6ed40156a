/// Spells the names of an expression in LaTeX: as the source did, or after the words of the identifier.
///
/// `alpha_ij` is `\alpha_{ij}`, `x_hat_n_minus_1` is `\hat{x}_{n-1}`, `v_max` is `v_{\mathrm{max}}`. Two names never share a
/// spelling.
struct LaTeXNameSpeller {
  private var spellings: [String: String]
  private var taken: Set<String>

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

/// An identifier taken apart into a letter, its font and accents, a subscript and marks.
struct LaTeXWordSpelling {
  let latex: String

  /// Spells an identifier of ASCII letters, digits and underscores, or a single letter; `nil` for other names.
  init?(_ name: String) {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first,
      let greek = GreekLetters.spelling(of: scalar), let letter = Self.letter(greek)
    {
      latex = letter
      return
    }
    guard name.utf8.allSatisfy({ Self.isWordByte($0) }) else { return nil }
    var words = name.split(separator: "_").map(String.init)[...]
    guard let first = words.popFirst(), first.first?.isNumber == false else { return nil }
    var base = Self.letter(first) ?? "\\mathrm{\(first)}"
    if let word = words.first, let font = Self.fonts[word] {
      base = "\\\(word == "bold" && base.hasPrefix("\\") ? "boldsymbol" : font){\(base)}"
      words.removeFirst()
    }
    while let word = words.first, Self.accents.contains(word) {
      base = "\\\(word){\(base)}"
      words.removeFirst()
    }
    let marks = Self.takeMarks(&words)
    latex = base + Self.subscriptText(words) + marks
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
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

  private static let fonts = [
    "bold": "mathbf", "cal": "mathcal", "scr": "mathscr", "bb": "mathbb", "frak": "mathfrak",
    "sans": "mathsf",
    "mono": "mathtt",
  ]
  private static let accents: Set<String> = [
    "hat", "bar", "tilde", "vec", "check", "breve", "acute", "grave", "ring", "underline",
  ]

  /// Primes and stars at the end.
  private static func takeMarks(_ words: inout ArraySlice<String>) -> String {
    guard let last = words.last else { return "" }
    if last == "star" {
      words.removeLast()
      return "^{*}"
    }
    guard last == "prime" else { return "" }
    words.removeLast()
    switch words.last {
    case "double":
      words.removeLast()
      return "''"
    case "triple":
      words.removeLast()
      return "'''"
    default: return "'"
    }
  }

  private static func subscriptText(_ words: ArraySlice<String>) -> String {
    if words.isEmpty { return "" }
    var text = ""
    var afterSign = true
    for word in words {
      let sign = signs[word]
      if sign == nil, !afterSign { text += "," }
      text += sign ?? index(word)
      afterSign = sign != nil
    }
    return "_{\(text)}"
  }

  private static let signs = ["plus": "+", "minus": "-"]

  private static func index(_ word: String) -> String {
    if word == "inf" { return "\\infty" }
    if let letter = letter(word) { return letter }
    let isShort = word.count < 3 || word.allSatisfy(\.isNumber)
    return isShort ? word : "\\mathrm{\(word)}"
  }
}
