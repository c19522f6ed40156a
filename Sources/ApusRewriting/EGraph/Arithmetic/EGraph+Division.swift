import ApusNumbers

extension EGraph {
  /// A product in which a sum is divided by another, where one divides the other without a rest, as polynomials in the parts and their
  /// reciprocals: (x^2 - 1)/(x - 1) as x + 1, and (x - 1)/(x^2 - 1) as 1/(x + 1).
  ///
  /// What is divided by is not zero where the terms have values; nor is then what divides it.
  mutating func divided(_ parts: [WeightedChild], except node: UInt32) -> UInt32 {
    let whole = parts.indices.filter { parts[$0].weight.smallInteger != nil }
    var below = whole.filter { parts[$0].weight.isNegative }.prefix(Self.mostDivisors)
    if below.isEmpty { return none }
    let above = whole.filter { !parts[$0].weight.isNegative }.prefix(Self.mostDividends)
    let dividends = above.flatMap { place in
      polynomials(of: parts[place].id, except: node).map { (place, $0) }
    }
    while let place = below.popFirst(), !dividends.isEmpty {
      for divisor in polynomials(of: parts[place].id, except: node) {
        for (other, dividend) in dividends {
          guard let (quotient, exponent) = Self.quotient(dividend.polynomial, divisor.polynomial) else {
            continue
          }
          if journal.isOn {
            journal.noteChoice(parts[place].id, divisor.node, weightedChildren(nodes[Int(divisor.node)]))
            journal.noteChoice(parts[other].id, dividend.node, weightedChildren(nodes[Int(dividend.node)]))
          }
          let sum = self.sum(quotient.polynomial)
          if sum == none { return none }
          var factors = parts
          factors[place].weight += .one
          factors[other].weight -= .one
          factors += quotient.unit.map { WeightedChild(id: $0.id, weight: exponent * Rational($0.exponent)) }
          return makeProduct(factors + [WeightedChild(id: sum, weight: exponent)])
        }
      }
    }
    return none
  }

  /// More sums of one product are not divided by, and not divided.
  private static let mostDivisors = 8
  private static let mostDividends = 16

  /// The quotient of two polynomials and 1, or that of the second by the first and -1.
  private static func quotient(
    _ dividend: ClassPolynomial, _ divisor: ClassPolynomial
  ) -> (ClassPolynomial.Quotient, Rational)? {
    if let quotient = dividend.divided(by: divisor) { return (quotient, .one) }
    return divisor.divided(by: dividend).map { ($0, -1) }
  }

  /// The sums of a class with the fewest and with the most terms, of at least two, as polynomials.
  private mutating func polynomials(
    of id: UInt32, except node: UInt32
  ) -> [(node: UInt32, polynomial: ClassPolynomial)] {
    guard let arithmetic, Int(id) + 1 < index.classStart.count else { return [] }
    let range = run(of: arithmetic.sum.code, inClass: id)
    var fewest: UInt32?
    var most: UInt32?
    for i in range.0..<range.1 {
      let candidate = index.byClass[Int(i)]
      let count = nodes[Int(candidate)].c1
      guard candidate != node, count > 2, count <= 2 * ClassPolynomial.widest else { continue }
      if fewest.map({ count < nodes[Int($0)].c1 }) ?? true { fewest = candidate }
      if most.map({ count > nodes[Int($0)].c1 }) ?? true { most = candidate }
    }
    guard let fewest, let most else { return [] }
    let candidates = fewest == most ? [fewest] : [fewest, most]
    return candidates.map { ($0, polynomial(of: $0)) }
  }

  private mutating func polynomial(of sum: UInt32) -> ClassPolynomial {
    var terms: [ClassPolynomial.Term] = []
    for addend in weightedChildren(nodes[Int(sum)]) {
      if let value = constant(addend.id) {
        terms.append(.init(powers: [], coefficient: addend.weight * value))
      } else {
        terms.append(.init(powers: powers(of: addend.id), coefficient: addend.weight))
      }
    }
    return ClassPolynomial(terms)
  }

  /// An addend as a product of powers with whole exponents; a power of what it is as a whole if it is none.
  private mutating func powers(of id: UInt32) -> [ClassPolynomial.Power] {
    let factors = factorsOfAddend(id)
    var powers: [ClassPolynomial.Power] = []
    for factor in factors {
      guard let exponent = factor.weight.smallInteger else {
        return [.init(id: id, exponent: 1)]
      }
      powers.append(.init(id: factor.id, exponent: exponent))
    }
    return powers.sorted { $0.id < $1.id }
  }

  private mutating func sum(_ polynomial: ClassPolynomial) -> UInt32 {
    var addends: [WeightedChild] = []
    for term in polynomial.terms {
      let product = makeProduct(term.powers.map { WeightedChild(id: $0.id, weight: Rational($0.exponent)) })
      if product == none { return none }
      addends.append(WeightedChild(id: product, weight: term.coefficient))
    }
    return makeSum(addends)
  }
}
