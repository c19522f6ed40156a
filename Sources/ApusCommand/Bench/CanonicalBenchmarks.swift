import ApusNotation
import ApusNumbers
import ApusTerms

extension Benchmarks {
  /// The same expressions built by canonical constructors, and built as generic terms that rules make canonical: the ratio of the two rows of a
  /// workload is what canonical construction is worth.
  static let canonical =
    [
      pair("canonical/lu_det_5x5", size: 5, calls: 100) { mode in
        let matrix = symbolMatrix(of: 5)
        return { determinant(of: matrix, in: mode) }
      },
      pair("canonical/random_1e3", size: 1000, calls: 20) { mode in
        let plan = RandomTermPlan(leaves: 1000)
        return { plan.term(in: mode) }
      },
      pair("canonical/random_1e4", size: 10_000, calls: 2) { mode in
        let plan = RandomTermPlan(leaves: 10_000)
        return { plan.term(in: mode) }
      },
    ].flatMap { $0 } + canonicalNetwork

  /// One workload in both ways. What is built from, symbols and random choices, is made beforehand; so are the rules.
  /// The constructors' work is short, and is timed `calls` times in a row.
  private static func pair(
    _ name: String, size: Int, calls: Int,
    _ prepared: @escaping @Sendable (ConstructionMode) -> () -> Expr
  ) -> [Benchmark] {
    [
      Benchmark("\(name):constructors", size: size, calls: calls) {
        let build = prepared(.canonical)
        return (
          run: {
            for _ in 1..<calls { _ = build() }
            return build()
          }, check: operandCount
        )
      },
      Benchmark("\(name):rules", size: size) {
        let build = prepared(.generic)
        let canonicalised = GenericCanonicalisation()
        return (run: { canonicalised(build()) }, check: operandCount)
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
      let canonicalised = GenericCanonicalisation()
      return (
        run: {
          summands(of: network).map { terms in
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

  private static func symbolMatrix(of size: Int) -> [[Expr]] {
    (0..<size).map { i in (0..<size).map { j in .symbol("a\(i)\(j)") } }
  }

  /// The product of the pivots of elimination without exchanges in a square matrix.
  private static func determinant(of matrix: [[Expr]], in mode: ConstructionMode) -> Expr {
    var rows = matrix
    let size = matrix.count
    for k in 0..<size {
      for i in (k + 1)..<max(size, k + 1) {
        let factor = mode.quotient(rows[i][k], rows[k][k])
        for j in (k + 1)..<size {
          rows[i][j] = mode.difference(rows[i][j], mode.product(factor, rows[k][j]))
        }
      }
    }
    return rows.indices.reduce(1) { mode.product($0, rows[$1][$1]) }
  }

  /// A random term of sums and products.
  static func randomTerm(leaves: Int, in mode: ConstructionMode) -> Expr {
    RandomTermPlan(leaves: leaves).term(in: mode)
  }
}

/// The choices that make a random term: leaves, and for each pair of neighbours whether they are added or multiplied,
/// until one term is left.
private struct RandomTermPlan {
  private let leaves: [Int]
  private let additions: [Bool]

  init(leaves count: Int) {
    var random = MersenneTwister(seed: 123)
    leaves = (0..<count).map { _ in random.integer(in: 0...7) }
    var additions: [Bool] = []
    var width = count
    while width > 1 {
      width = (width + 1) / 2
      for _ in 0..<width { additions.append(random.integer(in: 0...1) == 0) }
    }
    self.additions = additions
  }

  func term(in mode: ConstructionMode) -> Expr {
    let (a, b) = (Expr.symbol("a"), Expr.symbol("b"))
    let atoms = [a, b, .symbol("c"), .symbol("d"), mode.quotient(1, a), mode.quotient(1, b), 1, 2]
    var terms = leaves.map { atoms[$0] }
    var step = 0
    while terms.count > 1 {
      if terms.count % 2 == 1 { terms.append(1) }
      terms = stride(from: 0, to: terms.count, by: 2).map { i in
        defer { step += 1 }
        return additions[step] ? mode.sum(terms[i], terms[i + 1]) : mode.product(terms[i], terms[i + 1])
      }
    }
    return terms[0]
  }
}

/// How terms are built.
enum ConstructionMode: Sendable {
  case canonical, generic

  func sum(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a + b : .opaque(.add, [a, b]) }
  func product(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a * b : .opaque(.multiply, [a, b]) }
  func quotient(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a / b : .opaque(.divide, [a, b]) }
  func difference(_ a: Expr, _ b: Expr) -> Expr { self == .canonical ? a - b : .opaque(.subtract, [a, b]) }
}
