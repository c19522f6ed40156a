import ApusNotation
import ApusTerms

// Definitions and declarations.
extension Session {
  /// `a := 3` or `f(x) := x^2`.
  mutating func define(_ statement: Statement, _ evaluator: Evaluator) throws(Diagnostic) -> Answer {
    let tree = statement.tree
    let (root, head, body) = (
      tree.nodes.count - 1, tree.child(0, of: tree.nodes.count - 1), tree.nodes.count - 2
    )
    switch tree.nodes[head].kind {
    case .name:
      try checkFree(head, body, tree)
      var evaluator = evaluator
      let value = try evaluator.evaluate(statement, nodes: (head + 1)..<root)
      return defineVariable(tree.name(of: head), value, evaluator)
    case .call where tree.nodes[head].primes == 0:
      try checkFree(head, body, tree)
      return try defineFunction(head, statement, evaluator)
    default:
      throw Diagnostic(
        "bad-definition", "only names and calls of names are defined", at: tree.nodes[head].range,
        help: ["a := 3", "f(x) := x^2"])
    }
  }

  private mutating func defineVariable(_ name: String, _ value: Expr, _ evaluator: Evaluator) -> Answer {
    if value.contains(Symbol(name)) {
      // a := a + 1 for an undefined a stays as it is: a is replaced once, not for ever.
      var answer = assign(name, value, evaluator)
      answer.notes.append("\(name) stands for itself on the right")
      return answer
    }
    return assign(name, value, evaluator)
  }

  private mutating func assign(_ name: String, _ value: Expr, _ evaluator: Evaluator) -> Answer {
    state.userFunctions[name] = nil
    state.declared.remove(name)
    state.variables[name] = value
    let text = state.writer.text(of: value, limit: limits.textBytes) ?? "…"
    var answer = Answer(text: "\(name) := \(text)", expression: value)
    answer.notes = evaluator.builder.notes + evaluator.notes
    answer.warnings = evaluator.warnings
    return answer
  }

  private mutating func defineFunction(
    _ head: Int, _ statement: Statement, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Answer {
    let tree = statement.tree
    let name = tree.name(of: head)
    let root = tree.nodes.count - 1
    guard tree.childCount(of: head) > 0 else {
      throw Diagnostic(
        "bad-definition", "a function has an argument at least", at: tree.nodes[head].range,
        help: ["\(name) := \(tree.text(of: tree.child(1, of: root)))"])
    }
    let patterns = try patterns(head, statement, evaluator)
    try checkCalls((head + 1)..<root, name, statement)
    let text = tree.source.text(tree.nodes[root].range)
    let clause = UserFunction.Clause(
      patterns: patterns, statement: statement, body: (head + 1)..<root, text: text)
    if var function = state.userFunctions[name], function.arity == patterns.count {
      function.add(clause)
      state.userFunctions[name] = function
    } else {
      state.userFunctions[name] = UserFunction(name: name, clause)
    }
    state.variables[name] = nil
    state.declared.remove(name)
    return Answer(text: text)
  }

  /// A misspelt function is found when a body is defined, not when it is first used.
  private func checkCalls(_ body: Range<Int>, _ name: String, _ statement: Statement) throws(Diagnostic) {
    let tree = statement.tree
    for id in body where tree.nodes[id].kind == .call && !tree.isQuoted(id) {
      let called = tree.name(of: id)
      let isKnown =
        called == name || state.userFunctions[called] != nil || state.declared.contains(called)
        || state.functions[called] != nil || state.verbs[called] != nil || Predicate(called) != nil
      if statement.scopes.binding(of: called, at: id) != nil { throw CallMistakes.notAFunction(id, tree) }
      if !isKnown { throw state.resolver.notCallable(id, tree) }
    }
  }

  /// Parameters are names; anything else has to be a value without symbols.
  private func patterns(
    _ head: Int, _ statement: Statement, _ evaluator: Evaluator
  ) throws(Diagnostic) -> [UserFunction.Pattern] {
    let tree = statement.tree
    var patterns: [UserFunction.Pattern] = []
    var names: Set<String> = []
    for child in tree.children(of: head).map(Int.init) {
      let range = tree.nodes[child].range
      if tree.nodes[child].kind == .name {
        let name = tree.name(of: child)
        guard names.insert(name).inserted else {
          throw Diagnostic("bad-definition", "\(name) occurs twice among the parameters", at: range)
        }
        patterns.append(.parameter(name))
      } else {
        var evaluator = evaluator
        let value = try evaluator.evaluate(statement, nodes: tree.firstNode(of: child)..<(child + 1))
        guard !value.flags.contains(.hasSymbol) else {
          throw Diagnostic(
            "bad-definition", "a parameter is a name or a value", at: range, help: ["f(x) := …", "f(0) := …"])
        }
        patterns.append(.value(value))
      }
    }
    return patterns
  }

  /// Whether a name may be defined.
  private func checkFree(_ head: Int, _ body: Int, _ tree: SyntaxTree) throws(Diagnostic) {
    let name = tree.name(of: head)
    if tree.isQuoted(head) { return }
    let isCall = tree.nodes[head].kind == .call
    if name == "ans" { throw Protection.function(head, tree) }
    if state.resolver.isConstant(name), !isCall {
      throw Protection.diagnostic(head, value: body, tree, state)
    }
    let isTaken = state.functions[name] != nil || state.verbs[name] != nil || Predicate(name) != nil
    if isTaken, isCall || !NameResolver.mayBeSymbol(name) || state.resolver.isConstant(name) {
      throw Protection.function(head, tree)
    }
  }

  /// `f :: function`, or `x :: positive`.
  mutating func declare(_ statement: Statement) throws(Diagnostic) -> Answer {
    let tree = statement.tree
    let root = tree.nodes.count - 1
    let (subject, kind) = (tree.child(0, of: root), tree.child(1, of: root))
    let help = ["f :: function", "x :: positive"]
    guard tree.nodes[subject].kind == .name, tree.nodes[kind].kind == .name else {
      throw Diagnostic(
        "bad-declaration", "a declaration is a name, '::' and a kind", at: tree.nodes[root].range, help: help)
    }
    let (name, kindName) = (tree.name(of: subject), tree.name(of: kind))
    let text = tree.source.text(tree.nodes[root].range)
    if kindName == "function" {
      try checkFree(subject, kind, tree)
      if state.functions[name] != nil || state.verbs[name] != nil { throw Protection.function(subject, tree) }
      state.declared.insert(name)
      state.userFunctions[name] = nil
      state.variables[name] = nil
      return Answer(text: text)
    }
    guard let predicate = Predicate(kindName) else {
      let nearest = Suggestions.nearest(to: kindName, among: Predicate.names + ["function"])
      throw Diagnostic(
        "unknown-kind", "'\(kindName)' is no kind of thing", at: tree.nodes[kind].range,
        help: nearest.map { ["did you mean \(name) :: \($0)?"] } ?? help)
    }
    if state.resolver.isConstant(name) { throw Protection.diagnostic(subject, value: kind, tree, state) }
    let term = Expr.opaque(.undefined(predicate.name), [.symbol(name)])
    try assume([(term, tree.nodes[root].range, "\(kindName)(\(name))")], tree)
    return Answer(text: text)
  }
}
