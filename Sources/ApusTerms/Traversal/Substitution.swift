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
      return DeepStack.run(bytes: 2 << 30) { Substitution(replacements).image(of: self) }
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
  /// Deeper terms are rewritten in a workspace, in a loop, unless they bind variables: those recurse on a deep stack.
  static let recursionLimit = 128

  private let replacements: [Expr: Expr]
  /// The same in a list: a few comparisons of hashes are faster than a dictionary.
  private let pairs: [(key: Hash128, value: ExprStore.Ref)]
  /// Whether something without symbols is to be replaced, so that constant subterms must be searched too.
  private let replacesConstants: Bool

  /// The symbols of keys and replacements; a binder of any other variable is rebuilt like an ordinary call.
  private let symbols: Set<Symbol>
  private let freeSymbols: FreeSymbolMemo

  init(_ replacements: [Expr: Expr], _ freeSymbols: FreeSymbolMemo = FreeSymbolMemo()) {
    self.freeSymbols = freeSymbols
    self.replacements = replacements
    pairs = replacements.count <= 8 ? replacements.map { ($0.key.hash128, ExprStore.Ref($0.value)) } : []
    symbols = Set(replacements.flatMap { $0.key.freeSymbols + $0.value.freeSymbols })
    replacesConstants = replacements.keys.contains { !$0.flags.contains(.hasSymbol) }
  }

  func image(of expr: Expr) -> Expr {
    pairs.withUnsafeBufferPointer { pairs in
      var store = ExprStore()
      let pass = UnsafeMutablePointer<SubstitutionPass>.allocate(capacity: 1)
      pass.initialize(to: SubstitutionPass(self, pairs, replacesConstants: replacesConstants))
      defer {
        pass.deinitialize(count: 1)
        pass.deallocate()
      }
      return SubstitutionPass.image(of: ExprStore.Ref(expr), &store, pass).expr
    }
  }

  fileprivate func imageOfBinding(
    _ term: ExprStore.Ref, _ store: inout ExprStore, _ pass: UnsafeMutablePointer<SubstitutionPass>
  ) -> ExprStore.Ref {
    let expr = term.expr
    if let binder = expr.binder, interferes(expr, binder) {
      return store.insert(image(of: expr, binding: binder))
    }
    let variables = expr.differentiationVariables
    if variables.contains(where: { replacements[$0] != nil }) {
      return store.insert(image(of: expr, differentiatedIn: variables))
    }
    return store.rebuilt(term) { store, child in SubstitutionPass.image(of: child, &store, pass) }
  }

  fileprivate func listedReplacement(of term: ExprStore.Ref) -> ExprStore.Ref? {
    replacements[term.expr].map { ExprStore.Ref($0) }
  }

  /// The same for deep terms: a loop over the nodes of a workspace, children first.
  fileprivate func imageInWorkspace(_ expr: Expr) -> Expr {
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
      } else {
        images[index] = workspace.rebuilt(ref) { _, child in child.isInline ? child : images[child.index] }
      }
    }
    return workspace.expr(root.isInline ? root : images[root.index])
  }

  private func interferes(_ expr: Expr, _ binder: Binder) -> Bool {
    guard binder.variable < expr.childCount, let bound = expr.child(binder.variable).symbol else {
      return false
    }
    return symbols.contains(bound)
  }

  /// Inside the scope the bound variable is not replaced; where a replacement contains it, it is renamed first.
  private func image(of expr: Expr, binding binder: Binder) -> Expr {
    guard let function = expr.function, binder.variable < expr.childCount else { return expr }
    var arguments = expr.storedChildren
    let variable = arguments[binder.variable]
    var inner = replacements
    inner[variable] = nil
    var free: Set<Symbol> = []
    for i in binder.scope where i < arguments.count {
      free.formUnion(freeSymbols.freeSymbols(of: arguments[i]))
    }
    inner = inner.filter { key, _ in key.freeSymbols.allSatisfy(free.contains) }
    if let symbol = variable.symbol, inner.values.contains(where: { $0.freeSymbols.contains(symbol) }) {
      let used = free.union(inner.values.flatMap(\.freeSymbols))
      let renamed = Expr(symbol.fresh(avoiding: used))
      arguments[binder.variable] = renamed
      inner[variable] = renamed
    }
    let scoped = Substitution(inner, freeSymbols)
    for i in arguments.indices where i != binder.variable {
      arguments[i] = binder.scope.contains(i) ? scoped.image(of: arguments[i]) : image(of: arguments[i])
    }
    return Expr.call(function, arguments)
  }

  /// A derivative keeps its variable: `derivative(f(x), x, 1)` at x = 2 is `at(derivative(f(x), x, 1), x, 2)`. Only another
  /// symbol that does not occur may take the variable's place.
  private func image(of expr: Expr, differentiatedIn variables: [Expr]) -> Expr {
    var (body, inner) = (expr, replacements)
    var evaluations: [(variable: Expr, value: Expr)] = []
    for variable in variables {
      guard let value = inner[variable], !mayRename(variable, to: value, in: expr, variables) else {
        continue
      }
      inner[variable] = nil
      evaluations.append((variable, value))
    }
    for i in evaluations.indices {
      guard let symbol = evaluations[i].variable.symbol,
        inner.values.contains(where: { $0.freeSymbols.contains(symbol) })
      else { continue }
      let used = freeSymbols.freeSymbols(of: body).union(inner.values.flatMap(\.freeSymbols))
      let renamed = Expr(symbol.fresh(avoiding: used))
      body = body.substituting([evaluations[i].variable: renamed])
      evaluations[i].variable = renamed
    }
    let scoped = Substitution(inner, freeSymbols)
    var result = body
    if let function = body.function { result = Expr.call(function, body.storedChildren.map(scoped.image)) }
    for (variable, value) in evaluations { result = Expr.call(.at, [result, variable, value]) }
    return result
  }

  private func mayRename(_ variable: Expr, to value: Expr, in expr: Expr, _ variables: [Expr]) -> Bool {
    guard let symbol = value.symbol, !variables.contains(value) else { return false }
    return !freeSymbols.freeSymbols(of: expr.child(0)).contains(symbol)
  }
}

/// The state of one pass over a term: plain memory that the recursion reaches by its address, because a closure that holds
/// an object or an array counts references at every node.
private struct SubstitutionPass {
  /// Trees up to this size are rebuilt rather than remembered.
  private static let memoThreshold = 32

  /// Kept alive by the caller.
  private let substitution: Unmanaged<Substitution>
  private let pairs: UnsafeBufferPointer<(key: Hash128, value: ExprStore.Ref)>
  private let replacesConstants: Bool
  private var memo: [ExprStore.Ref: ExprStore.Ref] = [:]

  init(
    _ substitution: Substitution, _ pairs: UnsafeBufferPointer<(key: Hash128, value: ExprStore.Ref)>,
    replacesConstants: Bool
  ) {
    self.substitution = .passUnretained(substitution)
    self.pairs = pairs
    self.replacesConstants = replacesConstants
  }

  static func image(
    of term: ExprStore.Ref, _ store: inout ExprStore, _ pass: UnsafeMutablePointer<Self>
  ) -> ExprStore.Ref {
    if !pass.pointee.replacesConstants, !term.flags.contains(.hasSymbol) { return term }
    if let replacement = pass.pointee.replacement(of: term) { return replacement }
    if term.count == 0 { return term }
    let isRemembered = term.treeSize > memoThreshold
    if isRemembered, let known = pass.pointee.memo[term] { return known }
    let result = rebuilt(term, &store, pass)
    if isRemembered { pass.pointee.memo[term] = result }
    return result
  }

  private static func rebuilt(
    _ term: ExprStore.Ref, _ store: inout ExprStore, _ pass: UnsafeMutablePointer<Self>
  ) -> ExprStore.Ref {
    if term.flags.contains(.hasBinder) {
      return pass.pointee.substitution._withUnsafeGuaranteedRef { $0 }.imageOfBinding(term, &store, pass)
    }
    if term.depth > Substitution.recursionLimit {
      return store.insert(
        pass.pointee.substitution._withUnsafeGuaranteedRef { $0 }.imageInWorkspace(term.expr))
    }
    return store.rebuilt(term) { store, child in image(of: child, &store, pass) }
  }

  @inline(__always)
  private func replacement(of term: ExprStore.Ref) -> ExprStore.Ref? {
    if pairs.isEmpty { return substitution._withUnsafeGuaranteedRef { $0 }.listedReplacement(of: term) }
    let hash = term.hash128
    for pair in pairs where pair.key == hash { return pair.value }
    return nil
  }
}

extension Expr {
  /// The variables of a derivative or of an integral without bounds, at which the term is a function.
  fileprivate var differentiationVariables: [Expr] {
    switch function {
    case .some(.derivative): stride(from: 1, to: childCount, by: 2).map(child)
    case .some(.integral) where childCount == 2: [child(1)]
    default: []
    }
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
