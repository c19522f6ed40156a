import Apus
import ApusNotation

/// What the command answers to one input, whatever asked for it.
struct Response: Equatable, Sendable {
  /// One symbol of a source with the identifier used for it.
  struct SymbolName: Equatable, Sendable {
    var source: String
    var identifier: String
  }

  /// The answer, the equations of a system together.
  var text: String
  /// Remarks for a person.
  var notes: [String] = []
  /// The symbols in order of appearance.
  var symbols: [SymbolName] = []
  /// What was taken for granted.
  var assumptions: [String] = []
  /// What may not be as expected.
  var warnings: [String] = []
  /// The labels that a document gives to the equations.
  var labels: [String] = []
  /// What the comparison with another system gave, if there was one.
  var verdict: Verdict?
  /// The rules that were applied, in their order, if they were asked for.
  var steps: [Step] = []

  /// One rule applied at one place.
  struct Step: Equatable, Sendable {
    var rule: String
    /// The part that was replaced.
    var before: String
    /// What took its place.
    var after: String
    /// What had to be proved, or not be provable.
    var conditions: [String]
  }
}

/// What the comparison of an answer with another system gave.
enum Verdict: Equatable, Sendable {
  /// Both have the same values at so many points.
  case agrees(points: Int)
  /// There was nothing to compare, for this reason.
  case notChecked(String)
}

/// One of several readings of an ambiguous input.
struct AlternativeReading: Equatable, Sendable {
  /// What makes the input say this and nothing else.
  enum Settlement: Equatable, Sendable {
    /// Assumptions, in the words of `--assume`.
    case assumptions([String])
    /// Writing the input like this.
    case source(String)
  }

  var settlement: Settlement
  /// The answer then.
  var text: String
}

/// Something that answers inputs one after another, keeping what it learns from them.
protocol Responder: Sendable {
  /// The answer to `input`; once `cancellation` is raised, the evaluation ends soon with an error.
  ///
  /// - Throws: what is wrong with the input, with ranges in it.
  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response
}
