import ApusNumbers

extension Expr {
  /// The expression with every occurrence of the keys replaced at once, rebuilt canonically.
  ///
  /// Replacement is simultaneous: `[x: y, y: x]` exchanges the two. A key may be any expression; it is replaced where it
  /// stands as a subterm. Bound variables are not replaced, and are renamed when a replacement would be captured.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the cost of rebuilding.
  public func substituting(_ replacements: [Expr: Expr]) -> Expr {
    if replacements.isEmpty { return self }
    if flags.contains(.hasBinder), depth > Substitution.recursionLimit {
      return DeepStack.run(bytes: 1 << 30) { Substitution(replacements).image(of: self) }
    }
    return Substitution(replacements).image(of: self)
  }

  /// The expression with the symbol replaced.
  public func substituting(_ symbol: Symbol, with replacement: Expr) -> Expr {
    substituting([Expr(symbol): replacement])
  }
}

/// One simultaneous replacement; a class, because the recursion would copy a structure at every step.
final class Substitution {
  /// Deeper terms are rewritten in a workspace, in a loop.
  static let recursionLimit = 128
  /// Trees up to this size are rebuilt rather than remembered.
  private static let memoThreshold = 32

  private let replacements: [Expr: Expr]
  /// The same in a list: a few comparisons of hashes are faster than a dictionary.
  private let pairs: [(key: Hash128, value: ExprStore.Ref)]
  /// Whether something without symbols is to be replaced, so that constant subterms must be searched too.
  private let replacesConstants: Bool

  /// The symbols of keys and replacements; a binder of any other variable is rebuilt like an ordinary call.
  private let symbols: Set<Symbol>

  init(_ replacements: [Expr: Expr]) {
    self.replacements = replacements
    pairs = replacements.count <= 8 ? replacements.map { ($0.key.hash128, ExprStore.Ref($0.value)) } : []
    symbols = Set(replacements.flatMap { $0.key.freeSymbols + $0.value.freeSymbols })
    replacesConstants = replacements.keys.contains { !$0.flags.contains(.hasSymbol) }
  }

  func image(of expr: Expr) -> Expr {
    if expr.depth > Self.recursionLimit { return imageInWorkspace(expr) }
    var store = ExprStore()
    var memo: [ExprStore.Ref: ExprStore.Ref] = [:]
    return image(of: ExprStore.Ref(expr), &store, &memo).expr
  }

  private func mayOccur(in term: ExprStore.Ref) -> Bool {
    replacesConstants || term.flags.contains(.hasSymbol)
  }

  private func image(
    of term: ExprStore.Ref, _ store: inout ExprStore, _ memo: inout [ExprStore.Ref: ExprStore.Ref]
  ) -> ExprStore.Ref {
    if !mayOccur(in: term) { return term }
    if let replacement = replacement(of: term) { return replacement }
    if term.count == 0 { return term }
    let isRemembered = term.treeSize > Self.memoThreshold
    if isRemembered, let known = memo[term] { return known }
    let result: ExprStore.Ref
    if term.flags.contains(.hasBinder), let binder = term.expr.binder, interferes(term.expr, binder) {
      result = store.insert(image(of: term.expr, binding: binder))
    } else {
      result = store.rebuilt(term) { store, child in image(of: child, &store, &memo) }
    }
    if isRemembered { memo[term] = result }
    return result
  }

  @inline(__always)
  private func replacement(of term: ExprStore.Ref) -> ExprStore.Ref? {
    if pairs.isEmpty { return replacements[term.expr].map { ExprStore.Ref($0) } }
    let hash = term.hash128
    for i in pairs.indices where pairs[i].key == hash { return pairs[i].value }
    return nil
  }

  /// The same for deep terms: a loop over the nodes of a workspace, children first.
  private func imageInWorkspace(_ expr: Expr) -> Expr {
    var workspace = Workspace()
    let root = workspace.insert(expr)
    let count = workspace.count
    var images = [Workspace.Ref](repeating: root, count: count)
    var inserted: [Workspace.Ref: Workspace.Ref] = [:]
    for (key, replacement) in replacements {
      inserted[workspace.insert(key)] = workspace.insert(replacement)
    }
    for index in 0..<count {
      let ref = workspace.ref(at: index)
      if let replacement = inserted[ref] {
        images[index] = replacement
      } else if let binding = bindingTerm(ref, in: workspace) {
        images[index] = workspace.insert(image(ofBinding: binding))
      } else {
        images[index] = workspace.rebuilt(ref) { _, child in child.isInline ? child : images[child.index] }
      }
    }
    return workspace.expr(root.isInline ? root : images[root.index])
  }

  private func bindingTerm(_ ref: Workspace.Ref, in workspace: borrowing Workspace) -> Expr? {
    guard workspace.kind(ref) == .call, let binder = workspace.function(workspace.head(ref)).binder,
      workspace.count(ref) >= binder.minimumCount
    else { return nil }
    let variable = workspace.child(ref, binder.variable)
    guard workspace.kind(variable) == .symbol, symbols.contains(workspace.symbol(variable)) else {
      return nil
    }
    return workspace.expr(ref)
  }

  private func interferes(_ expr: Expr, _ binder: Binder) -> Bool {
    guard binder.variable < expr.childCount, let bound = expr.child(binder.variable).symbol else {
      return false
    }
    return symbols.contains(bound)
  }

  private func image(ofBinding expr: Expr) -> Expr {
    guard let binder = expr.binder else { return expr }
    return image(of: expr, binding: binder)
  }

  /// Inside the scope the bound variable is not replaced; where a replacement contains it, it is renamed first.
  private func image(of expr: Expr, binding binder: Binder) -> Expr {
    guard let function = expr.function, binder.variable < expr.childCount else { return expr }
    var arguments = expr.storedChildren
    let variable = arguments[binder.variable]
    var inner = replacements
    inner[variable] = nil
    let free = Set(binder.scope.flatMap { $0 < arguments.count ? arguments[$0].freeSymbols : [] })
    inner = inner.filter { key, _ in key.freeSymbols.allSatisfy(free.contains) }
    if let symbol = variable.symbol, inner.values.contains(where: { $0.freeSymbols.contains(symbol) }) {
      let used = free.union(inner.values.flatMap(\.freeSymbols))
      let renamed = Expr(symbol.fresh(avoiding: used))
      arguments[binder.variable] = renamed
      inner[variable] = renamed
    }
    let scoped = Substitution(inner)
    for i in arguments.indices where i != binder.variable {
      arguments[i] = binder.scope.contains(i) ? scoped.image(of: arguments[i]) : image(of: arguments[i])
    }
    return Expr.call(function, arguments)
  }
}

extension Symbol {
  /// A symbol named after this one that is not among the used ones.
  package func fresh(avoiding used: Set<Symbol>) -> Symbol {
    var number = 1
    while true {
      let candidate = Symbol("\(name)_\(number)")
      if !used.contains(candidate) { return candidate }
      number += 1
    }
  }
}
