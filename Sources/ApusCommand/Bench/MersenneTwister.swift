/// The random numbers of Python's `random.Random(seed)`, so that a workload is the same there and here.
///
/// Source: Matsumoto, Nishimura, *Mersenne Twister*, doi:10.1145/272991.272995; CPython's `random` for seeding and ranges.
struct MersenneTwister {
  private static let size = 624
  private static let middle = 397
  private var state: [UInt32]
  private var index = MersenneTwister.size

  /// The generator that `random.Random(seed)` is, for a non-negative integer.
  init(seed: UInt64) {
    var key = [UInt32(truncatingIfNeeded: seed)]
    if seed >> 32 != 0 { key.append(UInt32(seed >> 32)) }
    state = Self.linearState(seed: 19_650_218)
    mix(key)
  }

  /// The next 32 random bits.
  mutating func next32() -> UInt32 {
    if index >= Self.size { refill() }
    var y = state[index]
    index += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// `getrandbits(count)` for 1 to 64 bits.
  mutating func bits(_ count: Int) -> UInt64 {
    guard count > 32 else { return UInt64(next32() >> UInt32(32 - count)) }
    let low = UInt64(next32())
    return low | UInt64(next32() >> UInt32(64 - count)) << 32
  }

  /// `randint(lower, upper)`: a number of the range, its ends included.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    let count = UInt64.bitWidth - width.leadingZeroBitCount
    var value = bits(count)
    while value >= width { value = bits(count) }
    return range.lowerBound + Int(value)
  }

  /// `random()`: a number in [0, 1) with 53 bits.
  mutating func unit() -> Double {
    let high = Double(next32() >> 5)
    let low = Double(next32() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  // MARK: State

  private static func linearState(seed: UInt32) -> [UInt32] {
    var state = [seed]
    for i in 1..<size {
      let previous = state[i - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(i))
    }
    return state
  }

  private mutating func mix(_ key: [UInt32]) {
    var i = 1
    for step in 0..<max(Self.size, key.count) {
      let j = step % key.count
      let previous = state[i - 1]
      state[i] = (state[i] ^ ((previous ^ (previous >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
      advance(&i)
    }
    for _ in 0..<Self.size - 1 {
      let previous = state[i - 1]
      state[i] = (state[i] ^ ((previous ^ (previous >> 30)) &* 1_566_083_941)) &- UInt32(i)
      advance(&i)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advance(_ i: inout Int) {
    i += 1
    if i >= Self.size {
      state[0] = state[Self.size - 1]
      i = 1
    }
  }

  private mutating func refill() {
    for i in 0..<Self.size {
      let y = (state[i] & 0x8000_0000) | (state[(i + 1) % Self.size] & 0x7FFF_FFFF)
      state[i] = state[(i + Self.middle) % Self.size] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    index = 0
  }
}
