import ApusNotation

/// What a line at the prompt asks for, besides mathematics.
enum MetaCommand: Equatable {
  case quit
  /// The summary of the prompt.
  case help
  /// Help on a name.
  case describe(String)
  /// Show the time of every evaluation, or stop doing so.
  case toggleTime

  /// All commands that begin with a colon.
  static let names = [":help", ":quit", ":time"]

  /// The command in a line; `nil` if the line is mathematics.
  ///
  /// - Throws: `unknown-prompt-command` for a colon with an unknown word.
  static func parse(_ line: String) throws(Diagnostic) -> MetaCommand? {
    let text = trimmed(line)
    switch text {
    case "quit", "exit", ":quit", ":q", ":exit": return .quit
    case ":help", "help", "?": return .help
    case ":time": return .toggleTime
    default: break
    }
    if text.hasPrefix("?") { return .describe(trimmed(text.drop { $0 == "?" })) }
    if text.hasSuffix("?"), text.dropLast().allSatisfy(EditBuffer.isWordCharacter) {
      return .describe(String(text.dropLast()))
    }
    guard text.hasPrefix(":"), !text.hasPrefix(":=") else { return nil }
    let start = line.utf8.count - line.drop(while: \.isWhitespace).utf8.count
    throw Diagnostic(
      "unknown-prompt-command", "there is no command '\(text)'",
      at: SourceRange(start, start + text.utf8.count),
      help: [Suggestions.nearest(to: text, among: names) ?? ":help"])
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text).drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
