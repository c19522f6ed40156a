import ApusNotation
import ApusNumbers
import ApusTerms

/// Reads rule files.
///
///     set trigonometry
///     pythagoras:  sin(x)^2 + cos(x)^2 -> 1          from DLMF 4.21.12
///     log-of-exp:  log(exp(x)) -> x                  where -pi < im(x) <= pi    from Fungrim 987e3c
///
/// A rule begins at the start of a line; lines that begin with a space continue it. `#` begins a comment.
public struct RuleReader: Sendable {
  /// Creates a reader.
  public init() {}

  /// The sets of a file, in their order; rules before the first `set` belong to the set `rules`.
  ///
  /// - Throws: a `Diagnostic` with the place of the mistake: `rule-syntax`, `duplicate-rule`, `unbound-variable`,
  ///   `missing-source`, `unknown-condition`, and what the text notation says of expressions.
  /// - Complexity: linear in the length.
  public func ruleSets(in text: String) throws(Diagnostic) -> [RuleSet] {
    var reading = RuleFileReading(SourceText(text))
    return try reading.read()
  }
}

/// One pass over a file.
struct RuleFileReading {
  let source: SourceText
  private var sets: [RuleSet] = []
  private var names: Set<String> = []

  init(_ source: SourceText) { self.source = source }

  mutating func read() throws(Diagnostic) -> [RuleSet] {
    for range in statements() {
      let text = source.text(range)
      if text.hasPrefix("set ") {
        sets.append(RuleSet(text.dropFirst(4).trimmed))
        continue
      }
      let rule = try RuleLine(source, range).rule()
      if sets.isEmpty { sets.append(RuleSet("rules")) }
      if !names.insert(rule.name).inserted {
        throw Diagnostic("duplicate-rule", "a rule named '\(rule.name)' stands here already", at: range)
      }
      sets[sets.count - 1].rules.append(rule)
    }
    return sets
  }

  /// The ranges of rules and of `set` lines: lines with those that continue them, comments excluded at the ends.
  private func statements() -> [SourceRange] {
    var ranges: [SourceRange] = []
    var place = 0
    let bytes = source.bytes
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      let line = SourceRange(start, end(ofCodeIn: start..<place))
      place += 1
      if line.isEmpty { continue }
      if bytes[line.lowerBound] == UInt8(ascii: " "), let last = ranges.last {
        ranges[ranges.count - 1] = SourceRange(last.lowerBound, line.upperBound)
      } else {
        ranges.append(line)
      }
    }
    return ranges
  }

  /// The end of a line without its comment and white space.
  private func end(ofCodeIn line: Range<Int>) -> Int {
    var end = line.firstIndex { source.bytes[$0] == UInt8(ascii: "#") } ?? line.upperBound
    while end > line.lowerBound, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
