import Testing

/// Every command with the prompt `$ ` is run again by a shell that finds the built `apus`.
@Suite("Commands of the documentation")
struct ConsoleTests {
  static let consoles = Block.all { $0.language == "console" }

  @Test("a command prints what the page shows", arguments: consoles)
  func console(_ block: Block) throws {
    for step in block.steps(prompt: "$ ") {
      let lines = try BuiltShell.lines(of: step.input)
      expect(lines, asShown: step.output, in: block.page, line: step.line, step.input)
    }
  }

  /// The first command of the README, after the installation and with the command that is built already.
  @Test("the main job prints what the README shows")
  func mainJob() throws {
    let blocks = try Page("README.md").blocks
    let index = try #require(blocks.firstIndex { $0.language == "sh" })
    let installing = "Scripts/setup.sh && swift run -c release "
    let command = blocks[index].text
    #expect(command.hasPrefix(installing))
    let lines = try BuiltShell.lines(of: String(command.dropFirst(installing.count)))
    let shown = blocks[index + 1]
    expect(lines, asShown: shown.lines, in: shown.page, line: shown.line, command)
  }

  @Test("the README names one command that runs the tests")
  func testCommand() throws {
    let page = try Page("README.md")
    let marker = try #require(page.lines.firstIndex(of: "<!-- tests -->"))
    let block = try #require(page.blocks.first { $0.line > marker })
    #expect(block.language == "sh" && block.lines == ["swift test"])
  }
}
