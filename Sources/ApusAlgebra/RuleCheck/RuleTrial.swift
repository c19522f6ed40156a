import ApusNumbers
import ApusRewriting
import ApusTerms

/// The trial of one rule at many points.
struct RuleTrial {
  /// What was seen at one point.
  enum Outcome {
    /// Both sides have the same value, as far as enclosures tell.
    case agreement
    /// The values differ, which is certain.
    case wrong(RuleExample)
    /// The left side has a value, the right side has none.
    case lost(RuleExample)
    /// Too little is known at this point.
    case unknown
    case notEvaluable(String)
  }

  /// What was seen altogether.
  struct Result {
    /// At how many points both sides had a value.
    var points = 0
    /// How many points satisfied the conditions.
    var tried = 0
    var wrong: RuleExample?
    var lost: RuleExample?
    var notEvaluable: String?

    var isSound: Bool { wrong == nil && lost == nil && notEvaluable == nil && points > 0 }
  }

  let subject: RuleSubject
  /// Enclosures narrower than 2^-agreementBits, relative to the values, are taken for values.
  private static let agreementBits = 24
  private static let precisions = [64, 192, 640]

  /// Tries the rule until `wanted` points gave both sides a value, or it is refuted, or `wanted` times 100 were drawn.
  func run(points wanted: Int, seed: UInt64) -> Result {
    var result = Result()
    var values = SampleValues(seed: seed)
    var drawn = 0
    while result.points < wanted, drawn < wanted * 100, result.tried < wanted * 4 {
      let point = nextPoint(drawn, &values)
      drawn += 1
      guard isAdmissible(point) else { continue }
      result.tried += 1
      switch outcome(at: point) {
      case .agreement: result.points += 1
      case .unknown: break
      case .wrong(let example):
        result.points += 1
        result.wrong = example
        return result
      case .lost(let example):
        result.lost = result.lost ?? example
      case .notEvaluable(let name):
        result.notEvaluable = name
        return result
      }
      if subject.variables.isEmpty { break }
    }
    return result
  }

  /// The first points run through the notable values of a single variable, or through pairs and triples of the plainest
  /// values; the others are drawn.
  private func nextPoint(_ index: Int, _ values: inout SampleValues) -> RulePoint {
    let isSingle = subject.variables.count == 1
    let depth = isSingle ? Int.max : subject.variables.count == 2 ? 8 : subject.variables.count == 3 ? 4 : 0
    var rest = index
    var point: [(symbol: Symbol, name: String, value: Expr)] = []
    for (symbol, name, domain) in subject.variables {
      let choices = (isSingle ? SampleValues.notable(domain) : SampleValues.plain(domain)).prefix(depth)
      point.append((symbol, name, choices.isEmpty ? values.value(in: domain) : choices[rest % choices.count]))
      rest = choices.isEmpty ? 1 : rest / choices.count
    }
    if rest > 0 { point = subject.variables.map { ($0.symbol, $0.name, values.value(in: $0.domain)) } }
    return RulePoint(point)
  }

  private func isAdmissible(_ point: RulePoint) -> Bool {
    subject.requirements.allSatisfy { $0.holds(at: point) == true }
      && subject.exceptions.allSatisfy { $0.holds(at: point) == false }
  }

  // MARK: - One point

  private func outcome(at point: RulePoint) -> Outcome {
    var last = (left: RulePoint.Value.none, right: RulePoint.Value.none)
    for precision in Self.precisions {
      last.left = point.value(of: subject.left, isLogical: subject.isLogical, precision: precision)
      last.right = point.value(of: subject.right, isLogical: subject.isLogical, precision: precision)
      switch last {
      case (.notEvaluable(let name), _), (_, .notEvaluable(let name)): return .notEvaluable(name)
      case (.truth(let a), .truth(let b)):
        return a == b ? .agreement : .wrong(example(point, "\(a)", "\(b)"))
      case (.number(let a), .number(let b)):
        if !a.overlaps(b) { return .wrong(example(point, text(a), text(b))) }
        if isNarrow(a), isNarrow(b) { return .agreement }
      default: break
      }
    }
    switch last {
    case (.number(let a), .none) where isNarrow(a): return .lost(example(point, text(a), "undefined"))
    case (.none, .number(let b)) where isNarrow(b) && subject.isReversible:
      return .lost(example(point, "undefined", text(b)))
    default: return .unknown
    }
  }

  private func isNarrow(_ value: ComplexBall) -> Bool {
    let radius = max(value.real.radius, value.imaginary.radius)
    return radius <= 0x1p-24 || value.relativeAccuracyBits >= Self.agreementBits
  }

  private func example(_ point: RulePoint, _ left: String, _ right: String) -> RuleExample {
    RuleExample(point: point.values, left: left, right: right)
  }

  /// A few digits of a value.
  private func text(_ value: ComplexBall) -> String {
    if let integer = value.isReal ? value.real.uniqueInteger : nil { return "\(integer)" }
    return value.digits(8) ?? "\(value)"
  }
}
