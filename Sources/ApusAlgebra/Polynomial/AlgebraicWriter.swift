import ApusNumbers
import ApusTerms

/// Writes polynomials over the generators of an outline as canonical terms.
struct AlgebraicWriter {
  private let keys: [GeneratorKey]
  private let roots: [Int]
  /// Whether the base of a generator has powers with different exponents, which are then written as one.
  private let isShared: [Bool]
  private var powers: [[Int: Expr]]

  init(_ outline: AlgebraicOutline) {
    keys = outline.keys
    roots = outline.roots
    var scaled: Set<Expr> = []
    for key in outline.keys where !key.scale.isOne { scaled.insert(key.base) }
    isShared = outline.keys.map { scaled.contains($0.base) }
    powers = Array(repeating: [:], count: outline.keys.count)
  }

  /// The polynomial divided by an integer, term by term.
  mutating func sum(_ polynomial: Polynomial, over divisor: Integer = 1) -> Expr {
    var terms: [Expr] = []
    terms.reserveCapacity(polynomial.termCount)
    for index in 0..<polynomial.termCount {
      guard let coefficient = Rational(polynomial.coefficient(index), divisor) else { continue }
      terms.append(monomial(coefficient, polynomial.exponents(index)))
    }
    return Expr.sum(terms)
  }

  private mutating func monomial(_ coefficient: Rational, _ exponents: [Int]) -> Expr {
    var factors = [Expr(Number(coefficient))]
    var shared: [(base: Expr, exponents: [Expr])] = []
    for index in keys.indices where exponents[index] != 0 {
      if isShared[index] {
        let exponent = exponentTerm(index, exponents[index])
        if let place = shared.firstIndex(where: { $0.base == keys[index].base }) {
          shared[place].exponents.append(exponent)
        } else {
          shared.append((keys[index].base, [exponent]))
        }
      } else {
        factors.append(power(index, exponents[index]))
      }
    }
    for (base, exponents) in shared { factors.append(.power(base, .sum(exponents))) }
    return Expr.product(factors)
  }

  private mutating func power(_ index: Int, _ exponent: Int) -> Expr {
    if let known = powers[index][exponent] { return known }
    let power = Expr.power(keys[index].base, exponentTerm(index, exponent))
    powers[index][exponent] = power
    return power
  }

  private func exponentTerm(_ index: Int, _ exponent: Int) -> Expr {
    let signed = keys[index].isInverse ? -exponent : exponent
    guard let quotient = Rational(Integer(signed), Integer(roots[index])) else { return 0 }
    return Expr(Number(quotient)) * keys[index].scale
  }
}
