/// Finds the formulas of a document, one after the other, in the order of the text.
///
/// In LaTeX these are `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, `\ensuremath{…}` and the environments of mathematics; comments, verbatim text,
/// pictures and the preamble hold none, and definitions of macros are items of their own. In Markdown they are `$…$`, `$$…$$`,
/// `` $`…`$ ``, `\(…\)`, `\[…\]`, fences marked `math` and environments; code and comments hold none.
///
/// ```swift
/// let items = DocumentScanner.items(of: "Let $x > 0$. It costs \\$5.", markup: .latex)
/// // one formula, "x > 0", at line 1 and column 6
/// ```
public struct DocumentScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let markup: DocumentMarkup
  /// The byte that is looked at next.
  private(set) var place = 0
  /// The line of `place`, from 1, and the offset at which it begins.
  private(set) var line = 1
  private(set) var lineStart = 0
  /// Whether the text is the preamble of a LaTeX document.
  var isPreamble = false
  var isFinished = false
  /// Whether the text of a Markdown document stands in a list, where indented lines are no code.
  var isInList = false
  /// Whether the line before was blank.
  var followsBlank = true

  /// Creates a scanner for bytes that stay where they are as long as it is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, markup: DocumentMarkup) {
    self.bytes = bytes
    self.markup = markup
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (place, lineStart) = (3, 3) }
    if markup == .markdown { skipFrontMatter() }
  }

  /// The items of a document.
  ///
  /// - Complexity: linear in the length of the text, apart from delimiters that are never closed.
  public static func items(of text: String, markup: DocumentMarkup) -> [DocumentItem] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = DocumentScanner(bytes, markup: markup)
      var items: [DocumentItem] = []
      while let item = scanner.next() { items.append(item) }
      return items
    }
  }

  /// The next item, or `nil` at the end of the document.
  public mutating func next() -> DocumentItem? {
    while place < bytes.count, !isFinished {
      let item = markup == .latex ? nextInLaTeX() : nextInMarkdown()
      if let item { return item }
    }
    return nil
  }

  /// How many bytes have been looked at.
  public var offset: Int { place }

  // MARK: The cursor

  /// The byte at an offset, or zero behind the end.
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Moves to an offset, counting lines.
  mutating func move(to offset: Int) {
    let end = min(offset, bytes.count)
    while place < end {
      if bytes[place] == UInt8(ascii: "\n") {
        line += 1
        lineStart = place + 1
      }
      place += 1
    }
  }

  /// The offset of the end of the line that holds an offset, without its line end.
  func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Whether the line that begins at an offset holds nothing but white space.
  func isBlankLine(_ offset: Int) -> Bool {
    var place = offset
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    return place >= bytes.count || bytes[place] == UInt8(ascii: "\n")
  }

  /// Whether the bytes at an offset are those of a text.
  func matches(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where text.utf8Start[index] != bytes[offset + index] {
      return false
    }
    return true
  }

  /// The word of letters that starts at an offset, as it stands behind a backslash.
  func word(at offset: Int) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
    return offset..<end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  func isSpaceOrLineEnd(_ byte: UInt8) -> Bool { Self.isSpace(byte) || byte == UInt8(ascii: "\n") }

  // MARK: Items

  /// The formula in a range, or `nil` if that is blank; the cursor stands before it and moves to `end`.
  mutating func formula(_ range: Range<Int>, isDisplayed: Bool, end: Int) -> DocumentItem? {
    let isQuoted = markup == .markdown && quoteEnd(lineStart) > lineStart
    let range = trimmed(range, isQuoted: isQuoted)
    defer { move(to: end) }
    guard !range.isEmpty else { return nil }
    move(to: range.lowerBound)
    let column = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 } + 1
    guard isQuoted else {
      return .formula(
        DocumentFormula(text(range), isDisplayed: isDisplayed, line: line, column: column))
    }
    let (source, margins) = unquoted(range)
    return .formula(
      DocumentFormula(source, isDisplayed: isDisplayed, line: line, column: column, margins: margins))
  }

  /// A range without white space at its ends, and without the marks of quotation there.
  private func trimmed(_ range: Range<Int>, isQuoted: Bool) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpaceOrLineEnd(bytes[start]) {
      start = isQuoted && bytes[start] == UInt8(ascii: "\n") ? min(quoteEnd(start + 1), end) : start + 1
    }
    var line = end
    while line > start, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
    if isQuoted, line > start, quoteEnd(line) >= end { end = line }
    while end > start, isSpaceOrLineEnd(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The offset behind the marks of a quotation at the beginning of a line.
  func quoteEnd(_ start: Int) -> Int {
    var end = start
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        if byte(place) == 0x20 { place += 1 }
        end = place
      } else if bytes[place] == 0x20, place - end < 3 {
        place += 1
      } else {
        break
      }
    }
    return end
  }

  /// The text of a range without the marks of quotation at its lines, and how many columns were left out in each.
  private func unquoted(_ range: Range<Int>) -> (String, [Int]) {
    var result: [UInt8] = []
    var margins = [0]
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(lineEnd(start) + 1, range.upperBound)
      result += bytes[start..<end]
      guard end < range.upperBound else { break }
      start = min(quoteEnd(end), range.upperBound)
      margins.append(start - end)
    }
    return (String(decoding: result, as: UTF8.self), margins)
  }
}
