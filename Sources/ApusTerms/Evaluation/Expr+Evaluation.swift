import ApusNumbers
import Numerics

extension Expr {
  /// The value at a point, in machine reals.
  ///
  /// The result is NaN where the value, or a part that it is computed from, is not real or does not exist; comparisons
  /// compare the rounded values.
  /// - Throws: `EvaluationError` for symbols without a value, unknown functions and constructs that are not evaluated.
  /// - Complexity: linear in the number of distinct nodes; a sum counts its body once for each term.
  public func value(
    at point: [Symbol: Double] = [:], limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Double {
    try evaluated(in: RealDomain(), at: point, limits)
  }

  /// The value at a point, in machine complex numbers, principal branches.
  ///
  /// - Throws: as for real points.
  public func complexValue(
    at point: [Symbol: Complex<Double>] = [:], limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Complex<Double> {
    try evaluated(in: ComplexDomain(), at: point, limits)
  }

  /// An enclosure of the value at a point, computed with `precision` bits; indeterminate where none is found.
  ///
  /// - Throws: as for real points, and `undecided` when a comparison is not certain.
  public func enclosure(
    at point: [Symbol: ComplexBall] = [:], precision: Int, limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> ComplexBall {
    try evaluated(in: BallDomain(precision: precision), at: point, limits)
  }

  /// Whether the relation or logical expression holds at a point, decided by enclosures of rising precision.
  ///
  /// - Throws: `undecided` when no precision within the limits decides, `notATruthValue` for a number.
  public func truth(
    at point: [Symbol: Number], limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Bool {
    var failure = EvaluationError.undecided("whether the relation holds")
    for precision in Self.precisions(upTo: min(limits.precision, 4096)) {
      if limits.isCancelled() { throw .cancelled }
      do throws(EvaluationError) {
        let domain = BallDomain(precision: precision)
        return try truth(in: domain, at: point.mapValues { domain.value(of: $0) }, limits)
      } catch {
        guard case .undecided = error else { throw error }
        failure = error
      }
    }
    // Of constants more is known than enclosures tell.
    if point.isEmpty, let truth = canonical().truth { return truth }
    throw failure
  }

  private static func precisions(upTo limit: Int) -> [Int] {
    var precisions = [64]
    while let last = precisions.last, last < limit { precisions.append(min(last * 4, limit)) }
    return precisions
  }
}

// MARK: - One evaluation in any domain

extension Expr {
  func evaluated<Domain: EvaluationDomain>(
    in domain: Domain, at point: [Symbol: Domain.Value], _ limits: EvaluationLimits
  ) throws(EvaluationError) -> Domain.Value {
    switch try slot(in: domain, at: point, limits) {
    case .value(let value): return value
    case .truth(let truth): throw .notANumber(truth ? "true" : "false")
    case .failure(let error): throw error
    }
  }

  func truth<Domain: EvaluationDomain>(
    in domain: Domain, at point: [Symbol: Domain.Value], _ limits: EvaluationLimits
  ) throws(EvaluationError) -> Bool {
    switch try slot(in: domain, at: point, limits) {
    case .truth(let truth): return truth
    case .value: throw .notATruthValue("a number")
    case .failure(let error): throw error
    }
  }

  private func slot<Domain: EvaluationDomain>(
    in domain: Domain, at point: [Symbol: Domain.Value], _ limits: EvaluationLimits
  ) throws(EvaluationError) -> Evaluator<Domain>.Slot {
    if flags.contains(.hasSymbol) {
      let missing = freeSymbols.filter { point[$0] == nil }
      if !missing.isEmpty { throw .missingSymbols(missing.map(\.name)) }
    }
    var evaluator = Evaluator(self, in: domain, limits: limits)
    for (symbol, value) in point { evaluator.bind(symbol, to: value) }
    return try evaluator.run()
  }
}
