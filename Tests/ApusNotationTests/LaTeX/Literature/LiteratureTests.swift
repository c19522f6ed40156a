import ApusNotation
import ApusTerms
import Foundation
import Testing

@Suite("LaTeX: equations of the literature") struct LiteratureTests {
  private static func formulas(_ source: String) throws -> [Formula] {
    try LaTeXReader().readings(of: source).map { Formula($0.expression, symbols: $0.symbols) }
  }

  @Test("an equation is read as it is meant, or refused", arguments: Literature.all)
  func reading(_ row: LiteratureRow) throws {
    do throws(Diagnostic) {
      let readings = try LaTeXReader().readings(of: row.source)
      let text = try NotationTarget.text.write(readings.map { Formula($0.expression, symbols: $0.symbols) })
        .text
      #expect(text.replacing("\n", with: "; ") == row.reading)
    } catch {
      #expect("! " + error.code == row.reading, "\(error)")
    }
  }

  @Test(
    "the LaTeX written for a reading reads the same",
    arguments: Literature.all.filter { !$0.reading.hasPrefix("!") })
  func roundTrip(_ row: LiteratureRow) throws {
    try Self.expectRoundTrip(row.source)
  }

  /// What the writer makes of the readings of a source must read the same, all equations at once.
  static func expectRoundTrip(_ source: String) throws {
    let formulas = try formulas(source)
    let written = try NotationTarget.latex.write(formulas).text
    let again = try Self.formulas(written)
    #expect(
      again.map { $0.expression.canonical() } == formulas.map { $0.expression.canonical() }, "\(written)")
  }

  @Test("the LaTeX written for the equations of an acceptance set reads the same") func acceptance() throws {
    for source in Self.acceptanceSet() {
      guard (try? Self.formulas(source)) != nil else { continue }
      try Self.expectRoundTrip(source)
    }
  }

  /// The formulas of the file that `APUS_EQUATIONS` names, one JSON object with a `latex` a line; none without it.
  static func acceptanceSet() -> [String] {
    guard let path = ProcessInfo.processInfo.environment["APUS_EQUATIONS"],
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["latex"] as? String
    }
  }
}
