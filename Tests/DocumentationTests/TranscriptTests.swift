import Apus
import Foundation
import Testing

/// Every dialogue with the prompt `apus> ` is held again, each block with a session of its own.
@Suite("Transcripts of the documentation")
struct TranscriptTests {
  private static let prompt = "apus> "
  static let transcripts = Block.all { block in block.lines.contains { $0.hasPrefix(prompt) } }

  @Test("the session answers as the page shows", arguments: transcripts)
  func transcript(_ block: Block) {
    var session = Session()
    for step in block.steps(prompt: Self.prompt) {
      let answer = Self.lines(of: step.input, &session)
      expect(answer, asShown: step.output, in: block.page, line: step.line, step.input)
    }
  }

  @Test("a transcript begins with an input") func beginsWithInput() {
    for block in Self.transcripts {
      #expect(block.lines[0].hasPrefix(Self.prompt), "\(block.testDescription)")
    }
  }

  @Test("there are many transcripts") func presence() { #expect(Self.transcripts.count > 20) }

  /// What the prompt shows: the answer, then warnings and notes on lines of their own; or the mistake.
  private static func lines(of input: String, _ session: inout Session) -> [String] {
    do throws(Diagnostic) {
      let answer = try session.evaluate(input)
      var lines = answer.isQuiet || answer.text.isEmpty ? [] : answer.text.components(separatedBy: "\n")
      lines += answer.warnings.map { "warning: \($0)" }
      if answer.isReadAsLaTeX { lines.append("note: read as LaTeX") }
      return lines + answer.notes.map { "note: \($0)" }
    } catch {
      return DiagnosticRenderer().render(error, in: SourceText(input)).components(separatedBy: "\n")
    }
  }
}
