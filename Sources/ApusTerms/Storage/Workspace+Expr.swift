import ApusNumbers

// Moving terms between the two stores. Both directions share: a node that occurs often is moved once.
extension Workspace {
  /// Copies an expression into the workspace, node for node.
  ///
  /// - Complexity: linear in the number of distinct nodes; iterative.
  public mutating func insert(_ expr: Expr) -> Ref {
    if expr.childCount == 0 { return insertLeaf(expr) }
    var moved = PointerMap()
    var pending = [Unmanaged.passUnretained(expr.node)]
    // `expr` keeps every node below it alive, so that unmanaged references are safe here.
    while let top = pending.last {
      if moved.value(of: top) != nil {
        pending.removeLast()
      } else if !pushUnmoved(childrenOf: top, moved, &pending) {
        pending.removeLast()
        moved.insert(top, insertNode(top, moved).raw)
      }
    }
    return withExtendedLifetime(expr) { Ref(raw: moved.value(of: .passUnretained(expr.node)) ?? 0) }
  }

  /// Pushes the inner children that are not moved yet, and says whether there are any.
  private func pushUnmoved(
    childrenOf node: Unmanaged<Node>, _ moved: borrowing PointerMap, _ pending: inout [Unmanaged<Node>]
  ) -> Bool {
    let before = pending.count
    for i in 0..<Int(node.fields.pointee.count) {
      let child = node.slots[i]
      if child.count > 0, moved.value(of: child.node) == nil { pending.append(child.node) }
    }
    return pending.count > before
  }

  private mutating func insertLeaf(_ expr: Expr) -> Ref {
    if let small = expr.smallInteger { return makeInteger(small) }
    if let number = expr.number { return makeNumber(number) }
    if let symbol = expr.symbol { return makeSymbol(symbol) }
    return insertNode(Unmanaged.passUnretained(expr.node), PointerMap())
  }

  private mutating func insertNode(_ node: Unmanaged<Node>, _ moved: borrowing PointerMap) -> Ref {
    let count = Int(node.fields.pointee.count)
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: count) { children in
      for i in 0..<count {
        let child = node.slots[i]
        let ref: Ref
        if child.isInline {
          ref = makeInteger(child.inlineValue)
        } else {
          ref = child.count > 0 ? Ref(raw: moved.value(of: child.node) ?? 0) : insertLeaf(child.expr)
        }
        children.initializeElement(at: i, to: ref)
      }
      return insertNode(Expr(node: node.takeUnretainedValue()), UnsafeBufferPointer(children))
    }
  }

  private mutating func insertNode(_ expr: Expr, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    if let function = expr.function { return makeCall(intern(function), children) }
    if let term = expr.term {
      return makeExtension(term, hash: expr.hash128.low, own: term.head.flags, children)
    }
    return makeNode(expr.kind, children)
  }

  /// The term as a free-standing expression.
  ///
  /// - Complexity: linear in the number of distinct nodes below the term; iterative.
  public func expr(_ term: Ref) -> Expr {
    if term.isInline { return Expr(term.inlineValue) }
    var store = ExprStore()
    var made = NodeMap<ExprStore.Ref>(upTo: term.index)
    var pending = [term]
    while let top = pending.last {
      if made[top.index] != nil {
        pending.removeLast()
        continue
      }
      let before = pending.count
      for i in 0..<count(top) {
        let child = child(top, i)
        if !child.isInline, made[child.index] == nil { pending.append(child) }
      }
      if pending.count > before { continue }
      pending.removeLast()
      made[top.index] = move(top, into: &store, made)
    }
    return made[term.index]?.expr ?? 0
  }

  /// The terms as free-standing expressions, which share what they have in common.
  ///
  /// - Complexity: linear in the number of nodes of the workspace; iterative.
  package func exprs(_ terms: [Ref]) -> [Expr] {
    var isNeeded = [Bool](repeating: false, count: count)
    for term in terms where !term.isInline { isNeeded[term.index] = true }
    for index in stride(from: count - 1, through: 0, by: -1) where isNeeded[index] {
      for i in 0..<count(ref(at: index)) {
        let child = child(ref(at: index), i)
        if !child.isInline { isNeeded[child.index] = true }
      }
    }
    var store = ExprStore()
    var made = NodeMap<ExprStore.Ref>(denseUpTo: count)
    for index in 0..<count where isNeeded[index] { made[index] = move(ref(at: index), into: &store, made) }
    return terms.map { $0.isInline ? Expr($0.inlineValue) : made[$0.index]?.expr ?? 0 }
  }

  private func move(
    _ term: Ref, into store: inout ExprStore, _ made: borrowing NodeMap<ExprStore.Ref>
  ) -> ExprStore.Ref {
    let count = count(term)
    return withUnsafeTemporaryAllocation(of: ExprStore.Ref.self, capacity: count) { children in
      for i in 0..<count {
        let child = child(term, i)
        let moved = child.isInline ? store.makeInteger(child.inlineValue) : made[child.index]
        if let moved { children.initializeElement(at: i, to: moved) }
      }
      switch kind(term) {
      case .integer, .rational, .complex, .real, .bigReal: return store.makeNumber(number(term))
      case .symbol: return store.makeSymbol(symbol(term))
      case .call:
        let head = store.intern(function(head(term)))
        return store.makeCall(head, UnsafeBufferPointer(children))
      case .sum, .product, .power: return store.makeNode(kind(term), UnsafeBufferPointer(children))
      case .ext: return store.insert(Expr(self.term(term)))
      }
    }
  }

  /// Forgets everything that the roots do not need, and renumbers them.
  ///
  /// - Complexity: linear in the number of nodes.
  public mutating func compact(roots: inout [Ref]) {
    var isLive = [Bool](repeating: false, count: nodeCount)
    for root in roots where !root.isInline { isLive[root.index] = true }
    var index = nodeCount - 1
    while index >= 0 {
      if isLive[index] {
        let ref = ref(at: index)
        for i in 0..<count(ref) {
          let child = child(ref, i)
          if !child.isInline { isLive[child.index] = true }
        }
      }
      index -= 1
    }
    var fresh = Workspace(capacity: nodeCount)
    var moved = [Ref](repeating: Ref(raw: 0), count: nodeCount)
    for index in 0..<nodeCount where isLive[index] { moved[index] = copy(index, into: &fresh, moved) }
    roots = roots.map { $0.isInline ? $0 : moved[$0.index] }
    self = fresh
  }

  private func copy(_ index: Int, into fresh: inout Workspace, _ moved: [Ref]) -> Ref {
    let ref = ref(at: index)
    let children = (0..<count(ref)).map { i in
      let child = child(ref, i)
      return child.isInline ? child : moved[child.index]
    }
    switch kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: return fresh.makeNumber(number(ref))
    case .symbol: return fresh.makeSymbol(symbol(ref))
    case .call: return fresh.makeCall(fresh.intern(function(head(ref))), children)
    case .ext:
      let term = term(ref)
      return children.withUnsafeBufferPointer {
        fresh.makeExtension(term, hash: hash(ref), own: term.head.flags, $0)
      }
    default: return children.withUnsafeBufferPointer { fresh.makeNode(kind(ref), $0) }
    }
  }
}

/// A map from node indices: an array when the indices are small, a dictionary otherwise, so that moving one small term
/// out of a large workspace does not cost the size of the workspace.
struct NodeMap<Value> {
  private var dense: [Value?]
  private var sparse: [Int: Value] = [:]

  /// An array for all indices below `count`, which is at least 1.
  init(denseUpTo count: Int) { dense = Array(repeating: nil, count: max(1, count)) }

  init(upTo index: Int) {
    dense = index < 4096 ? Array(repeating: nil, count: index + 1) : []
  }

  subscript(index: Int) -> Value? {
    get { dense.isEmpty ? sparse[index] : dense[index] }
    set {
      if dense.isEmpty { sparse[index] = newValue } else { dense[index] = newValue }
    }
  }
}
