import ApusNotation

/// One row of a table as it stands in the file.
struct TableRow {
  /// The line on which it begins, from 1.
  var line: Int
  /// Its bytes, without the end of the line.
  var bytes: [UInt8]
  /// How many bytes of the input it took.
  var length: Int
}

/// Reads the rows of a table one by one. In tables with cells a row may go over several lines, between quotation marks.
struct TableReader {
  private var lines: LineReader
  private let format: TableFormat
  /// The lines that were read.
  private(set) var line = 0

  init(descriptor: Int32, format: TableFormat) {
    lines = LineReader(descriptor: descriptor)
    self.format = format
  }

  /// Whether more can be read without waiting.
  var isReady: Bool { lines.isReady }

  /// The next row that is not blank; `nil` at the end.
  mutating func next() throws(Diagnostic) -> TableRow? {
    while let bytes = try nextLine() {
      if bytes.allSatisfy({ $0 == 0x20 }) { continue }
      var row = TableRow(line: line, bytes: bytes, length: bytes.count + 1)
      if format != .jsonl { try completeQuotation(&row) }
      return row
    }
    return nil
  }

  private mutating func nextLine() throws(Diagnostic) -> [UInt8]? {
    let next: LineReader.Line?
    do throws(SystemError) {
      next = try lines.next()
    } catch {
      throw Diagnostic("unreadable-file", "cannot read the input: \(error.message)")
    }
    guard let next else { return nil }
    line += 1
    guard case .bytes(var bytes) = next else {
      throw Diagnostic("too-large", "line \(line) is longer than 64 MiB")
    }
    // The mark that some programs put before UTF-8.
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return bytes
  }

  private mutating func completeQuotation(_ row: inout TableRow) throws(Diagnostic) {
    var isOpen = Self.changesQuotation(row.bytes)
    while isOpen {
      guard row.bytes.count <= LineReader.standardLimit, let more = try nextLine() else {
        throw Diagnostic("unclosed-cell", "line \(row.line) has a quotation mark that is not closed")
      }
      row.length += more.count + 1
      row.bytes += [0x0A] + more
      if Self.changesQuotation(more) { isOpen = false }
    }
  }

  /// Whether the number of quotation marks is odd.
  private static func changesQuotation(_ bytes: [UInt8]) -> Bool {
    var isOdd = false
    for byte in bytes where byte == UInt8(ascii: "\"") { isOdd.toggle() }
    return isOdd
  }
}
