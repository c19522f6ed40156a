extension Rational: Comparable, Hashable {
  /// Whether the values are equal.
  public static func == (lhs: Rational, rhs: Rational) -> Bool {
    switch (lhs.storage, rhs.storage) {
    case (.small(let n, let d), .small(let m, let e)): return n == m && d == e
    case (.large(let a), .large(let b)):
      return a === b || (a.numerator == b.numerator && a.denominator == b.denominator)
    default: return false
    }
  }

  /// Whether `lhs` is less than `rhs`.
  public static func < (lhs: Rational, rhs: Rational) -> Bool { compare(lhs, rhs) < 0 }

  /// -1, 0 or 1, as `lhs` is less than, equal to or greater than `rhs`.
  public static func compare(_ lhs: Rational, _ rhs: Rational) -> Int {
    if case .small(let n, let d) = lhs.storage, case .small(let m, let e) = rhs.storage {
      let (a, b) = (Int(n) * Int(e), Int(m) * Int(d))
      return a < b ? -1 : a == b ? 0 : 1
    }
    if lhs.sign != rhs.sign { return lhs.sign < rhs.sign ? -1 : 1 }
    return Integer.compare(lhs.numerator * rhs.denominator, rhs.numerator * lhs.denominator)
  }

  /// Feeds the value to `hasher`; equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let numerator, let denominator):
      hasher.combine(UInt64(UInt32(bitPattern: numerator)) << 32 | UInt64(denominator))
    case .large(let box):
      hasher.combine(box.numerator)
      hasher.combine(box.denominator)
    }
  }

  /// Two independent 64-bit hashes of the value, the same in every process.
  @inlinable public var contentHash: (UInt64, UInt64) {
    var hash = ContentHash(kind: 2)
    numerator.combineContent(into: &hash)
    denominator.combineContent(into: &hash)
    return hash.lanes
  }
}
