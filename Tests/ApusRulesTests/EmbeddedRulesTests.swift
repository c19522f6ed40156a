import ApusNotation
import ApusRewriting
import ApusRules
import Foundation
import Testing

@Suite("The rule files")
struct EmbeddedRulesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules")

  @Test("are embedded byte for byte")
  func bytes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".rules") }.map { String($0.dropLast(6)) }.sorted()
    #expect(EmbeddedRules.files.map(\.name) == names)
    for (name, text) in EmbeddedRules.files {
      let file = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".rules"))
      #expect(Array(file) == Array(text.utf8), "\(name): run Scripts/embed-rules.sh")
    }
  }

  @Test("are read without a mistake")
  func reading() throws {
    var count = 0
    for (name, text) in EmbeddedRules.files {
      do throws(Diagnostic) {
        for set in try RuleReader().ruleSets(in: text) { count += set.rules.count }
      } catch {
        Issue.record("\(name): \(DiagnosticRenderer().render(error, in: SourceText(text)))")
      }
    }
    #expect(count >= 500)
  }
}
