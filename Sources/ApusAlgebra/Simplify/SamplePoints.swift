import ApusNumbers
import ApusTerms

/// Points on which expressions are compared: fixed, so that the same question has the same answer, and spread over
/// all quadrants and both sides of the usual branch cuts.
package enum SamplePoints {
  package static let count = 12

  /// A point at which two expressions have certified values that differ.
  ///
  /// - Parameter tolerance: differences that are known to be smaller are not looked at more closely.
  /// - Complexity: a few evaluations in balls at each of `trials` points; a cancelled search finds nothing.
  package static func witness(
    against a: Expr, _ b: Expr, _ facts: Facts, _ limits: EvaluationLimits, trials: Int = count,
    tolerance: Double = 0
  ) -> [Symbol: Number]? {
    let symbols = Set(a.freeSymbols + b.freeSymbols).sorted { $0.name < $1.name }
    let difference = a - b
    var admitted = 0
    for trial in 0..<(symbols.isEmpty ? 1 : trials * 6) where admitted < trials {
      let point = point(trial, symbols, facts)
      guard facts.allows(point) else { continue }
      admitted += 1
      if limits.isCancelled() { return nil }
      if differ(a, b, by: difference, at: point, limits, tolerance) { return point }
    }
    if a.hasConventions || b.hasConventions {
      for point in integerPoints(symbols, facts) {
        if limits.isCancelled() { return nil }
        if differ(a, b, by: difference, at: point, limits, tolerance) { return point }
      }
    }
    return nil
  }

  /// Whether both expressions have certified values at a point, and these differ.
  private static func differ(
    _ a: Expr, _ b: Expr, by difference: Expr, at point: [Symbol: Number], _ limits: EvaluationLimits,
    _ tolerance: Double
  ) -> Bool {
    var bounded = limits
    bounded.steps = min(limits.steps, 200_000)
    for precision in [128, 1024] {
      let balls = point.mapValues { ComplexBall($0, precision: precision) }
      let enclosure = { (term: Expr) in
        try? term.enclosure(at: balls, precision: precision, limits: bounded)
      }
      guard let value = enclosure(difference), value.isFinite else { return false }
      if value.containsZero {
        if value.isWithin(tolerance) { return false }
        continue
      }
      return [a, b].allSatisfy { enclosure($0)?.isFinite == true }
    }
    return false
  }

  /// Small integers for the symbols, as the facts allow: at these, functions with values by convention are not continuous.
  private static func integerPoints(_ symbols: [Symbol], _ facts: Facts) -> [[Symbol: Number]] {
    guard !symbols.isEmpty, symbols.count <= 3 else { return [] }
    var points: [[Symbol: Number]] = [[:]]
    for symbol in symbols {
      let values = (-2...3).filter { value in
        let known = facts[symbol]
        let fits = Facts().assuming(symbol, known)?.assuming(symbol, Property(ofInteger: value)) != nil
        return fits && !(known.contains(.imaginary) && value != 0)
      }
      points = points.flatMap { point in
        values.map { value in point.merging([symbol: Number(value)]) { $1 } }
      }
    }
    return points.filter { facts.allows($0) }
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

extension ComplexBall {
  /// Whether real and imaginary part are known up to `tolerance`.
  fileprivate func isWithin(_ tolerance: Double) -> Bool {
    real.radius <= tolerance && imaginary.radius <= tolerance
  }
}

extension Property {
  /// What is known of an integer.
  fileprivate init(ofInteger value: Int) {
    self = value % 2 == 0 ? [.integer, .even] : [.integer, .odd]
    if value >= 0 { insert(.nonnegative) }
    if value <= 0 { insert(.nonpositive) }
    if value != 0 { insert(.nonzero) }
  }
}

extension Expr {
  /// Whether functions occur that have values by convention at integers where their formulas have none.
  fileprivate var hasConventions: Bool {
    var isFound = false
    forEachNode { node in
      switch node.function {
      case .binomial?, .pochhammer?, .fallingFactorial?: isFound = true
      default: break
      }
      return !isFound
    }
    return isFound
  }
}
