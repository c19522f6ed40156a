import ApusNumbers
import ApusTerms

extension Expr {
  /// The expanded expression as a sum over the powers of `variable`, each with the sum of its coefficients.
  ///
  ///     (a * x + b * x).collected(in: x)           // x*(a + b)
  ///
  /// Terms with negative, fractional or symbolic powers of the variable are gathered too.
  public func collected(in variable: Expr, _ options: AlgebraOptions = AlgebraOptions()) -> Expr {
    collected(in: variable, options) { _ in false } ?? self
  }

  /// The same, unless it is stopped; then `nil`.
  public func collected(
    in variable: Expr, _ options: AlgebraOptions = AlgebraOptions(), until shouldStop: (Int) -> Bool
  ) -> Expr? {
    guard let expanded = expanded(options, until: shouldStop) else { return nil }
    if expanded.kind != .sum { return expanded }
    var powers: [Expr] = []
    var coefficients: [Expr: [Expr]] = [:]
    for term in expanded.arguments {
      let factors = term.kind == .product ? term.arguments : [term]
      let own = factors.filter { $0 == variable || ($0.kind == .power && $0.child(0) == variable) }
      let power = Expr.product(own)
      if coefficients[power] == nil { powers.append(power) }
      coefficients[power, default: []].append(.product(factors.filter { !own.contains($0) }))
    }
    return .sum(powers.map { $0 * .sum(coefficients[$0] ?? []) })
  }
}
