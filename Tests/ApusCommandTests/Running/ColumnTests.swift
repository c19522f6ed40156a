import ApusNotation
import ApusTestSupport
import Testing

@testable import ApusCommand

@Suite("apus eval on tables")
struct ColumnTests {
  private static func run(_ arguments: String..., input: String) -> BuiltCommand.Outcome {
    BuiltCommand.run(["eval"] + arguments, input: input)
  }

  @Test("columns are bound by name, whatever their order, and other columns are left alone")
  func names() {
    let outcome = Self.run(
      "x + 2*y", "a*x", "--at", "a=10", "--input", "-", "--format", "csv",
      input: "name,y,x\nfirst,1,2\n\"second, and more\",3,-4.5e0\n")
    #expect(outcome.errorText == "" && outcome.status == 0)
    #expect(outcome.text == "x + 2*y,a*x\n4.0,20.0\n1.5,-45.0\n")
  }

  @Test("rows may be kept, cells quoted, lines end as they like, and a mark may come first")
  func formats() {
    let kept = Self.run(
      "x^2", "--input", "-", "--format", "csv", "--keep",
      input: "\u{FEFF}x,\"a \"\"name\"\"\"\r\n\"3\",\"two\nlines\"\r\n\r\n 4 ,z\r\n")
    #expect(kept.text == "x,\"a \"\"name\"\"\",x^2\n\"3\",\"two\nlines\",9.0\n 4 ,z,16.0\n")
    #expect(
      Self.run("x", "sin(x)", "--input", "-", "--format", "tsv", input: "x\ty\n0\t1\n").text
        == "x\tsin(x)\n0.0\t0.0\n")
    #expect(
      Self.run("max(x, y)", "--input", "-", "--format", "csv", input: "x,y\n1,2\n").lines.first
        == "\"max(x, y)\"")
  }

  @Test("objects a line: numbers, null, and numbers in strings")
  func objects() {
    let outcome = Self.run(
      "x*y", "sqrt(x)", "--input", "-", "--format", "jsonl", "--keep",
      input: "{\"x\": 4, \"y\": 0.5, \"tag\": [1]}\n{\"y\": \"2\", \"x\": -1}\n{\"x\": null, \"y\": 1}\n")
    #expect(
      outcome.lines == [
        #"{"x":4,"y":0.5,"tag":[1],"x*y":2.0,"sqrt(x)":2.0}"#,
        #"{"y":"2","x":-1,"x*y":-2.0,"sqrt(x)":null}"#, #"{"x":null,"y":1,"x*y":null,"sqrt(x)":null}"#,
      ])
  }

  @Test("cells that are empty or not available are nan")
  func missing() {
    let outcome = Self.run(
      "x + 1", "--input", "-", "--format", "csv", input: "x,y\n,1\nNA,1\nnan,1\n-inf,1\n1e3,1\n")
    #expect(outcome.text == "x + 1\nnan\nnan\nnan\n-inf\n1001.0\n")
  }

  @Test(
    "mistakes name the line, and rows before them are answered",
    arguments: [
      (
        "csv", "x,y\n1,2\n3,4\nabc,5\n6,7\n", "bad-cell", "line 4, column 'x': 'abc' is not a number",
        "x*y\n2.0\n12.0\n"
      ),
      ("csv", "x,y\n1,2\n3,4,5\n", "ragged-row", "line 3 has 3 cells, the first row 2", "x*y\n2.0\n"),
      ("csv", "x,y\n1,2\n\"3,4\n", "unclosed-cell", "line 3", "x*y\n2.0\n"),
      ("csv", "x,z\n1,2\n", "missing-column", "'y' is neither a column nor given with --at", ""),
      ("csv", "x,y,x\n1,2,3\n", "duplicate-column", "'x'", ""), ("csv", "", "empty-table", "no row", ""),
      ("csv", "x,y\n1,0x10\n", "bad-cell", "'0x10'", "x*y\n"),
      ("csv", "x,y\n1,1_000\n", "bad-cell", "'1_000'", "x*y\n"),
      ("csv", "x,y\n1,2.5.1\n", "bad-cell", "'2.5.1'", "x*y\n"),
      (
        "jsonl", "{\"x\":1,\"y\":2}\n{\"x\":1}\n", "missing-column", "line 2 has no key 'y'",
        "{\"x*y\":2.0}\n"
      ),
      ("jsonl", "{\"x\":1,\"y\":true}\n", "bad-cell", "line 1, column 'y': true is not a number", ""),
      ("jsonl", "{\"x\":1,\n", "invalid-json", "line 1", ""), ("jsonl", "[1]\n", "bad-cell", "line 1", ""),
    ])
  func mistakes(_ format: String, _ input: String, _ code: String, _ message: String, _ text: String) {
    let outcome = Self.run("x*y", "--input", "-", "--format", format, input: input)
    #expect(outcome.status == 1)
    #expect(
      outcome.errorText.contains("error[\(code)]") && outcome.errorText.contains(message),
      "\(outcome.errorText)")
    #expect(outcome.text == text)
  }

  @Test("a row is answered before the next one comes")
  func streaming() {
    var child = Child(["eval", "2*x", "--input", "-", "--format", "csv"].map { Array($0.utf8) })
    child.send(Array("x\n1\n".utf8))
    #expect(child.readLine() == "2*x")
    #expect(child.readLine() == "2.0")
    child.send(Array("5\n".utf8))
    #expect(child.readLine() == "10.0")
    child.closeInput()
    child.closeOutput()
    #expect(child.waitAfterClosingOutput() == 0)
  }

  @Test("long tables are answered row by row, on several threads as on one")
  func long() {
    var random = SplitMix64(seed: 3)
    let numbers = (0..<40_000).map { _ in Double.random(in: -9...9, using: &random) }
    let input = "x\n" + numbers.map { "\($0)" }.joined(separator: "\n") + "\n"
    let one = Self.run("3*x + 1", "--input", "-", "--format", "csv", input: input)
    #expect(one.lines.count == numbers.count + 1)
    let values = one.lines.dropFirst().map { Double($0) }
    let isRight = values == numbers.map { 3 * $0 + 1 }
    #expect(isRight)
    let two = Self.run("3*x + 1", "--input", "-", "--format", "csv", "--threads", "2", input: input)
    let isSame = two == one
    #expect(isSame)
  }

  @Test(
    "command lines that make no sense are refused",
    arguments: [
      ["x", "--input", "-"], ["x", "--input", "data.txt"], ["x", "--keep"], ["x", "--format", "csv"],
      ["x", "--input", "a.csv", "--at", "x=0:1:3"],
    ])
  func usage(_ arguments: [String]) {
    #expect(BuiltCommand.run(["eval"] + arguments).status == 64)
  }

  @Test("a file that cannot be read is an error")
  func missingFile() {
    let outcome = BuiltCommand.run(["eval", "x", "--input", "/no/such.csv"])
    #expect(outcome.status == 66 && outcome.errorText.contains("error[unreadable-file]"))
  }

  @Test(
    "numbers are read as they are written",
    arguments: [
      ("1", 1), ("-0.5e-3", -0.5e-3), ("+2.", 2), (".5", 0.5), ("1e400", .infinity), ("inf", .infinity),
      ("0.1", 0.1),
      ("123456789012345678901234567890123456789012345678901234567890123456789", 1.2345678901234568e68),
    ])
  func numbers(_ text: String, _ value: Double) {
    #expect(TableCells.number(text) == value)
    #expect(TableCells(Array(" \(text) ;\"\(text)\"".utf8), separator: UInt8(ascii: ";")).number(1) == value)
    #expect(TableCells(Array(" \(text) ,".utf8), separator: UInt8(ascii: ",")).number(0) == value)
  }

  @Test(
    "what is no number is none", arguments: ["1x", "e5", "--1", "1 2", "0x1p3", "infinite", "1,5", "٣", "1e"])
  func noNumbers(_ text: String) { #expect(TableCells.number(text) == nil) }
}
