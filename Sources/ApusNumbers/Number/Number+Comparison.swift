extension Number: Hashable {
  /// Whether both are the same number as a part of an expression: of one kind, value and precision.
  ///
  /// 1 and 1.0 are not equal, a NaN is equal to itself, and plus and minus zero are equal.
  @inlinable public static func == (lhs: Number, rhs: Number) -> Bool {
    if case .integer(.small(let a)) = lhs {
      if case .integer(.small(let b)) = rhs { return a == b }
      return false
    }
    return generalEquality(lhs, rhs)
  }

  @usableFromInline @inline(never)
  static func generalEquality(_ lhs: Number, _ rhs: Number) -> Bool {
    switch (lhs, rhs) {
    case (.integer(let a), .integer(let b)): return a == b
    case (.rational(let a), .rational(let b)): return a == b
    case (.double(let a), .double(let b)): return a == b || (a.isNaN && b.isNaN)
    case (.bigFloat(let a), .bigFloat(let b)): return a.isIdentical(to: b)
    case (.complex(let a), .complex(let b)):
      return a === b || (a.real == b.real && a.imaginary == b.imaginary)
    default: return false
    }
  }

  /// Feeds the value to `hasher`; equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    let hash = contentHash
    hasher.combine(hash.0)
    hasher.combine(hash.1)
  }

  /// Two independent 64-bit hashes, the same in every process; equal numbers have equal ones.
  @inlinable public var contentHash: (UInt64, UInt64) {
    if case .integer(.small(let value)) = self { return Integer.contentHash(ofSmall: value) }
    return generalContentHash
  }

  @usableFromInline var generalContentHash: (UInt64, UInt64) {
    switch self {
    case .integer(let value): return value.contentHash
    case .rational(let value): return value.contentHash
    case .double(let value):
      var hash = ContentHash(kind: 3)
      hash.combine(value.isNaN ? Double.nan.bitPattern : value == 0 ? 0 : value.bitPattern)
      return hash.lanes
    case .bigFloat(let value): return value.contentHash
    case .complex(let value):
      var hash = ContentHash(kind: 5)
      for part in [value.real.contentHash, value.imaginary.contentHash] {
        hash.combine(part.0)
        hash.combine(part.1)
      }
      return hash.lanes
    }
  }

  /// -1, 0 or 1, as the value of `lhs` is less than, equal to or greater than that of `rhs`, exactly, whatever
  /// their kinds; `nil` when one is complex or a NaN.
  public static func compare(_ lhs: Number, _ rhs: Number) -> Int? {
    switch (lhs, rhs) {
    case (.complex, _), (_, .complex): return nil
    case (.integer(let a), .integer(let b)): return Integer.compare(a, b)
    case (.double(let a), .double(let b)):
      return a.isNaN || b.isNaN ? nil : a < b ? -1 : a == b ? 0 : 1
    default: break
    }
    if let b = rhs.asRational {
      if let a = lhs.asRational { return Rational.compare(a, b) }
      return lhs.bigFloat(precision: 53)?.compared(to: b)
    }
    if lhs.isExact { return compare(rhs, lhs).map { -$0 } }
    guard let a = lhs.bigFloat(precision: 53), let b = rhs.bigFloat(precision: 53), !a.isNaN, !b.isNaN else {
      return nil
    }
    return a < b ? -1 : a == b ? 0 : 1
  }
}
