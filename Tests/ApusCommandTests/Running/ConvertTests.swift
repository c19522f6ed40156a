import ApusNotation
import Testing

@testable import ApusCommand

/// `apus convert` with the built command.
@Suite struct ConvertTests {
  @Test("a formula of the command line becomes a program")
  func formula() {
    let outcome = BuiltCommand.run([
      "convert", "--from", "latex", "--to", "python", #"E = \frac{1}{2} m v^2"#,
    ])
    #expect(
      outcome.text == """
        from sympy import Eq, Rational, symbols

        E, m, v = symbols('E m v')

        Eq(E, Rational(1, 2)*m*v**2, evaluate=False)

        """)
    #expect(outcome.errorText == "")
    #expect(outcome.status == 0)
  }

  @Test("several equations of one input are lines of text, and one program of Python")
  func system() {
    let outcome = BuiltCommand.run(["convert", "--to", "text", #"a = b \\ c = d^2"#])
    #expect(outcome.lines == ["a = b", "c = d^2"])
    let program = BuiltCommand.run(["convert", "--to", "sympy", #"\dot x = y \\ \dot y = -x"#])
    #expect(
      program.text == """
        from sympy import Derivative, Eq, Function, Symbol

        t = Symbol('t')
        x = Function('x')
        y = Function('y')

        [
            Eq(Derivative(x(t), t), y(t), evaluate=False),
            Eq(Derivative(y(t), t), -x(t), evaluate=False),
        ]

        """)
  }

  @Test("a line of LaTeX is no longer than asked for where it can be broken")
  func lineWidth() {
    let formula = #"y = a_0 + a_1 x + a_2 x^2 + a_3 x^3 = \frac{b}{c}"#
    let outcome = BuiltCommand.run(["convert", "--to", "latex", "--line-width", "30", formula])
    #expect(
      outcome.lines == [
        #"\begin{aligned}"#, #"y &= a_{0} + a_{1} x \\"#, #"&\quad + a_{2} x^{2} \\"#,
        #"&\quad + a_{3} x^{3} \\"#, #"&= \frac{b}{c}"#, #"\end{aligned}"#,
      ])
    #expect(BuiltCommand.run(["convert", "--line-width", "30", "x"]).status == 64)
    #expect(BuiltCommand.run(["convert", "--to", "latex", "--line-width", "0", "x"]).status == 64)
  }

  @Test("programs are kept apart by an empty line")
  func programs() {
    let outcome = BuiltCommand.run(["convert", "--to", "sympy", "x", "y"])
    #expect(
      outcome.text
        == "from sympy import Symbol\n\nx = Symbol('x')\n\nx\n\nfrom sympy import Symbol\n\ny = Symbol('y')\n\ny\n"
    )
  }

  @Test("a stream has a line or a display a formula, and mistakes have the line and column of the stream")
  func stream() {
    let input = #"""
      % constants
      \newcommand{\speed}{v}
      a = \speed^2

      \begin{align}
      b &= 1 \\
      c &= (2
      \end{align}
      \[
      d = \speed
      \]
      \speed + )
      """#
    let outcome = BuiltCommand.run(["convert", "--to", "text"], input: input)
    #expect(outcome.lines == ["", "", "a = v^2", "", "", "d = v", ""])
    let places = outcome.errorText.split(separator: "\n").filter { $0.hasPrefix("<stdin>") }
    #expect(places.map { $0.prefix { $0 != " " } } == ["<stdin>:7:6:", "<stdin>:12:10:"])
    #expect(outcome.status == 1)
  }

  @Test("files are read, and a missing one is an error of its own")
  func files() throws {
    let file = try TemporaryFile(Array("x^2\ny^2\n".utf8))
    let outcome = BuiltCommand.run(["convert", "--to", "text", "--file", file.path, "/no/such/file.tex"])
    #expect(outcome.lines == ["x^2", "y^2"])
    #expect(
      outcome.errorText
        == "error[unreadable-file]: cannot read /no/such/file.tex: No such file or directory\n")
    #expect(outcome.status == 66)
  }

  @Test(
    "an argument is a file by its ending alone",
    arguments: [
      ("eqs.tex", .file), ("a/b-c.md", .file), ("-", .standardInput), ("x.y", .formula), (".tex", .formula),
      ("\\alpha.tex", .formula), ("a b.tex", .formula), ("x^2", .formula),
    ] as [(String, ConvertCommand.InputKind)])
  func kinds(argument: String, kind: ConvertCommand.InputKind) {
    #expect(ConvertCommand.kind(of: argument) == kind)
  }

  @Test("JSON lines give one record a line, with the symbols and assumptions of the source")
  func jsonLines() throws {
    let requests: [JSONValue] = [
      ["id": 1, "input": #"\alpha_1 = e^{i\pi}"#], ["id": 2, "input": #"x = \frac{1"#],
      ["id": 3, "input": #"a = 1 \\ b = 2"#], ["id": 4, "input": ""],
    ]
    let input = requests.map { $0.description + "\n" }.joined()
    let outcome = BuiltCommand.run(["convert", "--from", "latex", "--to", "python", "--jsonl"], input: input)
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records.map { $0["id"] } == [1, 2, 3, 4])
    #expect(records.map { $0["ok"] } == [true, false, true, false])
    #expect(records[0]["symbols"] == ["\\alpha_{1}": "alpha_1"])
    #expect(records[0]["assumptions"]?.asArray?.contains("e is Euler's number") == true)
    #expect(records[1]["error"]?["code"] == "unclosed-brace")
    #expect(records[1]["error"]?["column"] == 10)
    #expect(records[2]["result"]?["text"]?.asString?.hasSuffix("Eq(b, 2, evaluate=False),\n]") == true)
    #expect(records[3]["error"]?["code"] == "empty-input")
    #expect(outcome.errorText == "")
    #expect(outcome.status == 1)
  }

  @Test(
    "sources are read in the notation that is named, or recognised",
    arguments: [
      ("latex", "ab", "a*b"), ("text", "ab", "ab"), ("auto", "ab", "ab"), ("auto", "x_{ab}", "x_ab"),
      ("auto", #"\sqrt{x}"#, "sqrt(x)"), ("text", "2x + 1/3", "2*x + 1/3"),
    ])
  func sources(notation: String, input: String, expected: String) {
    let outcome = BuiltCommand.run(["convert", "--from", notation, "--to", "text", input])
    #expect(outcome.lines == [expected])
  }

  @Test("a notation that does not exist is an error of the command line")
  func unknownNotation() {
    let outcome = BuiltCommand.run(["convert", "--to", "cobol", "x"])
    #expect(outcome.status == 64)
    #expect(outcome.errorText.contains("cobol"))
  }
}

/// The small subcommands, and what stands around them.
@Suite struct SubcommandTests {
  @Test("doc tells what a function does, and suggests the nearest name")
  func documentation() {
    let outcome = BuiltCommand.run(["doc", "sin", ":=", "arity"])
    #expect(outcome.lines.first?.hasPrefix("sin(z)   the sine") == true)
    #expect(outcome.status == 0)
    let unknown = BuiltCommand.run(["doc", "fatcorial"])
    #expect(unknown.text == "")
    #expect(unknown.errorText.contains("?factorial"))
    #expect(unknown.status == 1)
  }

  @Test("explain tells what a code means, and suggests the nearest one")
  func explanation() {
    #expect(BuiltCommand.run(["explain", "arity"]).lines.first == "arity")
    let unknown = BuiltCommand.run(["explain", "arty"])
    #expect(unknown.errorText.contains("apus explain arity"))
    #expect(unknown.status == 1)
    #expect(BuiltCommand.run(["explain"]).lines.count > 50)
  }

  @Test("every code is explained once")
  func codes() {
    let codes = Explanation.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test("the version and the help go to standard output")
  func version() {
    #expect(BuiltCommand.run(["--version"]).text == "apus \(Version.current)\n")
    #expect(BuiltCommand.run(["--help"]).text.contains("convert"))
    #expect(BuiltCommand.run(["help", "convert"]).text.contains("--from"))
  }

  @Test(
    "slips of the command line are errors of the command line",
    arguments: ["benhc", "--nope", "-x", "convrt"])
  func usage(argument: String) {
    let outcome = BuiltCommand.run([argument])
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(!outcome.errors.isEmpty)
  }

  @Test("bench lists workloads by prefix and refuses a prefix without any")
  func benchmarks() {
    #expect(
      BuiltCommand.run(["bench", "--list", "diff/"]).lines == [
        "diff/nested_6", "diff/nested_8", "diff/nested_10",
      ])
    #expect(BuiltCommand.run(["bench", "--list", "nothing"]).status == 64)
  }

  @Test("a benchmark is a row with the members of the other systems' rows")
  func benchmarkRow() throws {
    let outcome = BuiltCommand.run(["bench", "--jsonl", "--repetitions", "1", "diff/nested_6"])
    let row = try JSONValue(parsing: outcome.lines.first ?? "")
    #expect(
      row.asObject?.keys == ["workload", "system", "n", "seconds_min", "seconds_median", "check", "reps"])
    #expect(row["system"] == "apus")
    #expect(row["check"] == "355.265557")
    #expect(row["seconds_min"]?.asDouble ?? 0 > 0)
  }
}
