/// A text in which quotes were put around names.
package struct QuotedText {
  /// The names.
  package private(set) var names: [String] = []
  private var bytes: [UInt8] = []
  private var quotes: [Int] = []

  /// The text with quotes.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package init() {}

  /// Appends a byte as it is.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a name in quotes.
  package mutating func append(name: String) {
    names.append(name)
    quotes.append(bytes.count)
    bytes.append(UInt8(ascii: "`"))
    bytes.append(contentsOf: name.utf8)
    quotes.append(bytes.count)
    bytes.append(UInt8(ascii: "`"))
  }

  /// The range of the text before the quotes were put in.
  package func original(_ range: SourceRange, from start: Int) -> SourceRange {
    SourceRange(
      start + place(range.lowerBound), start + max(place(range.upperBound), place(range.lowerBound)))
  }

  private func place(_ offset: Int) -> Int { offset - quotes.count { $0 < offset } }
}
