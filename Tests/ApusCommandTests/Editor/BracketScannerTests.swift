import Testing

@testable import ApusCommand

@Suite struct BracketScannerTests {
  @Test(
    "open brackets are found, outermost first",
    arguments: [
      ("", ""), ("f(x)", ""), ("f(x", "("), ("[f(", "[("), ("([{", "([{"), ("(]", ""), ("x)", ""),
      ("x) + (y", ""),
      ("# (", ""), ("( # [\n", "("), ("(# )\n)", ""),
    ])
  func openBrackets(text: String, expected: String) {
    #expect(String(BracketScanner.openBrackets(in: text)) == expected)
  }

  @Test(
    "a block is cut at line ends outside brackets",
    arguments: [
      ("a\nb", ["a", "b"]), ("f(x,\ny)\nz", ["f(x,\ny)", "z"]), ("\n\na\n\n", ["a"]), ("f(x\ny", ["f(x\ny"]),
      ("x)\n(y\n)", ["x)", "(y\n)"]), ("", []), ("a # (\nb", ["a # (", "b"]),
    ])
  func statements(text: String, expected: [String]) {
    #expect(BracketScanner.statements(in: text) == expected)
  }

  @Test(
    "partners are found in both directions",
    arguments: [("f(a)", 1, 3), ("((a))", 0, 4), ("((a))", 1, 3), ("[()]", 3, 0)])
  func partner(text: String, index: Int, expected: Int) {
    #expect(BracketScanner.partner(of: index, in: Array(text)) == expected)
  }

  @Test("a bracket without a partner has none", arguments: [("(a", 0), ("a)", 1), ("(]", 1), ("abc", 1)])
  func noPartner(text: String, index: Int) {
    #expect(BracketScanner.partner(of: index, in: Array(text)) == nil)
  }
}
