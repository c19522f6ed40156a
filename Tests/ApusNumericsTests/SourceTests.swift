import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("programs as source")
struct SourceTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")

  static let expressions: [Expr] = [
    .sin(x) * y + .exp(-x) / (1 + x ** 2), .abs(x - 2) + .floor(3 * x) + .round(y), x ** y + .atan2(x, y),
    .call(.piecewise, [.call(.less, [x, y]), x ** 2, .call(.equal, [x, 2]), y, 7]), 3, x, .infinity,
    .call(.piecewise, [.call(.and, [.call(.notEqual, [x, y]), .call(.lessEqual, [x, 1])]), x, -y]),
    .erf(x) + .gamma(y) + .sqrt(x) + .log(y) + .tanh(x) + .symbol("a"),
  ]

  /// A command, if it is installed.
  static func isInstalled(_ command: String) -> Bool {
    system("command -v \(command) > /dev/null 2>&1") == 0
  }

  @Test("C compiled by the system's compiler has the values of the program", .enabled(if: isInstalled("cc")))
  func c() throws {
    let program = try Program(Self.expressions, over: ["x", "y"], parameters: ["a"])
    try checkC(program, point: [0.75, 1.5], parameters: [0.25], tolerance: 4)
  }

  @Test("a long program is divided", .enabled(if: isInstalled("cc")))
  func longProgram() throws {
    let program = try Program(
      (1...900).map { .sqrt(Expr($0) + Self.x) * Self.y + Self.x * Expr($0 * $0) }, over: ["x", "y"])
    #expect(program.operationCount > 2000)
    try checkC(program, point: [0.5, 2], parameters: [], tolerance: 0)
  }

  /// Compiles and loads the source, and compares.
  private func checkC(
    _ program: Program, point: [Double], parameters: [Double], tolerance: Double
  ) throws {
    var template = Array("/tmp/apus-source-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = system("rm -r \(folder)") }
    let file = try #require(fopen(folder + "/f.c", "w"))
    fputs(try program.source(in: .c), file)
    fclose(file)
    let command =
      "cc -std=c99 -Wall -Werror -ffp-contract=off -O1 -shared -fPIC \(folder)/f.c -o \(folder)/f.so -lm"
    try #require(system(command) == 0)
    let library = try #require(dlopen(folder + "/f.so", RTLD_NOW))
    let symbol = try #require(dlsym(library, "f"))
    typealias Code =
      @convention(c) (
        UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>
      ) -> Void
    let function = unsafeBitCast(symbol, to: Code.self)
    var values = [Double](repeating: 0, count: program.outputCount)
    function(point, parameters + [0], &values)
    let expected = CompiledFunction(program, options: CompileOptions(backend: .interpreter))
      .values(at: point, parameters: parameters)
    for (got, value) in zip(values, expected) {
      #expect(areSame(got, value) || abs(got - value) <= tolerance * value.ulp, "\(got) for \(value)")
    }
    dlclose(library)
  }

  @Test("every language has a text, in which no name of the user occurs outside comments")
  func languages() throws {
    let x = Expr.symbol("x\nsystem(1)")
    let program = try Program([.sin(x) + 1], over: [Symbol("x\nsystem(1)")])
    for language in SourceLanguage.allCases {
      let source = try program.source(in: language, name: "g")
      #expect(source.contains("sin(x"), "\(language)")
      #expect(source.split(separator: "\n").allSatisfy { !$0.hasPrefix("system") }, "\(language)")
    }
  }

  @Test("NumPy source", .enabled(if: isInstalled("python3")))
  func numpy() throws {
    let program = try Program([Self.x ** 2 + .sin(Self.y)], over: ["x", "y"])
    #expect(
      try program.source(in: .numpy) == """
        # x: x, y
        import numpy as np

        def f(x, p=()):
            t0 = x[0] * x[0]
            t1 = np.sin(x[1])
            t2 = t0 + t1
            return [t2]

        """)
  }

  @Test("what a language has no words for is an error")
  func refusals() throws {
    let program = try Program([.besselj(0, Self.x)], over: ["x"])
    #expect(throws: CompileError.notCompilable("besselj")) { try program.source(in: .c) }
  }
}
