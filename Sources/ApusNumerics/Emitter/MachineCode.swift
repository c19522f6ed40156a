/// Machine code of a program for this computer: one function for a point, one for a batch.
///
/// `@unchecked Sendable`: all is immutable, and the constants that a pointer leads to are never written after they are made.
final class MachineCode: @unchecked Sendable {
  private typealias ScalarCode =
    @convention(c) (
      _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
      _ outputs: UnsafeMutablePointer<Double>, _ constants: UnsafePointer<Double>,
      _ frame: UnsafeMutablePointer<Double>
    ) -> Void
  private typealias BatchCode =
    @convention(c) (
      _ columns: UnsafeRawPointer, _ uniforms: UnsafePointer<Double>, _ outputs: UnsafeRawPointer,
      _ frame: UnsafeMutablePointer<Double>, _ byteCount: Int
    ) -> Void

  private let memory: ExecutableMemory
  private let scalar: ScalarCode?
  private let batch: BatchCode?
  private let constants: UnsafeMutablePointer<Double>
  private let variableCount: Int
  private let outputCount: Int
  private let width: Int
  private let batchSlotCount: Int
  /// How many reals of scratch memory the scalar code needs.
  let frameCount: Int

  var hasScalarCode: Bool { scalar != nil }
  var hasBatchCode: Bool { batch != nil }

  /// `nil` where the computer has no AVX2, the system grants no executable memory, or the program cannot be compiled.
  init?(_ lazy: LazyProgram, _ layout: BatchLayout, _ set: InstructionSet) {
    #if arch(x86_64)
      let program = lazy.program
      guard set >= .avx2 else { return nil }
      let lanes: Assembler.Lanes = set == .avx512 ? .eight : .four
      let single = CodeWriter.code(CodeModel(scalar: lazy, layout))
      let many = CodeWriter.code(CodeModel(batch: program, layout, lanes))
      // The second function begins at a multiple of 64.
      var bytes = single?.bytes ?? []
      while bytes.count % 64 != 0 { bytes.append(0xCC) }
      let start = bytes.count
      bytes += many?.bytes ?? []
      guard let memory = ExecutableMemory(bytes), let first = memory.pointer(at: 0),
        let second = memory.pointer(at: start)
      else { return nil }
      self.memory = memory
      scalar = single == nil ? nil : unsafeBitCast(first, to: ScalarCode.self)
      batch = many == nil ? nil : unsafeBitCast(second, to: BatchCode.self)
      width = set.width
      variableCount = program.variables.count
      outputCount = program.outputs.count
      // Operations on bits read sixteen bytes, also at the end.
      frameCount = (single?.slotCount ?? 0) + 2
      batchSlotCount = many?.slotCount ?? 0
      let table = program.constants + CodeModel.specialConstants + [0]
      constants = .allocate(capacity: table.count)
      constants.initialize(from: table, count: table.count)
    #else
      return nil
    #endif
  }

  deinit { constants.deallocate() }

  /// Computes the outputs at a point.
  @inline(__always)
  func run(
    _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
    _ frame: UnsafeMutablePointer<Double>, into outputs: UnsafeMutablePointer<Double>
  ) {
    scalar?(variables, parameters, outputs, constants, frame)
  }

  // MARK: - Batches

  /// How many reals of scratch memory the batch code needs: its frame, the columns of the last points, and their addresses.
  var batchFrameCount: Int { batchSlotCount * width + (variableCount + outputCount) * (width + 1) }

  /// Computes the outputs at many points; the points that do not fill a register are repeated until they do.
  func runBatch(
    _ columns: UnsafePointer<UnsafePointer<Double>?>, _ count: Int, _ uniforms: UnsafePointer<Double>,
    _ frame: UnsafeMutablePointer<Double>, _ outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    guard let batch else { return }
    let whole = count / width * width
    if whole > 0 { batch(columns, uniforms, outputs, frame, whole * MemoryLayout<Double>.stride) }
    let rest = count - whole
    if rest == 0 { return }
    let inputs = frame + batchSlotCount * width
    let results = inputs + variableCount * width
    let addresses = UnsafeMutableRawPointer(results + outputCount * width)
    for j in 0..<variableCount {
      let column = inputs + j * width
      if let source = columns[j] {
        for k in 0..<width { column[k] = source[whole + min(k, rest - 1)] }
      }
      addresses.storeBytes(of: column, toByteOffset: 8 * j, as: UnsafeMutablePointer<Double>.self)
    }
    for j in 0..<outputCount {
      addresses.storeBytes(
        of: results + j * width, toByteOffset: 8 * (variableCount + j), as: UnsafeMutablePointer<Double>.self)
    }
    batch(addresses, uniforms, addresses + 8 * variableCount, frame, width * MemoryLayout<Double>.stride)
    for j in 0..<outputCount { for k in 0..<rest { outputs[j]?[whole + k] = results[j * width + k] } }
  }
}
