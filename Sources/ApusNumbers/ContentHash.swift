/// A deterministic hash of two independent 64-bit lanes, for content that must hash alike in every process.
///
/// Each lane multiplies to 128 bits and folds (as in wyhash and rapidhash), with other constants in the other
/// lane, so that a collision in one lane says nothing about the other. It is not meant to resist an adversary.
@frozen public struct ContentHash: Sendable {
  @usableFromInline var first: UInt64
  @usableFromInline var second: UInt64

  /// A hash that begins with `kind`, which keeps values of different types apart.
  @inlinable public init(kind: UInt64) {
    first = kind &* 0x9E37_79B9_7F4A_7C15 ^ 0x2D35_8DCC_AA6C_78A5
    second = kind &* 0xC2B2_AE3D_27D4_EB4F ^ 0x8BB8_4B93_962E_ACC9
  }

  /// Mixes in one word.
  @inlinable public mutating func combine(_ word: UInt64) {
    first = ContentHash.fold(first ^ word, 0xA076_1D64_78BD_642F) ^ ContentHash.finish(word)
    second = ContentHash.finish(second &+ word &* 0xD6E8_FEB8_6659_FD93) &+ (second &<< 7)
  }

  /// The two lanes, finished.
  @inlinable public var lanes: (UInt64, UInt64) {
    (ContentHash.finish(first), ContentHash.fold(second, 0xE703_7ED1_A0B4_28DB) ^ second)
  }

  @inlinable static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The finaliser of SplitMix64, a bijection (doi:10.1145/2660193.2660195).
  @inlinable static func finish(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
