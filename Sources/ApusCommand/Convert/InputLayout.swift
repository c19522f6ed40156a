import ApusNotation

/// How formulas stand in a file or a stream.
enum InputLayout: String, CaseIterable {
  /// As the name of the file or the beginning of the text suggests.
  case auto
  /// A formula a line; displays and environments whole.
  case lines
  /// Between the delimiters of a LaTeX document.
  case latex
  /// Between the delimiters of a Markdown document.
  case markdown

  /// The layout that the name of a file says; `auto` if it says none.
  static func named(_ path: String) -> InputLayout {
    let endings = [".md", ".markdown", ".qmd", ".rmd", ".Rmd"]
    return endings.contains { path.hasSuffix($0) } ? .markdown : .auto
  }
}

/// Tells a document from a list of formulas by its first line that says something.
///
/// Only that line decides, so that a stream is read the same way however it arrives.
struct LayoutDetector {
  private var chunks = LaTeXChunks()
  private var isFirst = true

  /// The layout after another line; `nil` while nothing decides.
  mutating func layout(after line: [UInt8]) -> InputLayout? {
    defer { isFirst = false }
    let wasOpen = chunks.isOpen
    chunks.read(line: line)
    if wasOpen || chunks.isOpen { return nil }
    let text = String(
      decoding: isFirst && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line[...],
      as: UTF8.self)
    let start = text.drop { $0.isWhitespace }
    if start.isEmpty || start.hasPrefix("%") || LaTeXDefinitions.fill(text) { return nil }
    if isFirst, text == "---" { return .markdown }
    if start.hasPrefix("```") || start.hasPrefix("~~~") || Self.isMarkdownHeading(start) { return .markdown }
    if Self.opensDocument(start) { return .latex }
    if Self.isDisplay(start) { return nil }
    return Self.isProse(text) ? .latex : .lines
  }

  private static func isMarkdownHeading(_ line: Substring) -> Bool {
    let rest = line.drop { $0 == "#" }
    return rest.count < line.count && line.count - rest.count <= 6 && rest.first == " "
  }

  private static let commands = [
    "documentclass", "documentstyle", "usepackage", "title", "author", "date", "maketitle", "part", "chapter",
    "section",
    "subsection", "paragraph", "RequirePackage", "input", "include", "begin{document}", "begin{abstract}",
    "begin{theorem}", "begin{proof}", "begin{itemize}", "begin{enumerate}",
  ]

  private static func opensDocument(_ line: Substring) -> Bool {
    guard line.first == "\\" else { return false }
    return commands.contains { command in
      guard line.dropFirst().hasPrefix(command) else { return false }
      return line.dropFirst(command.count + 1).first?.isLetter != true
    }
  }

  /// A formula set apart, which stands in documents and in lists.
  private static func isDisplay(_ line: Substring) -> Bool {
    line.hasPrefix("\\begin{") || line.hasPrefix("\\[") || line.hasPrefix("$$")
  }

  /// Whether a line is text with or without formulas between delimiters: words, and no mathematics outside delimiters.
  static func isProse(_ line: String) -> Bool {
    var words = 0
    var word = 0
    var isInside = false
    var hasMathematics = false
    var previous: Character = " "
    for character in line {
      if character == "$" {
        isInside.toggle()
        hasMathematics = true
        if word > 1 { words += 1 }
        word = 0
      } else if isInside {
        continue
      } else if character.isLetter {
        word = previous == "\\" ? -1000 : word + 1
      } else {
        if "^_=&".contains(character) { return false }
        if word > 1 { words += 1 }
        word = 0
      }
      previous = character
    }
    if word > 1 { words += 1 }
    return words >= (hasMathematics ? 1 : 3)
  }
}
