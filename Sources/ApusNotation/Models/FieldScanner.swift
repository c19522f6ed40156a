/// The lines of a text as fields separated by white space; `#` begins a comment, a backslash at the end continues a line.
struct FieldScanner {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var place: Int

  init(_ bytes: [UInt8], from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// Puts the fields of the next line into the array; false at the end of the text.
  mutating func nextLine(into fields: inout [SourceRange]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard place < bytes.count else { return false }
    bytes.withUnsafeBufferPointer { bytes in
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\n") { break }
        if byte == UInt8(ascii: "#") {
          skipLine(bytes)
          break
        }
        if Self.isSpace(byte) || isContinuation(bytes) {
          place += byte == UInt8(ascii: "\\") ? 2 : 1
          continue
        }
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), bytes[place] != UInt8(ascii: "#") {
          place += 1
        }
        fields.append(SourceRange(start, place))
      }
      place += 1
    }
    return true
  }

  private mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
  }

  private func isContinuation(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
