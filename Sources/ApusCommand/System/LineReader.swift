#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file descriptor line by line, each as soon as it is there.
///
/// Lines end with LF or CR LF; the last one may end with the input.
struct LineReader {
  /// A line without its end.
  enum Line: Equatable {
    case bytes([UInt8])
    /// A line over the length limit; its bytes were passed over.
    case tooLong(count: Int)
  }

  /// The longest line that is kept.
  static let standardLimit = 64 << 20

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(descriptor: Int32, limit: Int = LineReader.standardLimit) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line, or `nil` at the end of the input.
  ///
  /// - Throws: what the system says if the input cannot be read; lines before that are still delivered.
  mutating func next() throws(SystemError) -> Line? {
    var line: [UInt8] = []
    var count = 0
    while true {
      if position == buffer.count {
        try fill()
        if buffer.isEmpty { return count == 0 ? nil : Self.finished(line, count: count, limit: limit) }
      }
      let end = newline(from: position)
      let chunk = buffer[position..<(end ?? buffer.count)]
      count += chunk.count
      if count <= limit + 1 { line.append(contentsOf: chunk) } else { line = [] }
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { return Self.finished(line, count: count, limit: limit) }
    }
  }

  /// Whether the next line, or the end of the input, is there without waiting.
  var isReady: Bool {
    if isAtEnd || position < buffer.count && newline(from: position) != nil { return true }
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) != 0
  }

  /// What has been read and not delivered.
  mutating func takeBuffer() -> [UInt8] {
    defer { (buffer, position) = ([], 0) }
    return Array(buffer[position...])
  }

  private static func finished(_ line: [UInt8], count: Int, limit: Int) -> Line {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return count > limit + 1 || line.count > limit ? .tooLong(count: count) : .bytes(line)
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start).map {
        UnsafeRawPointer($0) - base
      }
    }
  }

  private mutating func fill() throws(SystemError) {
    position = 0
    buffer = []
    guard !isAtEnd else { return }
    let failure = Self.read(descriptor, into: &buffer)
    if buffer.isEmpty { isAtEnd = true }
    if let failure { throw failure }
  }

  /// Reads what is there, up to 64 KiB; nothing is read at the end of the file.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> SystemError? {
    var failure: SystemError?
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, count in
      while true {
        let result = systemRead(descriptor, space.baseAddress, space.count)
        if result >= 0 {
          count = result
          return
        }
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&ready, 1, -1)
          continue
        }
        failure = SystemError.last
        return
      }
    }
    return failure
  }
}

/// The system call, under a name that does not collide with the method.
private func systemRead(_ descriptor: Int32, _ space: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, space, count)
}
