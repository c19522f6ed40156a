#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compiles programs with the C compiler of the system: source in a private folder, a shared library, and that loaded.
enum SystemCompiler {
  /// Beyond so many operations less is optimised, because compiling takes too long.
  private static let largeProgram = 2000

  static func code(_ prepared: PreparedProgram, command: String?) throws(CompileError) -> MachineCode {
    let program = prepared.lazy.program
    let source = try program.source(in: .c, name: "apus_f") + wrappers(program)
    guard let folder = PrivateFolder() else {
      throw .backendUnavailable("no folder for the source could be made in \(PrivateFolder.parent)")
    }
    // A loaded library stays there without its file.
    defer { folder.remove() }
    guard folder.write(source, to: "f.c") else {
      throw .backendUnavailable("the source could not be written in \(PrivateFolder.parent)")
    }
    try compile(folder, operations: program.instructions.count, command: command)
    guard let library = LoadedLibrary(folder.path("f.so")), let scalar = library.address(of: "apus_scalar"),
      let batch = library.address(of: "apus_batch")
    else { throw .backendUnavailable("the compiled code could not be loaded") }
    let parts = MachineCode.Parts(
      scalar: scalar, batch: batch, width: 1, frameCount: 1,
      batchSlotCount: program.variables.count + program.outputs.count + 1)
    return MachineCode(program, parts, owner: library)
  }

  /// The functions that machine code consists of. The numbers of a point are copied to where `apus_f` expects them.
  private static func wrappers(_ program: Program) -> String {
    let (inputs, outputs) = (program.variables.count, program.outputs.count)
    return """

      void apus_scalar(
        const double *x, const double *p, double *y, const double *c, double *t, const void *functions) {
        (void)c; (void)t; (void)functions;
        apus_f(x, p, y);
      }

      void apus_batch(
        const double *const *x, const double *u, double *const *y, double *t, long bytes, const void *functions) {
        (void)functions;
        for (long i = 0; i < bytes / 8; i++) {
          for (long j = 0; j < \(inputs); j++) t[j] = x[j][i];
          apus_f(t, u + \(program.constants.count), t + \(inputs));
          for (long j = 0; j < \(outputs); j++) y[j][i] = t[\(inputs) + j];
        }
      }

      """
  }

  /// Nothing is contracted or reordered, so that the results are those of the other back ends.
  private static func compile(
    _ folder: PrivateFolder, operations: Int, command: String?
  ) throws(CompileError) {
    var arguments = [
      "-std=c99", operations > largeProgram ? "-O1" : "-O2", "-ffp-contract=off", "-fno-math-errno",
      "-fno-trapping-math", "-shared", "-fPIC", "-w",
    ]
    #if arch(x86_64)
      arguments.append("-march=native")
    #endif
    arguments += [folder.path("f.c"), "-o", folder.path("f.so"), "-lm"]
    let commands = command.map { [$0] } ?? ["cc", "clang", "gcc"]
    for command in commands {
      switch Spawn.run(command, arguments, errorsTo: folder.path("errors")) {
      case .missing: continue
      case .success: return
      case .failure:
        let reason = folder.firstLine(of: "errors")
        throw .backendUnavailable("'\(command)' failed\(reason.isEmpty ? "" : ": \(reason)")")
      }
    }
    throw .backendUnavailable(
      "there is no C compiler: \(commands.map { "'\($0)'" }.joined(separator: ", ")) not found")
  }
}

/// A shared library that is loaded as long as this lives.
///
/// `@unchecked Sendable`: nothing but `deinit` changes it.
private final class LoadedLibrary: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  init?(_ path: String) {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
    self.handle = handle
  }

  func address(of name: String) -> UnsafeRawPointer? { dlsym(handle, name).map { UnsafeRawPointer($0) } }

  deinit { dlclose(handle) }
}
