#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether the long samples run: set `APUS_LONG_TESTS` to anything but `0` for them.
public enum LongTests {
  public static let isEnabled: Bool = {
    guard let value = getenv("APUS_LONG_TESTS") else { return false }
    return String(cString: value) != "0"
  }()

  /// `usual`, or `long` when the long samples run.
  public static func count(_ usual: Int, long: Int) -> Int { isEnabled ? long : usual }
}
