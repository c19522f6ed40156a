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
  ]

  /// The fingerprint of a sum: how many terms it has.
  static func termCount(_ sum: Expr) -> Benchmark.Check { .integer(sum.arguments.count) }
}

/// A term of a random polynomial, the same as in the scripts for other systems.
struct Monomial {
  var coefficient: Int
  var exponents: [Int]

  /// Coefficients 1 to 9, five exponents 0 to 5.
  static func random(count: Int, seed: UInt64 = 1) -> [Monomial] {
    var random = MersenneTwister(seed: seed)
    return (0..<count).map { _ in
      let coefficient = random.integer(in: 1...9)
      return Monomial(coefficient: coefficient, exponents: (0..<5).map { _ in random.integer(in: 0...5) })
    }
  }
}
