#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A failed call to the operating system.
struct SystemError: Error, Equatable {
  /// The error number.
  var code: Int32

  /// The error that the last call left behind.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as `No such file or directory`.
  var message: String { String(cString: strerror(code)) }
}
