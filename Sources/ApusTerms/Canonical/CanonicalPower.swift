import ApusNumbers

// Powers do what holds for every complex value, principal branches: integer powers of products and powers, positive
// numeric factors out of roots, (x^a)^b = x^(ab) for −1 < a ≤ 1, and exact values of numeric powers. `sqrt(x^2)` stays.
extension TermStore where Self: ~Copyable {
  mutating func canonicalPower(_ base: Ref, _ exponent: Ref) -> Ref {
    if isNumber(exponent) {
      if isInteger(exponent, 1) { return base }
      if isNumber(base) { return numericPower(base, exponent) }
      if isZero(exponent) { return powerZero(base, exponent) }
      if kind(exponent) == .integer { return integerPower(base, exponent) }
      if flags(exponent).contains(.hasInexact), isConstantE(base),
        let value = Function.exp.inexactValue([number(exponent)])
      {
        return makeNumber(value)
      }
      return fractionalPower(base, exponent)
    }
    if isInteger(base, 1), !flags(exponent).contains(.hasInfinity) { return base }
    if isConstantE(base), let value = exponentialValue(exponent) { return value }
    return makeNode(.power, base, exponent)
  }

  private mutating func powerZero(_ base: Ref, _ exponent: Ref) -> Ref {
    if !flags(base).isDisjoint(with: [.hasInfinity, .hasUndefined]) {
      return makeNode(.power, base, exponent)
    }
    return makeInteger(1)
  }

  /// (a·b)^n = a^n·b^n and (a^b)^n = a^(b·n), which hold for integers n.
  private mutating func integerPower(_ base: Ref, _ exponent: Ref) -> Ref {
    switch kind(base) {
    case .power:
      let inner = child(base, 0)
      return power(inner, canonicallyScaled(child(base, 1), by: exponent))
    case .product:
      let count = (count(base) - 1) / 2 + 1
      return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { factors in
        factors.initializeElement(at: 0, to: power(child(base, 0), exponent))
        for i in 1..<count {
          let raised = canonicallyScaled(child(base, 2 * i), by: exponent)
          factors.initializeElement(at: i, to: power(child(base, 2 * i - 1), raised))
        }
        let result = product(UnsafeBufferPointer(factors))
        factors.deinitialize()
        return result
      }
    default: return makeNode(.power, base, exponent)
    }
  }

  private mutating func fractionalPower(_ base: Ref, _ exponent: Ref) -> Ref {
    guard number(exponent).isReal else { return makeNode(.power, base, exponent) }
    switch kind(base) {
    case .power:
      let inner = child(base, 1)
      if isNumber(inner), number(inner).isWithinUnitInterval {
        return power(child(base, 0), multiplyNumbers(inner, exponent))
      }
    case .product: return rootOfProduct(base, exponent)
    default: break
    }
    return makeNode(.power, base, exponent)
  }

  /// (c·z)^q = |c|^q·(±z)^q: only the sign of a real coefficient stays inside.
  private mutating func rootOfProduct(_ base: Ref, _ exponent: Ref) -> Ref {
    let coefficient = number(child(base, 0))
    if coefficient.isOne || coefficient.isMinusOne || !coefficient.isReal {
      return makeNode(.power, base, exponent)
    }
    let magnitude = makeNumber(coefficient.isNegative ? -coefficient : coefficient)
    var rest = withoutCoefficient(base)
    if coefficient.isNegative { rest = canonicallyScaled(rest, by: makeInteger(-1)) }
    return canonicalProduct(of: power(magnitude, exponent), power(rest, exponent))
  }

  mutating func canonicalProduct(of a: Ref, _ b: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: 2) { factors in
      factors.initializeElement(at: 0, to: a)
      factors.initializeElement(at: 1, to: b)
      defer { factors.deinitialize() }
      return product(UnsafeBufferPointer(factors))
    }
  }

  mutating func canonicalSum(of a: Ref, _ b: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: 2) { terms in
      terms.initializeElement(at: 0, to: a)
      terms.initializeElement(at: 1, to: b)
      defer { terms.deinitialize() }
      return sum(UnsafeBufferPointer(terms))
    }
  }
}

// MARK: - The exponential function, which is a power of E

extension TermStore where Self: ~Copyable {
  func isConstantE(_ term: Ref) -> Bool {
    kind(term) == .call && count(term) == 0 && traits(head(term)).isE
  }

  /// exp(log x) = x, and exp of multiples of iπ/2.
  private mutating func exponentialValue(_ exponent: Ref) -> Ref? {
    switch kind(exponent) {
    case .call:
      if count(exponent) == 1, function(head(exponent)) === Function.log { return child(exponent, 0) }
    case .product:
      guard count(exponent) == 3, isInteger(child(exponent, 2), 1), isConstantPi(child(exponent, 1))
      else { return nil }
      return rootOfUnity(number(child(exponent, 0)))
    default: break
    }
    return nil
  }

  func isConstantPi(_ term: Ref) -> Bool {
    kind(term) == .call && count(term) == 0 && function(head(term)) === Function.pi
  }

  /// exp(c·π) for imaginary c that are multiples of i/2.
  private mutating func rootOfUnity(_ coefficient: Number) -> Ref? {
    guard coefficient.isExact, coefficient.real.isZero else { return nil }
    let doubled = coefficient.imaginary * .integer(2)
    guard case .integer(let turns) = doubled else { return nil }
    switch turns.modulo(4) {
    case 0: return makeInteger(1)
    case 1: return makeNumber(.i)
    case 2: return makeInteger(-1)
    default: return makeNumber(-Number.i)
    }
  }
}
