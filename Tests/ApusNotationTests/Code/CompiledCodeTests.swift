import ApusNotation
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Foundation
import Testing

@Suite("Generated C and Swift")
struct CompiledCodeTests {
  private typealias S = PythonSample

  @Test("a definition is a function of its symbols by name") func definition() throws {
    let wave = S.o("equal", .symbol("y"), S.o("multiply", .symbol("a"), S.o("sin", .symbol("x") ** 2)))
    #expect(
      try NotationTarget.c.write([Formula(wave)]).text == """
        #include <math.h>

        double y(double a, double x) {
            return a*sin(pow(x, 2.0));
        }

        """)
    #expect(
      try NotationTarget.swift.write([Formula(wave)]).text == """
        import Foundation

        func y(a: Double, x: Double) -> Double {
          return a*sin(pow(x, 2.0))
        }

        """)
  }

  @Test("a sum is a loop in a function of its own") func sum() throws {
    let (k, n, x) = (Expr.symbol("k"), Expr.symbol("n"), Expr.symbol("x"))
    let total = S.o("equal", S.o("f", x), S.o("sum", x ** k, k, 0, n))
    #expect(
      try NotationTarget.c.write([Formula(total)]).text == """
        #include <math.h>

        static double sum_1(double x, double from_, double to_) {
            double total_ = 0.0;
            for (double k = from_; k <= to_; k += 1.0) {
                total_ += pow(x, k);
            }
            return total_;
        }

        double f(double x, double n) {
            return sum_1(x, 0.0, n);
        }

        """)
  }

  static let refusals: [Expr] = [
    S.o("derivative", S.o("sin", .symbol("x")), .symbol("x"), 1), .i, S.o("f", .symbol("x")),
    S.o("set", 1, 2),
    S.o("integral", .symbol("x"), .symbol("x"), 0, 1), S.o("list", S.o("list", 1)),
    S.o("polylog", 2, .symbol("x")),
  ]

  @Test("what the languages have no word for is refused", arguments: refusals)
  func refuses(_ expr: Expr) {
    for target in [NotationTarget.c, .swift] {
      let error = #expect(throws: Diagnostic.self) { try target.write([Formula(expr)]) }
      #expect(error?.code == "not-expressible")
    }
  }

  // MARK: Values

  private struct Trial {
    var code: String
    var call: String
    var value: Double
  }

  /// The samples of the Python tests that have a real value, as code with the call that must give the value.
  private static func trials(_ target: NotationTarget, limit: Int) throws -> [Trial] {
    let extra = [
      S.o(
        "sum", S.o("sum", S.o("multiply", .symbol("k"), .symbol("x")), .symbol("x"), 1, .symbol("k")),
        .symbol("k"), 1, 3),
      S.o("at", S.o("power", .symbol("x"), 2), .symbol("x"), S.o("add", .symbol("x"), 1)),
    ]
    var trials: [Trial] = []
    for expr in (extra + PythonSample.all.map(\.expression)).prefix(limit) {
      let point = Dictionary(uniqueKeysWithValues: PythonSample.point.map { (Symbol($0.key), $0.value) })
      guard let value = try? expr.value(at: point), value.isFinite,
        let written = try? target.write([Formula(expr)])
      else { continue }
      let prefix = "v\(trials.count)_"
      // Every trial has its own names, so that all fit one file.
      var code = written.text.split(separator: "\n").filter {
        !$0.hasPrefix("#include") && !$0.hasPrefix("import")
      }
      .joined(separator: "\n")
      for name in ["value", "sum_1", "sum_2", "product_1", "value_1", "condition"] {
        code = code.replacingOccurrences(
          of: "\\b\(name)\\b\\(", with: "\(prefix)\(name)(", options: .regularExpression)
      }
      let arguments = expr.freeSymbols.map(\.name).sorted(by: NaturalOrder.precedes).map { name in
        let number = "\(PythonSample.point[name] ?? 0)"
        let renamed = ["sin", "gamma"].contains(name) ? name + "_" : name
        return target == .c ? number : "\(renamed): \(number)"
      }
      let title = code.contains("condition(") ? "condition" : "value"
      let call = "\(prefix)\(title)(\(arguments.joined(separator: ", ")))"
      trials.append(Trial(code: code, call: call, value: value))
    }
    return trials
  }

  private static func run(_ trials: [Trial], _ source: String, _ suffix: String, _ compiler: [String]) throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, program) = (
      folder.appendingPathComponent("main.\(suffix)"), folder.appendingPathComponent("main")
    )
    try source.write(to: file, atomically: true, encoding: .utf8)
    let arguments = compiler + [file.path, "-o", program.path] + (suffix == "c" ? ["-lm"] : [])
    let messages = try output(of: "/usr/bin/env", arguments)
    #expect(messages.isEmpty, "\(messages)")
    let values = try output(of: program.path, []).split(separator: "\n").map { Double($0) ?? .nan }
    try #require(values.count == trials.count)
    for (trial, value) in zip(trials, values) {
      #expect(abs(value - trial.value) <= 1e-12 * max(1, abs(trial.value)), "\(trial.code)")
    }
  }

  private static func output(of path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static let hasC = (try? output(of: "/usr/bin/env", ["cc", "--version"]))?.isEmpty == false

  @Test("C code has the values of the expressions, without a warning", .enabled(if: hasC)) func valuesInC()
    throws
  {
    let trials = try Self.trials(.c, limit: .max)
    #expect(trials.count > 60)
    let calls = trials.map { "    printf(\"%.17g\\n\", (double)\($0.call));" }.joined(separator: "\n")
    let source =
      "#include <math.h>\n#include <stdio.h>\n\(trials.map(\.code).joined(separator: "\n\n"))\n"
      + "int main(void) {\n\(calls)\n    return 0;\n}\n"
    try Self.run(trials, source, "c", ["cc", "-std=c99", "-Wall", "-Wextra", "-Wno-parentheses"])
  }

  @Test("Swift code has the values of the expressions", .enabled(if: LongTests.isEnabled))
  func valuesInSwift() throws {
    let trials = try Self.trials(.swift, limit: .max).filter { !$0.code.contains("-> Bool") }
    #expect(trials.count > 60)
    let calls = trials.map { "print(\($0.call))" }.joined(separator: "\n")
    try Self.run(
      trials, "import Foundation\n\(trials.map(\.code).joined(separator: "\n\n"))\n\(calls)\n", "swift",
      ["swiftc"])
  }
}
