/// A change to the source text that would mend a mistake.
public struct FixIt: Hashable, Sendable {
  /// The bytes to replace; empty for an insertion.
  public var range: SourceRange
  /// The text to put there.
  public var insert: String

  /// Creates a fix that replaces `range` by `insert`.
  public init(_ range: SourceRange, insert: String) {
    self.range = range
    self.insert = insert
  }

  /// The edits that put brackets around a range.
  static func brackets(around range: SourceRange, open: String = "(", close: String = ")") -> [FixIt] {
    [
      FixIt(SourceRange(range.lowerBound, range.lowerBound), insert: open),
      FixIt(SourceRange(range.upperBound, range.upperBound), insert: close),
    ]
  }
}

extension [FixIt] {
  /// A source with the edits made, which must not overlap; of two at one place the first comes first.
  package func applied(to source: String) -> String {
    var bytes = Array<UInt8>(source.utf8)
    for fix in reversed().sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      guard fix.range.upperBound <= bytes.count else { continue }
      bytes.replaceSubrange(fix.range.lowerBound..<fix.range.upperBound, with: fix.insert.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What is wrong with an input: the one record that every reader throws, every front end prints and JSON carries.
///
/// The code is stable, in kebab case, and part of the API; the message is one plain sentence in the user's own spelling.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The stable kebab-case code, such as `unclosed-paren`.
  public var code: String
  /// One plain sentence, without a full stop.
  public var message: String
  /// Where in the source, if the mistake has a place.
  public var range: SourceRange?
  /// A few words to stand beside the caret, such as `extra`.
  public var label: String?
  /// Complete, pasteable corrections or advice, best first.
  public var help: [String]
  /// Edits that would mend the input.
  public var fixIts: [FixIt]
  /// For an ambiguous input the edits after which it has one reading, a list of edits for each.
  package var alternatives: [[FixIt]] = []
  /// Whether the source line is drawn; false where the message already quotes all that it would point at.
  public var showsSource: Bool

  /// The code of an input that tools read in different ways; its label is the likeliest reading, its help all of them.
  package static let ambiguousCode = "ambiguous"

  /// Creates a diagnostic.
  public init(
    _ code: String, _ message: String, at range: SourceRange? = nil, label: String? = nil,
    help: [String] = [], fixIts: [FixIt] = [], showsSource: Bool = true
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.label = label
    self.help = help
    self.fixIts = fixIts
    self.showsSource = showsSource
  }

  /// The diagnostic of an ambiguous input with the edits that settle it.
  func settled(by alternatives: [[FixIt]]) -> Diagnostic {
    var diagnostic = self
    diagnostic.alternatives = alternatives
    return diagnostic
  }
}
