import ApusNumbers

/// Exact rationals by 32-bit ids: the coefficients and exponents of n-ary nodes, and the values of number leaves.
///
/// Equal rationals have equal ids. Ids are given in the order of first use, so they are the same in every process.
struct RationalTable {
  private var values: [Rational] = []
  private var ids: [Rational: UInt32] = [:]

  /// The integers from -64 to 64 have fixed ids, so that rules can name them.
  init() {
    for value in 0...64 { values += [Rational(value), Rational(-value - 1)] }
  }

  /// The id of an integer between -65 and 64; others are not meant to stand in rules.
  static func id(ofInteger value: Int) -> UInt32 {
    UInt32(clamping: value >= 0 ? 2 * value : -2 * value - 1)
  }

  static let one = id(ofInteger: 1)
  static let minusOne = id(ofInteger: -1)

  subscript(id: UInt32) -> Rational { values[Int(id)] }

  /// The id of a rational that has one.
  func known(_ value: Rational) -> UInt32? { Self.fixedID(of: value) ?? ids[value] }

  /// The id of an integer that has a fixed one.
  private static func fixedID(of value: Rational) -> UInt32? {
    guard value.denominator.isOne, let integer = value.numerator.asInt, (-65...64).contains(integer) else {
      return nil
    }
    return id(ofInteger: integer)
  }

  mutating func id(_ value: Rational) -> UInt32 {
    if let known = known(value) { return known }
    let id = UInt32(values.count)
    values.append(value)
    ids[value] = id
    return id
  }
}

extension Rational {
  /// The value, if it is an integer of at most 4,096 in magnitude.
  var smallInteger: Int? {
    guard denominator.isOne, let value = numerator.asInt, abs(value) <= 4096 else { return nil }
    return value
  }

  /// Whether numerator and denominator are short enough to be folded.
  var isShort: Bool { numerator.bitWidthOfMagnitude <= 4096 && denominator.bitWidthOfMagnitude <= 4096 }
}
