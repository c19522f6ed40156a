import ApusNumbers

// Common factors are taken out of a sum one at a time, and again inside and beside the brackets that this makes: the one that
// saves most first, or in the order of some variables. For a polynomial in one variable this is Horner's scheme. Which order is
// best nobody knows beforehand, so with few variables all are tried.
extension FactoredForms {
  /// Brackets are not nested deeper; what is inside stays multiplied out.
  private static let deepest = 128

  /// A factor, above or below the line of a fraction.
  private struct Candidate: Hashable {
    var form: Int
    var isBelow: Bool
  }

  /// In how many variables all orders are tried, and for how many terms.
  private static let mostVariables = 4
  private static let termsWithOrders = 8...2000

  /// A sum of monomials with common factors taken out, by the way that takes the fewest operations besides what is there already.
  ///
  /// - Complexity: with at most four variables as many factorings as these have orders, else one.
  mutating func factored(_ monomials: [Monomial]) -> Scaled {
    let orders = Self.orders(of: monomials)
    if orders.isEmpty { return factored(monomials, order: nil, depth: 0) }
    let start = forms.count
    var best: (order: [Int: Int]?, cost: Int) = (nil, Int.max)
    for order in [nil] + orders {
      let found = factored(monomials, order: order, depth: 0)
      let cost = operations(neededBy: [found.form], since: start)
      if cost < best.cost { best = (order, cost) }
      forget(since: start)
    }
    return factored(monomials, order: best.order, depth: 0)
  }

  /// All orders of the variables of some monomials, as the rank of each; none if they are too many, or all the same.
  private static func orders(of monomials: [Monomial]) -> [[Int: Int]] {
    guard termsWithOrders.contains(monomials.count) else { return [] }
    var variables: [Int] = []
    for monomial in monomials {
      for factor in monomial.factors where !variables.contains(factor.form) {
        if variables.count == mostVariables { return [] }
        variables.append(factor.form)
      }
    }
    guard variables.count > 1 else { return [] }
    return permutations(of: variables.sorted()).map { order in
      Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    }
  }

  private static func permutations(of items: [Int]) -> [[Int]] {
    if items.count < 2 { return [items] }
    var all: [[Int]] = []
    for i in items.indices {
      var rest = items
      let first = rest.remove(at: i)
      all += permutations(of: rest).map { [first] + $0 }
    }
    return all
  }

  /// - Parameter order: the rank of each variable; the factor that saves most is taken out first if there is none.
  private mutating func factored(_ monomials: [Monomial], order: [Int: Int]?, depth: Int) -> Scaled {
    var rest = monomials
    var terms: [Term] = []
    while depth < Self.deepest, rest.count > 1, let best = bestFactor(of: rest, order) {
      let (inner, others) = Self.divided(rest, by: best)
      guard inner.quotients.count > 1 else { break }
      let bracket = factored(inner.quotients, order: order, depth: depth + 1)
      let factor = Factor(form: best.form, exponent: inner.exponent)
      let form = product([factor, Factor(form: bracket.form, exponent: 1)])
      if !bracket.scale.isZero { terms.append(Term(form: form, weight: bracket.scale)) }
      rest = others
    }
    for monomial in rest { terms.append(Term(form: product(monomial.factors), weight: monomial.weight)) }
    return sum(terms)
  }

  /// The factor that saves most when it is taken out, where a division is worth six multiplications, or that of the first rank.
  private func bestFactor(of monomials: [Monomial], _ order: [Int: Int]?) -> Candidate? {
    var counts: [Candidate: Int] = [:]
    for monomial in monomials {
      for factor in monomial.factors {
        counts[Candidate(form: factor.form, isBelow: factor.exponent < 0), default: 0] += 1
      }
    }
    var best: (candidate: Candidate, saving: Int)?
    for (candidate, count) in counts where count >= (candidate.isBelow ? 2 : fewestTerms) {
      let rank = order.map { $0[candidate.form] ?? $0.count }
      let saving = rank.map { -$0 } ?? (count - 1) * (candidate.isBelow ? 6 : 1)
      let isBetter =
        best.map {
          saving != $0.saving
            ? saving > $0.saving
            : candidate.form != $0.candidate.form
              ? candidate.form < $0.candidate.form : candidate.isBelow && !$0.candidate.isBelow
        } ?? true
      if isBetter { best = (candidate, saving) }
    }
    return best?.candidate
  }

  /// The monomials with a factor, divided by the largest power of it that they have in common, and the others.
  private static func divided(
    _ monomials: [Monomial], by candidate: Candidate
  ) -> (inner: (exponent: Int, quotients: [Monomial]), others: [Monomial]) {
    var exponent = 0
    var quotients: [Monomial] = []
    var others: [Monomial] = []
    for monomial in monomials {
      let found = monomial.factors.first {
        $0.form == candidate.form && ($0.exponent < 0) == candidate.isBelow
      }
      guard let found else {
        others.append(monomial)
        continue
      }
      let isNearer = abs(found.exponent) < abs(exponent) || exponent == 0
      if isNearer { exponent = found.exponent }
      quotients.append(monomial)
    }
    for i in quotients.indices {
      guard let at = quotients[i].factors.firstIndex(where: { $0.form == candidate.form }) else { continue }
      quotients[i].factors[at].exponent -= exponent
      if quotients[i].factors[at].exponent == 0 { quotients[i].factors.remove(at: at) }
    }
    return ((exponent, quotients), others)
  }
}
