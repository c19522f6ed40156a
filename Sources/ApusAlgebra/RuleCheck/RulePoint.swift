import ApusNumbers
import ApusTerms

/// Values for the variables of a rule.
struct RulePoint {
  /// The values, in the order of the variables: exact numbers and truth values.
  let values: [(name: String, value: Expr)]
  private var numbers: [Symbol: Number] = [:]
  private var truths: [Expr: Expr] = [:]

  init(_ values: [(symbol: Symbol, name: String, value: Expr)]) {
    self.values = values.map { ($0.name, $0.value) }
    for (symbol, _, value) in values {
      if let number = value.number { numbers[symbol] = number } else { truths[Expr(symbol)] = value }
    }
  }

  subscript(name: String) -> Expr? { values.first { $0.name == name }?.value }

  /// What is known of a side at a point.
  enum Value {
    case number(ComplexBall)
    case truth(Bool)
    /// No value was found at this precision: there may be none, or an enclosure may be too wide.
    case none
    /// The side is built from something that is not evaluated.
    case notEvaluable(String)
  }

  /// An enclosure of a term's value.
  func value(of term: Expr, isLogical: Bool, precision: Int) -> Value {
    if isLogical { return truth(of: term, precision: precision).map { .truth($0) } ?? .none }
    let term = truths.isEmpty ? term : term.substituting(truths)
    let point = numbers.mapValues { ComplexBall($0, precision: precision) }
    do throws(EvaluationError) {
      let value = try term.enclosure(at: point, precision: precision, limits: EvaluationLimits(steps: 10_000))
      return value.isFinite ? .number(value) : .none
    } catch {
      switch error {
      case .unknownFunction(let name), .notEvaluable(let name): return .notEvaluable(name)
      default: return .none
      }
    }
  }

  /// Whether a relation holds, if that is certain.
  func truth(of relation: Expr, precision: Int) -> Bool? {
    let relation = truths.isEmpty ? relation : relation.substituting(truths)
    return try? relation.truth(at: numbers, limits: EvaluationLimits(steps: 10_000, precision: precision))
  }
}
