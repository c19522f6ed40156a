import ApusNumbers
import ApusTerms

/// Points on which expressions are compared: fixed, so that the same question has the same answer, and spread over
/// all quadrants and both sides of the usual branch cuts.
package enum SamplePoints {
  package static let count = 12

  /// A point at which two expressions have certified values that differ.
  ///
  /// - Complexity: a few evaluations in balls at each of `trials` points; a cancelled search finds nothing.
  package static func witness(
    against a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits, trials: Int = count
  ) -> [Symbol: Number]? {
    let difference = a - b
    let symbols = Set(a.freeSymbols + b.freeSymbols).sorted { $0.name < $1.name }
    var bounded = limits
    bounded.steps = 200_000
    var admitted = 0
    for trial in 0..<(symbols.isEmpty ? 1 : trials * 6) where admitted < trials {
      let point = point(trial, symbols, facts)
      guard facts.allows(point) else { continue }
      admitted += 1
      for precision in [128, 1024] {
        if limits.isCancelled() { return nil }
        let balls = point.mapValues { ComplexBall($0, precision: precision) }
        let enclosure = { (term: Expr) in
          try? term.enclosure(at: balls, precision: precision, limits: bounded)
        }
        guard let value = enclosure(difference), value.isFinite else { break }
        if value.containsZero { continue }
        return [a, b].allSatisfy { enclosure($0)?.isFinite == true } ? point : nil
      }
    }
    return nil
  }

  /// The values of the symbols for a trial, as the facts allow.
  package static func point(_ trial: Int, _ symbols: [Symbol], _ facts: Facts) -> [Symbol: Number] {
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
    // Some lie outside of the strip in which the logarithm undoes the exponential function.
    if index % 7 == 5 {
      let shift = imaginary + Rational(3)
      return Number(real: Number(real), imaginary: Number(index % 2 == 0 ? shift : -shift))
    }
    return Number(real: Number(real), imaginary: Number(index % 3 == 0 ? -imaginary : imaginary))
  }

  private static func signed<T: SignedNumeric>(_ magnitude: T, _ index: Int, _ property: Property) -> T {
    if property.contains(.nonnegative) { return magnitude }
    if property.contains(.nonpositive) { return -magnitude }
    return index % 2 == 0 ? magnitude : -magnitude
  }
}
