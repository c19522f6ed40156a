import ApusNumbers

/// The exact values of circular functions at the angles q·π with 0 ≤ q ≤ 1/2 that have radicals of at most two levels and
/// denominators up to 12.
///
/// Sources: DLMF 4.17 for multiples of π/12, and the regular pentagon and octagon.
enum AngleTable {
  /// An angle q·π.
  struct Angle: Hashable, Sendable {
    let numerator: Int
    let denominator: Int

    init(_ numerator: Int, _ denominator: Int) {
      self.numerator = numerator
      self.denominator = denominator
    }

    var expr: Expr { .fraction(numerator, denominator) * .pi }
  }

  private static func root(_ n: Expr) -> Expr { n ** .half }
  private static func over(_ numerator: Expr, _ denominator: Int) -> Expr { numerator / Expr(denominator) }

  /// q ↦ sin(qπ)
  static let sines: [(angle: Angle, value: Expr)] = [
    (Angle(0, 1), 0), (Angle(1, 12), over(root(6) - root(2), 4)), (Angle(1, 10), over(root(5) - 1, 4)),
    (Angle(1, 8), over(root(2 - root(2)), 2)), (Angle(1, 6), .half),
    (Angle(1, 5), over(root(10 - 2 * root(5)), 4)), (Angle(1, 4), over(root(2), 2)),
    (Angle(3, 10), over(root(5) + 1, 4)), (Angle(1, 3), over(root(3), 2)),
    (Angle(3, 8), over(root(2 + root(2)), 2)), (Angle(2, 5), over(root(10 + 2 * root(5)), 4)),
    (Angle(5, 12), over(root(6) + root(2), 4)), (Angle(1, 2), 1),
  ]

  /// q ↦ tan(qπ), without the pole
  static let tangents: [(angle: Angle, value: Expr)] = [
    (Angle(0, 1), 0), (Angle(1, 12), 2 - root(3)), (Angle(1, 10), over(root(25 - 10 * root(5)), 5)),
    (Angle(1, 8), root(2) - 1), (Angle(1, 6), over(root(3), 3)), (Angle(1, 5), root(5 - 2 * root(5))),
    (Angle(1, 4), 1), (Angle(3, 10), over(root(25 + 10 * root(5)), 5)), (Angle(1, 3), root(3)),
    (Angle(3, 8), root(2) + 1), (Angle(2, 5), root(5 + 2 * root(5))), (Angle(5, 12), 2 + root(3)),
  ]

  /// q ↦ 1/sin(qπ), without the pole
  static let cosecants: [(angle: Angle, value: Expr)] = [
    (Angle(1, 12), root(6) + root(2)), (Angle(1, 10), root(5) + 1), (Angle(1, 8), root(4 + 2 * root(2))),
    (Angle(1, 6), 2), (Angle(1, 5), over(root(50 + 10 * root(5)), 5)), (Angle(1, 4), root(2)),
    (Angle(3, 10), root(5) - 1), (Angle(1, 3), over(2 * root(3), 3)), (Angle(3, 8), root(4 - 2 * root(2))),
    (Angle(2, 5), over(root(50 - 10 * root(5)), 5)), (Angle(5, 12), root(6) - root(2)), (Angle(1, 2), 1),
  ]

  private static func values(_ table: [(angle: Angle, value: Expr)]) -> [Angle: Expr] {
    Dictionary(uniqueKeysWithValues: table.map { ($0.angle, $0.value) })
  }
  private static func angles(_ table: [(angle: Angle, value: Expr)]) -> [Expr: Angle] {
    Dictionary(uniqueKeysWithValues: table.map { ($0.value, $0.angle) })
  }

  private static let sineOfAngle = values(sines)
  private static let tangentOfAngle = values(tangents)
  private static let cosecantOfAngle = values(cosecants)
  private static let angleOfSine = angles(sines)
  private static let angleOfTangent = angles(tangents)
  private static let angleOfCosecant = angles(cosecants)

  static func sine(_ angle: Angle) -> Expr? { sineOfAngle[angle] }
  static func tangent(_ angle: Angle) -> Expr? { tangentOfAngle[angle] }
  static func cosecant(_ angle: Angle) -> Expr? { cosecantOfAngle[angle] }

  /// The fraction q with f(qπ) = value and −1/2 ≤ q ≤ 1/2, for the odd function f that the table is of.
  static func inverseSine(_ value: Expr) -> Expr? { fraction(value, angleOfSine) }
  static func inverseTangent(_ value: Expr) -> Expr? { fraction(value, angleOfTangent) }
  static func inverseCosecant(_ value: Expr) -> Expr? { fraction(value, angleOfCosecant) }

  private static func fraction(_ value: Expr, _ table: [Expr: Angle]) -> Expr? {
    if let angle = table[value] { return .fraction(angle.numerator, angle.denominator) }
    if let angle = table[-value] { return .fraction(-angle.numerator, angle.denominator) }
    return nil
  }
}
