import ApusNumbers
import ApusTerms

/// Writes quotients of polynomials in exponentials with trigonometric and hyperbolic functions again: the terms of E^u and E^(−u)
/// together as cosine and sine.
struct TrigonometricWriter {
  /// An exponent, as a combination of terms; real and imaginary multiples of a term are apart.
  private typealias Exponent = [Direction: Rational]

  private struct Direction: Hashable {
    let term: Expr
    let isImaginary: Bool
  }

  /// E^exponent times the rest.
  private struct Split {
    var exponent: Exponent = [:]
    var rest: Expr
  }

  /// The expression with as few exponentials as can be; nil when there is nothing to do.
  static func trigonometric(_ expr: Expr) -> Expr? {
    guard let split = split(expr) else { return nil }
    let result = exponential(split.exponent) * split.rest
    return result == expr ? nil : result
  }

  // MARK: Taking exponentials out

  private static func split(_ expr: Expr) -> Split? {
    switch expr.kind {
    case .product:
      var result = Split(rest: 1)
      for factor in expr.arguments {
        guard let part = split(factor) else { return nil }
        result.rest = result.rest * part.rest
        add(part.exponent, 1, to: &result.exponent)
      }
      return result
    case .power:
      if expr.child(0) == .E { return exponent(expr.child(1)).map { Split(exponent: $0, rest: 1) } }
      guard let n = expr.child(1).smallInteger, var part = split(expr.child(0)) else {
        return Split(rest: expr)
      }
      part.exponent = part.exponent.mapValues { $0 * Rational(n) }
      part.rest = .power(part.rest, expr.child(1))
      return part
    case .sum: return sum(expr)
    default: return Split(rest: expr)
    }
  }

  private static func add(_ exponent: Exponent, _ weight: Int, to result: inout Exponent) {
    for (direction, value) in exponent {
      let total = (result[direction] ?? Rational(0)) + value * Rational(weight)
      result[direction] = total.isZero ? nil : total
    }
  }

  private static func exponent(_ expr: Expr) -> Exponent? {
    var result: Exponent = [:]
    for term in expr.arguments(of: .sum) {
      let (coefficient, factors) = term.coefficientAndFactors
      guard let real = coefficient.real.asRational, let imaginary = coefficient.imaginary.asRational else {
        return nil
      }
      let base = Expr.product(factors)
      if !real.isZero { result[Direction(term: base, isImaginary: false)] = real }
      if !imaginary.isZero { result[Direction(term: base, isImaginary: true)] = imaginary }
    }
    return result
  }

  private static func exponential(_ exponent: Exponent) -> Expr { .power(.E, term(exponent)) }

  private static func term(_ exponent: Exponent) -> Expr {
    .sum(
      exponent.map { direction, value in
        Expr(Number(value)) * (direction.isImaginary ? .imaginaryUnit : 1) * direction.term
      })
  }

  // MARK: Sums

  /// The sum with the mean of its exponents taken out, and what is then symmetric written with cosines and sines.
  private static func sum(_ expr: Expr) -> Split? {
    var coefficients: [Exponent: [Expr]] = [:]
    var order: [Exponent] = []
    for term in expr.arguments {
      var (exponent, rest): (Exponent, [Expr]) = ([:], [])
      for factor in term.arguments(of: .product) {
        if factor.kind == .power, factor.child(0) == .E {
          guard let part = self.exponent(factor.child(1)) else { return nil }
          add(part, 1, to: &exponent)
        } else {
          rest.append(factor)
        }
      }
      if coefficients[exponent] == nil { order.append(exponent) }
      coefficients[exponent, default: []].append(.product(rest))
    }
    if order.count == 1 { return Split(exponent: order[0], rest: .sum(coefficients[order[0]] ?? [])) }
    let mean = mean(of: order)
    var centred: [Exponent: Expr] = [:]
    for exponent in order {
      var shifted = exponent
      add(mean, -1, to: &shifted)
      centred[shifted] = .sum(coefficients[exponent] ?? [])
    }
    return Split(exponent: mean, rest: .sum(centred.map { pair($0.key, $0.value, centred) }))
  }

  /// Halfway between the least and the greatest in every direction.
  private static func mean(of exponents: [Exponent]) -> Exponent {
    var mean: Exponent = [:]
    for direction in Set(exponents.flatMap(\.keys)) {
      let values = exponents.map { $0[direction] ?? Rational(0) }
      guard let least = values.min(), let greatest = values.max() else { continue }
      let middle = (least + greatest) * (Rational(1, 2) ?? Rational(0))
      if !middle.isZero { mean[direction] = middle }
    }
    return mean
  }

  /// What an exponent contributes: of the pair u, −u the first gives both, the other nothing.
  private static func pair(_ exponent: Exponent, _ a: Expr, _ all: [Exponent: Expr]) -> Expr {
    if exponent.isEmpty { return a }
    let opposite = exponent.mapValues { -$0 }
    let isImaginary = exponent.keys.allSatisfy(\.isImaginary)
    guard let b = all[opposite], isImaginary || exponent.keys.allSatisfy({ !$0.isImaginary }) else {
      return a * exponential(exponent)
    }
    if !isFirst(exponent) { return 0 }
    let (even, odd) = ((a + b).expanded(), (a - b).expanded())
    if !isImaginary {
      let u = term(exponent)
      return even * .cosh(u) + odd * .sinh(u)
    }
    let angle = (term(exponent) / .imaginaryUnit).expanded()
    return even * .cos(angle) + (odd * .imaginaryUnit).expanded() * .sin(angle)
  }

  /// Whether the exponent, rather than its opposite, stands for both: by the sign in the direction that is first.
  private static func isFirst(_ exponent: Exponent) -> Bool {
    let first = exponent.min { a, b in
      (a.key.term.hash128.high, a.key.term.hash128.low) < (b.key.term.hash128.high, b.key.term.hash128.low)
    }
    return first.map { !$0.value.isNegative } ?? true
  }
}
