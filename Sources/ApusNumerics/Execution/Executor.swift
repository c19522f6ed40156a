/// What runs a program: immutable and shared by all threads that call it.
final class Executor: Sendable {
  let program: Program
  let backend: Backend
  private let interpreter: Interpreter
  private let scalarScratch: ScratchPool
  private let batch: BatchExecutor
  private let machineCode: MachineCode?

  /// - Parameter foreign: the code of a compiler of the system, if one was asked for.
  init(_ prepared: PreparedProgram, _ options: CompileOptions, foreign: MachineCode? = nil) {
    program = prepared.original
    interpreter = Interpreter(prepared.lazy)
    let isNative =
      (options.backend == .automatic || options.backend == .machineCode) && !options.refusesExecutableMemory
    let code = foreign ?? (isNative ? MachineCode(prepared) : nil)
    machineCode = code
    if options.backend == .interpreter {
      backend = .interpreter
    } else if code?.hasScalarCode == true {
      backend = foreign == nil ? .machineCode : options.backend
    } else {
      backend = .blocks
    }
    scalarScratch = ScratchPool(count: max(interpreter.scratchCount, code?.frameCount ?? 0))
    batch = BatchExecutor(
      prepared.lazy, prepared.layout, prepared.set, code, isInterpreted: options.backend == .interpreter)
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
