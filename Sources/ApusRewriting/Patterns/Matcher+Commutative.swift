import ApusNumbers
import ApusTerms

// Sums, products and other calls whose arguments match in any order and grouping.
extension Matcher where Store: ~Copyable {
  func matchOperation(
    _ part: Int, _ term: Ref, leavingRest: Bool, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    guard let search = search(part, term, leavingRest: leavingRest, &store) else { return false }
    let needed = search.parts.count(where: pattern.needsOperand)
    if needed > search.operands.count { return false }
    return place(search, 0, &store, &bindings, then)
  }

  private func search(
    _ part: Int, _ term: Ref, leavingRest: Bool, _ store: inout Store
  ) -> CommutativeSearch<Ref>? {
    switch pattern.nodes[part] {
    case .sum(let parts):
      // The whole of a pattern has been looked at.
      if !leavingRest, store.kind(term) == .sum, !mayPlace(parts, on: term, store) { return nil }
      let operands = leavingRest ? wholeSummands(of: term, &store) : summands(of: term, &store)
      return CommutativeSearch(.sum, parts: parts, operands: operands, leavesRest: leavingRest)
    case .product(let coefficient, let parts):
      if !leavingRest, store.kind(term) == .product, !mayPlace(parts, on: term, store) { return nil }
      let factors =
        leavingRest
        ? wholeFactors(of: term, dividedBy: coefficient, &store)
        : factors(of: term, dividedBy: coefficient, &store)
      guard let operands = factors else { return nil }
      return CommutativeSearch(.product, parts: parts, operands: operands, leavesRest: leavingRest)
    case .call(let function, let parts):
      guard hasHead(part, term, store) else { return nil }
      var operands: [Ref] = []
      operands.reserveCapacity(store.count(term))
      for i in 0..<store.count(term) { operands.append(store.child(term, i)) }
      return CommutativeSearch(
        .call(function), parts: parts, operands: operands, leavesRest: leavingRest)
    default: return nil
    }
  }

  // MARK: Operands

  /// The summands of the term that is matched as a whole, which many patterns ask for.
  private func wholeSummands(of term: Ref, _ store: inout Store) -> [Ref] {
    guard let operandCache else { return summands(of: term, &store) }
    if let known = operandCache.summands(of: term) { return known }
    let found = summands(of: term, &store)
    operandCache.keep(summands: found, of: term)
    return found
  }

  /// The factors of the term that is matched as a whole, after division by the coefficient of the pattern.
  private func wholeFactors(of term: Ref, dividedBy coefficient: Number, _ store: inout Store) -> [Ref]? {
    guard let operandCache, coefficient.isExact, coefficient.isOne, store.kind(term) == .product else {
      return factors(of: term, dividedBy: coefficient, &store)
    }
    if let known = operandCache.factors(of: term) { return known }
    let found = factors(of: term, dividedBy: coefficient, &store)
    if let found { operandCache.keep(factors: found, of: term) }
    return found
  }

  func summands(of term: Ref, _ store: inout Store) -> [Ref] {
    guard store.kind(term) == .sum else { return [term] }
    var operands: [Ref] = []
    let constant = store.child(term, 0)
    if !store.isInteger(constant, 0) { operands.append(constant) }
    for i in stride(from: 1, to: store.count(term) - 1, by: 2) {
      let (summand, coefficient) = (store.child(term, i), store.child(term, i + 1))
      operands.append(store.isInteger(coefficient, 1) ? summand : product(coefficient, summand, &store))
    }
    return operands
  }

  private func product(_ a: Ref, _ b: Ref, _ store: inout Store) -> Ref {
    let factors = [a, b]
    return factors.withUnsafeBufferPointer { store.product($0) }
  }

  /// The factors of a term after division by the coefficient of the pattern: `-x` matches `-3*y` with x = 3*y, and `2*x` matches
  /// `6*y`, but not `3*y`.
  func factors(of term: Ref, dividedBy coefficient: Number, _ store: inout Store) -> [Ref]? {
    let kind = store.kind(term)
    var number = Number.one
    var operands: [Ref] = []
    if kind == .product {
      number = store.number(store.child(term, 0))
      for i in stride(from: 1, to: store.count(term) - 1, by: 2) {
        let (base, exponent) = (store.child(term, i), store.child(term, i + 1))
        operands.append(store.isInteger(exponent, 1) ? base : store.power(base, exponent))
      }
    } else if kind.isNumber {
      number = store.number(term)
    } else {
      operands = [term]
    }
    guard let quotient = Self.quotient(number, coefficient) else { return nil }
    if !(quotient.isExact && quotient.isOne) { operands.insert(store.makeNumber(quotient), at: 0) }
    return operands
  }

  private static func quotient(_ number: Number, _ coefficient: Number) -> Number? {
    if coefficient.isExact, coefficient.isOne { return number }
    guard let quotient = number.dividing(by: coefficient) else { return nil }
    if coefficient.isMinusOne || (quotient.isExact && quotient.isOne) { return quotient }
    // A multiple matches; a fraction of the coefficient would only hide it.
    guard case .integer = number, case .integer = coefficient, case .integer = quotient else { return nil }
    return quotient
  }

  // MARK: Placing the parts

  /// Matches the parts from `next` on with operands that are not used.
  func place(
    _ search: CommutativeSearch<Ref>, _ next: Int, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    bindings.steps -= 1
    if bindings.steps < 0 { return false }
    guard next < search.parts.count else { return finish(search, &store, &bindings, then) }
    let part = search.parts[next]
    guard case .variable(let index) = pattern.nodes[part] else {
      return placeStructured(search, next, part, &store, &bindings, then)
    }
    if pattern.variables[index].role == .run {
      return placeRun(search, next, index, &store, &bindings, then)
    }
    if let bound = bindings.terms[index] {
      return placeBound(search, next, index, bound, &store, &bindings, then)
    }
    return placeVariable(search, next, index, &store, &bindings, then)
  }

  private func finish(
    _ search: CommutativeSearch<Ref>, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    if !search.leavesRest {
      for i in search.operands.indices where !search.used[i] { return false }
      return then(&store, &bindings)
    }
    let before = bindings.rest
    bindings.rest = search.unused.map { search.operands[$0] }
    if then(&store, &bindings) { return true }
    bindings.rest = before
    return false
  }

  private func placeStructured(
    _ search: CommutativeSearch<Ref>, _ next: Int, _ part: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    guard
      search.operands.indices.contains(where: {
        !search.used[$0] && mayMatch(part, search.operands[$0], store)
      })
    else { return false }
    let rest = Continuation { store, bindings in self.place(search, next + 1, &store, &bindings, then) }
    if next > 0, search.isLong, let places = places(of: part, search, bindings, store) {
      for i in places where attempt(part, search, i, &store, &bindings, rest) { return true }
      return false
    }
    for i in search.operands.indices where attempt(part, search, i, &store, &bindings, rest) { return true }
    return false
  }

  /// Tries a part on one operand.
  private func attempt(
    _ part: Int, _ search: CommutativeSearch<Ref>, _ i: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ rest: Continuation
  ) -> Bool {
    if search.used[i] || !mayMatch(part, search.operands[i], store) { return false }
    search.used[i] = true
    if match(part, search.operands[i], &store, &bindings, rest) { return true }
    search.used[i] = false
    return false
  }

  /// The operands on which a part can be, as far as what its variables stand for tells; nil when it tells nothing.
  private func places(
    of part: Int, _ search: CommutativeSearch<Ref>, _ bindings: Bindings<Ref>, _ store: borrowing Store
  ) -> [Int]? {
    var found: [Int]?
    forEachBoundTerm(below: part, bindings) { term in
      if found?.isEmpty == true { return }
      guard let anchor = store.anchor(of: term), search.index(store).count(of: anchor) < search.operands.count
      else { return }
      let places = search.index(store).operands(with: anchor)
      found = found.map { OperandIndex<Ref>.common($0, places) } ?? places
    }
    guard let found, let count = operandCount(of: part, bindings) else { return found }
    return found.filter { store.count(search.operands[$0]) == count }
  }

  /// How many operands a generic sum or product has that matches a part, if every variable of it has a fixed share.
  private func operandCount(of part: Int, _ bindings: Bindings<Ref>) -> Int? {
    guard case .call(_, let parts) = pattern.nodes[part] else { return nil }
    var count = 0
    for part in parts {
      guard case .variable(let index) = pattern.nodes[part] else {
        count += 1
        continue
      }
      if let run = bindings.runs[index] {
        count += run.count
      } else if pattern.variables[index].role == .single, admits[index] != .any, admits[index] != .nonnumber {
        // Several operands together are no number and no symbol.
        count += 1
      } else {
        return nil
      }
    }
    return count
  }

  /// The terms that variables in a part of the pattern stand for already.
  private func forEachBoundTerm(below part: Int, _ bindings: Bindings<Ref>, _ body: (Ref) -> Void) {
    switch pattern.nodes[part] {
    case .literal: break
    case .variable(let index):
      if let term = bindings.terms[index] { body(term) }
      for term in bindings.runs[index] ?? [] { body(term) }
    case .call(_, let parts), .anyCall(_, let parts), .sum(let parts), .product(_, let parts):
      for part in parts { forEachBoundTerm(below: part, bindings, body) }
    case .power(let base, let exponent):
      forEachBoundTerm(below: base, bindings, body)
      forEachBoundTerm(below: exponent, bindings, body)
    }
  }
}
