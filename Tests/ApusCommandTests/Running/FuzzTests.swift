import ApusNotation
import ApusTestSupport
import Testing

@testable import ApusCommand

/// The built command fed with random lines.
@Suite struct FuzzTests {
  @Test("any bytes give one well-formed record a line", arguments: [1, 2, 3])
  func noise(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var input: [UInt8] = []
    let count = 200
    for _ in 0..<count { input += line(&random) + [10] }
    let outcome = BuiltCommand.run(
      [Array("--jsonl".utf8), Array("--timeout".utf8), Array("5s".utf8)], input: input)
    #expect(outcome.lines.count == count)
    for line in outcome.lines {
      let record = try JSONValue(parsing: line)
      #expect(record["v"] == 1)
      #expect((record["result"] == nil) != (record["error"] == nil))
    }
    #expect([0, 1].contains(outcome.status))
    #expect(outcome.errorText == "")
  }

  /// A request cut, damaged, or made of pieces of mathematics.
  private func line(_ random: inout SplitMix64) -> [UInt8] {
    let pieces = [
      "1", "x", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", "sin", "=", ":=", "0.5", "!", "|", "π", "²",
      "é", "{", "}", "\"", "\\", "#",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      text += pieces[Int.random(in: pieces.indices, using: &random)]
    }
    if Bool.random(using: &random) {
      text = (["id": 1, "input": .string(text)] as JSONValue).description
    }
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes.filter { $0 != 10 }
  }
}
