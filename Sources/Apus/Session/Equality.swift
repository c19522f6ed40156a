import ApusAlgebra
import ApusNumbers
import ApusRewriting
import ApusTerms

/// Whether two expressions are equal wherever both have a value, as far as it can be told.
enum Equality {
  /// `true` when the difference is zero, simplifies to zero, or is a constant that is proved to be zero; `false` when there is a point, allowed by the facts, at which both sides have
  /// certified values that differ.
  ///
  /// - Complexity: a few evaluations of the difference in balls; cancelled ones give `unknown`.
  static func decide(_ a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits) -> Truth {
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
    if witness(against: difference, sides: [a, b], facts, limits) != nil { return .false }
    return isSimplifiedAway(difference, facts, limits) ? .true : .unknown
  }

  /// Whether simplification leads to zero.
  private static func isSimplifiedAway(_ difference: Expr, _ facts: Facts, _ limits: EvaluationLimits) -> Bool
  {
    let simplification = difference.simplification(
      assuming: facts, limits: SearchLimits(time: .seconds(3)), until: { limits.isCancelled() })
    return simplification.expression == 0
  }

  /// A point at which the difference is certainly not zero and both sides have values.
  private static func witness(
    against difference: Expr, sides: [Expr], _ facts: Facts, _ limits: EvaluationLimits
  ) -> [Symbol: Number]? {
    let symbols = Set(sides.flatMap(\.freeSymbols)).sorted { $0.name < $1.name }
    var bounded = limits
    bounded.steps = 200_000
    for trial in 0..<(symbols.isEmpty ? 1 : SamplePoints.count) {
      let point = SamplePoints.point(trial, symbols, facts)
      for precision in [128, 1024] {
        if limits.isCancelled() { return nil }
        let balls = point.mapValues { ComplexBall($0, precision: precision) }
        let enclosure = { (term: Expr) in
          try? term.enclosure(at: balls, precision: precision, limits: bounded)
        }
        guard let value = enclosure(difference), value.isFinite else { break }
        if value.containsZero { continue }
        return sides.allSatisfy { enclosure($0)?.isFinite == true } ? point : nil
      }
    }
    return nil
  }
}

/// Points on which expressions are compared: fixed, so that the same question has the same answer, and spread over all quadrants and both
/// sides of the usual branch cuts.
enum SamplePoints {
  static let count = 8

  /// The values of the symbols for a trial, as the facts allow.
  static func point(_ trial: Int, _ symbols: [Symbol], _ facts: Facts) -> [Symbol: Number] {
    var point: [Symbol: Number] = [:]
    for (index, symbol) in symbols.enumerated() {
      point[symbol] = value(trial * 5 + index * 3 + trial * index, facts[symbol])
    }
    return point
  }

  private static func value(_ index: Int, _ property: Property) -> Number {
    if property.contains(.nonnegative), property.contains(.nonpositive) { return .zero }
    let whole = Integer(1 + index % 7)
    if property.contains(.integer) {
      let parity = property.contains(.even) ? whole * 2 : property.contains(.odd) ? whole * 2 + 1 : whole
      return Number(signed(parity, index, property))
    }
    let magnitude = Rational(Integer(3 + (index * 5) % 23), 7) ?? Rational(1)
    if property.contains(.imaginary) { return Number(real: 0, imaginary: Number(magnitude)) }
    if property.contains(.real) { return Number(signed(magnitude, index, property)) }
    let real = index % 2 == 0 ? magnitude : -magnitude
    let imaginary = Rational(Integer(2 + (index * 3) % 17), 11) ?? Rational(1)
    // Every fourth value is real, so that points on the axis, and on branch cuts, are among them.
    if index % 4 == 3 { return Number(real) }
    return Number(real: Number(real), imaginary: Number(index % 3 == 0 ? -imaginary : imaginary))
  }

  private static func signed<T: SignedNumeric>(_ magnitude: T, _ index: Int, _ property: Property) -> T {
    if property.contains(.nonnegative) { return magnitude }
    if property.contains(.nonpositive) { return -magnitude }
    return index % 2 == 0 ? magnitude : -magnitude
  }
}
