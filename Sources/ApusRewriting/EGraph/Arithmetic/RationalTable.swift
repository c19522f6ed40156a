import ApusNumbers

/// Exact rationals by 32-bit ids: the coefficients and exponents of n-ary nodes, and the values of number leaves.
///
/// Equal rationals have equal ids. Small integers have fixed ids, so that rules can name them and nothing is looked up for them;
/// the others get theirs in the order of first use, so they are the same in every process.
struct RationalTable {
  private var values: [Rational] = []
  private var ids: [Rational: UInt32] = [:]

  /// The integers with fixed ids.
  private static var small: ClosedRange<Int> { -65...64 }
  /// These integers by their ids.
  private static let smallValues = (0..<UInt32(small.count)).map { Rational(integer(ofID: $0)) }

  /// The id of an integer between -65 and 64; others are not meant to stand in rules.
  static func id(ofInteger value: Int) -> UInt32 {
    UInt32(clamping: value >= 0 ? 2 * value : -2 * value - 1)
  }

  static var one: UInt32 { id(ofInteger: 1) }
  static var minusOne: UInt32 { id(ofInteger: -1) }

  private static func integer(ofID id: UInt32) -> Int { id & 1 == 0 ? Int(id / 2) : -Int(id / 2) - 1 }

  subscript(id: UInt32) -> Rational {
    let place = Int(id) - Self.small.count
    return place < 0 ? Self.smallValues[Int(id)] : values[place]
  }

  /// The id of a rational that has one.
  func known(_ value: Rational) -> UInt32? { Self.fixed(value) ?? ids[value] }

  mutating func id(_ value: Rational) -> UInt32 {
    if let known = known(value) { return known }
    let id = UInt32(Self.small.count + values.count)
    values.append(value)
    ids[value] = id
    return id
  }

  private static func fixed(_ value: Rational) -> UInt32? {
    guard let integer = value.smallInteger, small.contains(integer) else { return nil }
    return id(ofInteger: integer)
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
