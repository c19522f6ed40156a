import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@Suite("LaTeX: damaged formulas") struct LaTeXFuzzTests {
  private static let mutation = LaTeXMutation(
    Literature.all.map(\.source) + LaTeXLawTests.formulas + LiteratureTests.acceptanceSet())

  @Test(
    "a damaged formula is read and written in every notation, or is an error with a place inside it",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func survives(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for index in 0..<LongTests.count(250, long: 125_000) {
      let source = Self.mutation.formula(using: &random)
      do throws(Diagnostic) {
        let readings = try LaTeXReader().readings(of: source)
        let target = NotationTarget.allCases[index % NotationTarget.allCases.count]
        let written = try target.write(readings.map { Formula($0.expression, symbols: $0.symbols) })
        #expect(!written.text.isEmpty, "seed \(seed): \(source)")
      } catch {
        let range = error.range ?? SourceRange(0, 0)
        #expect(
          range.lowerBound >= 0 && range.lowerBound <= range.upperBound
            && range.upperBound <= source.utf8.count,
          "seed \(seed): \(error.code) in \(source)")
      }
    }
  }
}
