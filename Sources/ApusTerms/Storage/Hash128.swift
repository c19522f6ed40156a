/// A 128-bit content hash: equal terms have equal hashes in every process and on every platform, and two
/// different terms have equal hashes with probability 2⁻¹²⁸.
///
/// Equality of terms *is* equality of these hashes; a deep comparison would be exponential on shared structure.
/// The two lanes never mix, so that a `Workspace` can carry the low lane alone and still order like an `Expr`.
public struct Hash128: Hashable, Sendable {
  /// The lane that orders the children of canonical sums and products.
  public var low: UInt64
  /// The second, independent lane.
  public var high: UInt64

  /// Creates a hash from its lanes.
  @inlinable public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The hash of a text, under a seed that separates name spaces (symbols from functions).
  package init(text: String, seed: UInt64) {
    var low = Lane.low.seeded(seed)
    var high = Lane.high.seeded(seed)
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for byte in text.utf8 {
      word |= UInt64(byte) &<< (8 &* filled)
      filled &+= 1
      if filled == 8 {
        low = Lane.low.fold(low, word)
        high = Lane.high.fold(high, word)
        (word, filled) = (0, 0)
      }
    }
    // The length byte keeps "a" and "a\0" apart.
    let last = word ^ (filled &<< 56) ^ 0x5A00_0000_0000_0000
    self.init(low: Lane.low.fold(low, last), high: Lane.high.fold(high, last))
  }

  /// The hash of a small integer.
  @inlinable package init(integer: Int) {
    let word = UInt64(bitPattern: Int64(integer))
    low = Lane.low.fold(Lane.low.integerSeed, word)
    high = Lane.high.fold(Lane.high.integerSeed, word)
  }

  /// Folds another hash into this one, order mattering.
  @inlinable package mutating func combine(_ other: Hash128) {
    low = Lane.low.fold(low, other.low)
    high = Lane.high.fold(high, other.high)
  }
}

/// The mixing function of one lane: the folded 64 × 64 → 128 bit product of wyhash, with constants of its own.
@usableFromInline
package struct Lane: Sendable {
  @usableFromInline let stateKey: UInt64
  @usableFromInline let wordKey: UInt64
  @usableFromInline let integerSeed: UInt64

  @inlinable init(stateKey: UInt64, wordKey: UInt64) {
    self.stateKey = stateKey
    self.wordKey = wordKey
    integerSeed = stateKey ^ (wordKey &>> 1)
  }

  @inlinable package static var low: Lane {
    Lane(stateKey: 0xA076_1D64_78BD_642F, wordKey: 0xE703_7ED1_A0B4_28DB)
  }
  @inlinable package static var high: Lane {
    Lane(stateKey: 0x8EBC_6AF0_9C88_C6E3, wordKey: 0x5899_65CC_7537_4CC3)
  }

  @inlinable package func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ stateKey).multipliedFullWidth(by: word ^ wordKey)
    // Adding the state keeps it from being lost when a factor is zero.
    return (product.high ^ product.low) &+ (state &* 0x9E37_79B9_7F4A_7C15)
  }

  @inlinable package func seeded(_ seed: UInt64) -> UInt64 { fold(seed, 0) }
}
