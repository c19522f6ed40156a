#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A buffered stream of bytes to a file descriptor.
///
/// A failing write ends the process: quietly if the reader has gone, otherwise with exit code 74 and a word on standard error.
struct Output: ~Copyable {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// The stream to standard output.
  static var standard: Output { Output(descriptor: STDOUT_FILENO) }
  /// The stream to standard error.
  static var error: Output { Output(descriptor: STDERR_FILENO) }

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Adds text to the buffer.
  mutating func write(_ text: String) { pending.append(contentsOf: text.utf8) }

  /// Adds bytes to the buffer.
  mutating func write(_ bytes: some Collection<UInt8>) { pending.append(contentsOf: bytes) }

  /// Adds text and a line end, and hands the buffer to the system.
  mutating func writeLine(_ text: String) {
    write(text)
    pending.append(UInt8(ascii: "\n"))
    flush()
  }

  /// Hands the buffer to the system; an interrupt waits until all of it is written, and from then on prints `lastWords`, if there are any,
  /// on standard error.
  mutating func flush(lastWords: [UInt8]? = nil) {
    if pending.isEmpty, lastWords == nil { return }
    Signals.beginWriting()
    defer { Signals.endWriting() }
    if let lastWords { Signals.setLastWords(lastWords) }
    var start = 0
    while start < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        systemWrite(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        Self.fail(descriptor, SystemError.last)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func fail(_ descriptor: Int32, _ error: SystemError) -> Never {
    if error.code == EPIPE {
      _ = signal(SIGPIPE, SIG_DFL)
      _ = raise(SIGPIPE)
    } else if descriptor != STDERR_FILENO {
      let words = Array("error[output]: cannot write the output: \(error.message)\n".utf8)
      _ = systemWrite(STDERR_FILENO, words, words.count)
    }
    ExitStatus.outputError.exitNow()
  }
}

/// The system call, under a name that does not collide with the method.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
