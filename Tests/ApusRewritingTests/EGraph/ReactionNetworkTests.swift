import ApusNotation
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Right-hand sides of reaction networks take few cycles") struct ReactionNetworkTests {
  /// A network, the most that its cycles may be of those of the input and of those with equal parts shared, in hundredths, and
  /// the multiplications that a hand needs.
  struct Example: CustomTestStringConvertible {
    var testDescription: String
    var network: ReactionWorkload
    var percentOfNaive: Int
    var percentOfShared: Int
    var multiplications: Int
  }

  static let examples = [
    // x*(x*y - b) is needed twice.
    Example(
      testDescription: "Brusselator", network: .brusselator, percentOfNaive: 60, percentOfShared: 90,
      multiplications: 2),
    // 19 operations of 22 with equal terms shared. As they stand, the five rate terms and their multiples take 14 multiplications and
    // 6 additions; with X taken out of three terms of its own derivative, 2X serves two multiples. No way to take factors out of the
    // terms of each sum and to order all products and sums takes fewer than 19, as a search through all of them has shown.
    Example(
      testDescription: "Oregonator", network: .oregonator, percentOfNaive: 72, percentOfShared: 87,
      multiplications: 13),
    // a*E*S, d*C and k*C for each of ten enzymes.
    Example(
      testDescription: "kinase cascade", network: .kinaseCascade, percentOfNaive: 60, percentOfShared: 90,
      multiplications: 40),
  ]

  @Test("networks of the literature", arguments: examples) func literature(example: Example) throws {
    let sides = example.network.rightHandSides
    let result = sides.saturated(by: .init(cost: .cycles, limits: .patient))
    #expect(100 * result.costs.after <= example.percentOfNaive * result.costs.unshared, "\(result.costs)")
    #expect(100 * result.costs.after <= example.percentOfShared * result.costs.before, "\(result.costs)")
    let count = result.shared.multiplications
    #expect(count <= example.multiplications, "\(count): \(result.shared)")
    try Self.expectSameValues(sides, result, example.network)
  }

  /// A random network of 200 species and 500 reactions, and its right-hand sides in one graph.
  private static func random(isReversible: Bool) throws -> (sides: [Expr], result: SaturatedExpressions) {
    var random = SplitMix64(seed: 5)
    let network = ReactionWorkload.random(
      species: 200, reactions: 500, isReversible: isReversible, using: &random)
    let sides = network.rightHandSides
    let limits = SearchLimits(iterations: 3, nodes: 1_000_000, time: .seconds(600))
    let result = sides.saturated(by: .init(cost: .cycles, limits: limits))
    try expectSameValues(sides, result, network)
    return (sides, result)
  }

  @Test("a random network of 250 reversible reactions shares the difference of each pair") func reversible()
    throws
  {
    let (_, result) = try Self.random(isReversible: true)
    #expect(100 * result.costs.after <= 60 * result.costs.unshared, "\(result.costs)")
    #expect(100 * result.costs.after <= 90 * result.costs.before, "\(result.costs)")
  }

  /// Hardly two of the reactions of this network go together in two species, so that there is little to share besides their rates.
  @Test("a random network of 500 irreversible reactions has little besides its rates to share")
  func irreversible() throws {
    let (sides, result) = try Self.random(isReversible: false)
    #expect(100 * result.costs.after <= 60 * result.costs.unshared, "\(result.costs)")
    #expect(result.costs.after < result.costs.before)
    let bound = Self.leastCost(sides, shared: result.costs.before)
    #expect(bound <= result.costs.after)
    #expect(10 * bound > 9 * result.costs.before, "\(bound)")
  }

  /// What no way of sharing partial sums and taking out factors falls below: an addition, and a multiplication, are saved at most as
  /// often as two terms stand together, with one ratio, in another sum, and the other multiplications of a term at most if it
  /// stands in one sum only or has two factors in common with another.
  private static func leastCost(_ sides: [Expr], shared: Int) -> Int {
    var lists: [[Expr: Expr]] = []
    var uses: [Expr: Int] = [:]
    for side in sides {
      var list: [Expr: Expr] = [:]
      for term in side.kind == .sum ? side.arguments : [side] {
        let numbers = term.arguments.filter { term.kind == .product && $0.isNumber }
        let coefficient = numbers.first ?? 1
        list[term / coefficient] = coefficient
        uses[term / coefficient, default: 0] += 1
      }
      lists.append(list)
    }
    var pairs: [[Expr]: Int] = [:]
    for list in lists {
      let terms = list.keys.sorted { $0.hash128.low < $1.hash128.low }
      for (i, a) in terms.enumerated() {
        for b in terms[(i + 1)...] { pairs[[a, b, (list[b] ?? 0) / (list[a] ?? 1)], default: 0] += 1 }
      }
    }
    let additions = pairs.values.reduce(0) { $0 + $1 - 1 }
    var factors: [Set<Expr>: Int] = [:]
    for term in uses.keys {
      factors[Set(term.arguments.filter { !$0.description.hasPrefix("k") }), default: 0] += 1
    }
    let alone = uses.values.count { $0 == 1 }
    let together = factors.filter { $0.key.count > 1 && $0.value > 1 }.values.reduce(0, +)
    return shared - 20 * additions - 20 * alone - 10 * together
  }

  /// Exact values at one rational point.
  static func expectSameValues(
    _ sides: [Expr], _ result: SaturatedExpressions, _ network: ReactionWorkload
  ) throws {
    var point: [Expr: Expr] = [:]
    var symbols: Set<Symbol> = []
    for side in sides { symbols.formUnion(side.freeSymbols) }
    for (i, symbol) in symbols.sorted(by: { $0.name < $1.name }).enumerated() {
      point[Expr(symbol)] = Expr(2 * (i % 97) + 3) / Expr(i % 89 + 2)
    }
    var values = point
    for definition in result.shared.definitions {
      values[Expr(definition.symbol)] = definition.value.substituting(values)
    }
    for (side, output) in zip(sides, result.shared.expressions) {
      #expect(side.substituting(point) == output.substituting(values))
    }
  }
}

extension SharedExpressions {
  /// The multiplications that it takes to compute everything; powers by repeated squaring, signs and halves of numbers not counted.
  var multiplications: Int {
    definitions.reduce(0) { $0 + $1.value.multiplications }
      + expressions.reduce(0) { $0 + $1.multiplications }
  }
}

extension Expr {
  fileprivate var multiplications: Int {
    switch kind {
    case .product:
      let factors = arguments.filter { $0 != -1 }
      return factors.reduce(factors.count - 1) { $0 + $1.multiplications }
    case .power:
      guard let n = arguments[1].number?.asInt, n != 0 else { return arguments[0].multiplications }
      let magnitude = n.magnitude
      let chain = UInt.bitWidth - magnitude.leadingZeroBitCount - 1 + magnitude.nonzeroBitCount - 1
      return chain + arguments[0].multiplications
    default: return arguments.reduce(0) { $0 + $1.multiplications }
    }
  }
}
