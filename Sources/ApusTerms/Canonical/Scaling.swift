import ApusNumbers

// Coefficients: taking them off terms and putting them on.
extension TermStore where Self: ~Copyable {
  /// The numeric coefficient of a term that is not a sum, and the term without it.
  mutating func coefficientAndTerm(_ term: Ref) -> (coefficient: Ref, term: Ref) {
    if kind(term) == .product {
      let coefficient = child(term, 0)
      if !isInteger(coefficient, 1) { return (coefficient, withoutCoefficient(term)) }
    }
    return (makeInteger(1), term)
  }

  /// A product without its coefficient.
  mutating func withoutCoefficient(_ product: Ref) -> Ref {
    let count = count(product)
    if count == 3 { return powerNode(child(product, 1), child(product, 2)) }
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { children in
      children.initializeElement(at: 0, to: makeInteger(1))
      for i in 1..<count { children.initializeElement(at: i, to: child(product, i)) }
      let node = makeNode(.product, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }

  /// A power whose parts are known to be canonical together.
  mutating func powerNode(_ base: Ref, _ exponent: Ref) -> Ref {
    isInteger(exponent, 1) ? base : makeNode(.power, base, exponent)
  }

  /// The term multiplied by a number; a number times a sum is distributed.
  mutating func canonicallyScaled(_ term: Ref, by factor: Ref) -> Ref {
    if isInteger(factor, 1) { return term }
    if isInteger(factor, 0), flags(term).isDisjoint(with: [.hasInfinity, .hasUndefined]) { return factor }
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal: return multiplyNumbers(term, factor)
    case .sum: return scaledSum(term, by: factor)
    case .product: return scaledProduct(term, by: factor)
    case .power: return productNode(factor, child(term, 0), child(term, 1))
    default: return productNode(factor, term, makeInteger(1))
    }
  }

  private mutating func productNode(_ coefficient: Ref, _ base: Ref, _ exponent: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: 3) { children in
      children.initializeElement(at: 0, to: coefficient)
      children.initializeElement(at: 1, to: base)
      children.initializeElement(at: 2, to: exponent)
      let node = makeNode(.product, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }

  private mutating func scaledSum(_ sum: Ref, by factor: Ref) -> Ref {
    let count = count(sum)
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { children in
      children.initializeElement(at: 0, to: multiplyNumbers(child(sum, 0), factor))
      var i = 1
      while i < count {
        children.initializeElement(at: i, to: child(sum, i))
        children.initializeElement(at: i + 1, to: multiplyNumbers(child(sum, i + 1), factor))
        i += 2
      }
      let node = makeNode(.sum, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }

  private mutating func scaledProduct(_ product: Ref, by factor: Ref) -> Ref {
    let coefficient = multiplyNumbers(child(product, 0), factor)
    let count = count(product)
    if isInteger(coefficient, 1), count == 3 { return powerNode(child(product, 1), child(product, 2)) }
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { children in
      children.initializeElement(at: 0, to: coefficient)
      for i in 1..<count { children.initializeElement(at: i, to: child(product, i)) }
      let node = makeNode(.product, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }
}
