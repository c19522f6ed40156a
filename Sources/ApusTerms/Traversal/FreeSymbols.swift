// What occurs in an expression.
extension Expr {
  /// The symbols that are not bound, sorted by name.
  ///
  /// - Complexity: linear in the number of distinct nodes, binders apart.
  public var freeSymbols: [Symbol] {
    if !flags.contains(.hasSymbol) { return [] }
    let memo = FreeSymbolMemo()
    let found =
      flags.contains(.hasBinder) && depth > Substitution.recursionLimit
      ? DeepStack.run(bytes: 1 << 30) { memo.freeSymbols(of: self) } : memo.freeSymbols(of: self)
    return found.sorted { $0.name < $1.name }
  }

  /// Whether the symbol occurs free.
  public func contains(_ symbol: Symbol) -> Bool {
    if !flags.contains(.hasSymbol) { return false }
    if flags.contains(.hasBinder) { return freeSymbols.contains(symbol) }
    var isFound = false
    forEachNode { expr in
      if expr.symbol == symbol { isFound = true }
      return !isFound
    }
    return isFound
  }

  /// Calls `body` with every distinct node once, parents first; the children are visited when it answers `true`.
  package func forEachNode(_ body: (Expr) -> Bool) {
    var seen: Set<ObjectIdentifier> = []
    var pending = [self]
    while let expr = pending.popLast() {
      guard body(expr) else { continue }
      for i in 0..<expr.childCount {
        let child = expr.child(i)
        if child.childCount == 0 || seen.insert(ObjectIdentifier(child.node)).inserted {
          pending.append(child)
        }
      }
    }
  }
}

/// The free symbols of terms, remembered for terms that bind variables, so that shared and nested binders are looked at
/// once.
final class FreeSymbolMemo {
  private var known: [Hash128: Set<Symbol>] = [:]

  func freeSymbols(of expr: Expr) -> Set<Symbol> {
    var found: Set<Symbol> = []
    expr.forEachNode { node in
      if let symbol = node.symbol { found.insert(symbol) }
      guard let binder = node.binder else { return true }
      found.formUnion(freeSymbols(of: node, binding: binder))
      return false
    }
    return found
  }

  private func freeSymbols(of expr: Expr, binding binder: Binder) -> Set<Symbol> {
    if let found = known[expr.hash128] { return found }
    var found: Set<Symbol> = []
    for (i, argument) in expr.storedChildren.enumerated() where i != binder.variable {
      var own = freeSymbols(of: argument)
      if binder.scope.contains(i), let bound = expr.child(binder.variable).symbol { own.remove(bound) }
      found.formUnion(own)
    }
    known[expr.hash128] = found
    return found
  }
}

// MARK: - Counting

extension Expr {
  /// The number of distinct nodes, sharing counted once.
  public var nodeCount: Int {
    var seen: Set<Hash128> = []
    var count = 0
    forEachNode { expr in
      let isNew = seen.insert(expr.hash128).inserted
      if isNew { count += 1 }
      return isNew
    }
    return count
  }

  /// The number of additions, multiplications, powers and calls that evaluate the expression as a tree, saturating.
  ///
  /// A sum of *n* terms counts *n* − 1, a coefficient or exponent that is not 1 counts one.
  public var operationCount: Int {
    var workspace = Workspace()
    let root = workspace.insert(self)
    if root.isInline { return 0 }
    var counts = [Int](repeating: 0, count: workspace.count)
    for index in 0..<workspace.count {
      let ref = workspace.ref(at: index)
      var total = workspace.ownOperations(ref)
      for i in 0..<workspace.count(ref) {
        let child = workspace.child(ref, i)
        if !child.isInline { total = total.addingSaturating(counts[child.index]) }
      }
      counts[index] = total
    }
    return counts[root.index]
  }
}

extension Workspace {
  fileprivate func ownOperations(_ ref: Ref) -> Int {
    let runs = count(ref) >> 1
    switch kind(ref) {
    case .sum, .product:
      let neutral = kind(ref) == .sum ? 0 : 1
      var operations = runs - 1 + (isInteger(child(ref, 0), neutral) ? 0 : 1)
      for i in 0..<runs where !isInteger(child(ref, 2 * i + 2), 1) { operations += 1 }
      return operations
    case .power: return 1
    case .call, .ext: return count(ref) == 0 ? 0 : 1
    default: return 0
    }
  }
}

extension Int {
  fileprivate func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
