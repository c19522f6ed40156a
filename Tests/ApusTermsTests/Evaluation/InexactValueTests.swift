import ApusNumbers
import ApusTerms
import Testing

@Suite("Functions of inexact numbers")
struct InexactValueTests {
  static let doubles: [(Expr, Double)] = [
    (sin(Expr(0.5)), 0.479425538604203), (log(Expr(2.0)), 0.6931471805599453),
    (.gamma(4.5), 11.631728396567448),
    (exp(Expr(1.0)), 2.718281828459045), (Expr(2.0) ** 0.5, 1.4142135623730951),
    (2 ** Expr(0.5), 1.4142135623730951),
    (.besselj(1, 2.5), 0.49709410246427405), (atan2(1.0, 2), 0.4636476090008061),
    (.zeta(0.5), -1.4603545088095868),
    (Expr.E ** 0.5, 1.6487212707001282), (abs(Expr(-2.5)), 2.5), (.call(.max, [1.5, 0.5]), 1.5),
    (.elliptic_e(0.25), 1.4674622093394272), (.frac(2.75), 0.75),
  ]

  @Test("give the nearest Double", arguments: doubles)
  func nearest(_ pair: (Expr, Double)) { #expect(pair.0 == Expr(Number.double(pair.1))) }

  @Test("give complex numbers where the value is one") func complex() {
    #expect(log(Expr(-1.0)) == .i * Expr(Number.double(.pi)))
    #expect(Expr(-2.0) ** (Expr(1) / 2) == .i * 1.4142135623730951)
    #expect(asin(Expr(2.0)).number?.isReal == false)
  }

  @Test("give integers where the value is one by definition") func integers() {
    #expect(floor(Expr(2.5)) == 2)
    #expect(sign(Expr(-2.5)) == -1)
    #expect(Expr.heaviside(0.5) == 1)
  }

  @Test("keep the precision of big floats") func bigFloats() throws {
    let two = try #require(BigFloat("2.0", precision: 200))
    let value = log(Expr(Number.bigFloat(two))).number
    guard case .bigFloat(let logarithm)? = value else {
      Issue.record("log of a big float is \(String(describing: value))")
      return
    }
    #expect(logarithm.precision == 200)
    #expect(logarithm.description.hasPrefix("0.69314718055994530941723212145817656807550013436025525412"))
  }

  @Test("stay as they are where there is no value") func poles() {
    #expect(Expr.gamma(-2.0).kind == .call)
    #expect(log(Expr(0.0)).kind == .call)
    #expect(sin(Expr(Number.nan)).kind == .call)
  }
}
