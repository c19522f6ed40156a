import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusNotation

@Suite struct RoundTripTests {
  @Test("What is written is read back as the same term", arguments: [1, 2, 3, 4] as [UInt64])
  func canonical(_ seed: UInt64) throws {
    var terms = RandomTerms(seed: seed)
    for round in 0..<LongTests.count(400, long: 25_000) {
      let expr = terms.term(1 + round % 14)
      if expr.flags.contains(.hasUndefined) { continue }
      let text = TextWriter().text(of: expr)
      do throws(Diagnostic) {
        let read = try Expr(parsing: text)
        #expect(read == expr, "\(text) reads as \(read.debugDescription), not \(expr.debugDescription)")
      } catch {
        Issue.record("\(text): \(error.code) \(error.message)")
      }
    }
  }

  @Test("Terms kept as written are written as they were read", arguments: [1, 2, 3] as [UInt64])
  func opaque(_ seed: UInt64) throws {
    let reader = TextReader(form: .opaque, acceptsUnknownFunctions: true)
    var terms = RandomTerms(seed: seed)
    for round in 0..<LongTests.count(300, long: 6_000) {
      // The text of any term is a source; what it is read as is opaque.
      let source = TextWriter().text(of: terms.term(1 + round % 12))
      let expr = try reader.expression(of: source)
      let text = TextWriter().text(of: expr)
      #expect(try reader.expression(of: text) == expr, "\(source) is written \(text)")
    }
  }

  @Test(
    "The order of what is written does not depend on how a term came about", arguments: [1, 2] as [UInt64])
  func order(_ seed: UInt64) throws {
    var terms = RandomTerms(seed: seed)
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let parts = (0..<6).map { terms.term(1 + $0) }
      let (sum, product) = (Expr.sum(parts), Expr.product(parts))
      let shuffled = parts.shuffled(using: &random)
      #expect(TextWriter().text(of: .sum(shuffled)) == TextWriter().text(of: sum))
      #expect(TextWriter().text(of: .product(shuffled)) == TextWriter().text(of: product))
    }
  }

  @Test("Reading and writing deep terms fits a small stack")
  func deep() throws {
    let depth = 100_000
    let samples = [
      String(repeating: "sin(", count: depth) + "x" + String(repeating: ")", count: depth),
      String(repeating: "x^(", count: depth) + "y" + String(repeating: ")", count: depth),
      String(repeating: "-(", count: depth) + "x" + String(repeating: ")", count: depth),
      String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth),
    ]
    withSmallStack {
      for text in samples {
        let expr = try? Expr(parsing: text)
        #expect(expr != nil)
        if let expr { #expect((try? Expr(parsing: TextWriter().text(of: expr))) == expr) }
      }
    }
  }
}
