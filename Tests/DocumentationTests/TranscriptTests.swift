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

  /// What the prompt shows on a terminal of 100 columns: the answer, with notes on its line if they fit there; or the mistake.
  private static func lines(of input: String, _ session: inout Session) -> [String] {
    do throws(Diagnostic) {
      let answer = try session.evaluate(input)
      let remarks = (answer.isReadAsLaTeX ? ["read as LaTeX"] : []) + answer.notes
      let notes = remarks.map { "note: \($0)" }
      let warnings = answer.warnings.map { "warning: \($0)" }
      if answer.isQuiet || answer.text.isEmpty { return warnings + notes }
      let line = ([answer.text] + notes).joined(separator: "   ")
      if line.count <= 100 { return line.components(separatedBy: "\n") + warnings }
      return answer.text.components(separatedBy: "\n") + warnings + notes
    } catch {
      return DiagnosticRenderer().render(error, in: SourceText(input)).components(separatedBy: "\n")
    }
  }
}
