import ApusNotation
import ApusNumbers
import ApusTerms

/// Turns conditions, as they are written, into facts.
struct Assumption {
  private(set) var facts: Facts
  private(set) var warnings: [String] = []

  init(_ facts: Facts) { self.facts = facts }

  /// Assumes a condition: a comparison, a predicate such as `real(x)`, or a conjunction of such.
  ///
  /// - Throws: `contradiction` and `unusable-assumption` at the range.
  mutating func assume(_ condition: Expr, at range: SourceRange, _ source: SourceText) throws(Diagnostic) {
    let text = source.text(range)
    for part in Assumption.parts(condition) {
      if part == .truth(true) { continue }
      if part == .truth(false) { throw Assumption.contradiction(text, range) }
      if let predicate = part.function.flatMap({ $0.isUndefined ? Predicate($0.name) : nil }),
        part.arguments.count == 1
      {
        try assume(predicate, of: part.arguments[0], text, range)
      } else {
        try assume(relation: part, text, range)
      }
    }
  }

  private static func parts(_ condition: Expr) -> [Expr] {
    var pending = [condition]
    var parts: [Expr] = []
    while let next = pending.popLast() {
      if next.function == .and { pending += next.arguments.reversed() } else { parts.append(next) }
    }
    return parts
  }

  private mutating func assume(
    _ predicate: Predicate, of subject: Expr, _ text: String, _ range: SourceRange
  ) throws(Diagnostic) {
    if let symbol = subject.symbol {
      guard let more = facts.assuming(symbol, predicate.property) else {
        throw Assumption.contradiction(text, range)
      }
      facts = more
      return
    }
    switch predicate.truth(of: subject, facts) {
    case .true: return
    case .false: throw Assumption.contradiction(text, range)
    case .unknown: throw Assumption.unusable(text, range)
    }
  }

  private mutating func assume(relation: Expr, _ text: String, _ range: SourceRange) throws(Diagnostic) {
    if let more = facts.assuming(relation) {
      facts = more
      return
    }
    if Facts().assuming(relation) != nil { throw Assumption.contradiction(text, range) }
    throw Assumption.unusable(text, range)
  }

  private static func contradiction(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic("contradiction", "\(text) contradicts what is assumed", at: range)
  }

  private static func unusable(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unusable-assumption", "\(text) cannot be assumed", at: range,
      help: ["compare a variable with a number, or state real(x), integer(n), positive(x), …"])
  }
}
