import ApusNotation

/// What an error code means, in a few sentences for the person who met it.
struct Explanation: Sendable {
  /// The stable code.
  let code: String
  /// What is wrong and what to do, without the particulars that the message itself gives.
  let text: String
  /// An input that has the mistake, and the same without it.
  let example: (wrong: String, right: String)?

  init(_ code: String, _ text: String, _ wrong: String? = nil, _ right: String? = nil) {
    self.code = code
    self.text = text
    example = wrong.flatMap { wrong in right.map { (wrong, $0) } }
  }

  /// The explanation as lines for people.
  var lines: [String] {
    var lines = [code, "  " + text]
    if let example { lines += ["  wrong:  " + example.wrong, "  right:  " + example.right] }
    return lines
  }

  /// The explanation of a code.
  ///
  /// - Throws: `unknown-code` if there is none, with the nearest code.
  static func of(_ code: String) throws(Diagnostic) -> Explanation {
    if let found = all.first(where: { $0.code == code }) { return found }
    let nearest = Suggestions.nearest(to: code, among: all.map(\.code))
    throw Diagnostic(
      "unknown-code", "there is no error code '\(code)'", help: nearest.map { ["apus explain \($0)"] } ?? [])
  }

  /// Every explanation, by subject.
  static let all =
    bytes + brackets + syntax + names + session + latex + latexAmbiguities + latexLimits + limits
    + conversions + protocols + numerics + simulations
}
