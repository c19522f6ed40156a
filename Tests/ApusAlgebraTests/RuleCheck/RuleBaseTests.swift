import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusRules
import ApusTestSupport
import Testing

@Suite("The rule base")
struct RuleBaseTests {
  /// Every file, with its sets.
  private static let files: [(name: String, sets: [RuleSet])] = EmbeddedRules.files.compactMap { name, text in
    (try? RuleReader().ruleSets(in: text)).map { (name, $0) }
  }

  @Test("has the same value on both sides of every rule", arguments: files.map(\.name))
  func soundness(name: String) throws {
    let sets = try #require(Self.files.first { $0.name == name }).sets
    let check = RuleCheck(points: LongTests.count(200, long: 4_000), proposesRepairs: false)
    for report in check.reports(on: sets) where !report.passes {
      Issue.record("\(report.set)/\(report.name): \(report.findings.map(\.message).joined(separator: "; "))")
    }
  }

  @Test("has no name twice")
  func names() {
    let names = Self.files.flatMap { $0.sets.flatMap { $0.rules.map(\.name) } }
    let repeated = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated == [])
  }

  @Test("derives rules only from rules that it has")
  func derivations() {
    let rules = Self.files.flatMap { $0.sets.flatMap(\.rules) }
    let names = Set(rules.map(\.name))
    for rule in rules where rule.source.hasPrefix("derived: ") {
      for origin in rule.source.dropFirst(9).split(separator: ",") {
        let origin = String(origin.drop { $0 == " " })
        #expect(names.contains(origin), "\(rule.name) from \(origin)")
      }
    }
  }
}
