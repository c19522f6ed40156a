/// A source text as the UTF-8 bytes that ranges count, with its lines, columns and edits.
public struct SourceText: Sendable {
  /// The bytes of the text, valid UTF-8 or not.
  public let bytes: [UInt8]

  /// Creates a source from a string.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Creates a source from raw bytes, which a reader will check.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The text of a range, clipped to the source; bytes that are no UTF-8 read as U+FFFD.
  public func text(_ range: SourceRange) -> String {
    let clipped = clip(range)
    return String(decoding: bytes[clipped.lowerBound..<clipped.upperBound], as: UTF8.self)
  }

  /// The line and the column of a byte offset, both from 1; columns count Unicode scalars.
  ///
  /// - Complexity: O(offset).
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(max(0, offset), bytes.count)
    var line = 1
    var column = 1
    for byte in bytes[0..<end] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The range of the line that contains a byte offset, without its line end.
  public func line(containing offset: Int) -> SourceRange {
    let place = min(max(0, offset), bytes.count)
    let newline = UInt8(ascii: "\n")
    let start = bytes[0..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = bytes[place...].firstIndex(of: newline) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  /// The text after the given edits, or nil when it would be longer than a person would paste.
  ///
  /// Edits must not overlap; they are applied by position, and insertions at one place in the order given.
  public func applying(_ fixes: [FixIt], limit: Int = 400) -> String? {
    guard bytes.count <= limit else { return nil }
    let ordered = fixes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result = ""
    var place = 0
    for (_, fix) in ordered {
      let range = clip(fix.range)
      guard range.lowerBound >= place else { return nil }
      result += text(SourceRange(place, range.lowerBound)) + fix.insert
      place = range.upperBound
    }
    result += text(SourceRange(place, bytes.count))
    return result.utf8.count <= limit ? result : nil
  }

  private func clip(_ range: SourceRange) -> SourceRange {
    let lower = min(max(0, range.lowerBound), bytes.count)
    return SourceRange(lower, min(max(lower, range.upperBound), bytes.count))
  }
}
