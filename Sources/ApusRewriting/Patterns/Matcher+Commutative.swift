import ApusNumbers
import ApusTerms

// Sums, products and other calls whose arguments match in any order and grouping.
extension Matcher where Store: ~Copyable {
  /// The parts that are still to be matched, against the operands of a term.
  struct CommutativeSearch {
    let operation: CommutativeOperation
    let parts: [Int]
    let operands: [Ref]
    /// Whether operands may stay unmatched, as in the whole of a pattern.
    let leavesRest: Bool
  }

  func matchOperation(
    _ part: Int, _ term: Ref, leavingRest: Bool, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    guard let search = search(part, term, leavingRest: leavingRest, &store) else { return false }
    let needed = search.parts.count { isNeeded($0) }
    if needed > search.operands.count { return false }
    var used = [Bool](repeating: false, count: search.operands.count)
    return place(search, 0, &used, &store, &bindings, then)
  }

  /// Whether the part takes at least one operand.
  private func isNeeded(_ part: Int) -> Bool {
    if case .variable(let index) = pattern.nodes[part] { return pattern.variables[index].role == .single }
    return true
  }

  private func search(
    _ part: Int, _ term: Ref, leavingRest: Bool, _ store: inout Store
  ) -> CommutativeSearch? {
    switch pattern.nodes[part] {
    case .sum(let parts):
      if leavingRest, store.kind(term) != .sum { return nil }
      return CommutativeSearch(
        operation: .sum, parts: parts, operands: summands(of: term, &store), leavesRest: leavingRest)
    case .product(let coefficient, let parts):
      guard let operands = factors(of: term, dividedBy: coefficient, &store) else { return nil }
      return CommutativeSearch(operation: .product, parts: parts, operands: operands, leavesRest: leavingRest)
    case .call(let function, let parts):
      guard store.kind(term) == .call, store.function(store.head(term)) == function else { return nil }
      var operands: [Ref] = []
      for i in 0..<store.count(term) { operands.append(store.child(term, i)) }
      return CommutativeSearch(
        operation: .call(function), parts: parts, operands: operands, leavesRest: leavingRest)
    default: return nil
    }
  }

  // MARK: Operands

  private func summands(of term: Ref, _ store: inout Store) -> [Ref] {
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
  private func factors(of term: Ref, dividedBy coefficient: Number, _ store: inout Store) -> [Ref]? {
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
  private func place(
    _ search: CommutativeSearch, _ next: Int, _ used: inout [Bool], _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    bindings.steps -= 1
    if bindings.steps < 0 { return false }
    guard next < search.parts.count else { return finish(search, used, &store, &bindings, then) }
    let part = search.parts[next]
    guard case .variable(let index) = pattern.nodes[part] else {
      return placeStructured(search, next, part, &used, &store, &bindings, then)
    }
    if pattern.variables[index].role == .run {
      return placeRun(search, next, index, &used, &store, &bindings, then)
    }
    if let bound = bindings.terms[index] {
      return placeBound(search, next, bound, &used, &store, &bindings, then)
    }
    return placeVariable(search, next, index, &used, &store, &bindings, then)
  }

  private func finish(
    _ search: CommutativeSearch, _ used: [Bool], _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    if !search.leavesRest { return used.allSatisfy { $0 } && then(&store, &bindings) }
    let before = bindings.rest
    bindings.rest = search.operands.indices.filter { !used[$0] }.map { search.operands[$0] }
    if then(&store, &bindings) { return true }
    bindings.rest = before
    return false
  }

  private func placeStructured(
    _ search: CommutativeSearch, _ next: Int, _ part: Int, _ used: inout [Bool], _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    for i in search.operands.indices where !used[i] && mayMatch(part, search.operands[i], store) {
      used[i] = true
      let state = used
      let rest = Continuation { store, bindings in
        var used = state
        return place(search, next + 1, &used, &store, &bindings, then)
      }
      if match(part, search.operands[i], &store, &bindings, rest) { return true }
      used[i] = false
    }
    return false
  }

  /// A quick look at the outermost form.
  private func mayMatch(_ part: Int, _ term: Ref, _ store: borrowing Store) -> Bool {
    let kind = store.kind(term)
    switch pattern.nodes[part] {
    case .call(let function, _):
      return kind == .call ? store.function(store.head(term)) == function : kind == .ext
    case .anyCall: return kind == .call || kind == .ext
    case .literal: return literals[part] == term
    case .power(_, let exponent):
      if kind == .power { return true }
      if case .variable(let index) = pattern.nodes[exponent] {
        return pattern.variables[index].role == .optional
      }
      return false
    case .sum, .product, .variable: return true
    }
  }

  private func identity(_ operation: CommutativeOperation, _ store: inout Store) -> Ref? {
    switch operation {
    case .sum, .call(.add): store.makeInteger(0)
    case .product, .call(.multiply): store.makeInteger(1)
    case .call(.and): makeCall(.true, [], &store)
    case .call(.or): makeCall(.false, [], &store)
    case .call: nil
    }
  }

  private func makeCall(_ function: Function, _ arguments: [Ref], _ store: inout Store) -> Ref {
    let head = store.intern(function)
    return arguments.withUnsafeBufferPointer { store.makeCall(head, $0) }
  }

  private func combined(_ operands: [Ref], _ operation: CommutativeOperation, _ store: inout Store) -> Ref? {
    if operands.isEmpty { return identity(operation, &store) }
    if operands.count == 1 { return operands[0] }
    switch operation {
    case .sum: return operands.withUnsafeBufferPointer { store.sum($0) }
    case .product: return operands.withUnsafeBufferPointer { store.product($0) }
    case .call(let function): return makeCall(function, operands, &store)
    }
  }

  // MARK: Variables

  /// A run takes all operands that are left.
  private func placeRun(
    _ search: CommutativeSearch, _ next: Int, _ index: Int, _ used: inout [Bool], _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    let taken = search.operands.indices.filter { !used[$0] }
    let items = taken.map { search.operands[$0] }
    if let bound = bindings.runs[index] {
      guard bound.count == items.count, bound.elementsEqual(items) else { return false }
    }
    let before = bindings.runs[index]
    bindings.runs[index] = items
    for i in taken { used[i] = true }
    if place(search, next + 1, &used, &store, &bindings, then) { return true }
    bindings.runs[index] = before
    for i in taken { used[i] = false }
    return false
  }

  /// A variable that stands for a term already takes that term, or its operands, out of those that are left.
  private func placeBound(
    _ search: CommutativeSearch, _ next: Int, _ bound: Ref, _ used: inout [Bool], _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    var taken: [Int] = []
    for operand in operands(of: bound, search.operation, &store) {
      guard
        let i = search.operands.indices.first(where: {
          !used[$0] && !taken.contains($0) && search.operands[$0] == operand
        })
      else { return false }
      taken.append(i)
    }
    for i in taken { used[i] = true }
    if place(search, next + 1, &used, &store, &bindings, then) { return true }
    for i in taken { used[i] = false }
    return false
  }

  private func operands(of term: Ref, _ operation: CommutativeOperation, _ store: inout Store) -> [Ref] {
    if let identity = identity(operation, &store), identity == term { return [] }
    switch operation {
    case .sum: return summands(of: term, &store)
    case .product: return factors(of: term, dividedBy: .one, &store) ?? [term]
    case .call(let function):
      guard store.kind(term) == .call, store.function(store.head(term)) == function else { return [term] }
      return (0..<store.count(term)).map { store.child(term, $0) }
    }
  }

  private func placeVariable(
    _ search: CommutativeSearch, _ next: Int, _ index: Int, _ used: inout [Bool], _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    let free = search.operands.indices.filter { !used[$0] }
    let isOptional = pattern.variables[index].role == .optional
    for group in groups(of: free, search, isLast: next == search.parts.count - 1, isOptional) {
      guard let term = combined(group.map { search.operands[$0] }, search.operation, &store) else { continue }
      for i in group { used[i] = true }
      let state = used
      let rest = Continuation { store, bindings in
        var used = state
        return place(search, next + 1, &used, &store, &bindings, then)
      }
      if bind(index, to: term, &store, &bindings, rest) { return true }
      for i in group { used[i] = false }
    }
    return false
  }

  /// The groups of operands that a variable may take, in the order in which they are tried.
  private func groups(
    of free: [Int], _ search: CommutativeSearch, isLast: Bool, _ isOptional: Bool
  ) -> [[Int]] {
    if search.leavesRest { return (isOptional ? [[]] : []) + free.map { [$0] } }
    if isLast { return free.isEmpty && !isOptional ? [] : [free] }
    var groups = free.map { [$0] }
    if isOptional { groups.append([]) }
    // Larger groups, of few operands: their number doubles with each.
    if free.count > 2, free.count <= 6 {
      for mask in 1..<(1 << free.count) where mask.nonzeroBitCount > 1 && mask.nonzeroBitCount < free.count {
        groups.append(free.indices.filter { mask >> $0 & 1 == 1 }.map { free[$0] })
      }
    }
    return groups
  }
}
