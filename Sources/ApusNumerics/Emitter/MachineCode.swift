/// Machine code of a program for this computer: one function for a point, one for a batch.
///
/// The code may also be that of a compiler of the system.
///
/// `@unchecked Sendable`: all is immutable, and the constants that a pointer leads to are never written after they are made.
final class MachineCode: @unchecked Sendable {
  private typealias ScalarCode =
    @convention(c) (
      _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
      _ outputs: UnsafeMutablePointer<Double>, _ constants: UnsafePointer<Double>,
      _ frame: UnsafeMutablePointer<Double>, _ functions: UnsafePointer<UInt>
    ) -> Void
  private typealias BatchCode =
    @convention(c) (
      _ columns: UnsafeRawPointer, _ uniforms: UnsafePointer<Double>, _ outputs: UnsafeRawPointer,
      _ frame: UnsafeMutablePointer<Double>, _ byteCount: Int, _ functions: UnsafePointer<UInt>
    ) -> Void

  /// What keeps the code in memory.
  private let owner: any Sendable & AnyObject
  private let scalar: ScalarCode?
  private let batch: BatchCode?
  private let constants: UnsafeMutablePointer<Double>
  private let functions: UnsafeMutablePointer<UInt>
  private let batchFunctions: UnsafePointer<UInt>
  private let variableCount: Int
  private let outputCount: Int
  private let width: Int
  private let batchSlotCount: Int
  /// How many reals of scratch memory the scalar code needs.
  let frameCount: Int

  var hasScalarCode: Bool { scalar != nil }
  var hasBatchCode: Bool { batch != nil }

  /// Where code is, and what it needs.
  struct Parts {
    var scalar: UnsafeRawPointer?
    var batch: UnsafeRawPointer?
    /// The points that the batch code does at once.
    var width: Int
    var frameCount: Int
    /// How often `width` reals the batch code needs.
    var batchSlotCount: Int
    /// The addresses of the functions that the scalar code calls, and those of the batch code.
    var functions: [UInt] = []
    var batchFunctions: [UInt] = []
  }

  init(_ program: Program, _ parts: Parts, owner: any Sendable & AnyObject) {
    self.owner = owner
    scalar = parts.scalar.map { unsafeBitCast($0, to: ScalarCode.self) }
    batch = parts.batch.map { unsafeBitCast($0, to: BatchCode.self) }
    width = parts.width
    variableCount = program.variables.count
    outputCount = program.outputs.count
    frameCount = parts.frameCount
    batchSlotCount = parts.batchSlotCount
    let table = program.constants + CodeModel.specialConstants + [0]
    constants = .allocate(capacity: table.count)
    constants.initialize(from: table, count: table.count)
    let addresses = parts.functions + parts.batchFunctions + [0]
    functions = .allocate(capacity: addresses.count)
    functions.initialize(from: addresses, count: addresses.count)
    batchFunctions = UnsafePointer(functions + parts.functions.count)
  }

  /// `nil` where the computer has no AVX2 or NEON, the system grants no executable memory, or the program cannot be compiled.
  convenience init?(_ prepared: PreparedProgram) {
    guard let architecture = CodeModel.Architecture.current,
      architecture == .arm || prepared.set >= .avx2
    else { return nil }
    let (lazy, layout) = (prepared.lazy, prepared.layout)
    let lanes: Assembler.Lanes =
      architecture == .arm ? .two : prepared.set == .avx512 ? .eight : .four
    let single = Self.code(CodeModel(scalar: lazy, layout, architecture))
    let many = Self.code(CodeModel(batch: lazy.program, layout, lanes, architecture))
    // The second function begins at a multiple of 64.
    var bytes = single?.bytes ?? []
    while bytes.count % 64 != 0 { bytes.append(0xCC) }
    let start = bytes.count
    bytes += many?.bytes ?? []
    guard let memory = ExecutableMemory(bytes) else { return nil }
    let parts = Parts(
      scalar: single == nil ? nil : memory.pointer(at: 0),
      batch: many == nil ? nil : memory.pointer(at: start),
      width: architecture == .arm ? 2 : prepared.set.width,
      // Operations on bits read sixteen bytes, also at the end.
      frameCount: (single?.slotCount ?? 0) + 2, batchSlotCount: many?.slotCount ?? 0,
      functions: single?.functions ?? [], batchFunctions: many?.functions ?? [])
    self.init(lazy.program, parts, owner: memory)
  }

  /// The code of this computer with the addresses of the functions that it calls through a table.
  private static func code(
    _ model: CodeModel
  ) -> (bytes: [UInt8], slotCount: Int, functions: [UInt])? {
    if model.architecture == .x86 {
      return CodeWriter.code(model).map { ($0.bytes, $0.slotCount, []) }
    }
    guard let code = ArmCodeWriter.code(model) else { return nil }
    let addresses = code.functions.compactMap { CodeWriter.function($0, model.lanes) }
    return addresses.count == code.functions.count ? (code.bytes, code.slotCount, addresses) : nil
  }

  deinit {
    constants.deallocate()
    functions.deallocate()
  }

  /// Computes the outputs at a point.
  @inline(__always)
  func run(
    _ variables: UnsafePointer<Double>, _ parameters: UnsafePointer<Double>,
    _ frame: UnsafeMutablePointer<Double>, into outputs: UnsafeMutablePointer<Double>
  ) {
    scalar?(variables, parameters, outputs, constants, frame, functions)
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
    if whole > 0 {
      batch(columns, uniforms, outputs, frame, whole * MemoryLayout<Double>.stride, batchFunctions)
    }
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
    batch(
      addresses, uniforms, addresses + 8 * variableCount, frame, width * MemoryLayout<Double>.stride,
      batchFunctions)
    for j in 0..<outputCount { for k in 0..<rest { outputs[j]?[whole + k] = results[j * width + k] } }
  }
}
