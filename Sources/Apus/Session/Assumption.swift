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
    guard let function = relation.function, relation.arguments.count == 2 else {
      throw Assumption.unusable(text, range)
    }
    let (a, b) = (relation.arguments[0], relation.arguments[1])
    guard [.less, .lessEqual, .greater, .greaterEqual].contains(function), a.symbol != nil || b.symbol != nil
    else {
      throw Assumption.unusable(text, range)
    }
    try weaken(function, a, b, text, range)
  }

  /// Of `a > b` what facts can hold: that symbols on both sides are real, and signs that follow.
  private mutating func weaken(
    _ function: Function, _ a: Expr, _ b: Expr, _ text: String, _ range: SourceRange
  ) throws(Diagnostic) {
    let isDescending = function == .greater || function == .greaterEqual
    let isStrict = function == .greater || function == .less
    let (upper, lower) = isDescending ? (a, b) : (b, a)
    var found: [(Symbol, Property)] = []
    if let symbol = upper.symbol {
      let isAboveZero = isStrict ? facts.isNonnegative(lower) == .true : facts.isPositive(lower) == .true
      found.append(
        (
          symbol,
          isAboveZero ? .positive : facts.isNonnegative(lower) == .true ? [.real, .nonnegative] : .real
        ))
    }
    if let symbol = lower.symbol {
      let isBelowZero = isStrict ? facts.isNonpositive(upper) == .true : facts.isNegative(upper) == .true
      found.append(
        (
          symbol,
          isBelowZero ? .negative : facts.isNonpositive(upper) == .true ? [.real, .nonpositive] : .real
        ))
    }
    for (symbol, property) in found {
      guard let more = facts.assuming(symbol, property) else { throw Assumption.contradiction(text, range) }
      facts = more
    }
    let gist = found.map { "\($0.0.name) is \(Assumption.word($0.1))" }.joined(separator: " and ")
    warnings.append("of \(text) only this is used: \(gist)")
  }

  private static func word(_ property: Property) -> String {
    switch property {
    case .positive: "positive"
    case .negative: "negative"
    case [.real, .nonnegative]: "not negative"
    case [.real, .nonpositive]: "not positive"
    default: "real"
    }
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
