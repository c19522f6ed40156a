import ArgumentParser
import Testing

@testable import ApusCommand

@Suite struct FastArgumentsTests {
  private func options(_ arguments: [String]) -> EvaluationOptions? {
    FastArguments.options(from: arguments.map { Array($0.utf8) }, subcommands: RootCommand.subcommandNames)
  }

  @Test(
    "expressions are taken from the command line",
    arguments: [
      ([], []), (["1+1"], ["1+1"]), (["a", "b c"], ["a", "b c"]), (["-e", "-x"], ["-x"]),
      (["--", "-x", "--jsonl"], ["-x", "--jsonl"]),
      (["-3+4"], ["-3+4"]), (["-(x)"], ["-(x)"]), (["-x^2"], ["-x^2"]),
      (["--expression", "convert"], ["convert"]), (["x", "convert"], ["x", "convert"]),
      (["-"], []),
    ] as [([String], [String])])
  func expressions(arguments: [String], expected: [String]) {
    #expect(options(arguments)?.expressions == expected.map { Array($0.utf8) })
  }

  @Test(
    "formulas of convert may begin with a minus sign",
    arguments: [
      (["convert", "-x^2"], ["convert", "--", "-x^2"]),
      (["convert", "a", "-x^2", "--to", "text"], ["convert", "--to", "text", "--", "a", "-x^2"]),
      (["convert", "a", "--", "-x^2"], nil), (["convert", "--assume", "-x^2"], nil),
      (["convert", "a", "-"], nil),
      (["simplify", "-x^2"], nil),
    ] as [([String], [String]?)])
  func leadingMinus(arguments: [String], expected: [String]?) {
    #expect(LeadingMinus.separated(arguments) == expected)
  }

  @Test("the options of convert with a value are known")
  func valuedOptions() {
    let help = ConvertCommand.helpMessage(columns: 200)
    var valued: Set<String> = []
    for line in help.split(separator: "\n") where line.hasPrefix("  -") {
      let words = line.split(separator: " ")
      let names = words.prefix { $0.hasPrefix("-") }
      guard words.count > names.count, words[names.count].hasPrefix("<") else { continue }
      valued.formUnion(names.map { String($0.filter { $0 != "," }) })
    }
    #expect(valued == LeadingMinus.valued)
  }

  @Test("options are taken anywhere")
  func options() {
    let options = options(["--jsonl", "x", "--timeout", "500ms", "--color", "never"])
    #expect(
      options
        == EvaluationOptions(expressions: [Array("x".utf8)], isJSONLines: true, timeLimit: 0.5, color: .never)
    )
  }

  @Test(
    "everything else is left to the argument parser",
    arguments: [
      ["--help"], ["-h"], ["--version"], ["--unknown"], ["-x"], ["bench", "--list"],
      ["help"],
      ["-e"], ["--timeout"], ["--timeout", "x"], ["--color", "pink"], ["benhc"],
      ["--timeout=2s"],
    ])
  func delegation(arguments: [String]) {
    #expect(options(arguments) == nil)
  }

  @Test(
    "the argument parser reads the same commands the same way",
    arguments: [
      ["1+1"], ["a", "b"], ["-e", "x"], ["--jsonl", "x"], ["--timeout", "2s", "x"],
      ["x", "--color", "always"], ["--", "-x"], [], ["-"], ["x", "-"],
    ])
  func agreement(arguments: [String]) throws {
    let command = try RootCommand.parseAsRoot(arguments)
    #expect((command as? EvaluateCommand)?.options == options(arguments))
  }

  @Test(
    "a slip of a subcommand is noticed",
    arguments: [
      ("bencg", "bench"), ("evaluate", nil), ("dox", nil),
      ("sin", nil), ("bench2x", nil),
    ]
      as [(String, String?)])
  func misspelling(word: String, expected: String?) {
    #expect(Subcommand.misspelled(word, among: RootCommand.subcommandNames) == expected)
  }
}
