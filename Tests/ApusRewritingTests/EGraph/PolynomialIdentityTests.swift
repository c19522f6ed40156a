import ApusNumbers
import ApusRewriting
import ApusTerms
import ApusTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Products of random polynomials are equal to what they are multiplied out, and to nothing that differs in one coefficient.
@Suite("Polynomial identities") struct PolynomialIdentityTests {
  static var seeds: Range<Int> { 0..<(getenv("APUS_LONG_TESTS") == nil ? 40 : 1000) }

  @Test("a product equals its expansion, and no near miss", arguments: seeds)
  func identity(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let factors = (0..<Int.random(in: 2...3, using: &random)).map { _ in Self.polynomial(&random) }
    var terms: [Expr] = [1]
    for factor in factors { terms = terms.flatMap { term in factor.map { term * $0 } } }
    terms.shuffle(using: &random)
    let product = Expr.product(factors.map { Expr.sum($0) })
    let options = SaturationOptions(limits: SearchLimits(iterations: 4, nodes: 4000, time: .seconds(600)))
    #expect(product.isEqual(to: .sum(terms), provedBy: options))
    terms[Int.random(in: 0..<terms.count, using: &random)] *= 2
    #expect(!product.isEqual(to: .sum(terms), provedBy: options))
  }

  private static func polynomial(_ random: inout SplitMix64) -> [Expr] {
    let symbols = ["x", "y", "z"].map { Expr.symbol($0) }
    return (0..<Int.random(in: 2...3, using: &random)).map { _ in
      var term = Expr(Int.random(in: 1...4, using: &random)) / Expr(Int.random(in: 1...2, using: &random))
      for symbol in symbols { term *= symbol ** Expr(Int.random(in: 0...2, using: &random)) }
      return Bool.random(using: &random) ? term : -term
    }
  }
}
