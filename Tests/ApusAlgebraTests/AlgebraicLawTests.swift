import ApusAlgebra
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

/// Whether the enclosures of two expressions overlap, narrow ones, at three complex points; points without value are passed
/// over.
func agree(_ a: Expr, _ b: Expr) -> Bool {
  let symbols = Set(a.freeSymbols + b.freeSymbols).sorted { $0.name < $1.name }
  for k in 0..<3 {
    var point: [Symbol: ComplexBall] = [:]
    for (j, symbol) in symbols.enumerated() {
      let (real, imaginary) = (
        Rational(Integer(3 + 7 * j + 11 * k), 13), Rational(Integer(5 - 3 * j + k), 17)
      )
      guard let real, let imaginary else { return false }
      point[symbol] = ComplexBall(
        real: Ball(real, precision: 300), imaginary: Ball(k == 0 ? Rational(0) : imaginary, precision: 300))
    }
    guard let left = try? a.enclosure(at: point, precision: 300),
      let right = try? b.enclosure(at: point, precision: 300), left.isFinite, right.isFinite
    else { continue }
    if !left.overlaps(right) { return false }
  }
  return true
}

@Suite("Laws of expanding, cancelling and factoring")
struct AlgebraicLawTests {
  static let (x, y, z, t) = (Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("z"), Expr.symbol("t"))
  static let (b, c, d, e) = (Expr.symbol("b"), Expr.symbol("c"), Expr.symbol("d"), Expr.symbol("e"))
  static let (f, g, h, i) = (Expr.symbol("f"), Expr.symbol("g"), Expr.symbol("h"), Expr.symbol("i"))
  static let rootX = x ** (Expr(1) / 2)

  /// A random sum with small coefficients over symbols and a few other terms.
  static func factor(_ source: inout SplitMix64) -> Expr {
    let terms: [Expr] = [
      x, y, z, x * y, x ** 2, .call(.sin, [x]), rootX, Expr.E ** x, Expr.E ** (-2 * x),
      Expr(2) ** (Expr(1) / 3),
      y ** t, Expr(Number.i), (1 + y) ** (Expr(1) / 2),
    ]
    let count = Int.random(in: 1...3, using: &source)
    return (0..<count).reduce(Expr(Int.random(in: -3...3, using: &source))) { sum, _ in
      sum + Expr(Int.random(in: -5...5, using: &source))
        * terms[Int.random(in: 0..<terms.count, using: &source)]
    }
  }

  @Test("products multiplied in another order expand alike; near misses do not", arguments: [1 as UInt64])
  func products(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    for _ in 0..<LongTests.count(1000, long: 20_000) {
      var factors = (0..<Int.random(in: 2...4, using: &source)).map { _ in Self.factor(&source) }
      let straight = Expr.product(factors).expanded()
      #expect(agree(.product(factors), straight), "\(Expr.product(factors).debugDescription)")
      factors.shuffle(using: &source)
      let stepwise = factors.reduce(Expr(1)) { ($0 * $1).expanded() }
      #expect(stepwise == straight, "\(Expr.product(factors).debugDescription)")
      let near = (Expr.product(factors) + Self.x * Self.y).expanded()
      #expect(near != straight)
      #expect((near - straight).expanded() == Self.x * Self.y)
    }
  }

  @Test("fractions keep their values, and their differences vanish", arguments: [2 as UInt64])
  func fractions(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    for _ in 0..<LongTests.count(200, long: 5_000) {
      let (p, q, r) = (Self.factor(&source), Self.factor(&source), Self.factor(&source))
      if q.expanded().isZero || r.expanded().isZero { continue }
      let fraction = p / q + q / r
      let cancelled = fraction.cancelled()
      #expect(agree(fraction, cancelled), "\(fraction.debugDescription)")
      #expect(agree(fraction, fraction.together()), "\(fraction.debugDescription)")
      #expect(agree(fraction, fraction.factored()), "\(fraction.debugDescription)")
      #expect((fraction - cancelled).cancelled() == 0, "\(fraction.debugDescription)")
      #expect(cancelled.cancelled() == cancelled, "\(fraction.debugDescription)")
    }
  }

  @Test("the zero and the one of an LU decomposition")
  func decomposition() {
    let (b, c, d, e, f, g, h, i) = (Self.b, Self.c, Self.d, Self.e, Self.f, Self.g, Self.h, Self.i)
    let pivot = i + (c * e * g / d - c * h) / b - f * g / d
    let zero1 = (g * c ** 2 * e ** 2 / d - e * h * c ** 2) / b - c * e * f * g / d + c * e * i
    let zero2 = g * f ** 2 / d + (-c * e * f * g / d + c * f * h) / b - f * i
    let zero = (f + (zero1 / pivot - c * e) / b + zero2 / pivot) / d
    #expect(zero.cancelled() == 0)
    let pivot2 = i - c * (h - e * g / d) / b - f * g / d
    let one = (d + e * (c * (g - d * g / d) / pivot2) / b - f * (g - d * g / d) / pivot2) / d
    #expect(one.cancelled() == 1)
  }

  @Test("quotients of monomials") func monomials() {
    let (x, y) = (Self.x, Self.y)
    let pairs: [(Expr, Expr)] = [
      (x / (2 * x), Expr(1) / 2), (2 * x / x, 2), (x ** 3 * y / x, x ** 2 * y),
      (x / (3 * x ** 3 * y), 1 / (3 * x ** 2 * y)), (x ** 2 / x ** 4, 1 / x ** 2),
      (3 * x ** 2 / x ** 3, 3 / x),
      (3 * x ** 2 * y ** 3 / (3 * x ** 3 * y ** 2), y / x), (3 * x ** x / x * y, 3 * x ** x / x * y),
    ]
    for (given, expected) in pairs {
      let difference = (given - expected).cancelled()
      #expect(difference == 0, "\(given.debugDescription)")
      #expect(agree(given.cancelled(), expected))
    }
  }

  @Test("mixed coefficients do not fail") func mixed() {
    let x = Self.x
    let exact = (x ** 4 - x ** 3 + 2 * x ** 2 - x + 2) / ((x - 1) * (x ** 2 + 2) ** 2)
    #expect(agree(exact, exact.cancelled()))
    let mixed = (1.0 + 0.5 * x - x ** 2) / (x ** 2 / 2 - 1)
    #expect(mixed.cancelled() == mixed)
    #expect(agree(mixed, mixed.expanded()))
    #expect(mixed.factorization()?.expression == nil)
  }

  @Test("what would be too large stays") func limits() {
    let (x, y, z) = (Self.x, Self.y, Self.z)
    let sum = x + y + z + 1
    for large in [sum ** 1000, (x + 1) ** 1_000_000_000, sum ** 300 * (x - y) ** 300] {
      #expect(large.expanded() == large)
      #expect(large.cancelled() == large)
    }
    let power = x ** 1_000_000_000_000 - 1
    #expect(power.expanded() == power)
    #expect((x ** 4_000_000_000_000_000_000 * (x ** 4_000_000_000_000_000_000 + 1)).cancelled() != 0)
    #expect((1 / ((x + 1) ** 2 - x ** 2 - 2 * x - 1)).cancelled().flags.contains(.hasUndefined) == false)
    var nested = x
    for _ in 0..<3000 { nested = .call(.sin, [nested * (nested + 1)]) }
    #expect(nested.expanded() == nested.expanded())
  }
}
