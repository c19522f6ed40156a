import ApusNumbers

/// Comparisons that are assumed of terms, apart from the signs of symbols.
struct DeclaredRelations: Sendable, Hashable {
  /// A term that is real and not below zero; above, if it is strict.
  struct Bound: Sendable, Hashable {
    let term: Expr
    let isStrict: Bool
  }

  private(set) var bounds: [Bound] = []
  /// Terms that were compared.
  var real: Set<Expr> = []
  /// Terms that are not zero.
  var nonzero: Set<Expr> = []

  var isEmpty: Bool { bounds.isEmpty }

  /// Assumes a term to be above zero, or not below.
  mutating func declare(_ term: Expr, isStrict: Bool) {
    let bound = Bound(term: term, isStrict: isStrict)
    if !term.isNumber, !bounds.contains(bound) { bounds.append(bound) }
  }

  /// Whether a sign follows: `positive`, `negative`, or these with zero.
  ///
  /// - Parameter properties: what is known of terms otherwise.
  func proves(_ sign: Property, of expr: Expr, _ properties: (Expr) -> Property) -> Bool {
    let isStrict = sign.contains(.nonzero)
    let term = sign.contains(.nonnegative) ? expr : -expr
    return bounds.contains { Self.follows(term, isStrict, from: $0, properties) }
  }

  /// Whether a term is certainly not zero.
  func isNonzero(_ expr: Expr, _ properties: (Expr) -> Property) -> Bool {
    if nonzero.contains(expr) || nonzero.contains(-expr) { return true }
    return !isEmpty && (proves(.positive, of: expr, properties) || proves(.negative, of: expr, properties))
  }

  /// Whether term = factor·bound + rest with a positive factor and a rest that is not negative.
  private static func follows(
    _ term: Expr, _ isStrict: Bool, from bound: Bound, _ properties: (Expr) -> Property
  ) -> Bool {
    guard let factor = ratio(term, bound.term) else { return false }
    let rest = properties(term - Expr(factor) * bound.term)
    guard rest.contains([.real, .nonnegative]) else { return false }
    return !isStrict || bound.isStrict || rest.contains(.nonzero)
  }

  /// The ratio of the coefficients of a term that occurs in both, if it is positive.
  private static func ratio(_ a: Expr, _ b: Expr) -> Number? {
    let (first, weight) = b.kind == .sum ? b.runs[0] : (b, 1)
    let other = a.kind == .sum ? a.runs.first { $0.term == first }?.weight : nil
    let top: Expr
    if let other {
      top = other
    } else if a == first {
      top = 1
    } else {
      let quotient = a / first
      guard a.kind == .product, quotient.isNumber else { return nil }
      top = quotient
    }
    guard let above = top.number, let below = weight.number, let ratio = above.dividing(by: below),
      ratio.isExact, ratio.isReal, !ratio.isNegative, !ratio.isZero
    else { return nil }
    return ratio
  }
}

extension Facts {
  /// Whether the values certainly satisfy the comparisons that are assumed; signs and other properties of symbols are not looked at.
  package func allows(_ point: [Symbol: Number]) -> Bool {
    if declared.isEmpty, declared.nonzero.isEmpty { return true }
    let balls = point.mapValues { ComplexBall($0, precision: 128) }
    func value(_ term: Expr) -> ComplexBall? {
      let value = try? term.enclosure(at: balls, precision: 128, limits: EvaluationLimits(steps: 20_000))
      return value?.isFinite == true ? value : nil
    }
    for bound in declared.bounds {
      guard let value = value(bound.term) else { return false }
      // A value that may be zero does not tell whether it is above.
      guard value.real.isPositive || (!bound.isStrict && value.isZero) else { return false }
    }
    return declared.nonzero.allSatisfy { value($0)?.containsZero == false }
  }
}
