import CApusKernels

/// Compiles programs with LLVM, whose library is loaded when it is asked for first.
enum LLVMCompiler {
  /// Beyond so many operations less is optimised, because compiling takes too long.
  private static let largeProgram = 2000

  static func code(_ prepared: PreparedProgram, version: Int) throws(CompileError) -> MachineCode {
    let version = version == 0 ? Int(apus_llvm_version()) : version
    guard version > 0, apus_llvm_has_version(Int32(version)) != 0 else {
      throw .backendUnavailable(
        "no library of LLVM was found; Debian has it in the package libllvm14, or a later one")
    }
    let program = prepared.lazy.program
    // Before version 15 pointers have types.
    let settings = IRSettings(
      program: program, layout: prepared.layout, width: prepared.set.width, hasTypedPointers: version < 15)
    var writer = IRWriter(settings, attributes: attributes(prepared.set))
    let (text, frameCount) = try writer.text()
    var (scalar, batch): (UInt64, UInt64) = (0, 0)
    var message = [CChar](repeating: 0, count: 512)
    let level: Int32 = program.instructions.count > largeProgram ? 1 : 2
    let compiled = text.withCString { characters in
      apus_llvm_compile(
        Int32(version), characters, text.utf8.count, level, &scalar, &batch, &message, message.count)
    }
    guard let compiled, scalar != 0, batch != 0 else {
      let end = message.firstIndex(of: 0) ?? message.count
      let reason = String(decoding: message[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .backendUnavailable("LLVM \(version) failed: \(reason)")
    }
    let parts = MachineCode.Parts(
      scalar: UnsafeRawPointer(bitPattern: UInt(scalar)), batch: UnsafeRawPointer(bitPattern: UInt(batch)),
      width: prepared.set.width, frameCount: frameCount, batchSlotCount: frameCount)
    return MachineCode(program, parts, owner: CompiledModule(compiled))
  }

  private static func attributes(_ set: InstructionSet) -> String {
    #if arch(x86_64)
      let features =
        switch set {
        case .baseline: "+sse2"
        case .avx2: "+avx,+avx2,+fma"
        case .avx512: "+avx,+avx2,+fma,+avx512f,+avx512dq,+avx512vl"
        }
      let width = set.width * 64
      return
        "\"target-cpu\"=\"x86-64\" \"target-features\"=\"\(features)\" "
        + "\"prefer-vector-width\"=\"\(width)\" \"min-legal-vector-width\"=\"\(width)\""
    #else
      return ""
    #endif
  }
}

/// A module that LLVM compiled, as long as its code is used.
///
/// `@unchecked Sendable`: nothing but `deinit` touches it.
private final class CompiledModule: @unchecked Sendable {
  private let module: OpaquePointer

  init(_ module: OpaquePointer) { self.module = module }

  deinit { apus_llvm_dispose(module) }
}
