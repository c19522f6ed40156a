import ApusNotation

/// Answers inputs with a session, which keeps definitions and earlier answers.
struct SessionResponder: Responder {
  var commentMark: UInt8 { UInt8(ascii: "#") }

  /// What Tab can complete to at the prompt.
  var completer: Completer { Completer(MetaCommand.names.map { Completer.Candidate(name: $0) }) }

  mutating func response(to input: String, until interruption: Interruption) throws(Diagnostic) -> Response {
    throw Diagnostic("unavailable", "this build cannot evaluate expressions yet")
  }

  /// What there is to say about a name.
  ///
  /// - Throws: `unknown-name` if there is nothing.
  func documentation(of name: String) throws(Diagnostic) -> String {
    throw Diagnostic("unknown-name", "there is no documentation of '\(name)'")
  }
}
