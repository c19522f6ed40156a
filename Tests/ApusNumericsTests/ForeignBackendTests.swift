import ApusNumerics
import ApusTerms
import ApusTestSupport
import CApusKernels
import Testing

@Suite("compilers of the system")
struct ForeignBackendTests {
  static let versions = (Int32(14)...21).filter { apus_llvm_has_version($0) != 0 }.map(Int.init)
  static let hasCompiler = SourceTests.isInstalled("cc")

  static func options(llvm version: Int, _ set: InstructionSet = .best) -> CompileOptions {
    var options = CompileOptions(backend: .llvm, instructionSet: set)
    options.llvmVersion = version
    return options
  }

  private static func compare(
    _ random: RandomProgram, _ function: CompiledFunction, _ seed: UInt64, _ name: String
  ) {
    let program = random.program
    var source = SplitMix64(seed: seed)
    let count = [0, 1, 3, 8, 13, 64][Int(seed % 6)]
    let columns = program.variables.map { _ in (0..<count).map { _ in RandomProgram.value(&source) } }
    let parameters = program.parameters.map { _ in RandomProgram.value(&source) }
    let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
    let expected = BackendTests.values(reference, columns, count, parameters)
    let got = BackendTests.values(function, columns, count, parameters)
    for j in 0..<program.outputCount {
      for k in 0..<count where !areSame(got[j][k], expected[j][k]) {
        Issue.record("\(name), seed \(seed), output \(j), point \(k): \(got[j][k]) for \(expected[j][k])")
        return
      }
    }
    let point = program.variables.map { _ in RandomProgram.value(&source) }
    let single = function.values(at: point, parameters: parameters)
    for (a, b) in zip(single, reference.values(at: point, parameters: parameters)) where !areSame(a, b) {
      Issue.record("\(name), seed \(seed), one point: \(a) for \(b)")
      return
    }
  }

  @Test("LLVM gives the bits of the interpreter", .enabled(if: !versions.isEmpty), arguments: versions)
  func llvm(version: Int) throws {
    let sets = InstructionSet.allCases.filter { $0 <= .best }
    for i in 0..<UInt64(LongTests.count(90, long: 10_000)) {
      let random = RandomProgram(seed: 321 << 32 | i)
      let set = sets[Int(i) % sets.count]
      let function = try CompiledFunction(
        compiling: random.program, options: Self.options(llvm: version, set))
      #expect(function.backend == .llvm)
      Self.compare(random, function, i, "LLVM \(version) \(set)")
    }
  }

  @Test(
    "LLVM calls functions, and divides long programs", .enabled(if: !versions.isEmpty), arguments: versions)
  func llvmFunctions(version: Int) throws {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    var terms: [Expr] = [Expr.sin(x) * Expr.gamma(y), x ** y]
    for i in 1...500 { terms.append(Expr.sqrt(Expr(i) + x) * y + Expr(i * i) * x) }
    let program = try Program(terms, over: ["x", "y"])
    #expect(program.operationCount > 1000)
    let function = try CompiledFunction(compiling: program, options: Self.options(llvm: version))
    let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
    let xs: [Double] = (0..<37).map { 0.1 + Double($0) / 8 }
    let columns = [xs, xs.map { 0.5 + $0 / 2 }]
    for (got, expected) in zip(function.values(columns: columns), reference.values(columns: columns)) {
      for (a, b) in zip(got, expected) { #expect(abs(a - b) <= 4 * b.ulp) }
    }
    #expect(function.values(at: [1, 2]) == reference.values(at: [1, 2]))
  }

  @Test("the C compiler gives the bits of the interpreter", .enabled(if: hasCompiler))
  func compiler() throws {
    for i in 0..<UInt64(LongTests.count(12, long: 300)) {
      let random = RandomProgram(seed: 322 << 32 | i)
      let function = try CompiledFunction(
        compiling: random.program, options: CompileOptions(backend: .systemCompiler))
      #expect(function.backend == .systemCompiler)
      Self.compare(random, function, i, "C")
    }
  }

  @Test("a compiler that is not there is an error that says so, or is replaced")
  func unavailable() throws {
    let x = Expr.symbol("x")
    var options = CompileOptions(backend: .systemCompiler)
    options.compilerCommand = "no-such-compiler"
    #expect(
      throws: CompileError.backendUnavailable("there is no C compiler: 'no-such-compiler' not found")
    ) { try (x + 1).compiled(over: ["x"], options: options) }
    #expect(throws: CompileError.self) {
      try (x + 1).compiled(over: ["x"], options: Self.options(llvm: 99))
    }
    let program = try Program([x + 1], over: ["x"])
    #expect(CompiledFunction(program, options: options)(1) == 2)
  }

  @Test("a compiler that fails is an error with its reason", .enabled(if: SourceTests.isInstalled("false")))
  func failure() {
    var options = CompileOptions(backend: .systemCompiler)
    options.compilerCommand = "false"
    #expect(throws: CompileError.backendUnavailable("'false' failed")) {
      try (Expr.symbol("x") + 1).compiled(over: ["x"], options: options)
    }
  }

  @Test("what these compilers have no code for is an error", .enabled(if: !versions.isEmpty && hasCompiler))
  func refusals() {
    for backend in [Backend.llvm, .systemCompiler] {
      #expect(throws: CompileError.notCompilable("besselj")) {
        try Expr.besselj(0, Expr.symbol("x")).compiled(over: ["x"], options: CompileOptions(backend: backend))
      }
    }
  }
}
