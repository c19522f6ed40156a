import Foundation

/// Stands in for `print` in an example, and knows from the comments beside the calls what they have to print.
final class ExamplePrinter {
  private var printed: [String] = []
  private let firstLine: Int

  init(line: Int = #line) { firstLine = line }

  /// Remembers what would be printed.
  func print(_ item: Any) { printed += "\(item)".split(separator: "\n").map(String.init) }

  /// Compares what was printed since the beginning with the comments after `print(…)` and on the lines below it.
  func expectComments(file: String = #filePath, line: Int = #line) throws {
    let page = try Page(String(file.dropFirst(Page.root.path.count + 1)))
    var expected: [String] = []
    var followsPrint = false
    for text in page.lines[firstLine..<(line - 1)] {
      let code = text.trimmed
      if followsPrint, code.hasPrefix("// ") { expected.append(String(code.dropFirst(3))) }
      guard !code.hasPrefix("// ") else { continue }
      followsPrint = code.hasPrefix("print(")
      if followsPrint, let comment = code.range(of: ")  // ", options: .backwards) {
        expected.append(String(code[comment.upperBound...]))
      }
    }
    expect(printed, asShown: expected, in: page, line: firstLine, "the comments beside print")
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
