import Apus
import Foundation
import Testing

/// `Docs/LaTeX.md` shows what the reader makes of each construct.
@Suite("Docs/LaTeX.md")
struct LaTeXPageTests {
  /// A row of a table: LaTeX, and how it is read.
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let reading: String
    let line: Int
    var testDescription: String { source }
  }

  static let rows: [Row] = {
    guard let page = try? Page("Docs/LaTeX.md") else { return [] }
    var rows: [Row] = []
    var isInside = false
    for (line, text) in page.prose {
      if text == "| LaTeX | read as |" { isInside = true }
      if !text.hasPrefix("|") { isInside = false }
      guard isInside, text.hasPrefix("| `"), text.hasSuffix("` |") else { continue }
      let cells = text.dropFirst(3).dropLast(3).components(separatedBy: "` | `")
      guard cells.count == 2 else { continue }
      // A bar inside a cell is written with a backslash.
      let plain = cells.map { $0.replacingOccurrences(of: "\\|", with: "|") }
      rows.append(Row(source: plain[0], reading: plain[1], line: line))
    }
    return rows
  }()

  @Test("the reader reads a row as the page says", arguments: rows)
  func reading(_ row: Row) throws {
    let page = try Page("Docs/LaTeX.md")
    let readings = try LaTeXReader().readings(of: row.source)
    let text = readings.map { $0.expression.canonical().description }.joined(separator: "; ")
    expect([text], asShown: [row.reading], in: page, line: row.line, row.source)
  }

  @Test("there are many rows") func presence() { #expect(Self.rows.count > 60) }
}
