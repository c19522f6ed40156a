import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sources in other languages, run or at least read by their compilers where these are installed.
@Suite("sources in other languages")
struct SourceRunTests {
  static let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))

  /// What all languages have.
  static let expressions: [Expr] = [
    .sin(x) * y + .exp(-x) / (1 + x ** 2), .abs(x - 2) + .floor(3 * x), x ** y + .atan2(x, y),
    .call(.piecewise, [.call(.less, [x, y]), x ** 2, .call(.equal, [x, 2]), y, 7]), 3, x,
    .call(.piecewise, [.call(.and, [.call(.notEqual, [x, y]), .call(.lessEqual, [x, 1])]), x, -y]),
    .erf(x) + .gamma(y) + .sqrt(x) + .log(y) + .tanh(x) + .symbol("a"), .cos(x) * .sinh(y),
  ]

  /// A matrix of three rows and four columns with an empty row and an empty column.
  static let pattern = SparsityPattern(columnCount: 4, rowStarts: [0, 2, 2, 4], columns: [0, 2, 0, 3])
  static let entries: [Expr] = [x * y, .sin(x), 2, .exp(y) + x]

  static let point = [0.75, 1.5]
  static let parameter = 0.25

  private static func runs(_ command: String) -> Bool { system("\(command) > /dev/null 2>&1") == 0 }
  static let hasJAX = runs("python3 -c 'import jax'")
  static let hasSciPy = runs("python3 -c 'import scipy, numpy'")
  static let hasOctave = SourceTests.isInstalled("octave-cli")
  static let hasCompiler = SourceTests.isInstalled("g++")
  static let hasJulia = SourceTests.isInstalled("julia")
  static let hasJuliaGrammar = runs("python3 -c 'import tree_sitter_julia'")
  static let hasStan = SourceTests.isInstalled("stanc")

  static func values(_ program: Program) -> [Double] {
    CompiledFunction(program, options: CompileOptions(backend: .interpreter))
      .values(at: point, parameters: program.parameters.isEmpty ? [] : [parameter])
  }

  static func program() throws -> Program { try Program(expressions, over: ["x", "y"], parameters: ["a"]) }
  static func sparseProgram() throws -> Program { try Program(entries, over: ["x", "y"]) }

  /// Writes files into a folder, runs a command there, and gives the numbers that it prints.
  static func numbers(_ files: [String: String], _ command: String) throws -> [Double] {
    var template = Array("/tmp/apus-run-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = system("rm -r \(folder)") }
    for (name, text) in files { ArmHarness.write(Array(text.utf8), to: folder + "/" + name) }
    let status = system("cd \(folder) && (\(command)) > out 2> err")
    let errors = String(decoding: SharedFile.bytes(at: folder + "/err"), as: UTF8.self)
    try #require(status == 0, "\(command): \(errors.prefix(2000))")
    return String(decoding: SharedFile.bytes(at: folder + "/out"), as: UTF8.self)
      .split { " \n\t,".contains($0) }.compactMap { Double($0) }
  }

  static func expect(
    _ got: [Double], _ expected: [Double], within tolerance: Double = 1e-13,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(got.count == expected.count, "\(got)", sourceLocation: sourceLocation)
    for (a, b) in zip(got, expected) {
      #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(a) for \(b)", sourceLocation: sourceLocation)
    }
  }

  /// The sparse matrix above, dense, row by row.
  static func dense(_ values: [Double]) -> [Double] {
    var dense = [Double](repeating: 0, count: 12)
    for row in 0..<3 {
      for place in pattern.row(row) { dense[4 * row + pattern.columns[place]] = values[place] }
    }
    return dense
  }

  // MARK: - C and Swift

  @Test("C is C++ too, and has the pattern of a sparse matrix", .enabled(if: hasCompiler))
  func c() throws {
    let source = try Self.program().source(in: .c)
    let sparse = try Self.sparseProgram().source(in: .c, name: "g", form: .sparse(Self.pattern))
    let main = """
      #include <stdio.h>
      int main(void) {
        const double x[] = {0.75, 1.5}, p[] = {0.25};
        double y[9], v[g_count];
        f(x, p, y);
        for (int i = 0; i < 9; i++) printf("%.17g\\n", y[i]);
        g(x, p, v);
        for (int i = 0; i < g_rows; i++)
          for (int j = 0; j < g_columns; j++) {
            double value = 0;
            for (int k = g_row_starts[i]; k < g_row_starts[i + 1]; k++)
              if (g_column_of[k] == j) value = v[k];
            printf("%.17g\\n", value);
          }
        return 0;
      }
      """
    let expected = try Self.values(Self.program()) + Self.dense(Self.values(Self.sparseProgram()))
    for compiler in ["cc -x c -std=c99", "g++ -x c++"] {
      let got = try Self.numbers(
        ["m.c": source + sparse + main], "\(compiler) -Wall -Wextra -Werror m.c -o m -lm && ./m")
      Self.expect(got, expected)
    }
  }

  @Test("Swift is compiled without warnings", .enabled(if: SourceTests.isInstalled("swiftc")))
  func swift() throws {
    let source = try Self.program().source(in: .swift)
    let sparse = try Self.sparseProgram().source(in: .swift, name: "g", form: .sparse(Self.pattern))
    let main = """
      var y = [Double](repeating: 0, count: 9)
      f([0.75, 1.5], [0.25], &y)
      var v = [Double](repeating: 0, count: g_column_of.count)
      g([0.75, 1.5], [], &v)
      for i in 0..<g_rows {
        for j in 0..<g_columns {
          var value = 0.0
          for k in g_row_starts[i]..<g_row_starts[i + 1] where g_column_of[k] == j { value = v[k] }
          y.append(value)
        }
      }
      for value in y { print(value) }
      """
    let got = try Self.numbers(
      ["main.swift": source + sparse + main], "swiftc -warnings-as-errors -Onone main.swift -o m && ./m")
    Self.expect(got, try Self.values(Self.program()) + Self.dense(Self.values(Self.sparseProgram())))
  }

  // MARK: - Python

  private static func shown(_ value: String) -> String {
    "print(*[float(v) for v in np.asarray(\(value)).ravel()], sep='\\n')\n"
  }

  @Test("NumPy: values, in place at several points, and a sparse matrix", .enabled(if: hasSciPy))
  func numpy() throws {
    let source = try Self.program().source(in: .numpy)
    let inPlace = try Self.program().source(in: .numpy, name: "h", form: .inPlace)
    let sparse = try Self.sparseProgram().source(in: .numpy, name: "g", form: .sparse(Self.pattern))
    let main = """
      \(Self.shown("f([0.75, 1.5], [0.25])"))
      y = np.empty((9, 2))
      h(np.array([[0.75, 2.0], [1.5, 2.0]]), [0.25], y)
      \(Self.shown("y[:, 0]"))
      \(Self.shown("g_matrix([0.75, 1.5]).toarray()"))
      """
    let values = try Self.values(Self.program())
    Self.expect(
      try Self.numbers(["m.py": source + inPlace + sparse + main], "python3 m.py"),
      try values + values + Self.dense(Self.values(Self.sparseProgram())))
  }

  @Test("JAX: values, derivatives of them, and a sparse matrix", .enabled(if: hasJAX))
  func jax() throws {
    let source = try Self.program().source(in: .jax)
    let sparse = try Self.sparseProgram().source(in: .jax, name: "g", form: .sparse(Self.pattern))
    let main = """
      import numpy as np
      \(Self.shown("jnp.stack(jnp.broadcast_arrays(*f(jnp.array([0.75, 1.5]), jnp.array([0.25]))))"))
      \(Self.shown("jax.jit(g_matrix)(jnp.array([0.75, 1.5])).todense()"))
      \(Self.shown("jax.grad(lambda x: g(x)[0])(jnp.array([0.75, 1.5]))"))
      """
    let start = "import jax\njax.config.update('jax_enable_x64', True)\n"
    let got = try Self.numbers(["m.py": start + source + sparse + main], "JAX_PLATFORMS=cpu python3 m.py")
    Self.expect(
      got, try Self.values(Self.program()) + Self.dense(Self.values(Self.sparseProgram())) + [1.5, 0.75])
  }

  @Test("writing in place in JAX or Stan is an error", arguments: [SourceLanguage.jax, .stan])
  func refusals(_ language: SourceLanguage) throws {
    let program = try Self.sparseProgram()
    #expect(throws: CompileError.self) { try program.source(in: language, form: .inPlace) }
  }

  // MARK: - MATLAB, Julia, Stan

  @Test(
    "MATLAB, run by Octave: values, in place, at several points, and a sparse matrix", .enabled(if: hasOctave)
  )
  func octave() throws {
    let extra: [Expr] = [
      .round(Self.x), .round(2 * Self.y),
      .call(.piecewise, [.call(.less, [Self.y, 0]), Self.x, Self.y ** 2]),
    ]
    let program = try Program(Self.expressions + extra, over: ["x", "y"], parameters: ["a"])
    let files = [
      "f.m": try program.source(in: .matlab),
      "h.m": try program.source(in: .matlab, name: "h", form: .inPlace),
      "g.m": try Self.sparseProgram().source(in: .matlab, name: "g", form: .sparse(Self.pattern)),
      "m.m": """
      x = [0.75, 1.5]; p = 0.25;
      printf("%.17g\\n", f(x, p)); printf("%.17g\\n", h(zeros(1, 12), x, p));
      printf("%.17g\\n", full(g(x, p))');
      """,
    ]
    let values = Self.values(program)
    Self.expect(
      try Self.numbers(files, "octave-cli --no-init-file m.m"),
      try values + values + Self.dense(Self.values(Self.sparseProgram())))
  }

  @Test("Julia, run", .enabled(if: hasJulia))
  func julia() throws {
    let program = try Program(Array(Self.expressions.dropLast(2)), over: ["x", "y"], parameters: ["a"])
    let source = try program.source(in: .julia)
    let sparse = try Self.sparseProgram().source(in: .julia, name: "g", form: .sparse(Self.pattern))
    let main = """
      y = zeros(7); f!(y, [0.75, 1.5], [0.25]); foreach(println, y)
      J = g_matrix(); g!(J.nzval, [0.75, 1.5], Float64[]); foreach(println, Matrix(J)')
      """
    Self.expect(
      try Self.numbers(["m.jl": source + sparse + main], "julia m.jl"),
      try Self.values(program) + Self.dense(Self.values(Self.sparseProgram())))
  }

  @Test("Julia, read by a grammar", .enabled(if: hasJuliaGrammar))
  func juliaGrammar() throws {
    let source = try Self.program().source(in: .julia)
    let sparse = try Self.sparseProgram().source(in: .julia, name: "g", form: .sparse(Self.pattern))
    let check = """
      import tree_sitter_julia, tree_sitter
      parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_julia.language()))
      print(1 if parser.parse(open('m.jl', 'rb').read()).root_node.has_error else 0)
      print(0 if parser.parse(b'function f( = 1').root_node.has_error else 1)
      """
    #expect(try Self.numbers(["m.jl": source + sparse, "m.py": check], "python3 m.py") == [0, 0])
  }

  @Test("Stan, read by its compiler", .enabled(if: hasStan))
  func stan() throws {
    let source = try Self.program().source(in: .stan)
    let sparse = try Self.sparseProgram().source(in: .stan, name: "g", form: .sparse(Self.pattern))
    let model = "model { }\n"
    for text in [source, sparse] {
      #expect(try Self.numbers(["m.stan": text + model], "stanc m.stan > /dev/null") == [])
    }
  }
}
