import ApusTerms

/// Executes a program one instruction after another: slow, obvious, and what the other back ends are compared with.
struct Interpreter: Sendable {
  private let lazy: LazyProgram
  var program: Program { lazy.program }

  init(_ lazy: LazyProgram) { self.lazy = lazy }

  /// How many results there is to be room for.
  var scratchCount: Int { max(1, program.instructions.count) }

  /// Computes the outputs at a point; `results` has room for `scratchCount` values.
  func run(
    _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
    _ results: UnsafeMutablePointer<Double>, into outputs: UnsafeMutablePointer<Double>
  ) {
    program.instructions.withUnsafeBufferPointer { instructions in
      program.constants.withUnsafeBufferPointer { constants in
        let sources = Sources(
          results: results, constants: constants.baseAddress ?? variables, variables: variables,
          parameters: parameters)
        if lazy.regions.isEmpty {
          for i in 0..<instructions.count { results[i] = value(of: instructions[i], sources) }
        } else {
          runLazily(instructions, results, sources)
        }
        for i in 0..<program.outputs.count { outputs[i] = sources.value(program.outputs[i]) }
      }
    }
  }

  /// Leaves out the branches that are not taken.
  private func runLazily(
    _ instructions: UnsafeBufferPointer<Instruction>, _ results: UnsafeMutablePointer<Double>,
    _ sources: Sources
  ) {
    var region = 0
    var i = 0
    while i < instructions.count {
      var isSkipped = false
      while region < lazy.regions.count, lazy.regions[region].start <= i {
        let next = lazy.regions[region]
        region += 1
        // Regions within one that was skipped lie behind.
        if next.start == i, (sources.value(next.mask).bitPattern != 0) != next.isTaken {
          i = next.end
          isSkipped = true
          break
        }
      }
      if isSkipped { continue }
      results[i] = value(of: instructions[i], sources)
      i += 1
    }
  }

  /// Where the values are.
  struct Sources {
    let results: UnsafePointer<Double>
    let constants: UnsafePointer<Double>
    let variables: UnsafePointer<Double>
    let parameters: UnsafePointer<Double>

    init(
      results: UnsafePointer<Double>, constants: UnsafePointer<Double>, variables: UnsafePointer<Double>,
      parameters: UnsafePointer<Double>
    ) {
      self.results = results
      self.constants = constants
      self.variables = variables
      self.parameters = parameters
    }

    @inline(__always) func value(_ operand: Operand) -> Double {
      switch operand.source {
      case .result: results[operand.index]
      case .constant: constants[operand.index]
      case .variable: variables[operand.index]
      case .parameter: parameters[operand.index]
      }
    }
  }

  @inline(__always)
  func value(of instruction: Instruction, _ sources: Sources) -> Double {
    let opcode = instruction.opcode
    if opcode == .call { return called(program.calls[instruction.a.index], sources) }
    let count = opcode.operandCount
    return opcode.applied(
      sources.value(instruction.a), count > 1 ? sources.value(instruction.b) : 0,
      count > 2 ? sources.value(instruction.c) : 0)
  }

  private func called(_ call: Program.Call, _ sources: Sources) -> Double {
    call.function.machineValue(of: call.arguments.map { sources.value($0) }) ?? .nan
  }
}
