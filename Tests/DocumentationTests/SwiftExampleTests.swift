import Foundation
import Testing

/// Every Swift example stands, word for word, in a source of the folder `Examples`, which the compiler and the tests check.
@Suite("Swift examples of the documentation")
struct SwiftExampleTests {
  static let examples = Block.all { $0.language == "swift" }

  @Test("the example is compiled and run", arguments: examples)
  func isMirrored(_ block: Block) {
    let lines = Self.essential(block.lines)
    let isThere = Self.sources.contains { source in
      source.indices.contains { source[$0...].starts(with: lines) }
    }
    if isThere { return }
    Issue.record(
      "no source in Tests/DocumentationTests/Examples has these lines:\n\(block.text)",
      sourceLocation: block.page.location(block.line))
  }

  /// The sources as lines without indentation, blank lines and imports.
  private static let sources: [[String]] = {
    let folder = Page.root.appendingPathComponent("Tests/DocumentationTests/Examples")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().compactMap { name in
      (try? Page("Tests/DocumentationTests/Examples/\(name)")).map { essential($0.lines) }
    }
  }()

  private static func essential(_ lines: [String]) -> [String] {
    lines.map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("import ") }
  }
}
