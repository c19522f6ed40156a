// Words that items hold by number, so that an item is plain data and copying it counts no references.

/// A letter-like command such as `\alpha`, by its place in the reader's own list.
struct LaTeXSymbol: Equatable, Sendable {
  private let index: UInt16

  /// The command without its backslash.
  var name: String { Self.entries[Int(index)].name }

  /// The word for identifiers.
  var word: String { Self.entries[Int(index)].word }

  /// Whether the symbol is a letter, and not only a mark in scripts.
  var isLetter: Bool { Self.entries[Int(index)].isLetter }

  static let all = entries.indices.map { LaTeXSymbol(index: UInt16($0)) }

  /// The prime as an item of a superscript.
  static let prime = LaTeXSymbol(index: 0)

  static func ~= (name: String, symbol: LaTeXSymbol) -> Bool { symbol.name == name }

  private struct Entry {
    var name: String
    var word: String
    var isLetter: Bool
  }

  private static let entries =
    [Entry(name: "prime", word: "prime", isLetter: false)]
    + (greekLetters.map { ($0, $0) } + words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    .map { Entry(name: $0.0, word: $0.1, isLetter: !marks.contains($0.0)) }

  private static let greekLetters = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota",
    "kappa", "varkappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "varpi", "rho", "varrho", "sigma",
    "varsigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda",
    "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "digamma", "Alpha", "Beta", "Epsilon", "Zeta",
    "Eta", "Iota", "Kappa", "Mu", "Nu", "Omicron", "Rho", "Tau", "Chi", "varGamma", "varDelta", "varTheta",
    "varLambda", "varXi", "varPi", "varSigma", "varUpsilon", "varPhi", "varPsi", "varOmega",
  ]

  private static let words: [String: String] = [
    "hbar": "hbar", "hslash": "hbar", "ell": "ell", "infty": "inf", "partial": "partial", "nabla": "nabla",
    "emptyset": "emptyset", "varnothing": "emptyset", "aleph": "aleph", "beth": "beth", "imath": "imath",
    "jmath": "jmath", "wp": "wp", "perp": "perp", "parallel": "parallel", "ast": "star", "star": "star",
    "circ": "circ", "bullet": "bullet", "dagger": "dagger", "ddagger": "ddagger", "dag": "dagger",
    "ddag": "ddagger", "top": "top", "bot": "bot", "intercal": "top", "ominus": "std", "standardstate": "std",
    "plimsoll": "std", "oplus": "oplus", "otimes": "otimes", "odot": "sun", "square": "square",
    "Box": "square", "triangle": "triangle", "diamond": "diamond", "clubsuit": "club", "sharp": "sharp",
    "flat": "flat", "natural": "natural", "ohm": "ohm", "AA": "angstrom",
    "complement": "complement", "varhexstar": "star", "earth": "earth", "oplusearth": "earth",
  ]

  /// What stands for no letter, and is read only in scripts or on its own.
  private static let marks: Set<String> = [
    "infty", "partial", "nabla", "emptyset", "varnothing", "perp", "parallel", "ast", "star", "circ",
    "bullet",
    "dagger", "ddagger", "dag", "ddag", "top", "bot", "intercal", "ominus", "standardstate", "plimsoll",
    "oplus",
    "otimes", "odot", "prime", "square", "Box", "triangle", "diamond", "sharp", "flat", "natural",
    "complement",
  ]
}

/// The Apus name of a function that a command of LaTeX stands for, by its place in the reader's own list.
struct LaTeXFunctionName: Hashable, Sendable {
  private let index: UInt16

  /// The number of a name that a command stands for.
  init?(_ name: String) {
    guard let index = Self.numbers[name] else { return nil }
    self.index = index
  }

  var name: String { Self.names[Int(index)] }

  static func ~= (name: String, function: LaTeXFunctionName) -> Bool { function.name == name }

  private static let names =
    Set(LaTeXFunctions.commands.values).union(LaTeXFunctions.listFunctions.values).sorted()
  private static let numbers = WordTable(names.enumerated().map { (key: $1, value: UInt16($0)) })
}

/// A text that a source writes, by its place in the source's tree.
struct LaTeXWord: Equatable, Sendable {
  fileprivate let index: Int32
  /// Whether the text is language, and not a name in a formula.
  let isConnective: Bool
}

/// The texts of a source.
struct LaTeXWordList {
  private var texts: [String] = []

  subscript(word: LaTeXWord) -> String { texts[Int(word.index)] }

  mutating func add(_ text: String, isLanguage: Bool) -> LaTeXWord {
    texts.append(text)
    return LaTeXWord(
      index: Int32(texts.count - 1), isConnective: isLanguage && LaTeXWords.isConnective(text))
  }

  /// Makes a word longer, which must stand in one place only.
  mutating func append(_ scalar: Unicode.Scalar, to word: LaTeXWord) {
    texts[Int(word.index)].unicodeScalars.append(scalar)
  }
}
