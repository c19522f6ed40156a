#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file opened for reading.
struct InputFile: ~Copyable {
  /// The descriptor.
  let descriptor: Int32

  /// Opens the file at `path`.
  init(path: String) throws(SystemError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw SystemError.last }
  }

  /// The bytes from here to the end of the file.
  func contents() throws(SystemError) -> [UInt8] { try Self.contents(of: descriptor) }

  /// The bytes from here to the end of an open file.
  static func contents(of descriptor: Int32) throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    var chunk: [UInt8] = []
    while true {
      if let failure = LineReader.read(descriptor, into: &chunk) { throw failure }
      if chunk.isEmpty { return all }
      all.append(contentsOf: chunk)
    }
  }

  deinit { close(descriptor) }
}
