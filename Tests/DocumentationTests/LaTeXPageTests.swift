import Apus
import Foundation
import Testing

/// `Docs/LaTeX.md` shows what the reader makes of each construct.
@Suite("Docs/LaTeX.md")
struct LaTeXPageTests {
  /// A row of a table.
  struct Row: Sendable, CustomTestStringConvertible {
    let cells: [String]
    let line: Int
    var testDescription: String { cells.joined(separator: ", ") }
  }

  static let readings = rows(below: "| LaTeX | read as |")
  static let refusals = rows(below: "| code | refused | plain |")

  /// The rows of all tables with that head; every cell stands in backticks.
  private static func rows(below head: String) -> [Row] {
    guard let page = try? Page("Docs/LaTeX.md") else { return [] }
    var rows: [Row] = []
    var isInside = false
    for (line, text) in page.prose {
      if text == head { isInside = true }
      if !text.hasPrefix("|") { isInside = false }
      guard isInside, text.hasPrefix("| `"), text.hasSuffix("` |") else { continue }
      let cells = text.dropFirst(3).dropLast(3).components(separatedBy: "` | `")
      // A bar inside a cell is written with a backslash.
      let plain = cells.map { $0.replacingOccurrences(of: "\\|", with: "|") }
      rows.append(Row(cells: plain, line: line))
    }
    return rows
  }

  @Test("the reader reads a row as the page says", arguments: readings)
  func reading(_ row: Row) throws {
    let page = try Page("Docs/LaTeX.md")
    let readings = try LaTeXReader().readings(of: row.cells[0])
    let text = readings.map { $0.expression.canonical().description }.joined(separator: "; ")
    expect([text], asShown: Array(row.cells[1...]), in: page, line: row.line, row.cells[0])
  }

  @Test("what the page says is refused is, and what it says is plain is not", arguments: refusals)
  func refusal(_ row: Row) throws {
    try #require(row.cells.count == 3)
    let error = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: row.cells[1]) }
    #expect(error?.code == row.cells[0])
    #expect(throws: Never.self) { try LaTeXReader().readings(of: row.cells[2]) }
  }

  @Test("there are many rows") func presence() {
    #expect(Self.readings.count > 60 && Self.refusals.count > 10)
  }
}
