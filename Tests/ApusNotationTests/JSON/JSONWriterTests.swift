import ApusNotation
import Testing

@Suite struct JSONWriterTests {
  @Test(
    "values are written on one line in their order",
    arguments: [
      (.null, "null"), (true, "true"), (-5, "-5"), (.number("1e400"), "1e400"),
      (.double(0.1), "0.1"), (.double(1e-7), "1e-07"), (.double(.nan), "null"), (.double(-.infinity), "null"),
      ([1, "a", []], #"[1,"a",[]]"#), (["z": 1, "a": ["b": nil]], #"{"z":1,"a":{"b":null}}"#),
    ] as [(JSONValue, String)])
  func text(value: JSONValue, expected: String) {
    #expect(value.description == expected)
  }

  @Test(
    "quotes, backslashes and control characters are escaped, nothing else",
    arguments: [
      ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\0\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("/é√🍎", "\"/é√🍎\""),
    ])
  func escapes(text: String, expected: String) {
    #expect(JSONValue.string(text).description == expected)
  }

  @Test("setting a key again keeps its place, and nil removes it")
  func objectMembers() {
    var object = JSONObject()
    object["a"] = 1
    object["b"] = 2
    object["a"] = 3
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == 3)
    object["a"] = nil
    #expect(object.keys == ["b"])
  }

  @Test("accessors answer only for their own kind")
  func accessors() {
    let value: JSONValue = ["s": "t", "i": 3, "d": .number("2.5"), "b": true, "a": [1]]
    #expect(value["s"]?.asString == "t")
    #expect(value["s"]?.asInt == nil)
    #expect(value["i"]?.asDouble == 3)
    #expect(value["d"]?.asDouble == 2.5)
    #expect(value["d"]?.asInt == nil)
    #expect(value["b"]?.asBool == true)
    #expect(value["a"]?.asArray == [1])
    #expect(value["missing"] == nil)
  }
}
