/// One line of a source laid out in terminal columns, cut to a window around a place of interest.
struct SourceLine {
  /// The text to show, with an ellipsis where the window cuts.
  let text: String
  /// The byte offset and first column of every scalar shown, with an end entry.
  private let cells: [(offset: Int, column: Int)]

  /// Lays out the line that contains `offset`, at most `width` columns around it.
  init(_ source: SourceText, containing offset: Int, width: Int) {
    let range = source.line(containing: offset)
    // A window never needs more bytes than this on either side, so a line of megabytes costs nothing.
    let reach = 8 * max(width, 16)
    var bytes = SourceRange(
      max(range.lowerBound, offset - reach), min(range.upperBound, offset + reach))
    while bytes.lowerBound > range.lowerBound, bytes.lowerBound < bytes.upperBound,
      source.bytes[bytes.lowerBound] & 0xC0 == 0x80
    {
      bytes.lowerBound += 1
    }
    let all = SourceLine.scalars(source.bytes, bytes)
    let total = all.reduce(0) { $0 + $1.width }
    let cutBefore = bytes.lowerBound > range.lowerBound
    let cutAfter = bytes.upperBound < range.upperBound
    if total <= width, !cutBefore, !cutAfter {
      (text, cells) = SourceLine.assemble(all[...], before: false, after: false, end: range.upperBound)
      return
    }
    let (slice, startsLate, endsEarly) = SourceLine.window(all, around: offset, width: width - 2)
    (text, cells) = SourceLine.assemble(
      slice, before: startsLate || cutBefore, after: endsEarly || cutAfter, end: range.upperBound)
  }

  /// The column where a byte offset is shown, or the nearest one shown.
  func column(of offset: Int) -> Int {
    var found = 0
    for cell in cells {
      found = cell.column
      if cell.offset >= offset { break }
    }
    return found
  }

  /// Whether the place of a byte offset is inside the window.
  func shows(_ offset: Int) -> Bool {
    guard let first = cells.first, let last = cells.last else { return false }
    return first.offset <= offset && offset <= last.offset
  }

  private typealias Scalar = (text: String, width: Int, offset: Int)

  /// The scalars of a range: anything that would move or hide text is shown as U+FFFD, a tabulator as a space.
  private static func scalars(_ bytes: [UInt8], _ range: SourceRange) -> [Scalar] {
    var result: [Scalar] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place)
      var shown = scalar ?? "\u{FFFD}"
      if shown == "\t" { shown = " " }
      if UTF8Scalar.isControl(shown) || UTF8Scalar.isInvisible(shown) { shown = "\u{FFFD}" }
      result.append((String(shown), DisplayWidth.of(shown), place))
      place += length
    }
    return result
  }

  private static func window(
    _ scalars: [Scalar], around offset: Int, width: Int
  ) -> (slice: ArraySlice<Scalar>, startsLate: Bool, endsEarly: Bool) {
    var start = scalars.firstIndex { $0.offset >= offset } ?? scalars.count
    var used = 0
    while start > 0, used + scalars[start - 1].width <= width / 2 {
      start -= 1
      used += scalars[start].width
    }
    var end = start
    used = 0
    while end < scalars.count, used + scalars[end].width <= width {
      used += scalars[end].width
      end += 1
    }
    // Room left at the end of the line goes to the text before it.
    while start > 0, used + scalars[start - 1].width <= width {
      start -= 1
      used += scalars[start].width
    }
    return (scalars[start..<end], start > 0, end < scalars.count)
  }

  private static func assemble(
    _ scalars: ArraySlice<Scalar>, before: Bool, after: Bool, end: Int
  ) -> (String, [(offset: Int, column: Int)]) {
    var text = before ? "…" : ""
    var column = before ? 1 : 0
    var cells: [(offset: Int, column: Int)] = []
    for scalar in scalars {
      cells.append((scalar.offset, column))
      text += scalar.text
      column += scalar.width
    }
    cells.append((after ? (scalars.last.map { $0.offset + $0.text.utf8.count } ?? end) : end, column))
    return (text + (after ? "…" : ""), cells)
  }
}
