import ApusTerms

/// Which names are bound where in a syntax tree: by `let`, by functions such as `sum` that bind a variable, by the
/// parameters of a definition; and where assumptions hold.
package struct SyntaxScopes: Sendable {
  /// What a bound name stands for.
  package enum Binding: Sendable {
    /// The value of a node.
    case value(Int)
    /// The symbol of that name.
    case symbol
    /// A parameter of the definition.
    case parameter
  }

  private struct Scope {
    var parent: Int32
    var name = ""
    var binding = Binding.symbol
    /// The `assuming` call whose conditions hold here, if that is what the scope is.
    var assuming: Int32 = -1
    var depth: Int32
  }

  /// The deepest nesting of bindings; each costs a step of every look-up inside it.
  static let nestingLimit = 500

  private var scopes: [Scope] = []
  /// The innermost scope of every node; empty when there is none at all.
  private var scopeOf: [Int32] = []

  /// Finds the scopes of a tree; `assuming` is the name of the verb that states assumptions, if there is one.
  package init(
    _ tree: borrowing SyntaxTree, functions: FunctionTable, assuming: String? = nil
  ) throws(Diagnostic) {
    for id in tree.nodes.indices.reversed() {
      let kind = tree.nodes[id].kind
      switch kind {
      case .letIn: try openBindings(id, tree)
      case .define: try openParameters(id, tree)
      case .call:
        let name = tree.name(of: id)
        if name == assuming {
          try openAssumptions(id, tree)
        } else if let binder = functions[name]?.binder, tree.childCount(of: id) >= binder.minimumCount {
          try openBinder(id, binder, tree)
        } else {
          inherit(id, tree)
        }
      default:
        if !kind.isLeaf { inherit(id, tree) }
      }
    }
  }

  /// What a name is bound to at a node, innermost first.
  package func binding(of name: String, at id: Int) -> Binding? {
    guard !scopeOf.isEmpty else { return nil }
    var index = scopeOf[id]
    while index >= 0 {
      let scope = scopes[Int(index)]
      if scope.assuming < 0, scope.name == name { return scope.binding }
      index = scope.parent
    }
    return nil
  }

  /// The innermost `assuming` call around a node whose conditions hold at it.
  package func assumption(at id: Int) -> Int? {
    guard !scopeOf.isEmpty else { return nil }
    var index = scopeOf[id]
    while index >= 0 {
      let scope = scopes[Int(index)]
      if scope.assuming >= 0 { return Int(scope.assuming) }
      index = scope.parent
    }
    return nil
  }

  // MARK: Opening scopes, from the root down

  private func scope(of id: Int) -> Int32 { scopeOf.isEmpty ? -1 : scopeOf[id] }

  private mutating func enter(_ id: Int, _ scope: Int32, _ tree: borrowing SyntaxTree) {
    if scopeOf.isEmpty {
      if scope < 0 { return }
      scopeOf = Array(repeating: -1, count: tree.nodes.count)
    }
    scopeOf[id] = scope
  }

  private mutating func inherit(_ id: Int, _ tree: borrowing SyntaxTree) {
    let own = scope(of: id)
    if own < 0 { return }
    for child in tree.children(of: id) { scopeOf[Int(child)] = own }
  }

  private mutating func open(
    _ scope: Scope, at id: Int, _ tree: borrowing SyntaxTree
  ) throws(Diagnostic) -> Int32 {
    guard scope.depth <= SyntaxScopes.nestingLimit else {
      throw Diagnostic(
        "too-deep", "names are bound more than \(SyntaxScopes.nestingLimit) deep", at: tree.nodes[id].anchor)
    }
    scopes.append(scope)
    return Int32(scopes.count - 1)
  }

  private func depth(_ scope: Int32) -> Int32 { scope < 0 ? 0 : scopes[Int(scope)].depth }

  private mutating func openBindings(_ id: Int, _ tree: borrowing SyntaxTree) throws(Diagnostic) {
    var current = scope(of: id)
    let count = tree.childCount(of: id)
    for index in stride(from: 0, to: count - 1, by: 2) {
      let (name, value) = (tree.child(index, of: id), tree.child(index + 1, of: id))
      enter(value, current, tree)
      var scope = Scope(parent: current, name: tree.name(of: name), depth: depth(current) + 1)
      // The name itself comes before its value and is only a name.
      enter(name, try open(scope, at: id, tree), tree)
      scope.binding = .value(value)
      current = try open(scope, at: id, tree)
    }
    enter(tree.child(count - 1, of: id), current, tree)
  }

  private mutating func openParameters(_ id: Int, _ tree: borrowing SyntaxTree) throws(Diagnostic) {
    let head = tree.child(0, of: id)
    var current = scope(of: id)
    if tree.nodes[head].kind == .call {
      for argument in tree.children(of: head) where tree.nodes[Int(argument)].kind == .name {
        let scope = Scope(
          parent: current, name: tree.name(of: Int(argument)), binding: .parameter, depth: depth(current) + 1)
        current = try open(scope, at: id, tree)
      }
    }
    for child in tree.children(of: id) { enter(Int(child), current, tree) }
  }

  private mutating func openBinder(
    _ id: Int, _ binder: Binder, _ tree: borrowing SyntaxTree
  ) throws(Diagnostic) {
    inherit(id, tree)
    guard binder.variable < tree.childCount(of: id) else { return }
    let variable = tree.child(binder.variable, of: id)
    guard tree.nodes[variable].kind == .name else { return }
    let outer = scope(of: id)
    let scope = Scope(parent: outer, name: tree.name(of: variable), depth: depth(outer) + 1)
    let inner = try open(scope, at: id, tree)
    enter(variable, inner, tree)
    for index in binder.scope where index < tree.childCount(of: id) {
      enter(tree.child(index, of: id), inner, tree)
    }
  }

  private mutating func openAssumptions(_ id: Int, _ tree: borrowing SyntaxTree) throws(Diagnostic) {
    inherit(id, tree)
    let count = tree.childCount(of: id)
    guard count >= 2 else { return }
    let outer = scope(of: id)
    let inner = try open(
      Scope(parent: outer, assuming: Int32(id), depth: depth(outer) + 1), at: id, tree)
    enter(tree.child(count - 1, of: id), inner, tree)
  }
}
