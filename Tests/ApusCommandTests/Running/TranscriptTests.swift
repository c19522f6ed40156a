import Testing

@testable import ApusCommand

/// The transcripts of `Docs/CommandLine.md`, run with the built command.
@Suite struct TranscriptTests {
  /// A command of a transcript with what it prints.
  struct Step: Sendable, CustomTestStringConvertible {
    var command: String
    var output: [String] = []
    var testDescription: String { command }
  }

  @Test("the page shows what the command prints", arguments: try steps(in: "Docs/CommandLine.md"))
  func transcript(step: Step) {
    let outcome = BuiltCommand.shell(step.command)
    let status = outcome.status == 0 ? [] : ["[exit \(outcome.status)]"]
    #expect(outcome.lines + status == step.output)
  }

  @Test("the page has transcripts")
  func presence() throws {
    #expect(try Self.steps(in: "Docs/CommandLine.md").count >= 5)
  }

  /// The steps in the blocks marked `console`: a line with `$` and the lines after it.
  private static func steps(in page: String) throws -> [Step] {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let bytes = try InputFile(path: "/\(root)/\(page)").contents()
    var steps: [Step] = []
    var isInside = false
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].output.append(String(line))
      }
    }
    return steps
  }
}
