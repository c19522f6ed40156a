import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Binary heaps") struct BinaryHeapTests {
  @Test("elements come out in ascending order, whatever the order they went in", arguments: 0..<50)
  func order(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var heap = BinaryHeap<Int>()
    var kept: [Int] = []
    for _ in 0..<200 {
      if Int.random(in: 0..<3, using: &random) > 0 {
        let next = Int.random(in: 0..<40, using: &random)
        heap.push(next)
        kept.append(next)
      } else {
        let least = kept.min()
        if let least, let place = kept.firstIndex(of: least) { kept.remove(at: place) }
        #expect(heap.pop() == least)
      }
    }
    for next in kept.sorted() { #expect(heap.pop() == next) }
    #expect(heap.pop() == nil)
  }
}
