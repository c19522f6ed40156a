import ApusNotation

/// What a conversion came to: how many formulas, how many refused and why.
struct ConversionTally: Sendable {
  /// The formulas that were refused with one code, and the place of the first.
  struct Refusal: Sendable {
    var code: String
    var count: Int
    var first: String?
  }

  private(set) var converted = 0
  private(set) var agreeing = 0
  private(set) var unchecked = 0
  /// The refusals by code, in order of appearance.
  private(set) var refusals: [Refusal] = []

  /// The formulas in all.
  var total: Int { converted + refused }
  /// The formulas without an answer.
  var refused: Int { refusals.reduce(0) { $0 + $1.count } }

  /// Counts an outcome.
  mutating func count(_ result: Result<Response, Diagnostic>, at place: Place?, in input: String) {
    switch result {
    case .success(let response):
      converted += 1
      switch response.verdict {
      case .agrees: agreeing += 1
      case .notChecked: unchecked += 1
      case nil: break
      }
    case .failure(let diagnostic):
      if let known = refusals.firstIndex(where: { $0.code == diagnostic.code }) {
        refusals[known].count += 1
      } else {
        let first = place?.text(of: diagnostic.range, in: SourceText(input))
        refusals.append(Refusal(code: diagnostic.code, count: 1, first: first))
      }
    }
  }

  /// Adds what came behind.
  mutating func add(_ other: ConversionTally) {
    converted += other.converted
    agreeing += other.agreeing
    unchecked += other.unchecked
    for refusal in other.refusals {
      if let known = refusals.firstIndex(where: { $0.code == refusal.code }) {
        refusals[known].count += refusal.count
      } else {
        refusals.append(refusal)
      }
    }
  }

  /// The summary for people, with a line for every code, the most frequent first.
  func summary(verifies: Bool) -> String {
    var text = "\(total) formula\(total == 1 ? "" : "s"): \(converted) converted, \(refused) refused"
    if verifies { text += "; verified: \(agreeing) agree, \(unchecked) not checked" }
    text += "\n"
    let ordered = refusals.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    let width = refusals.map(\.code.count).max() ?? 0
    for (_, refusal) in ordered {
      let count = String(refusal.count)
      let code = refusal.code + String(repeating: " ", count: width - refusal.code.count)
      text += String(repeating: " ", count: max(0, 6 - count.count)) + count + "  " + code
      if let first = refusal.first { text += "  \(refusal.count == 1 ? "at" : "first at") \(first)" }
      text += "\n"
    }
    return text
  }
}
