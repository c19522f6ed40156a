import ApusNumbers

// Rebuilding a node from mapped children, canonically: what substitution, canonicalisation and rule application share.
extension TermStore where Self: ~Copyable {
  /// The term whose stored children are replaced by what `map` gives; a term none of whose children changes is returned
  /// itself.
  ///
  /// Coefficients and numeric exponents are not passed to `map`: they are part of the node.
  mutating func rebuilt(_ term: Ref, _ map: (inout Self, Ref) -> Ref) -> Ref {
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal, .symbol: return term
    case .sum: return rebuiltSum(term, map)
    case .product: return rebuiltProduct(term, map)
    case .power:
      let (base, exponent) = (child(term, 0), child(term, 1))
      let (newBase, newExponent) = (mapped(base, map), mapped(exponent, map))
      if newBase == base, newExponent == exponent { return term }
      return power(newBase, newExponent)
    case .call, .ext: return rebuiltCall(term, map)
    }
  }

  private mutating func mapped(_ term: Ref, _ map: (inout Self, Ref) -> Ref) -> Ref {
    isNumber(term) ? term : map(&self, term)
  }

  private mutating func rebuiltSum(_ term: Ref, _ map: (inout Self, Ref) -> Ref) -> Ref {
    let runs = count(term) >> 1
    return withUnsafeTemporaryAllocation(of: (term: Ref, coefficient: Ref).self, capacity: runs) { slots in
      var isChanged = false
      for i in 0..<runs {
        let old = child(term, 2 * i + 1)
        let new = map(&self, old)
        if new != old { isChanged = true }
        slots.initializeElement(at: i, to: (new, child(term, 2 * i + 2)))
      }
      defer { slots.deinitialize() }
      return isChanged ? canonicalWeightedSum(constant: child(term, 0), UnsafeBufferPointer(slots)) : term
    }
  }

  /// Runs that are plain powers go into the new product as they are, without a node for the power.
  private mutating func rebuiltProduct(_ term: Ref, _ map: (inout Self, Ref) -> Ref) -> Ref {
    let count = count(term) >> 1
    return withUnsafeTemporaryAllocation(of: (base: Ref, exponent: Ref).self, capacity: count) { runs in
      withUnsafeTemporaryAllocation(of: Ref.self, capacity: count + 1) { factors in
        var (runCount, factorCount, isChanged) = (0, 1, false)
        factors.initializeElement(at: 0, to: child(term, 0))
        for i in 0..<count {
          let (base, exponent) = (child(term, 2 * i + 1), child(term, 2 * i + 2))
          let (newBase, newExponent) = (mapped(base, map), mapped(exponent, map))
          let isSame = newBase == base && newExponent == exponent
          if !isSame { isChanged = true }
          if isSame || isPlainPower(newBase, newExponent) {
            runs.initializeElement(at: runCount, to: (newBase, newExponent))
            runCount += 1
          } else {
            factors.initializeElement(at: factorCount, to: power(newBase, newExponent))
            factorCount += 1
          }
        }
        defer {
          runs.extracting(..<runCount).deinitialize()
          factors.extracting(..<factorCount).deinitialize()
        }
        if !isChanged { return term }
        return canonicalProduct(
          UnsafeBufferPointer(rebasing: runs[..<runCount]),
          UnsafeBufferPointer(rebasing: factors[..<factorCount]))
      }
    }
  }

  /// Whether the power of the two is just the pair.
  private func isPlainPower(_ base: Ref, _ exponent: Ref) -> Bool {
    switch kind(base) {
    case .symbol, .sum, .ext: return isNumber(exponent) && !isZero(exponent)
    case .call:
      if isConstantE(base) { return kind(exponent) == .sum }
      return isNumber(exponent) && !isZero(exponent)
    default: return false
    }
  }

  private mutating func rebuiltCall(_ term: Ref, _ map: (inout Self, Ref) -> Ref) -> Ref {
    let count = count(term)
    if count == 0 { return term }
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { slots in
      var isChanged = false
      for i in 0..<count {
        let old = child(term, i)
        let new = map(&self, old)
        if new != old { isChanged = true }
        slots.initializeElement(at: i, to: new)
      }
      defer { slots.deinitialize() }
      if !isChanged { return term }
      if kind(term) == .ext { return makeExtension(like: term, UnsafeBufferPointer(slots)) }
      return call(head(term), UnsafeBufferPointer(slots))
    }
  }
}

extension TermStore where Self: ~Copyable {
  /// A template with its slots replaced by arguments; recursive, for templates that are a few nodes deep.
  mutating func filled(_ template: Ref, _ slots: [Ref], _ arguments: [Ref]) -> Ref {
    if !flags(template).contains(.hasSymbol) { return template }
    for i in arguments.indices where slots[i] == template { return arguments[i] }
    return rebuilt(template) { store, child in store.filled(child, slots, arguments) }
  }
}
