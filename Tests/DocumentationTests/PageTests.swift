import Apus
import Foundation
import Testing

/// What must hold for every page.
@Suite("Pages of the documentation")
struct PageTests {
  /// The languages of blocks: those that the other tests run, and quoted input or output.
  private static let languages: Set = [
    "swift", "console", "sh", "text", "python", "latex", "json", "c", "rules",
  ]

  @Test("every block has a known language") func languages() {
    for block in Block.all(where: { !Self.languages.contains($0.language) }) {
      Issue.record("'\(block.language)'", sourceLocation: block.page.location(block.line))
    }
  }

  @Test("only the README has commands that are not run in full") func shellBlocks() {
    for block in Block.all(where: { $0.language == "sh" && $0.page.path != "README.md" }) {
      Issue.record("use console", sourceLocation: block.page.location(block.line))
    }
  }

  @Test("every link within the repository has a target") func links() {
    for page in Page.all {
      for (line, text) in page.prose {
        for link in Self.links(in: text) where !Self.hasTarget(link, from: page) {
          Issue.record("\(page.path):\(line): no target for \(link)", sourceLocation: page.location(line))
        }
      }
    }
  }

  @Test("every page of Docs can be reached from the README") func reachability() throws {
    var reached: Set = ["README.md"]
    var pending = ["README.md"]
    while let path = pending.popLast() {
      guard let page = Page.all.first(where: { $0.path == path }) else { continue }
      for link in page.prose.flatMap({ Self.links(in: $0.text) }) {
        let target = Self.resolve(link, from: page)
        if reached.insert(target).inserted { pending.append(target) }
      }
    }
    for page in Page.all where page.path.hasPrefix("Docs/") {
      #expect(reached.contains(page.path), "\(page.path) is linked from nowhere")
    }
  }

  @Test("the language page names every verb and every predicate") func completeness() throws {
    let text = try Page("Docs/Language.md").lines.joined(separator: "\n")
    for verb in VerbTable.standard.verbs { #expect(text.contains("\(verb.name)("), "\(verb.name)") }
    let known = Set(FunctionTable.standard.names + VerbTable.standard.names)
    let predicates = Session().names.filter { !known.contains($0) }
    #expect(predicates.count > 5)
    for predicate in predicates { #expect(text.contains("`\(predicate)`"), "\(predicate)") }
  }

  // MARK: Links

  /// The targets of the links in a line that lead to files or headings.
  private static func links(in text: String) -> [String] {
    var links: [String] = []
    var rest = text[...]
    while let start = rest.range(of: "]("), let end = rest[start.upperBound...].firstIndex(of: ")") {
      let link = String(rest[start.upperBound..<end])
      if !link.contains("://") { links.append(link) }
      rest = rest[end...]
    }
    return links
  }

  /// The path from the root to which a link leads.
  private static func resolve(_ link: String, from page: Page) -> String {
    let path = link.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if path.isEmpty { return page.path }
    let folder = URL(fileURLWithPath: "/" + page.path).deletingLastPathComponent()
    return String(folder.appendingPathComponent(path).standardizedFileURL.path.dropFirst())
  }

  private static func hasTarget(_ link: String, from page: Page) -> Bool {
    let path = resolve(link, from: page)
    guard FileManager.default.fileExists(atPath: Page.root.appendingPathComponent(path).path) else {
      return false
    }
    guard let mark = link.firstIndex(of: "#") else { return true }
    let anchor = String(link[link.index(after: mark)...])
    let target = Page.all.first { $0.path == path }
    return target?.prose.contains { $0.text.hasPrefix("#") && self.anchor(of: $0.text) == anchor } ?? false
  }

  /// The anchor of a heading, as GitHub makes it.
  private static func anchor(of heading: String) -> String {
    let text = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
    return String(
      text.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.map { $0 == " " ? "-" : $0 })
  }
}
