import ApusNumerics
import ApusTerms
import ApusTestSupport
import CApusKernels
import Testing

/// The ways in which points arrive: how many, where in memory, in which arrangement, on how many threads.
@Suite("batches")
struct BatchTests {
  static let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))

  /// Arithmetic, a choice, an input and a constant as outputs, and no function of the library.
  static let expressions: [Expr] = [
    x * y + x / (1 + y ** 2) - .symbol("a"),
    .call(.piecewise, [.call(.less, [x, y]), x ** 3, .sqrt(y ** 2)]),
    y, 2, .symbol("a") ** 2, .floor(x) + .abs(y),
  ]

  /// Every back end with every instruction set, and the fall-backs: no AVX, no executable memory.
  static let backends: [(name: String, options: CompileOptions)] = {
    var all: [(String, CompileOptions)] = InstructionSet.allCases.filter { $0 <= .best }.flatMap { set in
      [Backend.blocks, .machineCode].map {
        ("\($0) \(set)", CompileOptions(backend: $0, instructionSet: set))
      }
    }
    all.append(("no AVX", CompileOptions(instructionSet: .baseline)))
    var refused = CompileOptions()
    refused.refusesExecutableMemory = true
    all.append(("no executable memory", refused))
    if apus_llvm_version() > 0 { all.append(("LLVM", CompileOptions(backend: .llvm))) }
    if SourceTests.isInstalled("cc") { all.append(("C", CompileOptions(backend: .systemCompiler))) }
    return all
  }()

  static func functions() throws -> [(name: String, function: CompiledFunction)] {
    try backends.map {
      ($0.name, try expressions.compiled(over: ["x", "y"], parameters: ["a"], options: $0.options))
    }
  }

  static func reference() throws -> CompiledFunction {
    try expressions.compiled(
      over: ["x", "y"], parameters: ["a"], options: CompileOptions(backend: .interpreter))
  }

  static func columns(_ count: Int, seed: UInt64 = 1) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<2).map { _ in (0..<count).map { _ in Double.random(in: -3...3, using: &random) } }
  }

  static let lengths = Array(0...33) + [63, 64, 65, 127, 128, 129, 255, 256, 257, 300, 511, 513]

  @Test("every length gives the values of the interpreter, and writes nothing behind the last point")
  func lengths() throws {
    let reference = try Self.reference()
    for (name, function) in try Self.functions() {
      for count in Self.lengths {
        let columns = Self.columns(count)
        let expected = reference.values(columns: columns, parameters: [0.75])
        let got = BackendTests.values(function, columns, count, [0.75])
        #expect(got == expected, "\(name), \(count) points")
      }
    }
  }

  @Test("columns may begin at any number of the memory, each at another")
  func misalignment() throws {
    let reference = try Self.reference()
    let count = 29
    let columns = Self.columns(count)
    let expected = reference.values(columns: columns, parameters: [0.75])
    for (name, function) in try Self.functions() {
      for offset in 0..<16 {
        let memory = UnsafeMutablePointer<Double>.allocate(capacity: 64 * 16)
        memory.initialize(repeating: -77, count: 64 * 16)
        defer { memory.deallocate() }
        let inputs = columns.enumerated().map { j, column in
          let start = memory + 64 * j + (offset + 3 * j) % 16
          for k in 0..<count { start[k] = column[k] }
          return UnsafePointer<Double>?(start)
        }
        let outputs = (0..<function.outputCount).map {
          UnsafeMutablePointer<Double>?(memory + 64 * (2 + $0) + (offset + 5 * $0) % 16)
        }
        [0.75].withUnsafeBufferPointer {
          function.evaluate(columns: inputs, count: count, parameters: $0, into: outputs)
        }
        for (j, output) in outputs.enumerated() {
          #expect((0..<count).map { output?[$0] ?? .nan } == expected[j], "\(name), offset \(offset)")
          #expect(
            output?[-1] == -77 && output?[count] == -77, "\(name), offset \(offset): around output \(j)")
        }
      }
    }
  }

  @Test("points one after another give what columns give")
  func arrangements() throws {
    for (name, function) in try Self.functions() {
      for count in [0, 1, 2, 7, 100] {
        let columns = Self.columns(count)
        let expected = function.values(columns: columns, parameters: [0.5])
        let points = (0..<count).flatMap { i in columns.map { $0[i] } }
        let got = function.values(points: points, parameters: [0.5])
        #expect(got == (0..<count).flatMap { i in expected.map { $0[i] } }, "\(name), \(count) points")
        for i in 0..<count {
          #expect(
            function.values(at: columns.map { $0[i] }, parameters: [0.5]) == expected.map { $0[i] }, "\(name)"
          )
        }
      }
    }
  }

  @Test("the values do not depend on the number of threads", arguments: [1023, 1024, 2048, 2049, 7001])
  func threads(_ count: Int) throws {
    let columns = Self.columns(count)
    for (name, function) in try Self.functions() {
      let one = function.values(columns: columns, parameters: [1.25])
      for threads in [0, 2, 3, 7, 64] {
        #expect(
          function.values(columns: columns, parameters: [1.25], threads: threads) == one,
          "\(name), \(threads)")
      }
    }
  }

  @Test("one function may be called from several threads at once")
  func concurrentCalls() async throws {
    let function = try Self.expressions.compiled(over: ["x", "y"], parameters: ["a"])
    let expected = (0..<8).map { function.values(columns: Self.columns(500, seed: $0), parameters: [2]) }
    await withTaskGroup(of: Bool.self) { group in
      for seed in UInt64(0)..<8 {
        group.addTask {
          (0..<20).allSatisfy { _ in
            function.values(columns: Self.columns(500, seed: seed), parameters: [2]) == expected[Int(seed)]
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test("what the computer does not offer is replaced by blocks")
  func fallbacks() throws {
    for (name, function) in try Self.functions() where name.hasPrefix("no ") {
      #expect(function.backend == .blocks, "\(name)")
    }
  }

  @Test("functions without variables have the same values at all points, and those without values none")
  func degenerate() throws {
    for (_, options) in Self.backends {
      let constant = try [Expr(3), .symbol("a")].compiled(over: [], parameters: ["a"], options: options)
      #expect(constant.values(at: [], parameters: [4]) == [3, 4])
      let none = try [Expr]().compiled(over: ["x"], options: options)
      #expect(none.values(at: [1]).isEmpty && none.values(columns: [[1, 2]]).isEmpty)
    }
  }
}
