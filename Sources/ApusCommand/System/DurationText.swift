/// Durations as people and command lines write them.
enum DurationText {
  /// The seconds in a text such as `2`, `1.5s`, `300ms` or `2m`; `nil` if it is none or not positive.
  static func seconds(in text: String) -> Double? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value > 0, value.isFinite else { return nil }
    switch text.dropFirst(number.count) {
    case "", "s": return value
    case "ms": return value / 1000
    case "m", "min": return value * 60
    case "h": return value * 3600
    default: return nil
    }
  }

  /// A number of seconds with three digits and its unit.
  static func text(of seconds: Double) -> String {
    if seconds < 0.000_999_5 { return "\(rounded(seconds * 1e6)) µs" }
    if seconds < 0.999_5 { return "\(rounded(seconds * 1e3)) ms" }
    return "\(rounded(seconds)) s"
  }

  private static func rounded(_ value: Double) -> String {
    let scale = value < 9.995 ? 100.0 : value < 99.95 ? 10.0 : 1.0
    let text = ((value * scale).rounded() / scale).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
