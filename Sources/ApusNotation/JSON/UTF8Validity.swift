/// Checks bytes for being well-formed UTF-8, and says where they are not.
///
/// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
package enum UTF8Validity {
  /// The offset of the first byte that starts no well-formed sequence, or `nil` if all of them do.
  ///
  /// - Complexity: linear; eight bytes a step where the text is ASCII.
  package static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if let next = offsetPastASCIIWord(in: bytes, at: offset) {
        offset = next
        continue
      }
      guard let length = sequenceLength(in: bytes, at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  /// The same for an array of bytes.
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidOffset(in: $0) }
  }

  /// The string, or the error `invalid-utf8` with the offending byte and its place.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<String, Diagnostic> {
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let offset = firstInvalidOffset(in: bytes) ?? 0
    return .failure(problem(bytes[offset], at: offset))
  }

  /// The error for a byte that cannot stand where it stands.
  static func problem(_ byte: UInt8, at offset: Int) -> Diagnostic {
    let digits = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "invalid-utf8", "the byte 0x\(digits.count < 2 ? "0" : "")\(digits) is not valid UTF-8 here",
      at: SourceRange(offset, offset + 1), help: ["send the text as UTF-8"])
  }

  private static func offsetPastASCIIWord(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    guard offset + 8 <= bytes.count else { return nil }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0 ? offset + 8 : nil
  }

  /// The length of the well-formed sequence at `offset`, or `nil`.
  private static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset + distance < bytes.count && range.contains(bytes[offset + distance])
    }
    switch bytes[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : nil
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
    default: return nil
    }
  }
}
