import ApusNotation
import Testing

@testable import ApusCommand

@Suite struct RequestTests {
  private func request(_ line: String) -> Request {
    Request(line: Array(line.utf8), commentMark: UInt8(ascii: "#"))
  }

  @Test(
    "objects carry an id and an input",
    arguments: [
      (#"{"id":1,"input":"x"}"#, .integer(1), "x"), (#"{"input":"x","id":"a"}"#, "a", "x"),
      (#"{"input":"x"}"#, nil, "x"),
      (#"  { "id" : 1.50 , "input" : "a\nb" } "#, .number("1.50"), "a\nb"),
      (#"{"id":null,"input":""}"#, nil, ""),
    ] as [(String, JSONValue, String)])
  func objects(line: String, id: JSONValue, input: String) {
    let request = request(line)
    #expect(request.problem == nil)
    #expect(request.id == id)
    #expect(request.input == input)
    #expect(!request.isBlank)
  }

  @Test(
    "any other line is the input itself", arguments: ["1/2", "{1, 2}", "{x}", "[1, 2]", "\"x\"", "{", "é 🍎"])
  func rawLines(line: String) {
    let request = request(line)
    #expect(request.problem == nil)
    #expect(request.id == .null)
    #expect(request.input == line)
    #expect(!request.isBlank)
  }

  @Test("blank lines and comments ask nothing", arguments: ["", "  ", "\t", "# 1 + 1", "  # x"])
  func blankLines(line: String) {
    #expect(request(line).isBlank)
  }

  @Test(
    "a mistake in the request is reported with what is known of it",
    arguments: [
      (#"{"id":3}"#, "invalid-request", 3), (#"{"id":3,"input":5}"#, "invalid-request", 3),
      (#"{"id":3,"input":"x","op":"simplify"}"#, "invalid-request", 3),
      (#"{"id":3,"input":"\ud800"}"#, "lone-surrogate", 3),
      (#"{"id":3,"input":"x""#, "invalid-json", 3), (#"{"id":3,"id":4,"input":"x"}"#, "duplicate-key", 3),
      (#"{"id":[3],"input":"x"}"#, "invalid-request", nil), (#"{"input":"x"} y"#, "invalid-json", nil),
      ("{}", "invalid-request", nil),
    ] as [(String, String, JSONValue)])
  func mistakes(line: String, code: String, id: JSONValue) {
    let request = request(line)
    #expect(request.problem?.code == code)
    #expect(request.id == id)
    #expect(request.input == line, "spans count in the line")
  }

  @Test("bytes that are no UTF-8 are a mistake with a place")
  func invalidUTF8() {
    let request = Request(line: [0x31, 0x2B, 0xC3], commentMark: UInt8(ascii: "#"))
    #expect(request.problem?.code == "invalid-utf8")
    #expect(request.problem?.range == SourceRange(2, 3))
  }
}
