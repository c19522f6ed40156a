import ApusNotation
import Testing

@testable import ApusCommand

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `apus convert` on whole documents, with the built command.
@Suite struct DocumentConversionTests {
  private func records(_ arguments: [String], _ input: String = "") throws -> (
    [JSONValue], BuiltCommand.Outcome
  ) {
    let outcome = BuiltCommand.run(["convert", "--jsonl"] + arguments, input: input)
    return (try outcome.lines.map { try JSONValue(parsing: $0) }, outcome)
  }

  @Test("every formula of a paper has a record with its place, and the summary says why some have no answer")
  func paper() throws {
    let file = try TemporaryFile(Array(PaperSample.latex.text.utf8))
    let (records, outcome) = try records(["--layout", "latex", "--file", file.path])
    #expect(records.count == PaperSample.latex.formulas)
    #expect(records.map { $0["id"]?.asInt } == Array(1...records.count))
    #expect(records.filter { $0["ok"] == true }.count == 195)
    #expect(Set(records.compactMap { $0["error"]?["code"]?.asString }) == ["unclosed-paren"])
    #expect(
      outcome.errorText == """
        200 formulas: 195 converted, 5 refused
             5  unclosed-paren  first at \(file.path):68:14

        """)
    #expect(outcome.status == 1)
    let lines = PaperSample.latex.text.split(separator: "\n", omittingEmptySubsequences: false)
    for record in records {
      let (line, column) = (record["line"]?.asInt ?? 0, record["column"]?.asInt ?? 0)
      let source = record["input"]?.asString ?? ""
      #expect(lines[line - 1].dropFirst(column - 1).hasPrefix(source.prefix { $0 != "\n" }))
    }
    // The functions of the document are known in every formula, and its macros.
    #expect(records[4]["assumptions"]?.asArray?.contains("y is a function of t") == true)
    #expect(records[5]["display"] == true)
    #expect(records[2]["labels"] == ["eq:1"])
    #expect(
      records[2]["result"]?["text"]?.asString?.hasSuffix(
        "Eq(E_1, Rational(1, 2)*m*v_1**2 + varepsilon, evaluate=False)") == true)
  }

  @Test("the answers are the same for any number of threads, in the same order")
  func threads() throws {
    let file = try TemporaryFile(Array(PaperSample.latex.text.utf8))
    let outputs = [1, 2, 3, 7].map { jobs in
      BuiltCommand.run(["convert", "--layout", "latex", "--jobs", "\(jobs)", "--file", file.path])
    }
    #expect(outputs.allSatisfy { $0 == outputs[0] })
    #expect(outputs[0].lines.count > 1000)
    let many = (1...3000).map { "x^\($0)" }.joined(separator: "\n")
    let lines = [1, 2, 5].map {
      BuiltCommand.run(["convert", "--to", "text", "--jobs", "\($0)"], input: many).lines
    }
    #expect(lines.allSatisfy { $0 == lines[0] })
    #expect(lines[0].count == 3000)
  }

  @Test("Markdown is found between its delimiters")
  func markdown() throws {
    let (records, outcome) = try records(["--layout", "markdown", "-"], PaperSample.markdown.text)
    #expect(records.count == PaperSample.markdown.formulas)
    #expect(records.allSatisfy { $0["ok"] == true })
    #expect(outcome.errorText == "200 formulas: 200 converted, 0 refused\n")
    #expect(outcome.status == 0)
  }

  @Test("a document on standard input is known by its beginning, and mistakes have its lines")
  func standardInput() {
    let outcome = BuiltCommand.run(
      ["convert", "--to", "text"], input: "We know that $a = b$.\n\nBut\n\\[\n  x + (1\n\\]\n")
    #expect(
      outcome.text == """
        # <stdin>:1:15: a = b
        a = b

        # <stdin>:5:3: x + (1
        # not converted, unclosed-paren: this '(' is never closed

        """)
    #expect(outcome.errorText.hasPrefix("<stdin>:5:7: error[unclosed-paren]"))
    #expect(
      outcome.errorText.hasSuffix(
        "2 formulas: 1 converted, 1 refused\n     1  unclosed-paren  at <stdin>:5:7\n"))
    #expect(outcome.status == 1)
  }

  @Test("several files are read one after the other, each with its own macros and functions")
  func severalFiles() throws {
    let first = try TemporaryFile(Array("Let $\\newcommand{\\a}{b}$ us take $\\a$ and $f(x) = x$.\n".utf8))
    let second = try TemporaryFile(Array("Let us take $\\a$ and $f(x + 1)$.\n".utf8))
    let (records, _) = try records(["--file", first.path, "--file", second.path])
    #expect(records.map { $0["ok"] } == [true, true, false, false])
    #expect(records.map { $0["file"]?.asString } == [first.path, first.path, second.path, second.path])
    #expect(records[2]["error"]?["code"] == "unknown-command")
    #expect(records[3]["error"]?["code"] == "ambiguous-application")
  }

  @Test("a file of macros holds for every formula")
  func macroFile() throws {
    let macros = try TemporaryFile(Array("\\newcommand{\\a}{b} text $x$ \\def\\c#1{\\sqrt{#1}}".utf8))
    let outcome = BuiltCommand.run(["convert", "--to", "text", "--macros", macros.path, "\\c{\\a}"])
    #expect(outcome.lines == ["sqrt(b)"])
  }

  @Test("a document without formulas is an error, and one with parts elsewhere says so")
  func nothing() {
    let outcome = BuiltCommand.run(
      ["convert", "--layout", "latex"], input: "\\section{A}\n\\input{b}\n\\newcommand{\\a}[1]{#2}\n")
    #expect(outcome.errorText.contains("error[no-formula]"))
    #expect(
      outcome.errorText.contains("note: <stdin>:2: the file 'b' is not part of this one; give it too\n"))
    #expect(outcome.errorText.contains("note: <stdin>:3: this definition cannot be used"))
    #expect(outcome.status == 1)
  }

  @Test("bytes that are no text are mistakes of their formulas alone")
  func bytes() throws {
    let input = Array("We see $x$, $".utf8) + [0xFF, 0xC3] + Array("$ and $y$.\n".utf8)
    let outcome = BuiltCommand.run(
      [Array("convert".utf8), Array("--jsonl".utf8), Array("--layout".utf8), Array("latex".utf8)],
      input: input)
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records.map { $0["ok"] } == [true, false, true])
  }

  @Test("a summary and separate reading can be asked for")
  func options() {
    let outcome = BuiltCommand.run(["convert", "--summary", "--to", "text", "x", "(y"])
    #expect(outcome.errorText.hasSuffix("2 formulas: 1 converted, 1 refused\n     1  unclosed-paren\n"))
    let document = "Let $f(x) = x$ and $f(x+1)$ be so.\n"
    let together = BuiltCommand.run(["convert", "--to", "text", "--no-summary"], input: document)
    #expect(together.lines.last == "f(x + 1)")
    #expect(together.errorText == "")
    let separate = BuiltCommand.run(["convert", "--to", "text", "--context", "separate"], input: document)
    #expect(separate.errorText.contains("ambiguous-application"))
  }

  @Test("an interrupt leaves whole records")
  func interrupt() throws {
    var child = Child([Array("convert".utf8), Array("--jsonl".utf8), Array("--jobs".utf8), Array("2".utf8)])
    let line = "E = \\frac{1}{2} m v^2\n"
    var lines: [String] = []
    for _ in 0..<3 {
      child.send(Array(String(repeating: line, count: 200).utf8))
      lines.append(child.readLine())
    }
    kill(child.identifier, SIGINT)
    let outcome = child.finish()
    #expect(outcome.status == 130)
    #expect(outcome.output.last == UInt8(ascii: "\n"))
    for line in outcome.lines { #expect(try JSONValue(parsing: line)["ok"] == true) }
  }
}

/// Ambiguous formulas, and what the user says about them.
@Suite struct AssumptionTests {
  @Test(
    "an ambiguous formula lists its readings with the way to write each",
    arguments: [
      (#"2\frac{1}{2}"#, [#"2 + \frac{1}{2}"#: "2 + 1/2", #"2 \cdot \frac{1}{2}"#: "2*(1/2)"]),
      (
        #"Re = v L"#,
        [#"\mathrm{Re} = v L"#: "`Re` = v*L", #"R \cdot e = v L"#: "R*`e` = v*L"]
      ),
      ("2 3", ["23": "23", #"2 \cdot 3"#: "2*3"]),
      ("f(1,000)", ["f(1{,}000)": "f(1000)", "f(1, 000)": "f(1, 0)"]),
      ("2e-3", [#"2\times 10^{-3}"#: "2*10^(-3)", "2 e - 3": "2*E - 3"]),
      (#"\ln a/b"#, [#"\ln (a/b)"#: "log(a/b)", #"\ln (a)/b"#: "log(a)/b"]),
      (
        #"\sin x (1+y)"#,
        [#"\sin (x (1+y))"#: "sin(x*(1 + y))", #"\sin (x) (1+y)"#: "sin(x)*(1 + y)"]
      ),
      (
        #"A \cup B \cap C"#,
        [
          #"(A \cup B) \cap C"#: "intersection(union(A, B), C)",
          #"A \cup (B \cap C)"#: "union(A, intersection(B, C))",
        ]
      ),
      (
        #"a + b \bmod c"#,
        [#"(a + b) \bmod c"#: "mod(a + b, c)", #"a + (b \bmod c)"#: "a + mod(b, c)"]
      ),
      (
        "a + b|_{x=0}",
        [
          #"\left. a + b \right|_{x=0}"#: "at(a + b, x, 0)",
          #"a + \left. b \right|_{x=0}"#: "a + at(b, x, 0)",
        ]
      ),
      (
        #"\sum_{k=1}^n a_k + k"#,
        [
          #"\sum_{k=1}^n (a_k + k)"#: "sum(a(k) + k, k, 1, n)",
          #"(\sum_{k=1}^n a_k) + k"#: "sum(a(k), k, 1, n) + k",
        ]
      ),
    ])
  func rewritings(formula: String, expected: [String: String]) throws {
    let request: JSONValue = ["input": .string(formula)]
    let outcome = BuiltCommand.run(
      ["convert", "--jsonl", "--from", "latex", "--to", "text"], input: request.description + "\n")
    let record = try JSONValue(parsing: try #require(outcome.lines.first))
    var readings: [String: String] = [:]
    for reading in record["readings"]?.asArray ?? [] {
      readings[reading["write"]?.asString ?? "?"] = reading["result"]?["text"]?.asString
    }
    #expect(readings == expected)
  }

  @Test("an ambiguous formula lists its readings with the assumption for each")
  func readings() throws {
    let outcome = BuiltCommand.run(
      ["convert", "--jsonl", "--to", "text"], input: "f(x+1)\ne^x + e y\n1/2 m\n")
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    let readings = records.map { record in
      record["readings"]?.asArray?.map { reading in
        "\(reading["assume"]?.asArray?.compactMap(\.asString).joined() ?? "") → \(reading["result"]?["text"]?.asString ?? "")"
      }
    }
    #expect(readings[0] == ["f: function → f(x + 1)", "f: symbol → f*(x + 1)"])
    #expect(readings[1] == ["e: constant → exp(x) + E*y", "e: symbol → `e`^x + `e`*y"])
    #expect(readings[2] == ["/: factor → 1/2*m", "/: product → 1/(2*m)"])
    let plain = BuiltCommand.run(["convert", "--to", "text", "f(x+1)"])
    #expect(plain.errorText.contains("with --assume 'f: function': f(x + 1)\n"))
  }

  @Test("assumptions of the command line and of a request decide, and are listed")
  func assumptions() throws {
    let input =
      #"{"input": "f(x+1)", "assume": ["f: symbol", "x > 0"]}"# + "\nf(x+1)\n"
      + #"{"input": "x", "assume": ["x > 1"]}"# + "\n" + #"{"input": "x", "assume": 3}"# + "\n"
    let outcome = BuiltCommand.run(["convert", "--jsonl", "--assume", "f: function"], input: input)
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(
      records[0]["result"]?["text"]?.asString == """
        from sympy import Symbol

        f = Symbol('f')
        x = Symbol('x', positive=True)

        f*(x + 1)
        """)
    #expect(records[0]["assumptions"] == ["x is positive"])
    #expect(records[1]["result"]?["text"]?.asString?.hasSuffix("f(x + 1)") == true)
    #expect(records[2]["error"]?["code"] == "invalid-assumption")
    #expect(records[3]["error"]?["code"] == "invalid-request")
  }

  @Test("symbols of which the same is known are declared together")
  func declarations() {
    let outcome = BuiltCommand.run([
      "convert", "--assume", "x > 0; real(y); y: integer", "--assume", "z > 0", "x + y + z + w",
    ])
    #expect(
      outcome.text.contains(
        "x, z = symbols('x z', positive=True)\ny = Symbol('y', real=True, integer=True)\nw = Symbol('w')"))
  }

  @Test("an assumption that is none is an error of the command line")
  func mistake() {
    let outcome = BuiltCommand.run(["convert", "--assume", "x > 1", "x"])
    #expect(outcome.status == 64)
    #expect(outcome.errorText.contains("error[invalid-assumption]"))
  }

  @Test("requests for evaluation take no assumptions")
  func evaluation() throws {
    let outcome = BuiltCommand.run(["--jsonl"], input: #"{"input": "x", "assume": []}"# + "\n")
    #expect(try JSONValue(parsing: outcome.lines[0])["error"]?["code"] == "invalid-request")
  }
}
