import Apus
import ApusNotation

/// Answers inputs with a session, which keeps definitions and earlier answers.
struct SessionResponder: Responder {
  private var session = Session()

  /// What Tab can complete to at the prompt.
  var completer: Completer {
    let names = session.names.map { Completer.Candidate(name: $0, suffix: session.isCallable($0) ? "(" : "") }
    return Completer(names + MetaCommand.names.map { Completer.Candidate(name: $0) })
  }

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    let answer = try session.evaluate(input, cancellation: cancellation)
    var response = Response(text: answer.isQuiet ? "" : answer.text)
    response.notes = answer.isReadAsLaTeX ? ["read as LaTeX"] + answer.notes : answer.notes
    response.warnings = answer.warnings
    response.assumptions = answer.assumptions
    response.symbols = answer.symbols.map { Response.SymbolName(source: $0.latex, identifier: $0.name) }
    return response
  }

  /// What there is to say about a function, a verb, an operator or an error code.
  ///
  /// - Throws: `unknown-name` if there is nothing.
  func documentation(of topic: String) throws(Diagnostic) -> String {
    if let explanation = Explanation.all.first(where: { $0.code == topic }) {
      return explanation.lines.joined(separator: "\n")
    }
    return try session.help(on: topic)
  }
}
