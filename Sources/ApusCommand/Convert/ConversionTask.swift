import ApusNotation

/// One formula to convert, with all that decides how it is read and where its answer goes.
struct ConversionTask: Sendable {
  /// How an answer is printed for people.
  enum Layout: Sendable {
    /// The answer alone.
    case alone
    /// Beside its input line: a target of one line a formula prints an empty line where there is no answer.
    case line
    /// Under the place of the formula in its document.
    case document
  }

  /// The label of the record.
  var id: JSONValue = .null
  /// The formula.
  var input: String
  /// Where it comes from.
  var place: Place?
  var layout = Layout.alone
  /// What is wrong with the request itself.
  var problem: Diagnostic?
  /// Whether there is nothing to answer.
  var isBlank = false
  /// The macros that hold for the formula.
  var macros = LaTeXMacroTable()
  /// What the other formulas of its document show.
  var context: SharedContext?
  /// What the request itself says of the reading.
  var assumptions: [LaTeXAssumption] = []
}

/// A document context that many tasks share.
final class SharedContext: Sendable {
  let context: LaTeXDocumentContext
  init(_ context: LaTeXDocumentContext) { self.context = context }
}

/// What became of a task.
struct ConversionOutcome: Sendable {
  var result: Result<Response, Diagnostic>
  /// What an ambiguous formula may mean.
  var readings: [AlternativeReading] = []
  /// What was written, for those who check it.
  var formulas: [Formula] = []
  var milliseconds = 0.0
}
