import ApusNumerics
import ApusTerms
import ApusTestSupport
import CApusKernels
import Testing

@Suite("back ends")
struct BackendTests {
  /// Debug builds try fewer programs.
  static var programCount: Int { LongTests.count(600, long: 10_000) }

  static let alternatives: [(Backend, InstructionSet)] =
    [(.blocks, .baseline)]
    + InstructionSet.allCases.filter { $0 <= .best && $0 > .baseline }.flatMap {
      [(.blocks, $0), (.machineCode, $0)]
    }

  @Test("every back end gives the bits of the interpreter", arguments: [1, 2, 3, 4])
  func agreement(part: UInt64) {
    for i in 0..<UInt64(Self.programCount / 4) { Self.compare(RandomProgram(seed: part << 32 | i), part, i) }
  }

  private static func compare(_ random: RandomProgram, _ part: UInt64, _ i: UInt64) {
    let program = random.program
    var source = SplitMix64(seed: i &* 77 &+ part)
    let count = [0, 1, 3, 8, 13, 64, 65, 300][Int(i % 8)]
    let columns = program.variables.map { _ in (0..<count).map { _ in RandomProgram.value(&source) } }
    let parameters = program.parameters.map { _ in RandomProgram.value(&source) }
    let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
    let expected = values(reference, columns, count, parameters)
    for (backend, set) in alternatives {
      let function = CompiledFunction(
        program, options: CompileOptions(backend: backend, instructionSet: set))
      let got = values(function, columns, count, parameters)
      for j in 0..<program.outputCount {
        for k in 0..<count where !areSame(got[j][k], expected[j][k]) {
          Issue.record("\(backend) \(set), seed \(part), \(i), output \(j), point \(k)")
          return
        }
      }
      if count > 0 {
        let point = columns.map { $0[count - 1] }
        let single = function.values(at: point, parameters: parameters)
        for j in 0..<program.outputCount where !areSame(single[j], expected[j][count - 1]) {
          Issue.record("\(backend) \(set), one point, seed \(part), \(i), output \(j)")
          return
        }
      }
    }
  }

  /// The values with columns and outputs at addresses that are multiples of 8 only.
  static func values(
    _ function: CompiledFunction, _ columns: [[Double]], _ count: Int, _ parameters: [Double]
  ) -> [[Double]] {
    let stride = count + 1
    let total = (columns.count + function.outputCount) * stride + 1
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: total)
    memory.initialize(repeating: 12345, count: total)
    defer { memory.deallocate() }
    var inputs: [UnsafePointer<Double>?] = []
    for (j, column) in columns.enumerated() {
      for k in 0..<count { memory[1 + j * stride + k] = column[k] }
      inputs.append(UnsafePointer(memory + 1 + j * stride))
    }
    let outputs = (0..<function.outputCount).map {
      UnsafeMutablePointer<Double>?(memory + 1 + (columns.count + $0) * stride)
    }
    parameters.withUnsafeBufferPointer {
      function.evaluate(columns: inputs, count: count, parameters: $0, into: outputs)
    }
    return outputs.map { output in
      #expect(output?[count] == 12345, "nothing is written behind the last point")
      return (0..<count).map { output?[$0] ?? .nan }
    }
  }

  @Test("functions of the library agree to 4 ulp in vectors and bit for bit at a point")
  func library() {
    for opcode in Opcode.allCases where opcode.isLibraryFunction {
      let operands = opcode.operandCount
      let program = Program(
        variables: (0..<operands).map { Symbol("x\($0)") }, parameters: [], constants: [],
        instructions: [
          operands == 2
            ? Instruction(opcode, Operand(.variable, 0), Operand(.variable, 1))
            : Instruction(opcode, Operand(.variable, 0))
        ], outputs: [Operand(.result, 0)])
      var source = SplitMix64(seed: UInt64(opcode.rawValue))
      let columns = (0..<operands).map { _ in
        (0..<500).map { _ in Double.random(in: -5...5, using: &source) }
      }
      let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
      let expected = reference.values(columns: columns)[0]
      for (backend, set) in Self.alternatives {
        let function = CompiledFunction(
          program, options: CompileOptions(backend: backend, instructionSet: set))
        let got = function.values(columns: columns)[0]
        for k in got.indices {
          let isClose = areSame(got[k], expected[k]) || abs(got[k] - expected[k]) <= 4 * expected[k].ulp
          #expect(isClose, "\(opcode) \(backend) \(set): \(got[k]) for \(expected[k])")
          if !isClose { break }
        }
        let point = columns.map { $0[7] }
        #expect(areSame(function.values(at: point)[0], expected[7]), "\(opcode) \(backend) \(set)")
      }
    }
  }

  @Test("two threads give the bits of one")
  func threads() {
    let random = RandomProgram(seed: 99)
    var source = SplitMix64(seed: 5)
    let columns = random.program.variables.map { _ in
      (0..<5003).map { _ in Double.random(in: -2...2, using: &source) }
    }
    let parameters = random.program.parameters.map { _ in 0.5 }
    let function = CompiledFunction(random.program)
    let one = function.values(columns: columns, parameters: parameters)
    let two = function.values(columns: columns, parameters: parameters, threads: 2)
    for j in one.indices { for k in one[j].indices { #expect(areSame(one[j][k], two[j][k])) } }
  }

  @Test("without executable memory, or without vector mathematics, blocks give the same")
  func fallbacks() throws {
    let x = Expr.symbol("x")
    let expression = Expr.sin(x) * x + .exp(x) / (1 + x ** 2)
    var options = CompileOptions()
    options.refusesExecutableMemory = true
    let refused = try expression.compiled(over: ["x"], options: options)
    #expect(refused.backend == .blocks)
    let xs = (0..<101).map { Double($0) / 20 }
    let expected = try expression.compiled(over: ["x"], options: CompileOptions(backend: .interpreter))
      .values(columns: [xs])[0]
    for (got, value) in zip(refused.values(columns: [xs])[0], expected) {
      #expect(abs(got - value) <= 1e-14)
    }
    #expect(refused(0.5) == expected[10])
    apus_set_vector_mathematics(0)
    defer { apus_set_vector_mathematics(1) }
    let scalar = try expression.compiled(over: ["x"])
    for (got, value) in zip(scalar.values(columns: [xs])[0], expected) {
      #expect(abs(got - value) <= 1e-14)
    }
  }
}
