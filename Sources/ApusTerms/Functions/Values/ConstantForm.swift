import ApusNumbers

// The shapes of constants that exact values are known of.
extension Expr {
  /// The exact rational number that the expression is.
  var rational: Rational? { number?.asRational }

  /// The exact integer that the expression is.
  var integer: Integer? { number?.asInteger }

  /// The exact number c with `self` = c·π, zero included.
  var multipleOfPi: Number? { multiple(of: .pi) }

  /// The exact number c with `self` = c·constant, zero included.
  func multiple(of constant: Function) -> Number? {
    if isZero { return .zero }
    switch kind {
    case .call: return function == constant ? .one : nil
    case .product:
      guard childCount == 3, child(2).isOne, child(1).function == constant, let number = child(0).number,
        number.isExact
      else { return nil }
      return number
    default: return nil
    }
  }

  /// The coefficient and the rest: c and z with `self` = c·z, where c is a number.
  var coefficientAndRest: (coefficient: Number, rest: Expr) {
    if let number { return (number, 1) }
    guard kind == .product, let coefficient = child(0).number, !coefficient.isOne,
      let reciprocal = Number.one.dividing(by: coefficient)
    else { return (.one, self) }
    return (coefficient, self * Expr(reciprocal))
  }

  /// The term z with `self` = i·z, when the coefficient is exact and purely imaginary.
  var overI: Expr? {
    let coefficient = number ?? (kind == .product ? child(0).number : nil)
    guard let coefficient, coefficient.isExact, coefficient.real.isZero, !coefficient.isZero else {
      return nil
    }
    return self * Expr(-Number.i)
  }

  /// Whether this is the constant oo (1), its negative (−1), or neither.
  var infinitySign: Int? {
    if function == .infinity { return 1 }
    if let number = multiple(of: .infinity), !number.isZero, number.isReal {
      return number.isNegative ? -1 : 1
    }
    return nil
  }

  /// The rational number p/q.
  static func fraction(_ p: Int, _ q: Int) -> Expr { Expr(p) / Expr(q) }
}

extension Number {
  /// One third.
  static let third = Number(3).reciprocal ?? .one
}

extension Integer {
  /// The value as an `Int` within the bounds.
  func within(_ bounds: ClosedRange<Int>) -> Int? {
    guard let value = asInt, bounds.contains(value) else { return nil }
    return value
  }
}
