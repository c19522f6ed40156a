import ApusNotation
import ApusTerms

/// A statement that changes what the session assumes or knows: `assume(x > 0)`, `forget(x)`, `clear(a)`.
struct SessionChange {
  enum Kind {
    case assume, forget, clear
  }

  let kind: Kind
  /// The node of the call.
  let id: Int

  /// Nil for a statement that is none.
  init?(_ statement: Statement, _ verbs: VerbTable) {
    let tree = statement.tree
    id = tree.nodes.count - 1
    guard tree.nodes[id].kind == .call, !tree.isQuoted(id), let verb = verbs[tree.name(of: id)] else {
      return nil
    }
    switch verb.action {
    case .assume: kind = .assume
    case .forget: kind = .forget
    case .clear: kind = .clear
    default: return nil
    }
  }
}

extension Session {
  mutating func apply(
    _ change: SessionChange, _ statement: Statement, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Answer {
    switch change.kind {
    case .assume: return try assume(change.id, statement, evaluator)
    case .forget: return try forget(change.id, statement.tree)
    case .clear: return try clear(change.id, statement.tree)
    }
  }

  private mutating func assume(
    _ id: Int, _ statement: Statement, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Answer {
    let tree = statement.tree
    var conditions: [(term: Expr, range: SourceRange, text: String)] = []
    for child in tree.children(of: id).map(Int.init) {
      var evaluator = evaluator
      let term = try evaluator.evaluate(statement, nodes: tree.firstNode(of: child)..<(child + 1))
      conditions.append((term, tree.nodes[child].range, tree.text(of: child)))
    }
    var answer = Answer(text: state.assumptions.map(\.text).joined(separator: ", "))
    answer.warnings = try assume(conditions, tree)
    answer.text = state.assumptions.map(\.text).joined(separator: ", ")
    return answer
  }

  /// Takes up assumptions, all or none of them, and returns what is to be said about them.
  @discardableResult
  mutating func assume(
    _ conditions: [(term: Expr, range: SourceRange, text: String)], _ tree: SyntaxTree
  ) throws(Diagnostic) -> [String] {
    var assumption = Assumption(state.facts)
    for condition in conditions { try assumption.assume(condition.term, at: condition.range, tree.source) }
    state.facts = assumption.facts
    for condition in conditions where !state.assumptions.contains(where: { $0.text == condition.text }) {
      state.assumptions.append((condition.text, condition.term))
    }
    return assumption.warnings
  }

  /// Drops the assumptions on the named symbols, or all.
  private mutating func forget(_ id: Int, _ tree: SyntaxTree) throws(Diagnostic) -> Answer {
    let names = try names(id, tree)
    let kept =
      names.isEmpty
      ? [] : state.assumptions.filter { $0.term.freeSymbols.allSatisfy { !names.contains($0.name) } }
    var assumption = Assumption(Facts())
    for (_, term) in kept { try assumption.assume(term, at: tree.nodes[id].range, tree.source) }
    state.facts = assumption.facts
    state.assumptions = kept
    return Answer(text: kept.map(\.text).joined(separator: ", "))
  }

  /// Forgets what the names mean, or all definitions.
  private mutating func clear(_ id: Int, _ tree: SyntaxTree) throws(Diagnostic) -> Answer {
    let names = try names(id, tree)
    if names.isEmpty {
      state.variables = [:]
      state.userFunctions = [:]
      state.declared = []
    }
    for name in names {
      state.variables[name] = nil
      state.userFunctions[name] = nil
      state.declared.remove(name)
    }
    return Answer(text: "")
  }

  private func names(_ id: Int, _ tree: SyntaxTree) throws(Diagnostic) -> [String] {
    var names: [String] = []
    for child in tree.children(of: id).map(Int.init) {
      guard tree.nodes[child].kind == .name else { throw CallMistakes.notAVariable(child, tree) }
      names.append(tree.name(of: child))
    }
    return names
  }
}
