import ApusNotation
import Testing

@Suite("apus check")
struct CheckTests {
  private static let sound = "pythagoras: sin(x)^2 + cos(x)^2 -> 1 from DLMF 4.21.12\n"
  private static let unsound = "root: sqrt(x^2) -> x from school\n"

  @Test("writes a line for each rule and a summary")
  func plain() {
    let outcome = BuiltCommand.run(["check", "-"], input: "set one\n" + Self.sound)
    #expect(outcome.lines == ["passed one/pythagoras: 200 points", "1 rule passed"])
    #expect(outcome.status == 0)
  }

  @Test("says where a rule fails, and what would repair it")
  func failure() {
    let outcome = BuiltCommand.run(["check", "--quiet", "-"], input: Self.sound + Self.unsound)
    #expect(
      outcome.lines == [
        "failed rules/root: [wrong-value] at x = -1 the left side is 1 and the right side -1",
        "  help: where re(x) > 0", "1 of 2 rules failed",
      ])
    #expect(outcome.status == 1)
  }

  @Test("writes one JSON object a rule")
  func jsonLines() throws {
    let outcome = BuiltCommand.run(["check", "--jsonl", "-"], input: Self.sound + Self.unsound)
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records.map { $0["ok"] } == [true, false])
    #expect(records.map { $0["rule"] } == ["pythagoras", "root"])
    #expect(records.last?["findings"]?.asArray?.first?["code"] == "wrong-value")
    #expect(records.last?["repair"] == "where re(x) > 0")
  }

  @Test(
    "exits as the mistake asks for",
    arguments: [
      (["check"], 64), (["check", "--points", "0", "-"], 64), (["check", "/no/such.rules"], 66),
      (["check", "-"], 1),
    ] as [([String], Int32)])
  func status(arguments: [String], status: Int32) {
    #expect(BuiltCommand.run(arguments, input: "no rule\n").status == status)
  }

  @Test("shows the place of a mistake in a file")
  func place() {
    let outcome = BuiltCommand.run(["check", "-"], input: Self.sound + "twice: x + x + y -> z from school\n")
    #expect(outcome.errorText.hasPrefix("<stdin>:2:"))
    #expect(outcome.errorText.contains("unbound-variable"))
    #expect(outcome.text == "")
  }
}
