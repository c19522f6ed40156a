#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers in decimal with a given number of digits.
enum DecimalText {
  /// The number as C's and Python's `%.9g` write it, for `digits` 9.
  static func general(_ value: Double, digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: digits + 32)
    let count = withVaList([Int32(digits), value]) { vsnprintf(&buffer, buffer.count, "%.*g", $0) }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
