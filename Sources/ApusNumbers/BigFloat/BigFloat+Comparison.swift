import CMPFR

extension BigFloat: Comparable, Hashable {
  /// Whether the values are equal, whatever their precisions; a NaN equals nothing.
  public static func == (lhs: BigFloat, rhs: BigFloat) -> Bool {
    lhs.withMPFR { a in rhs.withMPFR { b in mpfr_equal_p(a, b) } } != 0
  }

  /// Whether `lhs` is less than `rhs`; false for a NaN.
  public static func < (lhs: BigFloat, rhs: BigFloat) -> Bool {
    lhs.withMPFR { a in rhs.withMPFR { b in mpfr_less_p(a, b) } } != 0
  }

  /// Whether value and precision are the same; unlike `==`, a NaN is the same as itself.
  public func isIdentical(to other: BigFloat) -> Bool {
    if storage === other.storage { return true }
    return precision == other.precision && (self == other || (isNaN && other.isNaN))
  }

  /// -1, 0 or 1, as `self` is less than, equal to or greater than `other`, or `nil` when it is a NaN.
  func compared(to other: Rational) -> Int? {
    isNaN ? nil : withMPFR { a in other.withMPQ { b in Int(mpfr_cmp_q(a, b).signum()) } }
  }

  /// Feeds the value to `hasher`; equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    var hash = ContentHash(kind: 4)
    combineContent(into: &hash)
    hasher.combine(hash.lanes.0)
  }

  /// Two independent 64-bit hashes of value and precision, the same in every process.
  public var contentHash: (UInt64, UInt64) {
    var hash = ContentHash(kind: 4)
    hash.combine(UInt64(precision))
    combineContent(into: &hash)
    return hash.lanes
  }

  /// Mixes in the value, so that equal numbers of different precision mix in the same.
  func combineContent(into hash: inout ContentHash) {
    guard let exponent = binaryExponent else {
      hash.combine(isNaN ? 1 : isZero ? 2 : isNegative ? 3 : 4)
      return
    }
    hash.combine(UInt64(bitPattern: Int64(exponent)))
    hash.combine(isNegative ? 5 : 6)
    let count = (precision + UInt.bitWidth - 1) / UInt.bitWidth
    withExtendedLifetime(storage) {
      let limbs = UnsafeBufferPointer(start: storage.mpfr._mpfr_d, count: count)
      for limb in limbs.drop(while: { $0 == 0 }).reversed() { hash.combine(UInt64(limb)) }
    }
  }
}
