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
  static let commands: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef", "edef", "xdef",
    "let", "DeclareMathOperator", "DeclarePairedDelimiter",
  ]

  /// Commands that read or write files, run programs or rewrite the language.
  static let forbidden: Set<String> = [
    "write", "immediate", "input", "include", "InputIfFileExists", "openin", "openout", "read", "readline",
    "closein", "closeout", "catcode", "csname", "special", "directlua", "latelua", "luaexec", "luadirect",
    "ShellEscape", "endinput", "newread", "newwrite", "scantokens", "pdffiledump", "loop", "expandafter",
    "afterassignment", "aftergroup", "noexpand", "futurelet", "everymath", "everydisplay", "message",
    "errmessage", "usepackage", "documentclass", "RequirePackage", "lstinputlisting", "verbatiminput",
  ]
}
