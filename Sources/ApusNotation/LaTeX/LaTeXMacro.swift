/// A macro the source defines: how many arguments it takes and what it stands for.
struct LaTeXMacro: Hashable, Sendable {
  var name: String
  var parameters: Int
  /// What the first argument is when it is not given in brackets; nil when it is mandatory.
  var defaultArgument: [LaTeXToken]?
  var body: [LaTeXToken]
  /// Whether a star after the name is allowed and means nothing, as with paired delimiters.
  var allowsStar = false
}

/// The commands that define macros, and those that a reader must never obey.
enum LaTeXDefinitions {
  enum Kind: Sendable {
    case definition
    /// Reads or writes files, runs programs or rewrites the language.
    case forbidden
  }

  /// What a command is to the expansion of macros; `nil` for all others.
  static let kinds = WordTable<Kind>(
    definitions.map { (key: $0, value: .definition) } + forbidden.map { (key: $0, value: .forbidden) })

  /// Whether a command defines a macro.
  static func isDefinition(_ name: String) -> Bool { kinds[name] == .definition }

  private static let definitions = [
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef", "edef", "xdef",
    "let", "DeclareMathOperator", "DeclarePairedDelimiter",
  ]

  private static let forbidden = [
    "write", "immediate", "input", "include", "InputIfFileExists", "openin", "openout", "read", "readline",
    "closein", "closeout", "catcode", "csname", "special", "directlua", "latelua", "luaexec", "luadirect",
    "ShellEscape", "endinput", "newread", "newwrite", "scantokens", "pdffiledump", "loop", "expandafter",
    "afterassignment", "aftergroup", "noexpand", "futurelet", "everymath", "everydisplay", "message",
    "errmessage", "usepackage", "documentclass", "RequirePackage", "lstinputlisting", "verbatiminput",
  ]
}
