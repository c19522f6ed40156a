import ApusTerms

/// What a session answers to one input.
public struct Answer: Sendable, Hashable {
  /// The answer on one line, as the reader reads it back; for help and definitions their text.
  public var text: String
  /// The value; nil for definitions of functions, declarations, assumptions and help.
  public var expression: Expr?
  /// The number under which the session keeps the value: `%3` is the third; nil where there is no value.
  public var number: Int?
  /// Remarks on the value or on how the input was read.
  public var notes: [String] = []
  /// What may not be as expected.
  public var warnings: [String] = []
  /// The assumptions of the session under which the value holds, as text.
  public var assumptions: [String] = []
  /// Whether the input was read as LaTeX.
  public var isReadAsLaTeX = false
  /// The symbols of a LaTeX input, with the names that they have here.
  public var symbols: [LaTeXSymbol] = []
  /// Whether the input ended in `;`, which asks for no output.
  public var isQuiet = false

  /// A symbol as LaTeX writes it, with its name in text notation.
  public struct LaTeXSymbol: Sendable, Hashable {
    /// The LaTeX, such as `\alpha`.
    public var latex: String
    /// The name, such as `alpha`.
    public var name: String

    /// Creates the pair.
    public init(latex: String, name: String) {
      self.latex = latex
      self.name = name
    }
  }

  /// Creates an answer.
  public init(text: String, expression: Expr? = nil) {
    self.text = text
    self.expression = expression
  }
}

extension Answer: CustomStringConvertible {
  /// The answer as a prompt shows it, with its notes on the same line: `1   note: 0^0 = 1 by convention; …`.
  public var description: String {
    var parts = isQuiet ? "" : text
    if isReadAsLaTeX { parts += "     (read as LaTeX)" }
    for note in notes { parts += "   note: \(note)" }
    for warning in warnings { parts += "\nwarning: \(warning)" }
    return parts
  }
}
