import ApusAlgebra
import ApusNotation
import ApusTerms

// The values of calls.
extension Evaluator {
  /// The value of a call, or nil when a frame was opened that will deliver it.
  mutating func call(_ id: Int) throws(Diagnostic) -> Expr? {
    let frame = frames[frames.count - 1]
    let tree = frame.statement.tree
    let name = tree.name(of: id)
    let arguments = tree.children(of: id).map { frame.values[Int($0)] }
    if frame.statement.conditions.contains(id), let predicate = Predicate(name) {
      return try predicate.term(id, tree, arguments)
    }
    if frame.statement.scopes.binding(of: name, at: id) != nil || state.variables[name] != nil,
      !tree.isQuoted(id)
    {
      return try callBound(id, name, arguments)
    }
    if tree.nodes[id].primes > 0 { return try primed(id, name, arguments) }
    if !tree.isQuoted(id) {
      if let function = state.userFunctions[name] { return try call(function, id, arguments, .value) }
      if let verb = state.verbs[name] { return try apply(verb, id, arguments) }
    }
    if state.declared.contains(name) { return .opaque(.undefined(name), arguments) }
    if let value = try resolver.call(id, tree, arguments, builder) { return value }
    if let predicate = Predicate(name) { return try ask(predicate, id, arguments) }
    throw resolver.notCallable(id, tree)
  }

  /// A name that is bound to something: only another function's name can be called through it.
  private mutating func callBound(_ id: Int, _ name: String, _ arguments: [Expr]) throws(Diagnostic) -> Expr?
  {
    throw CallMistakes.notAFunction(id, tree)
  }

  private mutating func call(
    _ function: UserFunction, _ id: Int, _ arguments: [Expr], _ continuation: Continuation
  ) throws(Diagnostic) -> Expr? {
    guard arguments.count == function.arity else {
      throw CallMistakes.arity(id, tree, name: function.name, .exactly(function.arity))
    }
    guard let (clause, bindings) = function.clause(for: arguments) else {
      // No clause fits, so the call stays: f(n) where only f(0) is defined.
      return .opaque(.undefined(function.name), arguments)
    }
    try open(clause, bindings, at: id, continuation)
    return nil
  }

  // MARK: Derivatives by primes

  private mutating func primed(_ id: Int, _ name: String, _ arguments: [Expr]) throws(Diagnostic) -> Expr? {
    guard arguments.count == 1 else { throw CallMistakes.arity(id, tree, name: name, .exactly(1)) }
    let order = Int(tree.nodes[id].primes)
    let used = Set(arguments[0].freeSymbols)
    let variable = arguments[0].symbol ?? Symbol("t").fresh(avoiding: used)
    if let function = state.userFunctions[name] {
      return try call(
        function, id, [Expr(variable)], .derivative(variable, order: order, argument: arguments[0]))
    }
    let function: Function
    if let known = state.functions[name] {
      guard known.arity.allows(1) else { throw CallMistakes.arity(id, tree, name: name, known.arity) }
      function = known
    } else if state.declared.contains(name) || tree.isQuoted(id) {
      function = .undefined(name)
    } else {
      throw resolver.notCallable(id, tree)
    }
    return derivative(of: builder.apply(function, [Expr(variable)]), variable, order: order, at: arguments[0])
  }

  func derivative(of body: Expr, _ variable: Symbol, order: Int, at argument: Expr) -> Expr {
    let result = body.derivative(in: variable, order: order, assuming: state.facts)
    return argument == Expr(variable) ? result : result.substituting(variable, with: argument)
  }

  // MARK: Verbs

  private mutating func apply(_ verb: Verb, _ id: Int, _ arguments: [Expr]) throws(Diagnostic) -> Expr? {
    guard verb.arity.allows(arguments.count) else {
      throw CallMistakes.arity(id, tree, name: verb.name, verb.arity)
    }
    switch verb.action {
    case .assuming:
      _ = try facts(inside: id)
      return arguments[arguments.count - 1]
    case .map: return try map(id, arguments)
    case .assume, .forget, .clear:
      throw Diagnostic(
        "misplaced-statement", "\(verb.name)(…) stands alone on its line", at: tree.nodes[id].range)
    case .evaluate(let body):
      var call = VerbCall(id, tree, arguments, try facts(at: id), watch, limits)
      let value = try body(&call)
      for note in call.notes { builder.note(note) }
      return value ?? .opaque(.undefined(verb.name), arguments)
    }
  }

  /// `map(f, [a, b])` is `[f(a), f(b)]`.
  private mutating func map(_ id: Int, _ arguments: [Expr]) throws(Diagnostic) -> Expr? {
    let place = tree.child(0, of: id)
    guard let name = arguments[0].symbol?.name, tree.nodes[place].kind == .name else {
      throw Diagnostic(
        "not-a-function", "map takes the name of a function", at: tree.nodes[place].range,
        help: ["map(sin, [1, 2])"])
    }
    guard let elements = arguments[1].elements else {
      throw Diagnostic(
        "not-a-list", "map takes a list", at: tree.nodes[tree.child(1, of: id)].range,
        help: ["map(sin, [1, 2])"])
    }
    return try startMap(name, [], elements[...])
  }

  mutating func continueMap(_ name: String, _ done: [Expr], _ rest: ArraySlice<Expr>) throws(Diagnostic) {
    if let value = try startMap(name, done, rest) { try deliver(value) }
  }

  /// Applies the function to the elements left, or opens a frame for the next.
  private mutating func startMap(
    _ name: String, _ done: [Expr], _ rest: ArraySlice<Expr>
  ) throws(Diagnostic) -> Expr? {
    var (done, rest) = (done, rest)
    let id = frames[frames.count - 1].next
    while let element = rest.first {
      rest = rest.dropFirst()
      if let function = state.userFunctions[name] {
        let value = try call(function, id, [element], .map(name: name, done: done, rest: rest))
        guard let value else { return nil }
        done.append(value)
      } else {
        done.append(try apply(name, to: element, at: id))
      }
    }
    return .list(done)
  }

  private mutating func apply(_ name: String, to element: Expr, at id: Int) throws(Diagnostic) -> Expr {
    let place = tree.nodes[tree.child(0, of: id)].range
    if state.declared.contains(name) { return .opaque(.undefined(name), [element]) }
    guard let function = state.functions[name], function.arity.allows(1) else {
      throw Diagnostic("unknown-function", "no function named '\(name)' takes one argument", at: place)
    }
    return .call(function, [element])
  }
}
