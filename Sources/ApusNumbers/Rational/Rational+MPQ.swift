import CGMP

extension Rational {
  /// Calls `body` with this value as a GMP rational, only valid, and only to be read, during the call.
  package func withMPQ<Result>(_ body: (UnsafePointer<__mpq_struct>) -> Result) -> Result {
    numerator.withMPZ { numerator in
      denominator.withMPZ { denominator in
        let mpq = __mpq_struct(_mp_num: numerator.pointee, _mp_den: denominator.pointee)
        return withUnsafePointer(to: mpq, body)
      }
    }
  }

  /// The nearest `Double`, infinite or zero beyond its range.
  public var asDouble: Double {
    if case .small(let numerator, let denominator) = storage {
      return Double(numerator) / Double(denominator)
    }
    let rounded = BigFloat(self, precision: 53)
    guard let exponent = rounded.binaryExponent, exponent < -1021 else { return rounded.asDouble }
    // A subnormal result has fewer bits, and must be rounded to those at once.
    let bits = exponent + 1074
    if bits >= 1 { return BigFloat(self, precision: bits).asDouble }
    if bits < 0 || magnitude <= Rational(lowestNumerator: 1, denominator: Integer.one << 1075) { return 0 }
    return isNegative ? -Double.leastNonzeroMagnitude : .leastNonzeroMagnitude
  }
}

extension Integer {
  /// The nearest `Double`, infinite beyond its range.
  public var asDouble: Double {
    if case .small(let value) = self { return Double(value) }
    return BigFloat(self, precision: 53).asDouble
  }
}
