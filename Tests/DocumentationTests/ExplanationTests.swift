import Apus
import Foundation
import Testing

/// `apus explain` knows every code, and its examples have the mistake that they stand for.
@Suite("Explanations of error codes")
struct ExplanationTests {
  /// What `apus explain` says of a code.
  struct Entry {
    let code: String
    var wrong: String?
    var right: String?
  }

  /// What the reader of mathematics does not see: the protocol and the prompt.
  private static let otherCodes: Set = [
    "invalid-json", "invalid-request", "lone-surrogate", "unknown-prompt-command",
  ]

  private static func entries() throws -> [Entry] {
    let codes = try BuiltShell.lines(of: "apus explain")
    var entries: [Entry] = []
    for line in try BuiltShell.lines(of: "apus explain " + codes.joined(separator: " ")) {
      if codes.contains(line) {
        entries.append(Entry(code: line))
      } else if line.hasPrefix("  wrong:  "), !entries.isEmpty {
        entries[entries.count - 1].wrong = String(line.dropFirst(10))
      } else if line.hasPrefix("  right:  "), !entries.isEmpty {
        entries[entries.count - 1].right = String(line.dropFirst(10))
      }
    }
    #expect(entries.map(\.code) == codes)
    return entries
  }

  @Test("every code that a source names is explained") func completeness() throws {
    let known = Set(try Self.entries().map(\.code))
    let sources = Page.root.appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /(?:Diagnostic|mistake|removable)\(\s*"([a-z]+(?:-[a-z0-9]+)*)"/) {
        let isExplained = known.contains(String(match.1))
        #expect(isExplained, "\(match.1) in Sources/\(name)")
      }
    }
  }

  @Test("what an explanation calls wrong has the mistake, and what it calls right has none")
  func examples() throws {
    for entry in try Self.entries() where !Self.otherCodes.contains(entry.code) {
      guard let wrong = entry.wrong, let right = entry.right else { continue }
      let readers = [Self.session, Self.latex]
      let found = readers.contains { $0(wrong) == entry.code && $0(right) == nil }
      let seen = readers.map { "\($0(wrong) ?? "none"), \($0(right) ?? "none")" }
      #expect(found, "\(entry.code): \(wrong) and \(right) give \(seen.joined(separator: "; "))")
    }
  }

  /// The code that a session gives an input, with the names of the examples declared.
  private static func session(_ input: String) -> String? {
    var session = Session()
    do throws(Diagnostic) {
      if !input.contains("::") { _ = try session.evaluate("f :: function") }
      _ = try session.evaluate(input)
      return nil
    } catch {
      return error.code
    }
  }

  private static func latex(_ input: String) -> String? {
    do throws(Diagnostic) {
      _ = try LaTeXReader().readings(of: input)
      return nil
    } catch {
      return error.code
    }
  }
}
