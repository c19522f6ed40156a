import CApusKernels

/// How a program is executed.
public enum Backend: Sendable, CaseIterable {
  /// The fastest that the computer has.
  case automatic
  /// One operation after another, one point after another.
  case interpreter
  /// One operation after another, each for a block of points.
  case blocks
  /// Machine code for this computer.
  case machineCode
  /// Machine code by LLVM, from the library of the system (`libLLVM`, versions 14 to 21): only where it is asked for.
  case llvm
  /// Machine code by the C compiler of the system: only where it is asked for, and in a tenth of a second or more.
  case systemCompiler
}

/// The vector instructions that back ends use.
public enum InstructionSet: Int, Sendable, CaseIterable, Comparable {
  /// What every computer of the architecture has: SSE2 or NEON.
  case baseline
  /// AVX2 and FMA of x86-64.
  case avx2
  /// AVX-512 of x86-64 (F, DQ, VL).
  case avx512

  /// The best that this computer has.
  public static let best = InstructionSet(rawValue: Int(apus_instruction_set())) ?? .baseline

  /// How many reals a register holds.
  package var width: Int { 2 << rawValue }

  public static func < (a: InstructionSet, b: InstructionSet) -> Bool { a.rawValue < b.rawValue }
}

/// What compilation may be told.
public struct CompileOptions: Sendable {
  /// How much is done to make the program fast.
  public var optimization: Optimization
  /// How it is executed; what the computer does not offer falls back to blocks.
  public var backend: Backend
  /// The vector instructions that may be used, if the computer has them.
  public var instructionSet: InstructionSet

  /// Whether a product and a sum may be rounded once instead of twice, where the computer does that in one step: faster and
  /// mostly more accurate, but not the same bits as without.
  public var fusesMultiplyAdd: Bool
  /// Whether to behave as if the system granted no executable memory: for tests of what happens then.
  package var refusesExecutableMemory = false
  /// The cost from which on a branch is left out where it is not taken: for tests of small ones.
  package var smallestLazyCost = LazyProgram.smallestCost

  /// The version of LLVM; 0 for the newest that there is: for tests.
  package var llvmVersion = 0
  /// The C compiler, instead of that of the system: for tests.
  package var compilerCommand: String?

  /// Creates options.
  public init(
    optimization: Optimization = .full, backend: Backend = .automatic,
    instructionSet: InstructionSet = .best, fusesMultiplyAdd: Bool = false
  ) {
    self.optimization = optimization
    self.backend = backend
    self.instructionSet = instructionSet
    self.fusesMultiplyAdd = fusesMultiplyAdd
  }
}
