import ApusNotation
import Testing

@testable import ApusCommand

@Suite struct MetaCommandTests {
  @Test(
    "lines that are no mathematics are recognised",
    arguments: [
      ("quit", .quit), (" exit ", .quit), (":quit", .quit), (":help", .help), ("?", .help),
      (":time", .toggleTime),
      ("?sin", .describe("sin")), ("??sin", .describe("sin")), ("? sin ", .describe("sin")),
      ("sin?", .describe("sin")),
      ("1+1", nil), ("x := 2", nil), ("quit + 1", nil), (":= 2", nil),
    ] as [(String, MetaCommand?)])
  func recognition(line: String, expected: MetaCommand?) throws {
    #expect(try MetaCommand.parse(line) == expected)
  }

  @Test("an unknown command is an error with the nearest one")
  func unknown() {
    let error = #expect(throws: Diagnostic.self) { try MetaCommand.parse("  :tiem") }
    #expect(error?.code == "unknown-prompt-command")
    #expect(error?.range == SourceRange(2, 7))
    #expect(error?.help == [":time"])
  }
}

@Suite struct ColumnLayoutTests {
  @Test(
    "texts stand in columns, down and then across",
    arguments: [
      ([], 20, []), (["a"], 20, ["a"]), (["aa", "b", "cc", "d", "e"], 8, ["aa  d", "b   e", "cc"]),
      (["abcdefgh", "b"], 5, ["abcdefgh", "b"]),
      (["漢", "ab"], 8, ["漢  ab"]),
    ] as [([String], Int, [String])])
  func rows(texts: [String], width: Int, expected: [String]) {
    #expect(ColumnLayout.rows(texts, width: width) == expected)
  }

  @Test("a long list is cut and says so")
  func cut() {
    let rows = ColumnLayout.rows((10..<60).map(String.init), width: 8)
    #expect(rows.count == 12)
    #expect(rows.last == "… and 28 more")
  }
}
