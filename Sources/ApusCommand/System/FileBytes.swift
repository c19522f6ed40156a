#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a whole file or stream at one place, in bounded memory: what is large is mapped, and a large stream is
/// kept in a temporary file that nobody else sees.
final class FileBytes {
  /// The bytes, which stay where they are as long as this object lives.
  let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  /// What is kept in memory.
  static let memoryLimit = 8 << 20

  /// The bytes of an open file from its beginning, or those of a stream from here, behind what was read of it before.
  init(descriptor: Int32, after beginning: [UInt8] = []) throws(SystemError) {
    var information = stat()
    if beginning.isEmpty, fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      information.st_size > Self.memoryLimit
    {
      (bytes, isMapped) = (try Self.map(descriptor, Int(information.st_size)), true)
      return
    }
    var all = beginning
    var chunk: [UInt8] = []
    while all.count <= Self.memoryLimit {
      if let failure = LineReader.read(descriptor, into: &chunk) { throw failure }
      if chunk.isEmpty {
        (bytes, isMapped) = (Self.copy(all), false)
        return
      }
      all += chunk
    }
    (bytes, isMapped) = (try Self.spool(descriptor, after: all), true)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// Lets the system take back the memory of the bytes before an offset, which are not needed for now.
  func release(before offset: Int) {
    guard isMapped, let base = bytes.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let count = offset / page * page
    if count > 0 { madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED) }
  }

  // MARK: Parts

  private static func copy(_ all: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    let space = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: all.count)
    _ = space.initialize(from: all)
    return UnsafeBufferPointer(space)
  }

  private static func map(_ descriptor: Int32, _ count: Int) throws(SystemError) -> UnsafeBufferPointer<UInt8>
  {
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw SystemError.last
    }
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private static func spool(
    _ descriptor: Int32, after beginning: [UInt8]
  ) throws(SystemError) -> UnsafeBufferPointer<UInt8> {
    var path = Array(((Environment.variable("TMPDIR") ?? "/tmp") + "/apus-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw SystemError.last }
    defer { close(file) }
    unlink(path)
    var chunk = beginning
    var count = 0
    while !chunk.isEmpty {
      var start = 0
      while start < chunk.count {
        let written = chunk.withUnsafeBytes {
          write(file, $0.baseAddress.map { $0 + start }, $0.count - start)
        }
        guard written >= 0 || errno == EINTR else { throw SystemError.last }
        start += max(0, written)
      }
      count += chunk.count
      if let failure = LineReader.read(descriptor, into: &chunk) { throw failure }
    }
    return try map(file, count)
  }
}
