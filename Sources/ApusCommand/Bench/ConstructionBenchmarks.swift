import ApusNotation
import ApusTerms

extension Benchmarks {
  /// Construction, collection of like terms, and substitution.
  static let construction = [
    Benchmark("construct/collect_1e5", size: 100_000, expected: .integer(7776)) {
      let monomials = Monomial.random(count: 100_000)
      // The powers are shared; the products are built in the timed loop.
      let powers = (0..<5).map { variable in (0..<6).map { Expr.symbol("x\(variable)") ** Expr($0) } }
      return (
        run: {
          Expr.sum(
            monomials.map { monomial in
              zip(powers, monomial.exponents).reduce(Expr(monomial.coefficient)) { $0 * $1.0[$1.1] }
            })
        },
        check: termCount
      )
    },
    Benchmark("construct/outer_300x300", size: 90_000, expected: .integer(90_000)) {
      let xs = (0..<300).map { Expr.symbol("x\($0)") }
      let ys = (0..<300).map { Expr.symbol("y\($0)") }
      return (run: { Expr.sum(xs.flatMap { x in ys.map { x * $0 } }) }, check: termCount)
    },
    Benchmark("construct/subs_1e4_terms", size: 10_000, expected: .integer(10_000)) {
      let x = Symbol("x")
      let sum = transcendentalSum(Expr(x), .symbol("y"), .symbol("z"))
      let replacement = Expr.symbol("y") + Expr.symbol("z")
      return (run: { sum.substituting(x, with: replacement) }, check: termCount)
    },
    Benchmark("construct/parse_collect_1e4", size: 10_000, expected: .integer(5633)) {
      let text = Monomial.random(count: 10_000).map(\.text).joined(separator: "+")
      return (run: { try Expr(parsing: text) }, check: termCount)
    },
  ]

  /// A sum of 10,000 terms that do not collect.
  private static func transcendentalSum(_ x: Expr, _ y: Expr, _ z: Expr) -> Expr {
    var random = MersenneTwister(seed: 7)
    return Expr.sum(
      (0..<10_000).map { i in
        let a = Expr(random.integer(in: 1...9))
        let b = Expr(random.integer(in: 1...9))
        let c = Expr(random.integer(in: 1...9999))
        return c * x ** a * y ** b * .call(.sin, [x * y + Expr(i)]) * .call(.exp, [z * a - x])
      })
  }

  /// The fingerprint of a sum: how many terms it has.
  static func termCount(_ sum: Expr) -> Benchmark.Check { .integer(sum.arguments.count) }
}

/// A term of a random polynomial, the same as in the scripts for other systems.
struct Monomial {
  var coefficient: Int
  var exponents: [Int]

  /// The term as text: `3*x0^4*x1^0*x2^2*x3^0*x4^3`.
  var text: String {
    "\(coefficient)*" + exponents.enumerated().map { "x\($0.offset)^\($0.element)" }.joined(separator: "*")
  }

  /// Coefficients 1 to 9, five exponents 0 to 5.
  static func random(count: Int, seed: UInt64 = 1) -> [Monomial] {
    var random = MersenneTwister(seed: seed)
    return (0..<count).map { _ in
      let coefficient = random.integer(in: 1...9)
      return Monomial(coefficient: coefficient, exponents: (0..<5).map { _ in random.integer(in: 0...5) })
    }
  }
}
