/// A map from node addresses to small integers, for one traversal: open addressing, no hashing protocol, no deletion.
struct PointerMap: ~Copyable {
  private var keys: UnsafeMutablePointer<UInt>
  private var values: UnsafeMutablePointer<UInt32>
  private var mask: Int
  private var count = 0

  init(capacity: Int = 64) {
    var slots = 64
    while slots < capacity * 2 { slots *= 2 }
    keys = .allocate(capacity: slots)
    keys.initialize(repeating: 0, count: slots)
    values = .allocate(capacity: slots)
    mask = slots - 1
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  @inline(__always)
  private func slot(of key: UInt) -> Int {
    // Nodes are 16-byte aligned; the multiplication spreads the rest over the high bits.
    var slot = Int(truncatingIfNeeded: (key &>> 4) &* 0x9E37_79B9_7F4A_7C15 &>> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  func value(of node: Unmanaged<Node>) -> UInt32? {
    let key = UInt(bitPattern: node.toOpaque())
    let slot = slot(of: key)
    return keys[slot] == 0 ? nil : values[slot]
  }

  mutating func insert(_ node: Unmanaged<Node>, _ value: UInt32) {
    let key = UInt(bitPattern: node.toOpaque())
    let slot = slot(of: key)
    keys[slot] = key
    values[slot] = value
    count += 1
    if count * 2 > mask { grow() }
  }

  private mutating func grow() {
    var larger = PointerMap(capacity: (mask + 1) * 2)
    for old in 0...mask where keys[old] != 0 {
      let slot = larger.slot(of: keys[old])
      larger.keys[slot] = keys[old]
      larger.values[slot] = values[old]
    }
    larger.count = count
    self = larger
  }
}
