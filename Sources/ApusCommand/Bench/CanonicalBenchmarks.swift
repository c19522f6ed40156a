import ApusNotation
import ApusNumbers
import ApusTerms

extension Benchmarks {
  /// The same expressions built by canonical constructors, and built as generic terms that rules make canonical: the ratio of the two rows of a
  /// workload is what canonical construction is worth.
  static let canonical =
    [
      pair("canonical/lu_det_5x5", size: 5) { determinant(of: 5, in: $0) },
      pair("canonical/random_1e3", size: 1000) { randomTerm(leaves: 1000, in: $0) },
      pair("canonical/random_1e4", size: 10_000) { randomTerm(leaves: 10_000, in: $0) },
    ].flatMap { $0 } + canonicalNetwork

  private static func pair(
    _ name: String, size: Int, _ build: @escaping @Sendable (ConstructionMode) -> Expr
  ) -> [Benchmark] {
    [
      Benchmark("\(name):constructors", size: size) {
        (run: { build(.canonical) }, check: operandCount)
      },
      Benchmark("\(name):rules", size: size) {
        (run: { GenericCanonicalisation()(build(.generic)) }, check: operandCount)
      },
    ]
  }

  private static let canonicalNetwork = [
    Benchmark("canonical/bcr:constructors", size: 1122, expected: .integer(52_364)) {
      let network = try ReactionNetwork(netFile: try networkFile())
      return (
        run: { summands(of: network).map { terms in Expr.sum(terms.map { Expr.product($0) }) } },
        check: operandCounts
      )
    },
    Benchmark("canonical/bcr:rules", size: 1122, expected: .integer(52_364)) {
      let network = try ReactionNetwork(netFile: try networkFile())
      return (
        run: {
          let canonicalised = GenericCanonicalisation()
          return summands(of: network).map { terms in
            canonicalised(.opaque(.add, terms.map { .opaque(.multiply, $0) }))
          }
        }, check: operandCounts
      )
    },
  ]

  /// The operands of the outermost operation: the same in both forms, unless rules have left something uncollected.
  private static func operandCount(_ expr: Expr) -> Benchmark.Check { .integer(expr.arguments.count) }

  private static func operandCounts(_ sides: [Expr]) -> Benchmark.Check {
    .integer(sides.reduce(0) { $0 + (isSum($1) ? $1.arguments.count : $1 == 0 ? 0 : 1) })
  }

  private static func isSum(_ expr: Expr) -> Bool { expr.kind == .sum || expr.function == .add }

  /// The factors of the summands of each right-hand side.
  private static func summands(of network: ReactionNetwork) -> [[[Expr]]] {
    var summands = [[[Expr]]](repeating: [], count: network.species.count)
    for reaction in network.reactions {
      let rate = reaction.rate
      let factors =
        (rate.kind == .product ? rate.arguments : [rate])
        + reaction.reactants.map { Expr(network.species[$0].symbol) }
      for index in reaction.reactants { summands[index].append([-1] + factors) }
      for index in reaction.products { summands[index].append([1] + factors) }
    }
    return summands
  }

  /// The product of the pivots of elimination without exchanges in a matrix of symbols.
  private static func determinant(of size: Int, in mode: ConstructionMode) -> Expr {
    var rows = (0..<size).map { i in (0..<size).map { j in Expr.symbol("a\(i)\(j)") } }
    for k in 0..<size {
      for i in (k + 1)..<max(size, k + 1) {
        let factor = mode.quotient(rows[i][k], rows[k][k])
        for j in (k + 1)..<size {
          rows[i][j] = mode.difference(rows[i][j], mode.product([factor, rows[k][j]]))
        }
      }
    }
    return mode.product(rows.indices.map { rows[$0][$0] })
  }

  /// Neighbours combined by sums and products drawn at random, until one term is left.
  static func randomTerm(leaves: Int, in mode: ConstructionMode) -> Expr {
    var random = MersenneTwister(seed: 123)
    let (a, b) = (Expr.symbol("a"), Expr.symbol("b"))
    let atoms = [a, b, .symbol("c"), .symbol("d"), mode.quotient(1, a), mode.quotient(1, b), 1, 2]
    var terms = (0..<leaves).map { _ in atoms[random.integer(in: 0...7)] }
    while terms.count > 1 {
      if terms.count % 2 == 1 { terms.append(1) }
      terms = stride(from: 0, to: terms.count, by: 2).map { i in
        let pair = [terms[i], terms[i + 1]]
        return random.integer(in: 0...1) == 0 ? mode.sum(pair) : mode.product(pair)
      }
    }
    return terms[0]
  }
}

/// How terms are built.
enum ConstructionMode: Sendable {
  case canonical, generic

  func sum(_ terms: [Expr]) -> Expr { self == .canonical ? .sum(terms) : .opaque(.add, terms) }
  func product(_ factors: [Expr]) -> Expr {
    self == .canonical ? .product(factors) : .opaque(.multiply, factors)
  }
  func quotient(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a / b : .opaque(.divide, [a, b]) }
  func difference(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a - b : .opaque(.subtract, [a, b]) }
}
