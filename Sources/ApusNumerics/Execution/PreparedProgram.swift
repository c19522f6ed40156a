/// A program as back ends take it.
struct PreparedProgram: Sendable {
  /// The program as it was given.
  let original: Program
  let lazy: LazyProgram
  let layout: BatchLayout
  /// The vector instructions that are used.
  let set: InstructionSet

  init(_ program: Program, _ options: CompileOptions) {
    original = options.fusesMultiplyAdd ? program.withFusedProducts() : program
    lazy = LazyProgram(original, smallestCost: options.smallestLazyCost)
    layout = BatchLayout(lazy.program)
    set = min(options.instructionSet, .best)
  }

  /// The code of a compiler of the system, if one is asked for.
  ///
  /// - Throws: `notCompilable` for a function that it does not have; `backendUnavailable` when there is no such compiler.
  func foreignCode(_ options: CompileOptions) throws(CompileError) -> MachineCode? {
    switch options.backend {
    case .llvm: try LLVMCompiler.code(self, version: options.llvmVersion)
    case .systemCompiler: try SystemCompiler.code(self, command: options.compilerCommand)
    default: nil
    }
  }
}
