import ApusNumbers

// What the laws of a function of one argument say about its canonical form: a sign is taken out of even and odd functions, a
// positive factor out of homogeneous ones, f(f⁻¹(x)) is x.
extension TermStore where Self: ~Copyable {
  mutating func unaryReduction(_ head: Head, _ argument: Ref) -> Ref? {
    let kind = kind(argument)
    if kind == .symbol || kind == .power { return nil }
    let traits = traits(head)
    if traits.hasInverse, kind == .call, count(argument) == 1,
      function(self.head(argument)).name == function(head).laws.inverse
    {
      return child(argument, 0)
    }
    if let degree = traits.homogeneity, kind == .product,
      let reduced = withoutFactor(head, argument, degree)
    {
      return reduced
    }
    guard let symmetry = traits.symmetry, symmetry != .commutative, hasNegativeSign(argument) else {
      return nil
    }
    let negated = canonicallyScaled(argument, by: makeInteger(-1))
    let value = unaryCall(head, negated)
    return symmetry == .even ? value : canonicallyScaled(value, by: makeInteger(-1))
  }

  private mutating func unaryCall(_ head: Head, _ argument: Ref) -> Ref {
    withUnsafePointer(to: argument) { call(head, UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// f(c·z) = c^degree·f(z) for c > 0; a sign stays, for symmetry to see.
  private mutating func withoutFactor(_ head: Head, _ argument: Ref, _ degree: Int) -> Ref? {
    let coefficient = number(child(argument, 0))
    guard coefficient.isReal, !coefficient.isOne, !coefficient.isMinusOne, !coefficient.isZero,
      let factor = (coefficient.isNegative ? -coefficient : coefficient).raised(to: degree)
    else { return nil }
    var rest = withoutCoefficient(argument)
    if coefficient.isNegative { rest = canonicallyScaled(rest, by: makeInteger(-1)) }
    return canonicallyScaled(unaryCall(head, rest), by: makeNumber(factor))
  }

  // MARK: - Signs

  /// Whether of a term and its negative the term is the one with the minus sign. Exactly one of both is, unless they are
  /// equal.
  func hasNegativeSign(_ term: Ref) -> Bool {
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal: return isNegative(number: term)
    case .product: return isNegative(number: child(term, 0))
    case .sum: return sumHasNegativeSign(term)
    default: return false
    }
  }

  private func isNegative(number term: Ref) -> Bool {
    if let small = smallInteger(term) { return small < 0 }
    return hasNegativeSign(number(term))
  }

  private func hasNegativeSign(_ number: Number) -> Bool {
    let real = number.real
    return real.isZero ? number.imaginary.isNegative : real.isNegative
  }

  /// The majority of the signs decides, then that of the term which comes first by name, so that x − y is positive.
  private func sumHasNegativeSign(_ sum: Ref) -> Bool {
    var balance = 0
    if !isZero(child(sum, 0)) { balance += isNegative(number: child(sum, 0)) ? -1 : 1 }
    for i in stride(from: 2, to: count(sum), by: 2) { balance += isNegative(number: child(sum, i)) ? -1 : 1 }
    return balance == 0 ? firstByNameIsNegative(sum) : balance < 0
  }

  private func firstByNameIsNegative(_ sum: Ref) -> Bool {
    var first: (name: String, hash: UInt64, isNegative: Bool)?
    for i in stride(from: 1, to: count(sum), by: 2) {
      let term = child(sum, i)
      let (name, hash) = (sortName(term), hash(term))
      if let old = first, (old.name, old.hash) <= (name, hash) { continue }
      first = (name, hash, isNegative(number: child(sum, i + 1)))
    }
    return first?.isNegative ?? false
  }

  /// The least name among the symbols and functions at the top of a term.
  private func sortName(_ term: Ref) -> String {
    switch kind(term) {
    case .symbol: return symbol(term).name
    case .call: return function(head(term)).name
    case .power: return topName(child(term, 0))
    case .product:
      var names: [String] = []
      for i in stride(from: 1, to: count(term), by: 2) { names.append(topName(child(term, i))) }
      return names.min() ?? ""
    default: return "~"
    }
  }

  private func topName(_ term: Ref) -> String {
    switch kind(term) {
    case .symbol: symbol(term).name
    case .call: function(head(term)).name
    default: "~"
    }
  }
}
