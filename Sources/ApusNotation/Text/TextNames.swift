import ApusTerms

/// Which names of the text notation mean something by themselves, and how other names are kept apart from them.
struct TextNames: Sendable {
  private let functions: FunctionTable
  private let callables: Set<String>
  private let reserved: Set<String>

  /// Names for a table of functions, with further names that are called, such as those of verbs, and names that stand for
  /// something else.
  init(_ functions: FunctionTable, callables: Set<String> = [], reserved: Set<String> = []) {
    self.functions = functions
    self.callables = callables
    self.reserved = reserved
  }

  /// The words of the grammar.
  static let keywords: Set<String> = ["and", "or", "not", "let", "in"]

  /// Names with a fixed value that are not functions of no argument.
  static let values: Set<String> = ["i", "I", "nan", "inf"]

  /// Functions whose names are letters of the Greek alphabet; without arguments they are symbols.
  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi",
    "omicron", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
    "Lambda",
    "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
  ]

  /// Whether the name of a function may also be used as that of a symbol: single and Greek letters may.
  static func mayBeSymbol(_ name: String) -> Bool {
    greek.contains(name) || name.unicodeScalars.count == 1
  }

  /// Whether a symbol can be written by its bare name.
  func isBareSymbol(_ name: String) -> Bool {
    if TextNames.keywords.contains(name) || TextNames.values.contains(name) { return false }
    if name == "ans" || name == "_" || reserved.contains(name) { return false }
    if callables.contains(name), !TextNames.mayBeSymbol(name) { return false }
    if let function = functions[name] {
      if function.arity.allows(0) && function.arity.maximum == 0 { return false }
      if !TextNames.mayBeSymbol(name) { return false }
    }
    return TextNames.isPlain(name)
  }

  /// Whether a name can be that of a bound variable, which hides what it means elsewhere.
  func canBeBound(_ name: String) -> Bool {
    !TextNames.keywords.contains(name) && name != "_" && TextNames.isPlain(name)
  }

  /// Whether an unknown function can be called by its bare name.
  func isBareFunction(_ name: String) -> Bool {
    if TextNames.keywords.contains(name) || functions[name] != nil { return false }
    return name != "_" && name != "ans" && (TextNames.isPlain(name) || name == "expand!")
  }

  /// Whether the lexer takes the text for one name and spells it like this.
  private static func isPlain(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return !bytes.isEmpty && NameScanner.end(of: bytes, from: 0) == bytes.count
      && !bytes[0].isDigit && NameScanner.plainName(bytes[...]) == name
  }
}
