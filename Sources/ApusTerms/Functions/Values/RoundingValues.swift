import ApusNumbers

/// Exact values of rounded constants: of rational numbers, and of others where an enclosure decides.
enum RoundingValues {
  static let floor: Function.Value = {
    partwise($0[0]) {
      $0.floor
    } constant: {
      $0.certainFloor
    }
  }

  static let ceiling: Function.Value = {
    partwise($0[0]) {
      $0.ceiling
    } constant: {
      (-$0).certainFloor.map { -$0 }
    }
  }

  static let round: Function.Value = {
    guard let q = $0[0].rational else {
      // A constant that is not rational is not halfway between integers unless the enclosure cannot tell.
      return ($0[0] + .half).certainFloor.map { Expr(.integer($0)) }
    }
    return Expr(.integer(DecimalRounding.roundedToEven(q)))
  }

  static let truncate: Function.Value = {
    guard let sign = $0[0].certainSign else { return nil }
    return sign < 0 ? ceiling($0) : floor($0)
  }

  static let frac: Function.Value = { arguments in floor(arguments).map { arguments[0] - $0 } }

  static let mod: Function.Value = {
    if $0[1].isZero { return nil }
    guard $0[0].certainSign != nil, $0[1].certainSign != nil, let quotient = floor([$0[0] / $0[1]]) else {
      return nil
    }
    return $0[0] - $0[1] * quotient
  }

  static let rem: Function.Value = {
    if $0[1].isZero { return nil }
    guard $0[0].certainSign != nil, $0[1].certainSign != nil, let quotient = truncate([$0[0] / $0[1]]) else {
      return nil
    }
    return $0[0] - $0[1] * quotient
  }

  private static func partwise(
    _ z: Expr, _ round: (Rational) -> Integer, constant: (Expr) -> Integer?
  ) -> Expr? {
    guard let number = z.number, number.isExact else { return constant(z).map { Expr(.integer($0)) } }
    guard let real = number.real.asRational, let imaginary = number.imaginary.asRational else { return nil }
    return Expr(Number(real: .integer(round(real)), imaginary: .integer(round(imaginary))))
  }
}

extension Rational {
  /// One half.
  static let half = Rational(1, 2) ?? .zero
}
