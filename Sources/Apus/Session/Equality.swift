import ApusAlgebra
import ApusNumbers
import ApusRewriting
import ApusTerms

/// Whether two expressions are equal wherever both have a value, as far as it can be told.
package enum Equality {
  /// Whether two expressions are equal, and a point at which they differ if one was found.
  package typealias Verdict = (truth: Truth, witness: [Symbol: Number]?)

  /// `true` when the difference is zero, simplifies to zero, or is a constant that is proved to be zero; `false` when there is a
  /// point, allowed by the facts, at which both sides have certified values that differ.
  ///
  /// - Complexity: a few evaluations of the difference in balls; cancelled ones give `unknown`.
  static func decide(_ a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits) -> Truth {
    verdict(on: a, b, facts, limits).truth
  }

  /// The same, with the point.
  package static func verdict(
    on a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits
  ) -> Verdict {
    if let decided = decidedByForm(a, b, facts, limits) { return (decided, nil) }
    let difference = a - b
    if let point = SamplePoints.witness(against: a, b, facts, limits) { return (.false, point) }
    return (isSimplifiedAway(difference, facts, limits) ? .true : .unknown, nil)
  }

  /// What needs no search: lists element by element, numbers, known signs.
  private static func decidedByForm(
    _ a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits
  ) -> Truth? {
    if let left = a.elements, let right = b.elements, a.function == b.function {
      if left.count != right.count { return .false }
      return zip(left, right).reduce(.true) { $0 && decide($1.0, $1.1, facts, limits) }
    }
    if a == b { return .true }
    if a.flags.contains(.hasInfinity) || b.flags.contains(.hasInfinity) { return .unknown }
    let difference = a - b
    if let number = difference.number {
      // An inexact difference says nothing about exact values.
      return number.isExact ? Truth(number.isZero) : .unknown
    }
    if facts.isNonzero(difference) == .true { return .false }
    if difference.flags.contains(.hasInexact) { return .unknown }
    if difference.isCertainlyZero() == true { return .true }
    return nil
  }

  /// Whether simplification leads to zero.
  private static func isSimplifiedAway(_ difference: Expr, _ facts: Facts, _ limits: EvaluationLimits) -> Bool
  {
    let simplification = difference.simplification(
      assuming: facts, limits: SearchLimits(time: .seconds(3)), until: { limits.isCancelled() })
    return simplification.expression == 0
  }
}
