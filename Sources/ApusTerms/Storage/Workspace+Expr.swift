import ApusNumbers

// Moving terms between the two stores. Both directions share: a node that occurs often is moved once.
extension Workspace {
  /// Copies an expression into the workspace, node for node.
  ///
  /// - Complexity: linear in the number of distinct nodes; iterative.
  public mutating func insert(_ expr: Expr) -> Ref {
    if let leaf = insertLeaf(expr) { return leaf }
    var moved: [ObjectIdentifier: Ref] = [:]
    var pending: [(expr: Expr, next: Int)] = [(expr, 0)]
    var children: [Ref] = []
    while let (top, next) = pending.last {
      if next == top.childCount {
        pending.removeLast()
        let ref = insertNode(top, Array(children.suffix(next)))
        children.removeLast(next)
        children.append(ref)
        moved[ObjectIdentifier(top.node)] = ref
        continue
      }
      pending[pending.count - 1].next += 1
      let child = top.child(next)
      if let leaf = insertLeaf(child) {
        children.append(leaf)
      } else if let known = moved[ObjectIdentifier(child.node)] {
        children.append(known)
      } else {
        pending.append((child, 0))
      }
    }
    return children[0]
  }

  private mutating func insertLeaf(_ expr: Expr) -> Ref? {
    if expr.childCount > 0 { return nil }
    if let small = expr.smallInteger { return makeInteger(small) }
    if let number = expr.number { return makeNumber(number) }
    if let symbol = expr.symbol { return makeSymbol(symbol) }
    return nil
  }

  private mutating func insertNode(_ expr: Expr, _ children: [Ref]) -> Ref {
    if let function = expr.function { return makeCall(intern(function), children) }
    if let term = expr.term {
      return makeExtension(term, hash: expr.hash128.low, own: term.head.flags, children)
    }
    return children.withUnsafeBufferPointer { makeNode(expr.kind, $0) }
  }

  /// The term as a free-standing expression.
  ///
  /// - Complexity: linear in the number of distinct nodes below the term; iterative.
  public func expr(_ term: Ref) -> Expr {
    if term.isInline { return Expr(term.inlineValue) }
    var made = NodeMap<Expr>(upTo: term.index)
    var pending: [(index: Int, next: Int)] = [(term.index, 0)]
    var children: [Expr] = []
    while let (index, next) = pending.last {
      let ref = ref(at: index)
      let count = count(ref)
      if next == count {
        pending.removeLast()
        let expr = expr(ref, Array(children.suffix(count)))
        children.removeLast(count)
        children.append(expr)
        made[index] = expr
        continue
      }
      pending[pending.count - 1].next += 1
      let child = child(ref, next)
      if child.isInline {
        children.append(Expr(child.inlineValue))
      } else if let known = made[child.index] {
        children.append(known)
      } else {
        pending.append((child.index, 0))
      }
    }
    return children[0]
  }

  private func expr(_ term: Ref, _ children: [Expr]) -> Expr {
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal: Expr(number(term))
    case .symbol: Expr(symbol(term))
    case .call: children.withUnsafeBufferPointer { Expr.callNode(function(head(term)), $0) }
    case .sum, .product, .power: children.withUnsafeBufferPointer { Expr.node(kind(term), $0) }
    case .ext: Expr(self.term(term))
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
      return fresh.makeExtension(term, hash: hash(ref), own: term.head.flags, children)
    default: return children.withUnsafeBufferPointer { fresh.makeNode(kind(ref), $0) }
    }
  }
}

/// A map from node indices: an array when the indices are small, a dictionary otherwise, so that moving one small term
/// out of a large workspace does not cost the size of the workspace.
struct NodeMap<Value> {
  private var dense: [Value?]
  private var sparse: [Int: Value] = [:]

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
