import ApusNumerics
import ApusTerms
import Synchronization
import Testing

@testable import ApusSimulation

@Suite("Functions in parts")
struct PartitionedFunctionTests {
  @Test("parts are successive, not empty, and about equal")
  func ranges() {
    #expect(PartitionedFunction.ranges([1, 1, 1, 1], count: 2) == [0..<2, 2..<4])
    #expect(PartitionedFunction.ranges([9, 1, 1, 1], count: 2) == [0..<1, 1..<4])
    #expect(PartitionedFunction.ranges([1, 1, 9], count: 2) == [0..<3])
    #expect(PartitionedFunction.ranges([], count: 3) == [])
    #expect(PartitionedFunction.ranges([1, 1], count: 8) == [0..<1, 1..<2])
    for count in 1...9 {
      let ranges = PartitionedFunction.ranges((0..<50).map { $0 % 7 + 1 }, count: count)
      #expect(ranges.count == count && ranges.flatMap { Array($0) } == Array(0..<50))
    }
  }

  @Test(
    "a team does each part once, however often it is asked, and by several callers at once",
    arguments: [1, 2, 5])
  func team(_ count: Int) async {
    let team = WorkerTeam(count: count)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var total = 0
          for round in 0..<500 {
            let parts = round % 9
            let sum = Atomic<Int>(0)
            team.run(parts) { sum.add($0 + 1, ordering: .relaxed) }
            total += sum.load(ordering: .relaxed) == parts * (parts + 1) / 2 ? 1 : 0
          }
          return total
        }
      }
      for await total in group { #expect(total == 500) }
    }
  }

  @Test("a team that has slept works again")
  func sleep() {
    let team = WorkerTeam(count: 3)
    let sum = Atomic<Int>(0)
    for _ in 0..<3 {
      // Longer than the threads watch for work.
      var x = 0.5
      for _ in 0..<2_000_000 { x = x * (1 - x) + 0.25 }
      team.run(100) { sum.add($0, ordering: .relaxed) }
      #expect(x > 0)
    }
    let total = sum.load(ordering: .relaxed)
    #expect(total == 3 * 4950)
  }

  @Test("parts give the values of the whole")
  func values() throws {
    let symbols = (0..<30).map { Symbol("x\($0)") }
    let sides = (0..<30).map { i in
      Expr.sin(Expr(symbols[i])) * Expr(symbols[(i + 1) % 30]) + .symbol("k") * Expr(symbols[(i + 7) % 30])
    }
    let point = (0..<30).map { Double($0) / 10 }
    let whole = try InitialValueProblem(sides, over: symbols, parameters: ["k": 2], from: point)
    for threads in [2, 3, 40] {
      let parts = try InitialValueProblem(
        sides, over: symbols, parameters: ["k": 2], from: point, threads: threads)
      for (a, b) in zip(parts.derivatives(of: point, at: 0), whole.derivatives(of: point, at: 0)) {
        #expect(abs(a - b) <= 1e-14 * (1 + abs(b)))
      }
    }
  }
}
