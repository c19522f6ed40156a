import ApusNumbers

/// A polynomial over the rational numbers whose indeterminates are classes.
struct ClassPolynomial {
  /// A power of a class.
  struct Power: Equatable {
    var id: UInt32
    var exponent: Int
  }

  /// A coefficient times powers of different classes, which stand in the order of their ids.
  struct Term {
    var powers: [Power]
    var coefficient: Rational
  }

  /// A product of powers and a polynomial that no power divides.
  struct Quotient {
    var unit: [Power]
    var polynomial: ClassPolynomial
  }

  /// The terms, the leading one first.
  private(set) var terms: [Term]

  /// The most terms of a polynomial that is divided.
  static let widest = 64

  init(_ terms: [Term]) {
    self.terms = terms.collected()
  }

  /// The quotient if the division leaves no rest.
  ///
  /// Products of powers have reciprocals, so that they are taken out before. If one polynomial divides another, its leading term
  /// divides that of each rest (D. Cox, J. Little, D. O'Shea, Ideals, Varieties, and Algorithms, section 2.3), so that the first that
  /// is not divided ends the attempt.
  ///
  /// - Complexity: at most 64 steps, each of which goes through the terms of both.
  func divided(by divisor: ClassPolynomial) -> Quotient? {
    guard divisor.terms.count > 1, !terms.isEmpty else { return nil }
    let (above, below) = (monomial, divisor.monomial)
    let stripped = ClassPolynomial(divisor.terms.map { $0.times(below.reciprocal) })
    var rest = terms.map { $0.times(above.reciprocal) }.collected()
    var quotient: [Term] = []
    while let first = rest.first {
      guard quotient.count < Self.widest, rest.count <= 4 * Self.widest,
        let term = first.divided(by: stripped.terms[0]), term.coefficient.isShort
      else { return nil }
      quotient.append(term)
      rest = (rest + stripped.terms.map { $0.times(term.negated) }).collected()
    }
    return Quotient(unit: above.times(below.reciprocal).powers, polynomial: ClassPolynomial(quotient))
  }

  /// The product of powers that leaves no class in all terms, nor one with a negative exponent, when it is taken out.
  private var monomial: Term {
    var least: [UInt32: Int] = [:]
    for (number, term) in terms.enumerated() {
      for power in term.powers {
        least[power.id] = min(least[power.id] ?? (number == 0 ? power.exponent : 0), power.exponent)
      }
      for id in least.keys where !term.powers.contains(where: { $0.id == id }) {
        least[id] = min(least[id] ?? 0, 0)
      }
    }
    let powers = least.filter { $0.value != 0 }.map { Power(id: $0.key, exponent: $0.value) }
    return Term(powers: powers.sorted { $0.id < $1.id }, coefficient: .one)
  }
}

extension ClassPolynomial.Term {
  fileprivate func times(_ other: ClassPolynomial.Term) -> ClassPolynomial.Term {
    var product = powers
    for power in other.powers {
      if let place = product.firstIndex(where: { $0.id >= power.id }) {
        if product[place].id == power.id {
          product[place].exponent += power.exponent
        } else {
          product.insert(power, at: place)
        }
      } else {
        product.append(power)
      }
    }
    product.removeAll { $0.exponent == 0 }
    return .init(powers: product, coefficient: coefficient * other.coefficient)
  }

  fileprivate var negated: ClassPolynomial.Term { .init(powers: powers, coefficient: -coefficient) }

  /// The powers with opposite exponents.
  fileprivate var reciprocal: ClassPolynomial.Term {
    .init(powers: powers.map { .init(id: $0.id, exponent: -$0.exponent) }, coefficient: .one)
  }

  /// The quotient of two terms; `nil` if an exponent would be negative.
  fileprivate func divided(by other: ClassPolynomial.Term) -> ClassPolynomial.Term? {
    var quotient = powers
    for power in other.powers {
      guard let place = quotient.firstIndex(where: { $0.id == power.id }),
        quotient[place].exponent >= power.exponent
      else { return nil }
      quotient[place].exponent -= power.exponent
    }
    quotient.removeAll { $0.exponent == 0 }
    return .init(powers: quotient, coefficient: coefficient / other.coefficient)
  }
}
