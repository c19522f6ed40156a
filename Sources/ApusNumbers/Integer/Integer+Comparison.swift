import CGMP

extension Integer: Comparable, Hashable {
  /// Whether the values are equal.
  @inlinable public static func == (lhs: Integer, rhs: Integer) -> Bool {
    if case .small(let a) = lhs {
      if case .small(let b) = rhs { return a == b }
      return false
    }
    return largeEquality(lhs, rhs)
  }

  @usableFromInline static func largeEquality(_ lhs: Integer, _ rhs: Integer) -> Bool {
    guard case .large(let a) = lhs, case .large(let b) = rhs else { return false }
    return a === b || largeComparison(lhs, rhs) == 0
  }

  /// Whether `lhs` is less than `rhs`.
  @inlinable public static func < (lhs: Integer, rhs: Integer) -> Bool {
    if case .small(let a) = lhs, case .small(let b) = rhs { return a < b }
    return largeComparison(lhs, rhs) < 0
  }

  /// -1, 0 or 1, as `lhs` is less than, equal to or greater than `rhs`.
  @inlinable public static func compare(_ lhs: Integer, _ rhs: Integer) -> Int {
    if case .small(let a) = lhs, case .small(let b) = rhs { return a < b ? -1 : a == b ? 0 : 1 }
    return largeComparison(lhs, rhs)
  }

  @usableFromInline
  static func largeComparison(_ lhs: Integer, _ rhs: Integer) -> Int {
    Int(lhs.withMPZ { a in rhs.withMPZ { b in __gmpz_cmp(a, b) } }.signum())
  }

  /// Feeds the value to `hasher`; equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    let hash = contentHash
    hasher.combine(hash.0)
    hasher.combine(hash.1)
  }

  /// Two independent 64-bit hashes of the value, the same in every process.
  @inlinable public var contentHash: (UInt64, UInt64) {
    if case .small(let value) = self { return Integer.contentHash(ofSmall: value) }
    return largeContentHash
  }

  @inlinable static func contentHash(ofSmall value: Int) -> (UInt64, UInt64) {
    var hash = ContentHash(kind: 1)
    hash.combine(UInt64(bitPattern: Int64(value)))
    return hash.lanes
  }

  @usableFromInline var largeContentHash: (UInt64, UInt64) {
    var hash = ContentHash(kind: 1)
    combineContent(into: &hash)
    return hash.lanes
  }

  @usableFromInline func combineContent(into hash: inout ContentHash) {
    switch self {
    case .small(let value): hash.combine(UInt64(bitPattern: Int64(value)))
    case .large(let storage): storage.combineContent(into: &hash)
    }
  }
}

extension LargeInteger {
  func combineContent(into hash: inout ContentHash) {
    hash.combine(UInt64(bitPattern: Int64(mpz._mp_size)))
    for limb in limbs { hash.combine(UInt64(limb)) }
  }
}
