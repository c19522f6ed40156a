import ApusNotation
import ApusTestSupport
import Testing

@Suite struct JSONReadingTests {
  @Test(
    "a well-formed text is read",
    arguments: [
      ("null", .null), (" true ", true), ("false\n", false),
      ("0", 0), ("-0", .number("-0")), ("42", 42), ("-17", -17),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number("9223372036854775808")),
      ("1.50", .number("1.50")), ("1e400", .number("1e400")), ("-2E-3", .number("-2E-3")),
      (#""""#, ""), (#""x\u0041\n\/\\\"""#, "xA\n/\\\""), (#""é√\ud83c\udf4e""#, "é√🍎"), (#""\u0000""#, "\0"),
      ("[]", []), ("{}", .object(JSONObject())), ("[ 1 , [ ] , { } ]", [1, [], .object(JSONObject())]),
      (#"{"b":1,"a":[true,null],"":{"c":"d"}}"#, ["b": 1, "a": [true, nil], "": ["c": "d"]]),
    ] as [(String, JSONValue)])
  func value(text: String, expected: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == expected)
  }

  @Test(
    "a malformed text is refused with its place",
    arguments: [
      ("", "invalid-json", 0, 0), ("  ", "invalid-json", 2, 2), ("{", "invalid-json", 1, 1),
      ("[1, 2", "invalid-json", 0, 1), ("[1 2]", "invalid-json", 3, 4), ("[1,]", "invalid-json", 3, 4),
      (#"{"a" 1}"#, "invalid-json", 5, 6), (#"{"a":1,}"#, "invalid-json", 7, 8),
      ("{a:1}", "invalid-json", 1, 2),
      ("tru", "invalid-json", 0, 3), ("nul1", "invalid-json", 0, 4), ("01", "invalid-json", 0, 2),
      ("1.", "invalid-json", 2, 2), ("-", "invalid-json", 1, 1), ("1e+x", "invalid-json", 3, 4),
      ("1 2", "invalid-json", 2, 3), ("é", "invalid-json", 0, 2), (#""abc"#, "invalid-json", 0, 1),
      (#""\x""#, "invalid-json", 1, 2), (#""\u12g4""#, "invalid-json", 1, 6), (#""\"#, "invalid-json", 2, 2),
      (#"["\ud800"]"#, "lone-surrogate", 2, 8), (#"["\udc00\ud800"]"#, "lone-surrogate", 2, 8),
      (#""\ud83cA""#, "lone-surrogate", 1, 7), (#""\ud83c\u0041""#, "lone-surrogate", 1, 7),
      ("\"a\tb\"", "control-character", 2, 3), ("\"\0\"", "control-character", 1, 2),
      (#"{"id":1,"id":2}"#, "duplicate-key", 8, 12),
    ])
  func refusal(text: String, code: String, start: Int, end: Int) {
    let error = #expect(throws: Diagnostic.self) { try JSONValue(parsing: text) }
    #expect(error?.code == code)
    #expect(error?.range == SourceRange(start, end))
  }

  @Test("bytes that are no UTF-8 are found, inside and outside strings")
  func invalidUTF8() {
    let inside = JSONReading(Array(#"{"id":7,"input":"ab"#.utf8) + [0xFF] + Array(#"c"}"#.utf8))
    #expect(inside.problem?.code == "invalid-utf8")
    #expect(inside.problem?.range == SourceRange(19, 20))
    #expect(inside.value == ["id": 7, "input": "ab\u{FFFD}c"])
    let outside = JSONReading([UInt8(ascii: "["), 0xC3])
    #expect(outside.problem?.code == "invalid-utf8")
    #expect(outside.problem?.range == SourceRange(1, 2))
  }

  @Test("what was read before a mistake is kept")
  func partialValue() {
    let reading = JSONReading(Array(#"{"id":"q1","input":"\ud800 + 1","more":[1,2,}"#.utf8))
    #expect(reading.value?["id"] == "q1")
    #expect(reading.value?["input"] == "\u{FFFD} + 1")
    #expect(reading.problem?.code == "lone-surrogate", "the first mistake counts")
  }

  @Test("the first value of a repeated key stays", arguments: [2, 40])
  func repeatedKey(count: Int) {
    let members = (0..<count).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
    let reading = JSONReading(Array("{\(members),\"k1\":99}".utf8))
    #expect(reading.problem?.code == "duplicate-key")
    #expect(reading.value?["k1"] == 1)
    #expect(reading.value?.asObject?.members.count == count)
  }

  @Test("the depth limit holds exactly, and no depth overflows the stack")
  func depth() throws {
    let atLimit = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSONValue(parsing: atLimit).description == atLimit)
    for opener in ["[", #"{"a":"#] {
      let reading = JSONReading(Array(String(repeating: opener, count: 100_000).utf8))
      #expect(reading.problem?.code == "too-deep")
      #expect(reading.problem?.range == SourceRange(512 * opener.utf8.count, 512 * opener.utf8.count + 1))
    }
  }

  @Test("random values survive writing and reading", arguments: [1, 2, 3])
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = randomValue(&random, depth: 4)
      #expect(try JSONValue(parsing: value.description) == value)
    }
  }

  @Test("random damage gives a value or an error whose range lies in the text", arguments: [11, 12])
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      var bytes = Array(randomValue(&random, depth: 3).description.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let reading = JSONReading(bytes)
      if let range = reading.problem?.range {
        #expect(0 <= range.lowerBound && range.upperBound <= bytes.count)
      } else {
        #expect(reading.value != nil)
      }
    }
  }

  private func randomValue(_ random: inout SplitMix64, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3: return .double(Double.random(in: -1e300...1e300, using: &random))
    case 4, 5: return .string(randomText(&random))
    case 6: return .array((0..<3).map { _ in randomValue(&random, depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<3 { object[randomText(&random)] = randomValue(&random, depth: depth - 1) }
      return .object(object)
    }
  }

  private func randomText(_ random: inout SplitMix64) -> String {
    let pool: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\0", "\u{7F}", "é", "√", "🍎", "\u{301}", "\u{2028}", "/",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.append(pool[Int.random(in: pool.indices, using: &random)])
    }
    return String(text)
  }
}
