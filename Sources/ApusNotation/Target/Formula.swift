import ApusTerms

/// An expression to write, with what the source called its symbols.
public struct Formula: Sendable {
  /// The expression or relation; writers keep the order and form of opaque terms.
  public var expression: Expr
  /// The symbols in order of appearance: their LaTeX, and the identifiers that stand for them in `expression`.
  public var symbols: [(latex: String, identifier: String)]

  /// What is known of symbols, by their identifiers; SymPy's symbols are declared with it.
  public var facts: [String: [SymbolFact]] = [:]

  /// Creates a formula; symbols that are not listed are declared after those that are.
  public init(_ expression: Expr, symbols: [(latex: String, identifier: String)] = []) {
    self.expression = expression
    self.symbols = symbols
  }
}

/// What a writer made of formulas.
public struct WrittenText: Sendable {
  /// The text in the target notation.
  public var text: String
  /// The symbols of the formulas with the identifiers that the text uses for them, where it renames some.
  public var symbols: [(latex: String, identifier: String)]
  /// What a reader of the text should know, one plain sentence each.
  public var notes: [String]

  /// Creates a result.
  public init(_ text: String, symbols: [(latex: String, identifier: String)] = [], notes: [String] = []) {
    self.text = text
    self.symbols = symbols
    self.notes = notes
  }
}
