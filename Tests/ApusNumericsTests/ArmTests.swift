import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

@Suite("AArch64 code")
struct ArmTests {
  static let toolsAreThere = ArmHarness.missingTools.isEmpty
  static let reason = Comment(rawValue: "not run: \(ArmHarness.missingTools.joined(separator: ", ")) missing")

  @Test("the encoder agrees with a disassembler", .enabled(if: toolsAreThere, reason))
  func encoder() throws {
    let harness = try #require(ArmHarness())
    defer { harness.remove() }
    var assembler = ArmAssembler()
    var expected: [String] = []
    func add(_ text: String, _ write: (inout ArmAssembler) -> Void) {
      write(&assembler)
      expected.append(text)
    }
    let operations: [(Opcode, String)] = [
      (.add, "fadd"), (.subtract, "fsub"), (.multiply, "fmul"), (.divide, "fdiv"), (.less, "fcmgt"),
      (.lessEqual, "fcmge"), (.equal, "fcmeq"),
    ]
    for (opcode, name) in operations {
      add("\(name) d3, d17, d31") { _ = $0.operation(opcode, isVector: false, 3, 17, 31) }
      add("\(name) v30.2d, v1.2d, v16.2d") { _ = $0.operation(opcode, isVector: true, 30, 1, 16) }
    }
    let unaries: [(Opcode, String)] = [
      (.negate, "fneg"), (.absolute, "fabs"), (.squareRoot, "fsqrt"), (.floor, "frintm"),
      (.ceiling, "frintp"), (.round, "frintn"), (.truncate, "frintz"),
    ]
    for (opcode, name) in unaries {
      add("\(name) d3, d17") { _ = $0.operation(opcode, isVector: false, 3, 17) }
      add("\(name) v30.2d, v1.2d") { _ = $0.operation(opcode, isVector: true, 30, 1) }
    }
    add("and v1.16b, v2.16b, v3.16b") { _ = $0.operation(.and, isVector: true, 1, 2, 3) }
    add("orr v1.16b, v2.16b, v3.16b") { _ = $0.operation(.or, isVector: false, 1, 2, 3) }
    add("bsl v1.16b, v2.16b, v31.16b") { $0.select(1, 2, 31) }
    add("mov v7.16b, v31.16b") { $0.copy(7, 31) }
    add("dup v7.2d, v31.d[0]") { $0.duplicate(7, 31) }
    add("fmadd d1, d2, d3, d31") { $0.fused(.multiplyAdd, 1, 2, 3, 31) }
    add("fnmsub d1, d2, d3, d31") { $0.fused(.multiplySubtract, 1, 2, 3, 31) }
    add("fmsub d1, d2, d3, d31") { $0.fused(.negatedMultiplyAdd, 1, 2, 3, 31) }
    add("fmla v1.2d, v2.2d, v3.2d") { $0.accumulate(isNegative: false, 1, 2, 3) }
    add("fmls v1.2d, v2.2d, v3.2d") { $0.accumulate(isNegative: true, 1, 2, 3) }
    add("ldr d5, [x23, #32760]") { $0.access(5, 23, 32760, isStore: false, isWide: false) }
    add("str q5, [x3, #16]") { $0.access(5, 3, 16, isStore: true, isWide: true) }
    add("ldr q5, [x10, x25]") { $0.access(5, 10, index: 25, isStore: false, isWide: true) }
    add("str q5, [x10, x25]") { $0.access(5, 10, index: 25, isStore: true, isWide: true) }
    add("ldr d5, [x10, x25]") { $0.access(5, 10, index: 25, isStore: false, isWide: false) }
    add("str d5, [x10, x25]") { $0.access(5, 10, index: 25, isStore: true, isWide: false) }
    add("ldr x10, [x19, #64]") { $0.loadGeneral(10, 19, 64) }
    add("mov x19, x5") { $0.move(19, 5) }
    add("add x25, x25, #0x10") { $0.add(25, 25, 16) }
    add("stp x29, x30, [sp, #-16]!") { $0.push(29, 30) }
    add("ldp x19, x20, [sp], #16") { $0.pop(19, 20) }
    add("blr x9") { $0.call(9) }
    add("ret") { $0.return() }
    expected += ["mov x9, #0x8000 // #32768", "ldr x10, [x19, x9]"]
    assembler.loadGeneral(10, 19, 32768)
    expected += ["mov x9, #0x2340 // #9024", "movk x9, #0x1, lsl #16", "str q5, [x3, x9]"]
    assembler.access(5, 3, 0x12340, isStore: true, isWide: true)
    expected += ["fmov x9, d4", "cbnz x9, 0x\(String(assembler.bytes.count + 12, radix: 16))"]
    let jump = assembler.jump(ifZero: true, 4)
    expected.append("b 0x\(String(assembler.bytes.count + 4, radix: 16))")
    assembler.return()
    assembler.land(jump)
    expected += [
      "ret", "cmp x6, x4", "b.cs 0x\(String(assembler.bytes.count + 12, radix: 16)) // b.hs, b.nlast",
    ]
    assembler.loop(while: 6, isLess: 4, to: 0)
    expected.append("b 0x0")
    let lines = harness.disassembled(assembler.bytes)
    #expect(lines.count == expected.count)
    for (line, text) in zip(lines, expected) { #expect(line == text) }
  }

  @Test("code under emulation gives the bits of the interpreter", .enabled(if: toolsAreThere, reason))
  func agreement() throws {
    let harness = try #require(ArmHarness())
    defer { harness.remove() }
    var jobs: [ArmHarness.Job] = []
    var expected: [[Double]] = []
    for i in 0..<UInt64(LongTests.count(400, long: 10_000)) {
      let program = RandomProgram(seed: 64 << 32 | i).program
      let code = try #require(ArmCode(program, smallestLazyCost: i % 2 == 0 ? 1 : 160))
      var source = SplitMix64(seed: i)
      let count = [2, 4, 10][Int(i % 3)]
      let columns = program.variables.map { _ in (0..<count).map { _ in RandomProgram.value(&source) } }
      let parameters = program.parameters.map { _ in RandomProgram.value(&source) }
      let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
      jobs.append(
        ArmHarness.Job(
          part: code.batch, isBatch: true, variables: columns, parameters: code.uniforms(parameters),
          constants: [], outputCount: program.outputCount, count: count))
      expected.append(BackendTests.values(reference, columns, count, parameters).flatMap { $0 })
      let point = columns.map { $0[0] }
      jobs.append(
        ArmHarness.Job(
          part: code.scalar, isBatch: false, variables: point.map { [$0] }, parameters: parameters,
          constants: code.constants, outputCount: program.outputCount, count: 1))
      expected.append(reference.values(at: point, parameters: parameters))
    }
    let results = harness.results(jobs)
    #expect(results.count == jobs.count)
    for (i, (got, values)) in zip(results, expected).enumerated() {
      for (a, b) in zip(got, values) where !areSame(a, b) {
        Issue.record("program \(i / 2), \(i % 2 == 0 ? "batch" : "one point"): \(a) for \(b)")
        break
      }
    }
  }

  @Test(
    "functions are called, with values that wait in the frame meanwhile", .enabled(if: toolsAreThere, reason))
  func calls() throws {
    let harness = try #require(ArmHarness())
    defer { harness.remove() }
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    let expressions: [Expr] = [
      .sin(x) * .cos(y) + x, .exp(x - .log(y)) + .atan2(x, y) * y, x ** y + .tanh(x),
      .call(.piecewise, [.call(.less, [x, 1]), .sin(x), .cos(y) / x]),
    ]
    let program = try Program(expressions, over: ["x", "y"])
    let code = try #require(ArmCode(program))
    let points = [[0.5, 2.0], [1.75, 0.25]]
    let jobs = points.map {
      ArmHarness.Job(
        part: code.scalar, isBatch: false, variables: $0.map { [$0] }, parameters: [],
        constants: code.constants, outputCount: program.outputCount, count: 1)
    }
    let reference = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
    for (point, got) in zip(points, harness.results(jobs)) {
      for (a, b) in zip(got, reference.values(at: point)) { #expect(abs(a - b) <= 4 * b.ulp) }
    }
    let columns = [[0.5, 1.75, 2.5, 0.125], [2.0, 0.25, 1.5, 3.0]]
    let job = ArmHarness.Job(
      part: code.batch, isBatch: true, variables: columns, parameters: code.uniforms([]), constants: [],
      outputCount: program.outputCount, count: 4)
    let expected = reference.values(columns: columns).joined()
    let got = try #require(harness.results([job]).first)
    #expect(got.count == expected.count)
    for (a, b) in zip(got, expected) { #expect(abs(a - b) <= 4 * b.ulp) }
  }
}
