import Testing

@testable import ApusCommand

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LineReaderTests {
  /// The lines read from a file that holds `bytes`.
  private func lines(_ bytes: [UInt8], limit: Int = LineReader.standardLimit) throws -> [LineReader.Line] {
    let file = try TemporaryFile(bytes)
    var reader = LineReader(descriptor: file.descriptor, limit: limit)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(try reader.next() == nil)
    return lines
  }

  @Test(
    "lines end with LF, CR LF, or the input",
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
      ("\n\na\n", ["", "", "a"]), ("a\rb\n", ["a\rb"]), ("a\0b\n", ["a\0b"]),
      ("é\u{2028}x\n", ["é\u{2028}x"]),
    ])
  func ends(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected.map { .bytes(Array($0.utf8)) })
  }

  @Test("lines longer than any buffer come whole", arguments: [65_535, 65_536, 65_537, 200_000])
  func longLines(length: Int) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    #expect(try lines(long + [10] + long + [13, 10, 49]) == [.bytes(long), .bytes(long), .bytes([49])])
  }

  @Test("a line over the limit is passed over, and the next one is read")
  func limit() throws {
    let bytes = Array("12345\n123456\n1234567890\r\n12345\r\n1".utf8)
    let expected: [LineReader.Line] = [
      .bytes(Array("12345".utf8)), .tooLong(count: 6), .tooLong(count: 11), .bytes(Array("12345".utf8)),
      .bytes(Array("1".utf8)),
    ]
    #expect(try lines(bytes, limit: 5) == expected)
  }

  @Test("a directory cannot be read")
  func directory() throws {
    let file = try InputFile(path: "/")
    #expect(throws: SystemError(code: EISDIR)) { try file.contents() }
  }

  @Test("a missing file is an error with the system's words")
  func missingFile() {
    #expect(throws: SystemError(code: ENOENT)) { _ = try InputFile(path: "/no/such/file") }
    #expect(SystemError(code: ENOENT).message == "No such file or directory")
  }

  @Test("a file is read whole")
  func contents() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try TemporaryFile(bytes)
    #expect(try InputFile(path: file.path).contents() == bytes)
  }
}

/// A file that is gone when nobody needs it any more.
final class TemporaryFile {
  let path: String
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws {
    var name = Array("/tmp/apus-test-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if descriptor < 0 { throw SystemError.last }
    writeAll(bytes, to: descriptor)
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }
}
