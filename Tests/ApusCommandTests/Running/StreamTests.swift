import ApusNotation
import Testing

@testable import ApusCommand

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built command with plain input and output.
@Suite struct StreamTests {
  @Test("expressions of the command line are answered one a line")
  func expressions() {
    let outcome = BuiltCommand.run(["1/2 + 1/3", "2^10", "-3+4", "-e", "-x + x"])
    #expect(outcome.text == "5/6\n1024\n1\n0\n")
    #expect(outcome.errorText == "")
    #expect(outcome.status == 0)
  }

  @Test("every input line has one output line, and mistakes go to standard error with their place")
  func plainLines() {
    let outcome = BuiltCommand.run([], input: "1+1\r\n\n# comment\n2 + (\na := 3\na^2")
    #expect(outcome.lines == ["2", "", "", "", "a := 3", "9"])
    #expect(outcome.errorText.hasPrefix("<stdin>:4:5: error[unclosed-paren]: "))
    #expect(outcome.status == 1)
  }

  @Test("a mistake on the command line leaves the other answers alone")
  func failure() {
    let outcome = BuiltCommand.run(["1+1", "2 + (", "3"])
    #expect(outcome.text == "2\n3\n")
    #expect(outcome.errorText.hasPrefix("error[unclosed-paren]: "))
    #expect(outcome.status == 1)
  }

  @Test("standard error of a pipe has no colour, unless it is asked for")
  func colour() {
    #expect(!BuiltCommand.run(["2 + ("]).errorText.contains("\u{1B}"))
    #expect(BuiltCommand.run(["2 + (", "--color", "always"]).errorText.contains("\u{1B}["))
  }

  @Test("an argument that is no UTF-8 is an error with a place")
  func invalidArgument() {
    let outcome = BuiltCommand.run([[0x31, 0x2B, 0xFF]], input: [])
    #expect(outcome.status == 1)
    #expect(outcome.errorText.hasPrefix("error[invalid-utf8]: the byte 0xFF is not valid UTF-8 here\n"))
  }

  @Test("help in a stream is one line")
  func help() {
    let outcome = BuiltCommand.run([], input: "?:=\n?sin\n1+1\n")
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[1].hasPrefix("sin(z)   the sine"))
  }

  @Test("notes and warnings go to standard error")
  func remarks() {
    let outcome = BuiltCommand.run(["0^0"])
    #expect(outcome.text == "1\n")
    #expect(outcome.errorText.hasPrefix("note: "))
    #expect(outcome.status == 0)
  }

  @Test("no input gives no output")
  func noInput() {
    let outcome = BuiltCommand.run([], input: "")
    #expect(outcome == BuiltCommand.Outcome(status: 0, output: [], errors: []))
  }

  @Test("a reader that goes away ends the command quietly")
  func closedOutput() {
    var child = Child([])
    child.send(Array("1+1\n".utf8))
    #expect(child.readLine() == "2")
    child.closeOutput()
    child.send(Array(String(repeating: "2+2\n", count: 100).utf8))
    #expect(child.waitAfterClosingOutput() == -SIGPIPE)
  }

  @Test("Ctrl-C ends a stream with exit code 130")
  func interruption() {
    var child = Child([])
    child.send(Array("1+1\n".utf8))
    #expect(child.readLine() == "2")
    kill(child.identifier, SIGINT)
    #expect(child.waitAfterClosingOutput() == 130)
  }

  @Test("a crash is reported with the input, and ends the command with exit code 70")
  func crash() {
    var child = Child([])
    child.send(Array("1+1\n".utf8))
    #expect(child.readLine() == "2")
    kill(child.identifier, SIGSEGV)
    let outcome = child.finish()
    #expect(outcome.status == 70)
    #expect(
      outcome.errorText
        == "error[internal]: this is a mistake in Apus; please report it with the input\n  1+1\n")
  }

  @Test("output that cannot be written ends the command with 74")
  func fullOutput() {
    #if os(Linux)
      let outcome = BuiltCommand.shell("apus 1+1 > /dev/full")
      #expect(outcome.status == 74)
      #expect(outcome.text == "error[output]: cannot write the output: No space left on device\n")
    #endif
  }
}

/// The JSONL protocol, spoken with the built command.
@Suite struct JSONLinesTests {
  /// A definition whose values take exponential time.
  static let fibonacci = "f(n) := f(n - 1) + f(n - 2)\nf(0) := 0\nf(1) := 1"

  /// The records that come back, without their times.
  private func records(_ input: String) throws -> [JSONValue] {
    try records(bytes: Array(input.utf8))
  }

  private func records(bytes: [UInt8]) throws -> [JSONValue] {
    let outcome = BuiltCommand.run([Array("--jsonl".utf8)], input: bytes)
    #expect(outcome.errorText == "")
    return try outcome.lines.map { line in
      guard case .object(var object) = try JSONValue(parsing: line) else { return .null }
      #expect(object["ms"]?.asDouble ?? -1 >= 0)
      object["ms"] = nil
      return .object(object)
    }
  }

  @Test("an answer has exactly the members of the protocol")
  func answer() throws {
    #expect(
      try records(#"{"id": 1, "input": "1/2 + 1/3"}"#).map(\.description) == [
        #"{"v":1,"id":1,"input":"1/2 + 1/3","ok":true,"result":{"text":"5/6"},"#
          + #""symbols":{},"assumptions":[],"warnings":[]}"#
      ])
  }

  @Test("an error has a span in bytes, a line and a column in scalars")
  func failure() throws {
    let record = try #require(try records(#"{"id":"é","input":"π + (1"}"#).first)
    #expect(record["id"] == "é")
    #expect(record["ok"] == false)
    let error = try #require(record["error"])
    #expect(error["code"] == "unclosed-paren")
    #expect(error["span"] == [5, 6])
    #expect(error["line"] == 1)
    #expect(error["column"] == 5)
    #expect(error["fixits"] == [["span": [7, 7], "insert": ")"]])
  }

  @Test("whatever comes in, every line gives exactly one, in order, and the stream goes on")
  func robustness() throws {
    var input: [UInt8] = []
    var expected: [(JSONValue, String?)] = []
    func add(_ bytes: [UInt8], _ id: JSONValue, _ code: String?) {
      input += bytes + [10]
      expected.append((id, code))
    }
    add(Array("1+1".utf8), nil, nil)
    add([], nil, nil)
    add(Array("  # comment".utf8), nil, nil)
    add([0x31, 0xFF, 0x32], nil, "invalid-utf8")
    add([0x31, 0x00, 0x32], nil, "control-character")
    add(Array(#"{"id":1,"input":"\ud800"}"#.utf8), 1, "lone-surrogate")
    add(Array(#"{"id":2,"input":"1\u00002"}"#.utf8), 2, "control-character")
    add(Array(#"{"id":3,"input":"x","extra":1}"#.utf8), 3, "invalid-request")
    add(Array(#"{"id":4,"input":"#.utf8), 4, "invalid-json")
    add(Array("{\"id\":5,\"input\":\"x\"}\r".utf8), 5, nil)
    add(Array(#"{"id":"s","input":"f(1"}"#.utf8), "s", "unclosed-paren")
    add(Array(String(repeating: "[", count: 100_000).utf8), nil, "unclosed-bracket")
    add(Array(#"{"id":6,"input":"2+2"}"#.utf8), 6, nil)
    let records = try records(bytes: input)
    #expect(records.count == expected.count)
    for (record, (id, code)) in zip(records, expected) {
      #expect(record["v"] == 1)
      #expect(record["id"] == id)
      #expect(record["ok"] == .bool(code == nil))
      #expect(record["error"]?["code"]?.asString == code)
      if code != nil { #expect(record["error"]?["line"] != nil || code == "invalid-request") }
    }
  }

  @Test("every answer is there before the next line is sent")
  func flushing() throws {
    var child = Child([Array("--jsonl".utf8)])
    for number in 1...3 {
      child.send(Array("{\"id\":\(number),\"input\":\"\(number)+\(number)\"}\n".utf8))
      let record = try JSONValue(parsing: child.readLine())
      #expect(record["id"] == .integer(number))
      #expect(record["result"]?["text"] == .string("\(2 * number)"))
    }
    #expect(child.finish().status == 0)
  }

  @Test("a line of megabytes is answered or refused, and the stream goes on")
  func longLine() throws {
    let count = Environment.variable("APUS_LONG_TESTS") == nil ? 100_000 : 5_000_000
    let long = Array(String(repeating: "é", count: count).utf8)
    let records = try records(bytes: long + [10] + Array("1+1\n".utf8))
    #expect(records.count == 2)
    #expect(records.last?["result"]?["text"] == "2")
  }

  @Test("a time limit gives an error, the stream goes on, and the exit code is 124")
  func timeLimit() throws {
    let outcome = BuiltCommand.run(
      ["--jsonl", "--timeout", "200ms"], input: "\(Self.fibonacci)\nf(90)\nf(2)\n")
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records.map { $0["ok"] } == [true, true, true, false, true])
    #expect(records[3]["error"]?["code"] == "timeout")
    #expect(outcome.status == 124)
  }
}
