import CApusKernels

/// What runs a program: immutable and shared by all threads that call it.
final class Executor: Sendable {
  let program: Program
  let backend: Backend
  private let interpreter: Interpreter
  private let scalarScratch: ScratchPool
  private let batch: BatchExecutor
  private let machineCode: MachineCode?

  init(_ program: Program, _ options: CompileOptions) {
    self.program = program
    let lazy = LazyProgram(program, smallestCost: options.smallestLazyCost)
    interpreter = Interpreter(lazy)
    let isNative =
      (options.backend == .automatic || options.backend == .machineCode) && !options.refusesExecutableMemory
    let set = min(options.instructionSet, .best)
    let layout = BatchLayout(lazy.program)
    let code = isNative ? MachineCode(lazy, layout, set) : nil
    machineCode = code
    backend =
      options.backend == .interpreter ? .interpreter : code?.hasScalarCode == true ? .machineCode : .blocks
    scalarScratch = ScratchPool(count: max(interpreter.scratchCount, code?.frameCount ?? 0))
    batch = BatchExecutor(lazy, layout, set, code, isInterpreted: options.backend == .interpreter)
  }

  /// Computes the outputs at one point.
  func run(
    _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
    into outputs: UnsafeMutablePointer<Double>
  ) {
    scalarScratch.withScratch { scratch in
      if let machineCode, machineCode.hasScalarCode {
        machineCode.run(variables, parameters, scratch, into: outputs)
      } else {
        interpreter.run(variables, parameters, scratch, into: outputs)
      }
    }
  }

  /// Computes the outputs at the points `0 ..< count` of columns.
  func run(
    columns: UnsafePointer<UnsafePointer<Double>?>, count: Int, _ parameters: UnsafePointer<Double>,
    into outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    batch.run(columns, count, parameters, outputs)
  }
}
