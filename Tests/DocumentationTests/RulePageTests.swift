import ApusAlgebra
import ApusRewriting
import Testing

/// The rules that a page shows are read and tried.
@Suite("Rules of the documentation")
struct RulePageTests {
  private static let blocks = Block.all { $0.language == "rules" }

  @Test("a rule that a page shows passes the check", arguments: blocks)
  func rules(_ block: Block) throws {
    let sets = try RuleReader().ruleSets(in: block.text)
    for report in RuleCheck(points: 100).reports(on: sets) where !report.passes {
      let messages = report.findings.map(\.message).joined(separator: "; ")
      Issue.record("\(report.name): \(messages)", sourceLocation: block.page.location(block.line))
    }
  }

  @Test("a page shows rules") func presence() { #expect(!Self.blocks.isEmpty) }
}
