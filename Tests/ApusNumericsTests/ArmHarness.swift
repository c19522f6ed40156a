import ApusNumerics
import ApusTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs AArch64 code under emulation: a small program in C, compiled for that architecture, reads code and numbers from a file, and
/// writes the results.
struct ArmHarness {
  static let missingTools: [String] = [
    "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-objdump", "qemu-aarch64",
  ].filter { !SourceTests.isInstalled($0) }

  let folder: String

  init?() {
    var template = Array("/tmp/apus-arm-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template).map({ String(cString: $0) }) else { return nil }
    folder = made
    Self.write(Array(Self.source.utf8), to: folder + "/run.c")
    let command = "aarch64-linux-gnu-gcc -O1 -static \(folder)/run.c -o \(folder)/run -lm"
    guard system(command) == 0 else { return nil }
  }

  func remove() { _ = system("rm -r \(folder)") }

  /// One call: the numbers of the arguments that pointers lead to.
  struct Job {
    var part: ArmCode.Part
    var isBatch: Bool
    /// Of a batch columns, otherwise the point.
    var variables: [[Double]]
    /// Of a batch uniform values, otherwise parameters.
    var parameters: [Double]
    var constants: [Double]
    var outputCount: Int
    /// Points of a batch, a multiple of two.
    var count: Int
  }

  /// The outputs of each job, one column after another.
  func results(_ jobs: [Job]) -> [[Double]] {
    var input: [UInt8] = []
    func append(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { input += $0 } }
    func append(_ values: [Double]) { for value in values { append(value.bitPattern) } }
    append(UInt64(jobs.count))
    for job in jobs {
      let numbers = [
        job.isBatch ? 1 : 0, job.part.bytes.count, job.part.functions.count, job.part.frameCount,
        job.variables.count, job.parameters.count, job.constants.count, job.outputCount, job.count,
      ]
      for number in numbers { append(UInt64(number)) }
      input += job.part.bytes
      for function in job.part.functions { append(UInt64(function.rawValue)) }
      for column in job.variables { append(column) }
      append(job.parameters)
      append(job.constants)
    }
    Self.write(input, to: folder + "/in")
    guard system("qemu-aarch64 \(folder)/run < \(folder)/in > \(folder)/out") == 0 else { return [] }
    let bytes = SharedFile.bytes(at: folder + "/out")
    var place = 0
    return jobs.map { job in
      (0..<job.outputCount * job.count).map { _ in
        guard place + 8 <= bytes.count else { return .nan }
        var bits: UInt64 = 0
        for i in 0..<8 { bits |= UInt64(bytes[place + i]) << UInt64(8 * i) }
        place += 8
        return Double(bitPattern: bits)
      }
    }
  }

  /// The disassembly: a line an instruction, with single spaces.
  func disassembled(_ bytes: [UInt8]) -> [String] {
    Self.write(bytes, to: folder + "/code")
    let command = "aarch64-linux-gnu-objdump -D -b binary -m aarch64 \(folder)/code > \(folder)/text"
    guard system(command) == 0 else { return [] }
    let lines = String(decoding: SharedFile.bytes(at: folder + "/text"), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count > 2, line.contains(":\t") else { return nil }
      return fields.dropFirst(2).joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The opcodes are numbers of `Opcode`.
  private static var source: String {
    let functions = Opcode.allCases.filter(\.isLibraryFunction).compactMap { opcode in
      names[opcode].map { "    case \(opcode.rawValue): return (void *)\($0);" }
    }
    let vectors = Opcode.allCases.filter(\.isLibraryFunction).compactMap { opcode -> String? in
      guard let name = names[opcode] else { return nil }
      let (types, values) =
        opcode.operandCount == 2
        ? ("V a, V b", "{\(name)(a[0], b[0]), \(name)(a[1], b[1])}")
        : ("V a", "{\(name)(a[0]), \(name)(a[1])}")
      return "static V v_\(name)(\(types)) { return (V)\(values); }"
    }
    let vectorCases = Opcode.allCases.filter(\.isLibraryFunction).compactMap { opcode in
      names[opcode].map { "    case \(opcode.rawValue): return (void *)v_\($0);" }
    }
    return """
      #include <math.h>
      #include <stdint.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/mman.h>
      static void *function(uint64_t opcode) {
        switch (opcode) {
      \(functions.joined(separator: "\n"))
        }
        return 0;
      }
      typedef double V __attribute__((vector_size(16)));
      \(vectors.joined(separator: "\n"))
      static void *vector_function(uint64_t opcode) {
        switch (opcode) {
      \(vectorCases.joined(separator: "\n"))
        }
        return 0;
      }
      static uint64_t word(void) {
        uint64_t w;
        if (fread(&w, 8, 1, stdin) != 1) exit(3);
        return w;
      }
      static double *numbers(size_t n) {
        double *p = malloc(8 * n + 64);
        if (n && fread(p, 8, n, stdin) != n) exit(4);
        return p;
      }
      int main(void) {
        for (uint64_t jobs = word(); jobs; jobs--) {
          uint64_t h[9];
          for (int i = 0; i < 9; i++) h[i] = word();
          void *code = mmap(0, h[1] + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
          if (fread(code, 1, h[1], stdin) != h[1]) return 5;
          mprotect(code, h[1] + 4096, PROT_READ | PROT_EXEC);
          __builtin___clear_cache((char *)code, (char *)code + h[1]);
          void **functions = malloc(8 * h[2] + 8);
          for (uint64_t i = 0; i < h[2]; i++) functions[i] = h[0] ? vector_function(word()) : function(word());
          double *frame = malloc(8 * h[3] + 64);
          double **columns = malloc(8 * h[4] + 8), **outputs = malloc(8 * h[7] + 8);
          double *point = malloc(8 * h[4] + 8);
          for (uint64_t i = 0; i < h[4]; i++) {
            columns[i] = numbers(h[8]);
            point[i] = columns[i][0];
          }
          double *parameters = numbers(h[5]), *constants = numbers(h[6]);
          double *values = calloc(h[7] * h[8] + 1, 8);
          for (uint64_t i = 0; i < h[7]; i++) outputs[i] = values + i * h[8];
          if (h[0])
            ((void (*)(void *, void *, void *, void *, uint64_t, void *))code)(
              columns, parameters, outputs, frame, 8 * h[8], functions);
          else
            ((void (*)(void *, void *, void *, void *, void *, void *))code)(
              point, parameters, values, constants, frame, functions);
          fwrite(values, 8, h[7] * h[8], stdout);
        }
        return 0;
      }
      """
  }

  private static let names: [Opcode: String] = [
    .exp: "exp", .exp2: "exp2", .expm1: "expm1", .log: "log", .log2: "log2", .log10: "log10",
    .log1p: "log1p", .sin: "sin", .cos: "cos", .tan: "tan", .asin: "asin", .acos: "acos", .atan: "atan",
    .sinh: "sinh", .cosh: "cosh", .tanh: "tanh", .asinh: "asinh", .acosh: "acosh", .atanh: "atanh",
    .cbrt: "cbrt", .erf: "erf", .erfc: "erfc", .gamma: "tgamma", .logGamma: "lgamma", .power: "pow",
    .atan2: "atan2", .hypot: "hypot",
  ]
}
