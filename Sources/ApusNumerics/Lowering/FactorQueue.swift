/// Factors by how often they occur, the most frequent first; of equally frequent ones the least.
///
/// Counts fall while factors are taken: an entry with an old count is put back with the new one, so that the work stays
/// near-linear.
struct FactorQueue {
  /// All factors, also those that occur once.
  let keys: [UInt32]
  /// A binary heap of counts (high half) and complemented factors (low half).
  private var heap: [UInt64] = []
  /// Factors (high half) and the terms that have them (low half), sorted.
  private var places: [UInt64] = []

  /// - Parameter counts: in how many terms each factor occurs.
  init(keys: [UInt32], counts: [Int32]) {
    self.keys = keys
    for key in keys where counts[Int(key)] > 1 { heap.append(Self.entry(counts[Int(key)], key)) }
    // A descending order is a heap.
    heap.sort(by: >)
  }

  var isEmpty: Bool { heap.isEmpty }

  /// Notes that a term has the factor.
  mutating func note(_ term: Int, _ key: UInt32) { places.append(UInt64(key) << 32 | UInt64(term)) }

  /// Ends the notes.
  mutating func seal() { places.sort() }

  /// The terms that have the factor.
  func occurrences(of key: UInt32) -> [Int] {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] >> 32 < UInt64(key) { low = middle + 1 } else { high = middle }
    }
    var terms: [Int] = []
    while low < places.count, places[low] >> 32 == UInt64(key) {
      terms.append(Int(places[low] & 0xFFFF_FFFF))
      low += 1
    }
    return terms
  }

  /// The factor that now occurs most often, at least twice.
  mutating func next(_ counts: [Int32]) -> UInt32? {
    while let top = heap.first {
      let key = ~UInt32(truncatingIfNeeded: top)
      let count = counts[Int(key)]
      if top == Self.entry(count, key) {
        removeFirst()
        return key
      }
      if count > 1 {
        heap[0] = Self.entry(count, key)
        sink()
      } else {
        removeFirst()
      }
    }
    return nil
  }

  private static func entry(_ count: Int32, _ key: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: count)) << 32 | UInt64(~key)
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    if heap.isEmpty { return }
    heap[0] = last
    sink()
  }

  /// Moves the first entry down to its place.
  private mutating func sink() {
    var i = 0
    while true {
      var child = 2 * i + 1
      if child >= heap.count { return }
      if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
      if heap[i] >= heap[child] { return }
      heap.swapAt(i, child)
      i = child
    }
  }
}
