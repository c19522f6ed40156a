/// The macros that hold for a formula because the document defines them before it.
///
/// ```swift
/// var macros = LaTeXMacroTable()
/// try macros.define(#"\newcommand{\abs}[1]{\left|#1\right|}"#)
/// let reader = LaTeXReader(options: LaTeXOptions(macros: macros))
/// ```
public struct LaTeXMacroTable: Hashable, Sendable {
  private(set) var macros: [String: LaTeXMacro] = [:]

  /// Creates a table without macros.
  public init() {}

  /// Whether nothing is defined.
  public var isEmpty: Bool { macros.isEmpty }

  /// Adds the macros that a piece of LaTeX defines with `\newcommand`, `\renewcommand`, `\providecommand`, `\def`, `\let`,
  /// `\DeclareMathOperator` or `\DeclarePairedDelimiter`; a later definition replaces an earlier one.
  ///
  /// - Throws: `bad-definition`, `bad-macro-parameter` and what else can be wrong with a definition; nothing is added then.
  /// - Complexity: linear in the length of `source`.
  public mutating func define(_ source: String) throws(Diagnostic) {
    macros = try LaTeXMacros.macros(definedBy: try LaTeXLexer.tokens(of: source), after: self)
  }

  /// Whether a command, named without its backslash, is one of the macros.
  func defines(_ name: String) -> Bool { !macros.isEmpty && macros[name] != nil }
}
