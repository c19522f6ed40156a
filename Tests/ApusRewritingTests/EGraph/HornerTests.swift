import ApusNotation
import ApusRewriting
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Polynomials take few operations") struct HornerTests {
  static let variables = ["x", "y", "z", "w"].map { Symbol($0) }

  /// Polynomials with 50 to 500 terms in two to four variables: powers of sums, products, and random ones.
  static let polynomials: [[HornerReference.Term]] = {
    var list: [[HornerReference.Term]] = []
    list.append(power([1, 2, -3, 1], 3, 6))
    list.append(power([1, 1, 1, 1, 1], 4, 5))
    list.append(power([2, -1, 1, 3, 1], 4, 8))
    list.append(power([1, 1, 1], 2, 10))
    for seed in 0..<16 {
      var random = SplitMix64(seed: UInt64(seed))
      let count = 2 + seed % 3
      let size = [50, 100, 200, 500][seed / 4]
      // Two variables need high degrees to have so many terms.
      let degree = count == 2 ? 30 : count == 3 ? 10 : 6
      var terms: [[Int]: Int] = [:]
      while terms.count < size {
        let exponents = (0..<4).map { $0 < count ? Int.random(in: 0...degree, using: &random) : 0 }
        terms[exponents] = Int.random(in: 1...9, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      }
      list.append(sorted(terms))
    }
    return list
  }()

  private static func sorted(_ terms: [[Int]: Int]) -> [HornerReference.Term] {
    terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      .init(exponents: $0.key, coefficient: $0.value)
    }
  }

  /// A power of a linear polynomial; the last coefficient is the constant.
  private static func power(_ coefficients: [Int], _ count: Int, _ n: Int) -> [HornerReference.Term] {
    var terms = [[0, 0, 0, 0]: 1]
    for _ in 0..<n {
      var next: [[Int]: Int] = [:]
      for (exponents, value) in terms {
        for (i, coefficient) in coefficients.enumerated() {
          var exponents = exponents
          if i < count { exponents[i] += 1 }
          next[exponents, default: 0] += value * coefficient
        }
      }
      terms = next.filter { $0.value != 0 }
    }
    return sorted(terms)
  }

  static func expression(_ terms: [HornerReference.Term]) -> Expr {
    .sum(
      terms.map { term in
        .product([Expr(term.coefficient)] + zip(variables, term.exponents).map { Expr($0) ** Expr($1) })
      })
  }

  @Test("as few as Horner's scheme with common parts, in the best order of the variables", arguments: 0..<20)
  func operations(number: Int) throws {
    let terms = Self.polynomials[number]
    let limits = SearchLimits(iterations: 30, nodes: 8000, time: .seconds(600))
    let input = Self.expression(terms)
    let result = [input].saturated(by: .init(cost: .operations, limits: limits))
    let reference = HornerReference.operations(terms, variables: 4)
    let ratio = Double(result.costs.after) / Double(10 * reference)
    #expect(ratio <= 1.1, "\(result.costs.after) for \(reference)")
  }
}
