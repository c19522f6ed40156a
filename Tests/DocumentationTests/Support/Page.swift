import Foundation
import Testing

/// A page of the documentation, as Markdown.
struct Page: Sendable {
  /// The path from the root of the repository, such as `Docs/Language.md`.
  let path: String
  let lines: [String]

  /// The folder of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The page at a path from the root.
  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOf: Page.root.appendingPathComponent(path), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
  }

  /// The README, everything below `Docs`, and the landing page of the API documentation.
  static let all: [Page] = {
    let docs = FileManager.default.enumerator(atPath: root.appendingPathComponent("Docs").path)
    let names = (docs?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
    let paths = ["README.md"] + names.map { "Docs/" + $0 } + ["Sources/Apus/Apus.docc/Apus.md"]
    return paths.compactMap { try? Page($0) }
  }()
}

/// A fenced block of a page.
struct Block: Sendable, CustomTestStringConvertible {
  let page: Page
  /// The line of the opening fence, from 1.
  let line: Int
  /// What stands after the fence: `swift`, `text`, ….
  let language: String
  let lines: [String]

  var testDescription: String { "\(page.path):\(line)" }
  var text: String { lines.joined(separator: "\n") }
}

extension Page {
  /// The fenced blocks, in order.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (line: Int, language: String, lines: [String])?
    for (index, line) in lines.enumerated() {
      if !line.hasPrefix("```") {
        open?.lines.append(line)
      } else if let block = open {
        blocks.append(Block(page: self, line: block.line, language: block.language, lines: block.lines))
        open = nil
      } else {
        open = (index + 1, String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }

  /// The text outside of fenced blocks, with line numbers from 1.
  var prose: [(line: Int, text: String)] {
    var isInside = false
    return lines.enumerated().compactMap { index, line in
      if line.hasPrefix("```") {
        isInside.toggle()
        return nil
      }
      return isInside ? nil : (index + 1, line)
    }
  }
}

extension Block {
  /// All blocks of the documentation for which a condition holds.
  static func all(where condition: (Block) -> Bool) -> [Block] {
    Page.all.flatMap(\.blocks).filter(condition)
  }

  /// Steps of a dialogue: a line that begins with the prompt, and the lines up to the next one.
  func steps(prompt: String) -> [Step] {
    var steps: [Step] = []
    for (offset, text) in lines.enumerated() {
      if text.hasPrefix(prompt) {
        steps.append(Step(input: String(text.dropFirst(prompt.count)), line: line + 1 + offset))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(text)
      }
    }
    // An empty line before the next prompt is there for the eye.
    for index in steps.indices where steps[index].output.last == "" { steps[index].output.removeLast() }
    return steps
  }
}

/// One input of a dialogue with the output that the page shows.
struct Step: Sendable {
  let input: String
  let line: Int
  var output: [String] = []
}
