import ApusNotation
import ApusTerms
import Testing

/// A source and the structure of its readings, separated by semicolons.
struct LaTeXRow: Sendable, CustomTestStringConvertible {
  var source: String
  var reading: String
  var testDescription: String { source }

  init(_ source: String, _ reading: String) {
    self.source = source
    self.reading = reading
  }

  /// The structure of what the reader makes of a source.
  static func reading(_ source: String, options: LaTeXOptions = LaTeXOptions()) throws -> String {
    try LaTeXReader(options: options).readings(of: source).map(\.expression.debugDescription).joined(
      separator: "; ")
  }
}
