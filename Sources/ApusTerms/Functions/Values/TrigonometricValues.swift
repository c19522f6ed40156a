import ApusNumbers

/// Exact values of the circular functions at rational multiples of π.
///
/// Where no radical is known the angle is still brought into [0, π/4], so that equal values are equal terms.
enum TrigonometricValues {
  private typealias Angle = AngleTable.Angle

  static let sin: Function.Value = { circular($0[0], sine) ?? imaginary($0[0]) { .i * .sinh($0) } }
  static let cos: Function.Value = { circular($0[0], cosine) ?? imaginary($0[0]) { .cosh($0) } }
  static let tan: Function.Value = { circular($0[0], tangent) ?? imaginary($0[0]) { .i * .tanh($0) } }
  static let cot: Function.Value = { circular($0[0], cotangent) ?? imaginary($0[0]) { -.i * .coth($0) } }
  static let sec: Function.Value = { circular($0[0], secant) ?? imaginary($0[0]) { .sech($0) } }
  static let csc: Function.Value = { circular($0[0], cosecant) ?? imaginary($0[0]) { -.i * .csch($0) } }

  static let sinc: Function.Value = {
    if $0[0].isZero { return 1 }
    guard let value = circular($0[0], sine) else { return nil }
    return value / $0[0]
  }

  private static func imaginary(_ argument: Expr, _ value: (Expr) -> Expr) -> Expr? {
    argument.overI.map(value)
  }

  /// The value at q·π.
  private static func circular(_ argument: Expr, _ value: (Rational) -> Expr?) -> Expr? {
    guard let q = argument.multipleOfPi?.asRational else { return nil }
    return value(q)
  }

  // MARK: - Functions of q, for the angle q·π

  static func sine(_ q: Rational) -> Expr? {
    let (angle, sign) = quadrant(q)
    guard let angle else { return unknown(q, .sin, .cos, sign) }
    return AngleTable.sine(angle).map { sign * $0 }
  }

  static func cosine(_ q: Rational) -> Expr? { sine(q + Self.half) }

  static func tangent(_ q: Rational) -> Expr? {
    let (angle, sign) = halfTurn(q)
    guard let angle else { return unknownTangent(q, .tan, .cot) }
    if angle == Angle(1, 2) { return nil }
    return AngleTable.tangent(angle).map { sign * $0 }
  }

  static func cotangent(_ q: Rational) -> Expr? {
    let (angle, _) = halfTurn(q)
    guard angle != nil else { return unknownTangent(q, .cot, .tan) }
    if q.isInteger { return nil }
    return tangent(Self.half - q)
  }

  static func cosecant(_ q: Rational) -> Expr? {
    let (angle, sign) = quadrant(q)
    guard let angle else { return unknown(q, .csc, .sec, sign) }
    return AngleTable.cosecant(angle).map { sign * $0 }
  }

  static func secant(_ q: Rational) -> Expr? { cosecant(q + Self.half) }

  // MARK: - Reduction of the angle

  private static let half = Rational(1, 2) ?? .zero
  private static let quarter = Rational(1, 4) ?? .zero

  /// q modulo 2 in the first quadrant, with the sign that the sine has; no angle when the table has none of that denominator.
  private static func quadrant(_ q: Rational) -> (angle: Angle?, sign: Expr) {
    let (reduced, isNegative) = firstQuadrant(q)
    return (tableAngle(reduced), isNegative ? -1 : 1)
  }

  /// r in [0, 1/2] and the sign with sin(qπ) = ±sin(rπ).
  private static func firstQuadrant(_ q: Rational) -> (Rational, isNegative: Bool) {
    let halfTurns = q.floor
    let rest = q - Rational(halfTurns)
    return (rest > half ? Rational.one - rest : rest, !halfTurns.isMultiple(of: 2))
  }

  /// q modulo 1 in [−1/2, 1/2], as an angle and the sign of the tangent.
  private static func halfTurn(_ q: Rational) -> (angle: Angle?, sign: Expr) {
    let rest = q - Rational(q.floor)
    return rest > half ? (tableAngle(Rational.one - rest), -1) : (tableAngle(rest), 1)
  }

  private static func tableAngle(_ q: Rational) -> Angle? {
    guard let numerator = q.numerator.asInt, let denominator = q.denominator.asInt, denominator <= 12 else {
      return nil
    }
    let angle = Angle(numerator, denominator)
    return AngleTable.sine(angle) == nil ? nil : angle
  }

  /// ±f(rπ) or ±g((1/2 − r)π) with the argument in [0, π/4]; `nil` when that is the term itself.
  private static func unknown(_ q: Rational, _ f: Function, _ g: Function, _ sign: Expr) -> Expr? {
    let (r, _) = firstQuadrant(q)
    if r <= quarter { return r == q ? nil : sign * atMultiple(f, r) }
    return sign * atMultiple(g, half - r)
  }

  private static func unknownTangent(_ q: Rational, _ f: Function, _ g: Function) -> Expr? {
    let rest = q - Rational(q.floor)
    let (r, sign) = rest > half ? (Rational.one - rest, Expr(-1)) : (rest, Expr(1))
    if r <= quarter { return r == q ? nil : sign * atMultiple(f, r) }
    return sign * atMultiple(g, half - r)
  }

  private static func atMultiple(_ function: Function, _ q: Rational) -> Expr {
    .opaque(function, [Expr(Number(q)) * .pi])
  }
}
