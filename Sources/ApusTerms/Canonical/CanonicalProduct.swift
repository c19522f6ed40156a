import ApusNumbers

// A canonical product is [coefficient, base, exponent, base, exponent, …]: runs in the order of the hashes of their bases,
// a coefficient that is not 1 or at least two runs. Exponents of equal bases are added when both are numbers, and when
// they are multiples of one term (x^a · x^(2a) = x^(3a)); x^a · x^b stays as it is.
extension TermStore where Self: ~Copyable {
  mutating func canonicalProduct(_ factors: UnsafeBufferPointer<Ref>) -> Ref {
    if factors.count == 1 { return factors[0] }
    var capacity = 0
    for factor in factors { capacity += factorCount(factor) }
    return withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: capacity) { runs in
      var used = 0
      var coefficient = makeInteger(1)
      for factor in factors { appendFactor(factor, to: runs, &used, &coefficient) }
      defer { runs.extracting(..<used).deinitialize() }
      return finishProduct(runs, used, coefficient)
    }
  }

  /// The product of powers, each a base and exponent as a canonical product holds them, and of further factors.
  mutating func canonicalProduct(
    _ powers: UnsafeBufferPointer<(base: Ref, exponent: Ref)>, _ factors: UnsafeBufferPointer<Ref>
  ) -> Ref {
    var capacity = powers.count
    for factor in factors { capacity += factorCount(factor) }
    return withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: capacity) { runs in
      var used = 0
      var coefficient = makeInteger(1)
      for (base, exponent) in powers {
        runs.initializeElement(at: used, to: Run(hash: hash(base), term: base, weight: exponent))
        used += 1
      }
      for factor in factors { appendFactor(factor, to: runs, &used, &coefficient) }
      defer { runs.extracting(..<used).deinitialize() }
      return finishProduct(runs, used, coefficient)
    }
  }

  /// The product of powers and one more factor, as a coefficient and a term without one: what the product rule makes, in
  /// the form in which a sum collects it. The buffer must not be the store's own memory.
  mutating func canonicalProductParts(
    _ powers: UnsafeBufferPointer<(base: Ref, exponent: Ref)>, times factor: Ref
  ) -> (coefficient: Ref, term: Ref) {
    let capacity = powers.count + factorCount(factor)
    return withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: capacity) { runs in
      var used = 0
      var coefficient = makeInteger(1)
      for (base, exponent) in powers where !isInteger(exponent, 0) {
        runs.initializeElement(at: used, to: Run(hash: hash(base), term: base, weight: exponent))
        used += 1
      }
      appendFactor(factor, to: runs, &used, &coefficient)
      defer { runs.extracting(..<used).deinitialize() }
      if holdsSeveralLists(runs, used) {
        return coefficientAndTerm(orderedProduct(runs, used, coefficient))
      }
      var needsFlattening = false
      let kept = mergeFactors(runs, used, &coefficient, &needsFlattening)
      if needsFlattening { return coefficientAndTerm(flattened(runs, kept, coefficient)) }
      return (coefficient, unitProduct(runs, kept))
    }
  }

  /// The product of merged runs without a coefficient.
  private mutating func unitProduct(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ kept: Int) -> Ref {
    switch kept {
    case 0: makeInteger(1)
    case 1: powerNode(runs[0].term, runs[0].weight)
    default: productNode(makeInteger(1), runs, kept)
    }
  }

  private func factorCount(_ factor: Ref) -> Int { kind(factor) == .product ? (count(factor) >> 1) + 1 : 1 }

  private mutating func appendFactor(
    _ factor: Ref, to runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: inout Int,
    _ coefficient: inout Ref
  ) {
    switch kind(factor) {
    case .integer, .rational, .complex, .real, .bigReal:
      // A product beyond the limit on digits stays a product.
      guard let value = multiplyWithinLimit(coefficient, factor) else { break }
      coefficient = value
      return
    case .product:
      let own = child(factor, 0)
      if let value = multiplyWithinLimit(coefficient, own) {
        coefficient = value
      } else {
        runs.initializeElement(at: used, to: Run(hash: hash(own), term: own, weight: makeInteger(1)))
        used += 1
      }
      var i = 1
      while i < count(factor) {
        let base = child(factor, i)
        runs.initializeElement(at: used, to: Run(hash: hash(base), term: base, weight: child(factor, i + 1)))
        used += 1
        i += 2
      }
      return
    case .power:
      let base = child(factor, 0)
      runs.initializeElement(at: used, to: Run(hash: hash(base), term: base, weight: child(factor, 1)))
      used += 1
      return
    default: break
    }
    runs.initializeElement(at: used, to: Run(hash: hash(factor), term: factor, weight: makeInteger(1)))
    used += 1
  }

  private mutating func multiplyWithinLimit(_ a: Ref, _ b: Ref) -> Ref? {
    if smallInteger(a) != nil && smallInteger(b) != nil { return multiplyNumbers(a, b) }
    return number(a).multiplied(by: number(b)).map { makeNumber($0) }
  }

  private mutating func finishProduct(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int, _ coefficient: Ref
  ) -> Ref {
    if holdsSeveralLists(runs, used) { return orderedProduct(runs, used, coefficient) }
    var coefficient = coefficient
    var needsFlattening = false
    let kept = mergeFactors(runs, used, &coefficient, &needsFlattening)
    if needsFlattening { return flattened(runs, kept, coefficient) }
    if isInteger(coefficient, 0) {
      var keepsZero = false
      for i in 0..<kept where !flags(runs[i].term).isDisjoint(with: [.hasInfinity, .hasUndefined]) {
        keepsZero = true
      }
      if !keepsZero { return coefficient }
    }
    if kept == 0 { return coefficient }
    if kept == 1 {
      if isInteger(coefficient, 1) { return powerNode(runs[0].term, runs[0].weight) }
      if kind(runs[0].term) == .sum, isInteger(runs[0].weight, 1) {
        return canonicallyScaled(runs[0].term, by: coefficient)
      }
    }
    return productNode(coefficient, runs, kept)
  }

  private mutating func productNode(
    _ coefficient: Ref, _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ kept: Int
  ) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: 1 + 2 * kept) { children in
      children.initializeElement(at: 0, to: coefficient)
      for i in 0..<kept {
        children.initializeElement(at: 1 + 2 * i, to: runs[i].term)
        children.initializeElement(at: 2 + 2 * i, to: runs[i].weight)
      }
      let node = makeNode(.product, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }

  /// Sorts the runs, adds exponents of equal bases, moves numeric powers that have a value into the coefficient.
  private mutating func mergeFactors(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int, _ coefficient: inout Ref,
    _ needsFlattening: inout Bool
  ) -> Int {
    sortRuns(runs, used)
    var kept = 0
    var i = 0
    while i < used {
      var end = i + 1
      while end < used, runs[end].hash == runs[i].hash, runs[end].term == runs[i].term { end += 1 }
      if end == i + 1 {
        runs[kept] = runs[i]
        kept += 1
      } else {
        let start = kept
        for j in i..<end { addExponent(of: runs[j], to: runs, from: start, &kept) }
        kept = settle(runs, from: start, kept, &coefficient, &needsFlattening)
      }
      i = end
    }
    return kept
  }

  /// Adds a run to the runs of the same base that stand at `start ..< kept`.
  private mutating func addExponent(
    of run: Run<Ref>, to runs: UnsafeMutableBufferPointer<Run<Ref>>, from start: Int, _ kept: inout Int
  ) {
    for k in start..<kept {
      if let exponent = mergedExponent(runs[k].weight, run.weight) {
        runs[k].weight = exponent
        return
      }
    }
    runs[kept] = run
    kept += 1
  }

  /// The sum of two exponents that may be added: two numbers, or multiples of one term.
  private mutating func mergedExponent(_ a: Ref, _ b: Ref) -> Ref? {
    if isNumber(a) { return isNumber(b) ? addNumbers(a, b) : nil }
    if isNumber(b) { return nil }
    let (p, s) = coefficientAndTerm(a)
    let (q, t) = coefficientAndTerm(b)
    guard s == t else { return nil }
    let sum = addNumbers(p, q)
    return canonicallyScaled(s, by: sum)
  }

  /// Drops x^0, evaluates numeric powers, and puts runs that share a base into the order of their exponents.
  private mutating func settle(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, from start: Int, _ end: Int, _ coefficient: inout Ref,
    _ needsFlattening: inout Bool
  ) -> Int {
    var kept = start
    for k in start..<end {
      let run = runs[k]
      if isNumber(run.weight) {
        if isZero(run.weight), !flags(run.term).contains(.hasInfinity) { continue }
        let base = kind(run.term)
        // A number, or an integer power of a product or a power, falls into parts that may meet other runs.
        if base.isNumber || ((base == .product || base == .power) && kind(run.weight) == .integer),
          !isSettledPower(run.term, run.weight)
        {
          needsFlattening = true
        }
      }
      runs[kept] = run
      kept += 1
    }
    if kept - start > 1 {
      var slice = UnsafeMutableBufferPointer(rebasing: runs[start..<kept])
      slice.sort { hash($0.weight) < hash($1.weight) }
    }
    return kept
  }

  /// Whether the power is already what canonical construction makes of it; to multiply again would then never end.
  private mutating func isSettledPower(_ base: Ref, _ exponent: Ref) -> Bool {
    let value = power(base, exponent)
    return kind(value) == .power && child(value, 0) == base && child(value, 1) == exponent
  }

  /// Rebuilds the powers of merged runs and multiplies again.
  private mutating func flattened(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ kept: Int, _ coefficient: Ref
  ) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: kept + 1) { factors in
      factors.initializeElement(at: 0, to: coefficient)
      for i in 0..<kept { factors.initializeElement(at: i + 1, to: power(runs[i].term, runs[i].weight)) }
      let result = product(UnsafeBufferPointer(factors))
      factors.deinitialize()
      return result
    }
  }
}
