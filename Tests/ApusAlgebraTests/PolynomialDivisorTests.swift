import ApusAlgebra
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Divisors of polynomials")
struct PolynomialDivisorTests {
  static let (x, y, a, b, c) = (
    Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("a"), Expr.symbol("b"), Expr.symbol("c")
  )

  private func same(_ a: Expr?, _ b: Expr?) { #expect(a == b) }

  static let common: [(Expr, Expr, Expr)] = [
    (x ** 15 - y ** 15, x ** 10 - y ** 10, x ** 5 - y ** 5), (0, -x - 1, x + 1), (x + 1, 0, x + 1),
    (x / 2, x / 3 + x ** 2 / 3, x / 6), (12, 18 * x, 6), (x ** 4 + 3, x ** 3 - 2 * x + 1, 1),
  ]

  @Test("common divisors", arguments: common) func divisor(_ row: (Expr, Expr, Expr)) {
    #expect(Expr.greatestCommonDivisor([row.0, row.1]) == row.2)
  }

  @Test("multiples") func multiple() {
    let (x, y) = (Self.x, Self.y)
    same(Expr.leastCommonMultiple([x ** 2 - y ** 2, x + y]), x ** 2 - y ** 2)
    #expect(Expr.leastCommonMultiple([x, 0]) == 0)
    #expect(Expr.greatestCommonDivisor([1 / x, x]) == nil)
    same(Expr.greatestCommonDivisor([x * 2 ** (Expr(1) / 2), x]), nil)
  }

  @Test("resultants and discriminants") func resultants() {
    let (x, a, b, c) = (Self.x, Self.a, Self.b, Self.c)
    same((x ** 2 - a).resultant(with: x - b, in: "x"), b ** 2 - a)
    same(Expr(3).resultant(with: x ** 2, in: "x"), 9)
    same((2 * x / 3 - 1).resultant(with: x ** 2 / 5 + 1, in: "x"), Expr(29) / 45)
    same((a * x ** 2 + b * x + c).discriminant(in: "x"), b ** 2 - 4 * a * c)
    same((x ** 3 / 2 + a).discriminant(in: "x"), -27 * a ** 2 / 4)
    #expect(Expr.call(.sin, [x]).resultant(with: x, in: "x") == nil)
  }

  @Test("division and partial fractions of random fractions", arguments: [7 as UInt64])
  func division(_ seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let x = Self.x
    func polynomial(_ degree: Int) -> Expr {
      (0...degree).reduce(Expr(0)) { sum, k in
        sum + Expr(Int.random(in: -4...4, using: &source)) * x ** Expr(k)
          + (k == 1 ? Expr(Int.random(in: 0...1, using: &source)) * Self.a * x : 0)
      }
    }
    for _ in 0..<LongTests.count(60, long: 2_000) {
      let (p, q) = (polynomial(5), polynomial(3) * (x - 1) + x ** 4)
      let (quotient, remainder) = try #require(p.quotientAndRemainder(dividingBy: q, in: "x"))
      #expect((p - q * quotient - remainder).cancelled() == 0)
      let fraction = p / ((x + 2) ** 2 * (x ** 2 + 1) * (x - Self.a))
      let parts = try #require(fraction.partialFractions(in: "x"))
      #expect((fraction - parts).cancelled() == 0)
      #expect(agree(fraction, parts))
    }
    #expect(x.quotientAndRemainder(dividingBy: 0, in: "x")?.quotient == nil)
  }

  @Test("denominators with i and square roots") func conjugates() {
    let (x, i) = (Self.x, Expr(Number.i))
    let root = Expr(2) ** (Expr(1) / 2)
    same(((x ** 2 - 2) / (x - root)).cancelled(), x + root)
    same(((x ** 2 + 1) / (x + i)).cancelled(), x - i)
    same((1 / (x + i)).cancelled(), 1 / (x + i))
  }
}
