#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The hashcons: an open-addressing table of 8-byte slots, a 32-bit tag beside a 32-bit node id.
///
/// The tag decides nearly every probe, so that a miss never touches the node's record; it also is the whole hash, so that
/// growing needs no records either. Slots hold `id + 1`, and zero means empty.
struct NodeTable: ~Copyable {
  private(set) var slots: UnsafeMutablePointer<UInt64>
  private(set) var mask: Int
  private(set) var count = 0

  init() {
    mask = 63
    slots = Self.allocate(64)
  }

  deinit {
    free(slots)
  }

  var byteCount: Int { (mask + 1) * 8 }

  @inline(__always)
  static func hash(_ op: UInt32, _ c0: UInt32, _ c1: UInt32) -> UInt32 {
    var x = (UInt64(c0) << 32 | UInt64(c1)) &* 0x9E37_79B9_7F4A_7C15
    x ^= x >> 29
    x = (x &+ UInt64(op)) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: x >> 32)
  }

  @inline(__always)
  static func slot(tag: UInt32, node: UInt32) -> UInt64 { UInt64(tag) << 32 | UInt64(node &+ 1) }

  @inline(__always)
  static func node(ofSlot slot: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: slot) &- 1 }

  /// Puts a node that is not in the table into it.
  @inline(__always)
  mutating func insert(tag: UInt32, node: UInt32) {
    if (count + 1) * 3 > (mask + 1) * 2 { grow() }
    var i = Int(tag) & mask
    while slots[i] != 0 { i = (i + 1) & mask }
    slots[i] = Self.slot(tag: tag, node: node)
    count += 1
  }

  /// Takes a node out, moving later entries of its run back so that no tombstone is left.
  mutating func remove(tag: UInt32, node: UInt32) {
    let wanted = Self.slot(tag: tag, node: node)
    var hole = Int(tag) & mask
    while slots[hole] != wanted {
      if slots[hole] == 0 { return }
      hole = (hole + 1) & mask
    }
    var i = hole
    while true {
      i = (i + 1) & mask
      let slot = slots[i]
      if slot == 0 { break }
      let home = Int(slot >> 32) & mask
      if (i - home) & mask >= (i - hole) & mask {
        slots[hole] = slot
        hole = i
      }
    }
    slots[hole] = 0
    count -= 1
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = Self.allocate(oldCount * 2)
    for j in 0..<oldCount where old[j] != 0 {
      var i = Int(old[j] >> 32) & mask
      while slots[i] != 0 { i = (i + 1) & mask }
      slots[i] = old[j]
    }
    free(old)
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    guard let memory = calloc(count, 8) else { preconditionFailure("out of memory") }
    return memory.assumingMemoryBound(to: UInt64.self)
  }
}
