/// The values of one variable: `x=2`, or `x=0:1:11` for 11 evenly spaced values from 0 to 1.
struct GridAxis {
  let name: String
  let values: GridValues

  enum GridValues {
    case single(Double)
    case range(from: Double, to: Double, count: Int)
  }

  /// The most points of a range.
  static let largestCount = 1_000_000_000

  /// Reads the text; `nil` if it is none of both forms.
  init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    name = String(text[..<sign])
    let parts = text[text.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
    if name.isEmpty { return nil }
    switch parts.count {
    case 1:
      guard let value = Double(parts[0]) else { return nil }
      values = .single(value)
    case 3:
      guard let start = Double(parts[0]), let end = Double(parts[1]), let count = Int(parts[2]),
        (1...Self.largestCount).contains(count)
      else { return nil }
      values = .range(from: start, to: end, count: count)
    default: return nil
    }
  }

  /// The number of values, if there are several.
  var count: Int? {
    if case .range(_, _, let count) = values { count } else { nil }
  }

  /// Value number `i`; the ends are exact.
  func value(_ i: Int) -> Double {
    switch values {
    case .single(let value): return value
    case .range(let start, let end, let count):
      if i == count - 1, count > 1 { return end }
      return count == 1 ? start : start + (end - start) * (Double(i) / Double(count - 1))
    }
  }
}
