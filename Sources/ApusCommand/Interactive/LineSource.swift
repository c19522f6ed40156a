/// How the reading of a line at the prompt ended.
enum LineOutcome: Equatable {
  case line(String)
  /// Ctrl-C.
  case abandoned
  /// Ctrl-D, or the terminal is gone.
  case ended
}

/// Where the lines of an interactive session come from.
protocol LineSource: ~Copyable {
  /// Prompts and lets the user type a line; `offer` is the corrected form of the line before, if that failed.
  mutating func read(completer: Completer, offer: String?) -> LineOutcome
  /// Leaves the terminal as it was found.
  func close()
}
