import ApusNotation

/// The outcome of timing one workload.
struct BenchmarkRow {
  var workload: String
  var size: Int
  /// The seconds of each repetition.
  var seconds: [Double]
  var check: Benchmark.Check?
  /// Why there is no timing.
  var note: String?

  /// The row as the scripts that time other systems print it.
  var json: JSONValue {
    var object = JSONObject()
    object["workload"] = .string(workload)
    object["system"] = "apus"
    object["n"] = .integer(size)
    object["seconds_min"] = seconds.min().map(JSONValue.double) ?? .null
    object["seconds_median"] = median.map(JSONValue.double) ?? .null
    switch check {
    case .integer(let value): object["check"] = .integer(value)
    case .text(let text): object["check"] = .string(text)
    case nil: object["check"] = .null
    }
    if let note { object["note"] = .string(note) } else { object["reps"] = .integer(seconds.count) }
    return .object(object)
  }

  /// The row for people.
  var text: String {
    let name = workload + String(repeating: " ", count: max(1, 32 - workload.count))
    guard let least = seconds.min(), let median else { return name + (note ?? "no result") }
    let shown =
      switch check {
      case .integer(let value): "\(value)"
      case .text(let text): text
      case nil: "none"
      }
    let times = "min \(DurationText.text(of: least)), median \(DurationText.text(of: median))"
    return name + times + String(repeating: " ", count: max(2, 40 - times.count)) + "check \(shown)"
  }

  /// Whether the work was done and the result is the expected one.
  var isValid: Bool { note == nil }

  private var median: Double? {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
