#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's monotonic clock; the one of the concurrency library would have to be loaded first.
enum Clock {
  /// Nanoseconds since some fixed moment.
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Seconds since some fixed moment.
  static var seconds: Double { Double(nanoseconds) * 1e-9 }
}
