import ApusTerms

/// An expression to write, with what the source called its symbols.
public struct Formula: Sendable {
  /// The expression or relation; writers keep the order and form of opaque terms.
  public var expression: Expr
  /// The symbols in order of appearance, each once: their LaTeX, and the identifiers that stand for them in `expression`.
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

extension Formula {
  /// The identifiers of symbols whose indices stand in parentheses in the source, as in `P(A|B)`.
  var appliedNames: Set<String> { Set(symbols.lazy.filter { $0.latex.hasSuffix(")") }.map(\.identifier)) }
}

extension [Formula] {
  /// The symbols of all formulas in order of appearance, each LaTeX once.
  var distinctSymbols: [(latex: String, identifier: String)] {
    if count == 1 { return self[0].symbols }
    var distinct: [(latex: String, identifier: String)] = []
    // A list is searched faster than a set as long as it is short.
    var long: Set<String> = []
    for formula in self {
      for symbol in formula.symbols {
        let isKnown =
          long.isEmpty ? distinct.contains { $0.latex == symbol.latex } : long.contains(symbol.latex)
        if isKnown { continue }
        distinct.append(symbol)
        if distinct.count == 24 {
          long = Set(distinct.map(\.latex))
        } else if !long.isEmpty {
          long.insert(symbol.latex)
        }
      }
    }
    return distinct
  }
}
