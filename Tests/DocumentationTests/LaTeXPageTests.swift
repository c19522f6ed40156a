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
  static let constructs = rows(below: "| construct | LaTeX | reads as |")
  static let refusals = rows(below: "| code | refused | plain |")

  /// The rows of all tables with that head; every cell stands in backticks.
  private static func rows(below head: String) -> [Row] {
    guard let page = try? Page("Docs/LaTeX.md") else { return [] }
    var rows: [Row] = []
    var isInside = false
    for (line, text) in page.prose {
      if text == head { isInside = true }
      if !text.hasPrefix("|") { isInside = false }
      guard isInside, text.hasPrefix("| "), text.hasSuffix("` |") else { continue }
      // A bar inside a cell is written with a backslash.
      let cells = text.dropFirst(2).dropLast(2).components(separatedBy: " | ").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "`")).trimmingCharacters(in: .whitespaces)
      }
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

  @Test("a construct alone is read as the page says", arguments: constructs)
  func construct(_ row: Row) throws {
    try #require(row.cells.count == 3)
    let page = try Page("Docs/LaTeX.md")
    let readings = try LaTeXReader().readings(of: row.cells[1])
    let text = try NotationTarget.text.write(readings.map { Formula($0.expression, symbols: $0.symbols) })
      .text
    let line = text.split(separator: "\n").joined(separator: "; ")
    expect([line], asShown: [row.cells[2]], in: page, line: row.line, row.cells[1])
  }

  @Test("what the page says is refused is, and what it says is plain is not", arguments: refusals)
  func refusal(_ row: Row) throws {
    try #require(row.cells.count == 3)
    let error = #expect(throws: Diagnostic.self) { try LaTeXReader().readings(of: row.cells[1]) }
    #expect(error?.code == row.cells[0])
    #expect(throws: Never.self) { try LaTeXReader().readings(of: row.cells[2]) }
  }

  @Test("there are many rows") func presence() {
    #expect(Self.readings.count > 60 && Self.refusals.count > 10 && Self.constructs.count == 122)
  }
}
