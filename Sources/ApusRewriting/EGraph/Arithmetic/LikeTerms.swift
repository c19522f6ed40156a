import ApusNumbers

/// A part of a sum or product that becomes one with others like it.
protocol LikeTerm {
  /// Whether it stands before another; those that are alike stand before none of each other.
  func precedes(_ other: Self) -> Bool
  /// Whether it becomes one with another.
  func isLike(_ other: Self) -> Bool
  /// Takes in another that is like it.
  mutating func add(_ other: Self)
  /// Whether it may be left out.
  var isNothing: Bool { get }
}

extension Array where Element: LikeTerm {
  /// The elements in their order, like ones together, those that come to nothing left out.
  func collected() -> [Element] {
    if count < 2 { return filter { !$0.isNothing } }
    var found: [Element] = []
    for element in sorted(by: { $0.precedes($1) }) {
      if let last = found.last, last.isLike(element) {
        found[found.count - 1].add(element)
      } else {
        found.append(element)
      }
    }
    found.removeAll { $0.isNothing }
    return found
  }
}

extension WeightedChild: LikeTerm {
  func precedes(_ other: WeightedChild) -> Bool { id < other.id }
  func isLike(_ other: WeightedChild) -> Bool { id == other.id }
  mutating func add(_ other: WeightedChild) { weight += other.weight }
  var isNothing: Bool { weight.isZero }
}

extension ExpandedTerm: LikeTerm {
  func precedes(_ other: ExpandedTerm) -> Bool { id < other.id }
  func isLike(_ other: ExpandedTerm) -> Bool { id == other.id }
  mutating func add(_ other: ExpandedTerm) { weight += other.weight }
  var isNothing: Bool { weight.isZero }
}

extension ClassPolynomial.Term: LikeTerm {
  /// Lexicographic order, the class with the smallest id first.
  func precedes(_ other: ClassPolynomial.Term) -> Bool {
    for (a, b) in zip(powers, other.powers) where a != b {
      return a.id != b.id ? a.id < b.id : a.exponent > b.exponent
    }
    return powers.count > other.powers.count
  }

  func isLike(_ other: ClassPolynomial.Term) -> Bool { powers == other.powers }
  mutating func add(_ other: ClassPolynomial.Term) { coefficient += other.coefficient }
  var isNothing: Bool { coefficient.isZero }
}

extension FactoredForms.Factor: LikeTerm {
  func precedes(_ other: FactoredForms.Factor) -> Bool { form < other.form }
  func isLike(_ other: FactoredForms.Factor) -> Bool { form == other.form }
  mutating func add(_ other: FactoredForms.Factor) { exponent += other.exponent }
  var isNothing: Bool { exponent == 0 }
}

extension FactoredForms.Term: LikeTerm {
  func precedes(_ other: FactoredForms.Term) -> Bool { form < other.form }
  func isLike(_ other: FactoredForms.Term) -> Bool { form == other.form }
  mutating func add(_ other: FactoredForms.Term) { weight += other.weight }
  var isNothing: Bool { weight.isZero }
}
