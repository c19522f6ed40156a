import Testing

@testable import ApusCommand

@Suite struct OrderedPoolTests {
  @Test(
    "outputs come back in the order of the inputs, all of them", arguments: [1, 2, 3, 8], [0, 1, 2, 500])
  func order(jobs: Int, count: Int) {
    let pool = OrderedPool<Int, Int>(jobs: jobs) { input in
      // Every seventh takes longer.
      var value = input
      for _ in 0..<(input % 7 == 0 ? 20_000 : 10) { value = (value &* 31 &+ 7) & 0xFFFF }
      return value & 0 | input
    }
    var outputs: [Int] = []
    for input in 0..<count { outputs += pool.submit(input) }
    outputs += pool.finish()
    #expect(outputs == Array(0..<count))
    #expect(pool.finish() == [])
    pool.close()
  }

  @Test("work can go on after everything was given back")
  func again() {
    let pool = OrderedPool<Int, Int>(jobs: 2) { $0 * 2 }
    #expect(pool.submit(1) + pool.finish() == [2])
    #expect(pool.submit(2) + pool.submit(3) + pool.submit(4) + pool.finish() == [4, 6, 8])
    #expect(pool.submit(5) + pool.finish() == [10])
    pool.close()
  }
}
