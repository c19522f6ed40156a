import ApusNotation
import ApusTerms

// What is assumed where.
extension Evaluator {
  /// The facts that hold at a node.
  ///
  /// - Throws: what is wrong with the conditions of the `assuming` calls around it.
  mutating func facts(at id: Int) throws(Diagnostic) -> Facts {
    guard let call = frames[frames.count - 1].statement.scopes.assumption(at: id) else {
      return frames[frames.count - 1].facts
    }
    return try facts(inside: call)
  }

  /// The facts inside of an `assuming` call: those around it and its conditions.
  mutating func facts(inside call: Int) throws(Diagnostic) -> Facts {
    let top = frames.count - 1
    if let known = frames[top].assumed[call] { return known }
    let tree = frames[top].statement.tree
    // From the outermost call inwards, so that nesting needs no recursion.
    var chain = [call]
    while let last = chain.last, let outer = frames[top].statement.scopes.assumption(at: last),
      frames[top].assumed[outer] == nil
    {
      chain.append(outer)
    }
    var result = frames[top].facts
    if let last = chain.last, let outer = frames[top].statement.scopes.assumption(at: last),
      let known = frames[top].assumed[outer]
    {
      result = known
    }
    for id in chain.reversed() {
      for child in tree.children(of: id).dropLast() {
        var assumption = Assumption(result)
        try assumption.assume(frames[top].values[Int(child)], at: tree.nodes[Int(child)].range, tree.source)
        result = assumption.facts
        for warning in assumption.warnings where !warnings.contains(warning) { warnings.append(warning) }
      }
      frames[top].assumed[id] = result
    }
    return result
  }

  // MARK: Questions

  /// Whether a relation contains `==`.
  func asks(_ id: Int) -> Bool { tree.children(of: id).contains { tree.nodes[Int($0)].kind == .asks } }

  /// The answer to `a == b`, alone or in a chain with other relations.
  mutating func asked(_ id: Int) throws(Diagnostic) -> Expr {
    let children = Array(tree.children(of: id))
    guard children.dropFirst().allSatisfy({ tree.nodes[Int($0)].kind == .asks }) else {
      throw Diagnostic(
        "mixed-relations", "'==' asks a question and does not mix with other relations",
        at: tree.nodes[id].range)
    }
    var answer = Truth.true
    for (left, right) in zip(children, children.dropFirst()) {
      let (a, b) = (frames[frames.count - 1].values[Int(left)], frames[frames.count - 1].values[Int(right)])
      answer = answer && Equality.decide(a, b, try facts(at: id), watch.evaluationLimits)
      try watch.longStep()
    }
    return answer.expression
  }

  /// A comparison of constants as its truth value, where that can be proved; anything else as it is.
  mutating func decided(_ relation: Expr) -> Expr {
    guard relation.flags.isDisjoint(with: [.hasSymbol, .hasInfinity]), let function = relation.function,
      [.less, .lessEqual, .greater, .greaterEqual].contains(function)
    else { return relation }
    var limits = watch.evaluationLimits
    limits.precision = 1024
    limits.steps = 100_000
    return (try? relation.truth(at: [:], limits: limits)).map(Expr.truth) ?? relation
  }

  mutating func ask(_ predicate: Predicate, _ id: Int, _ arguments: [Expr]) throws(Diagnostic) -> Expr {
    let term = try predicate.term(id, tree, arguments)
    let facts = try facts(at: id)
    return predicate.truth(of: term.arguments[0], facts).expression
  }
}

extension Truth {
  /// The answer as a value: `true`, `false` or the symbol `unknown`.
  var expression: Expr {
    switch self {
    case .true: .truth(true)
    case .false: .truth(false)
    case .unknown: .symbol("unknown")
    }
  }
}
