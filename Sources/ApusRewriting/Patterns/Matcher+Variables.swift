import ApusNumbers
import ApusTerms

// Variables among the operands of a sum, product or other commutative call.
extension Matcher where Store: ~Copyable {
  /// A run takes all operands that are left.
  func placeRun(
    _ search: CommutativeSearch<Ref>, _ next: Int, _ index: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    let taken = search.unused
    let items = taken.map { search.operands[$0] }
    if let bound = bindings.runs[index] {
      guard bound.count == items.count, bound.elementsEqual(items) else { return false }
    }
    let before = bindings.runs[index]
    bindings.runs[index] = items
    for i in taken { search.used[i] = true }
    if place(search, next + 1, &store, &bindings, then) { return true }
    bindings.runs[index] = before
    for i in taken { search.used[i] = false }
    return false
  }

  /// A variable that stands for a term already takes that term, or its operands, out of those that are left.
  func placeBound(
    _ search: CommutativeSearch<Ref>, _ next: Int, _ index: Int, _ bound: Ref, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    var taken: [Int] = []
    defer { if !taken.isEmpty { for i in taken { search.used[i] = false } } }
    let isOptional = pattern.variables[index].role == .optional
    for operand in operands(of: bound, search.operation, isOptional: isOptional, &store) {
      guard let i = freePlace(of: operand, search, store) else { return false }
      search.used[i] = true
      taken.append(i)
    }
    if place(search, next + 1, &store, &bindings, then) {
      // What has been found keeps its marks.
      taken = []
      return true
    }
    return false
  }

  /// The first operand equal to a term that is not taken.
  private func freePlace(
    of term: Ref, _ search: CommutativeSearch<Ref>, _ store: borrowing Store
  ) -> Int? {
    if search.isLong, let anchor = store.anchor(of: term) {
      let places = search.index(store).operands(with: anchor)
      return places.first { !search.used[$0] && search.operands[$0] == term }
    }
    return search.operands.indices.first { !search.used[$0] && search.operands[$0] == term }
  }

  /// The operands that a term is in an operation: none where it is the identity. In a generic operation, which keeps what is written, that
  /// holds for optional variables only: `x + x` is two operands, also for x = 0.
  private func operands(
    of term: Ref, _ operation: CommutativeOperation, isOptional: Bool, _ store: inout Store
  ) -> [Ref] {
    if isOptional || !operation.isGeneric, let identity = identity(operation, &store), identity == term {
      return []
    }
    switch operation {
    case .sum: return summands(of: term, &store)
    case .product: return factors(of: term, dividedBy: .one, &store) ?? [term]
    case .call(let function):
      guard store.kind(term) == .call, store.function(store.head(term)) == function else { return [term] }
      return (0..<store.count(term)).map { store.child(term, $0) }
    }
  }

  func placeVariable(
    _ search: CommutativeSearch<Ref>, _ next: Int, _ index: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    let isOptional = pattern.variables[index].role == .optional
    let rest = Continuation { store, bindings in self.place(search, next + 1, &store, &bindings, then) }
    let isLast = next == search.parts.count - 1
    if !search.leavesRest, isLast {
      // The last takes all that is left, and an optional one nothing.
      let free = search.unused
      return (isOptional || !free.isEmpty) && take(free, index, search, &store, &bindings, rest)
    }
    if search.leavesRest, isOptional, take([], index, search, &store, &bindings, rest) { return true }
    for i in search.operands.indices where !search.used[i] && admits[index].admits(search.operands[i], store)
    {
      search.used[i] = true
      if bind(index, to: search.operands[i], &store, &bindings, rest) { return true }
      search.used[i] = false
    }
    if search.leavesRest { return false }
    if isOptional, take([], index, search, &store, &bindings, rest) { return true }
    // Several operands together are no number and no symbol.
    guard admits[index] == .any || admits[index] == .nonnumber else { return false }
    for group in largerGroups(of: search.unused) where take(group, index, search, &store, &bindings, rest) {
      return true
    }
    return false
  }

  /// Lets a variable stand for some of the operands together.
  private func take(
    _ group: [Int], _ index: Int, _ search: CommutativeSearch<Ref>, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ rest: Continuation
  ) -> Bool {
    guard let term = combined(group.map { search.operands[$0] }, search.operation, &store) else {
      return false
    }
    for i in group { search.used[i] = true }
    if bind(index, to: term, &store, &bindings, rest) { return true }
    for i in group { search.used[i] = false }
    return false
  }

  /// Groups of two operands and more, where few are left: their number doubles with each.
  private func largerGroups(of free: [Int]) -> [[Int]] {
    guard free.count > 2, free.count <= 6 else { return [] }
    let masks = (1..<(1 << free.count)).filter { $0.nonzeroBitCount > 1 && $0.nonzeroBitCount < free.count }
    return masks.map { mask in free.indices.filter { mask >> $0 & 1 == 1 }.map { free[$0] } }
  }

  // MARK: Operands together

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
}
