import ApusNumerics
import ApusTerms
import ApusTestSupport
import Synchronization
import Testing

@Suite("branches that are not taken")
struct LazyBranchTests {
  /// Counts how often it is evaluated.
  private final class Counter: Sendable {
    let count = Atomic<Int>(0)
    var calls: Int { count.load(ordering: .relaxed) }
  }

  private static func counting(_ name: String, _ counter: Counter) -> Function {
    Function(
      name,
      kernels: Kernels(
        real: .unary { x in
          counter.count.add(1, ordering: .relaxed)
          return x * x
        }))
  }

  private static let x = Expr.symbol("x")
  private static let half = Expr(1) / 2

  private static func less(_ a: Expr, _ b: Expr) -> Expr { .call(.less, [a, b]) }

  @Test(
    "at a point only the branch that is taken is evaluated", arguments: [Backend.interpreter, .automatic])
  func scalar(backend: Backend) throws {
    let (yes, no) = (Counter(), Counter())
    let expression = Expr.call(
      .piecewise,
      [
        Self.less(Self.x, 1), .call(Self.counting("lazyyes", yes), [Self.x + Self.half]),
        .call(Self.counting("lazyno", no), [Self.x - Self.half]),
      ])
    let f = try expression.compiled(over: ["x"], options: CompileOptions(backend: backend))
    #expect(f(0) == 0.25)
    #expect((yes.calls, no.calls) == (1, 0))
    #expect(f(2) == 2.25)
    #expect((yes.calls, no.calls) == (1, 1))
    #expect(f(.nan).isNaN)
    #expect((yes.calls, no.calls) == (1, 1), "a condition that neither holds nor fails takes none")
  }

  @Test("conditions behind one that holds are not evaluated, and what both branches need is evaluated once")
  func nested() throws {
    let (shared, second, last) = (Counter(), Counter(), Counter())
    let common = Expr.call(Self.counting("lazyshared", shared), [Self.x])
    let expression = Expr.call(
      .piecewise,
      [
        Self.less(Self.x, 1), common,
        Self.less(.call(Self.counting("lazysecond", second), [Self.x]), 9), common + 1,
        .call(Self.counting("lazylast", last), [Self.x]) - common,
      ])
    let f = try expression.compiled(over: ["x"])
    #expect(f(0.5) == 0.25)
    #expect((shared.calls, second.calls, last.calls) == (1, 0, 0))
    #expect(f(2) == 5)
    #expect((shared.calls, second.calls, last.calls) == (2, 1, 0))
    #expect(f(4) == 0)
    #expect((shared.calls, second.calls, last.calls) == (3, 2, 1))
  }

  @Test("machine code jumps over branches and gives the bits of the interpreter", arguments: [1, 2, 3])
  func agreement(part: UInt64) {
    for i in 0..<UInt64(LongTests.count(200, long: 4000)) {
      let program = RandomProgram(seed: 77 << 32 | part << 24 | i, withLibrary: i % 3 == 0).program
      var source = SplitMix64(seed: i &* 31 &+ part)
      var lazy = CompileOptions()
      lazy.smallestLazyCost = 1
      var interpreted = CompileOptions(backend: .interpreter)
      interpreted.smallestLazyCost = .max
      let (fast, slow) = (
        CompiledFunction(program, options: lazy), CompiledFunction(program, options: interpreted)
      )
      interpreted.smallestLazyCost = 1
      let skipping = CompiledFunction(program, options: interpreted)
      for _ in 0..<4 {
        let point = program.variables.map { _ in RandomProgram.value(&source) }
        let parameters = program.parameters.map { _ in RandomProgram.value(&source) }
        let expected = slow.values(at: point, parameters: parameters)
        for got in [fast, skipping].map({ $0.values(at: point, parameters: parameters) }) {
          for (a, b) in zip(got, expected) where !areSame(a, b) {
            Issue.record("seed \(part), \(i): \(a) for \(b)")
            return
          }
        }
      }
    }
  }

  @Test("a block of points all of which take one branch leaves out the other")
  func blocks() throws {
    let (yes, no) = (Counter(), Counter())
    let expression = Expr.call(
      .piecewise,
      [
        Self.less(Self.x, 1), .call(Self.counting("lazyyes", yes), [Self.x]),
        .call(Self.counting("lazyno", no), [-Self.x]),
      ])
    let f = try expression.compiled(over: ["x"])
    #expect(f.values(columns: [[0, 0.5, -2]]) == [[0, 0.25, 4]])
    #expect((yes.calls, no.calls) == (3, 0))
    #expect(f.values(columns: [[2, 3]]) == [[4, 9]])
    #expect((yes.calls, no.calls) == (3, 2))
    #expect(f.values(columns: [[2, 0.5]]) == [[4, 0.25]])
    #expect((yes.calls, no.calls) == (5, 4))
  }

  @Test(
    "blocks with branches left out give the bits of the interpreter",
    arguments: InstructionSet.allCases.filter { $0 <= .best })
  func blockAgreement(_ set: InstructionSet) {
    for i in 0..<UInt64(LongTests.count(150, long: 4000)) {
      let program = RandomProgram(seed: 78 << 32 | i).program
      var source = SplitMix64(seed: i &* 13)
      var options = CompileOptions(backend: .blocks, instructionSet: set)
      options.smallestLazyCost = 1
      // Every point repeated, so that many blocks agree on a branch.
      let count = [3, 64, 130][Int(i % 3)]
      let columns = program.variables.map { _ in
        Array(repeating: RandomProgram.value(&source), count: count)
      }
      let parameters = program.parameters.map { _ in RandomProgram.value(&source) }
      let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
      let expected = BackendTests.values(reference, columns, count, parameters)
      let got = BackendTests.values(CompiledFunction(program, options: options), columns, count, parameters)
      for (a, b) in zip(got.joined(), expected.joined()) where !areSame(a, b) {
        Issue.record("\(set), seed \(i): \(a) for \(b)")
        break
      }
    }
  }

  @Test("regions are nested or apart, and hold what only one branch needs")
  func regions() throws {
    var count = 0
    for i in 0..<UInt64(400) {
      let program = RandomProgram(seed: 123 << 32 | i).program
      let lazy = LazyProgram(program, smallestCost: 1)
      #expect(lazy.program.instructions.count <= program.instructions.count)
      count += lazy.regions.count
      var open: [LazyRegion] = []
      for region in lazy.regions {
        while let last = open.last, last.end <= region.start { open.removeLast() }
        if let last = open.last { #expect(region.end <= last.end) }
        if region.mask.isResult { #expect(region.mask.index < region.start) }
        open.append(region)
        for instruction in lazy.program.instructions[region.end...] {
          // Only the choice itself uses what is computed in the region, as the operand that it may take.
          let isChoice = instruction.opcode == .select && instruction.a == region.mask
          instruction.forEachOperand {
            guard $0.isResult, (region.start..<region.end).contains($0.index) else { return }
            #expect(isChoice && $0 == (region.isTaken ? instruction.b : instruction.c))
          }
        }
      }
    }
    #expect(count > 50)
  }

  @Test("ten thousand cases are compiled by loops, on a small stack")
  func manyCases() throws {
    nonisolated(unsafe) var value = 0.0
    withSmallStack {
      let cases = (1...10_000).flatMap { [Self.less(Self.x, Expr($0)), .sin(Expr($0) * Self.x)] }
      let f = try? Expr.call(.piecewise, cases).compiled(over: ["x"])
      value = f?(9000.5) ?? .nan
    }
    #expect(abs(value - Double.sin(9001 * 9000.5)) < 1e-6)
  }
}
