extension EGraph {
  /// Adds a term without variables.
  ///
  /// - Returns: its class, or `nil` if the graph is full, or if a variable or an unknown operator occurs.
  public mutating func add(_ term: NodePattern) -> ClassID? {
    switch term {
    case .variable: return nil
    case .number(let value): return add(number: value)
    case .symbol(let name): return add(symbol: name)
    case .node(let name, let operands):
      guard let op = language.operator(named: name, arity: operands.count) else { return nil }
      var classes: [ClassID] = []
      for operand in operands {
        guard let id = add(operand) else { return nil }
        classes.append(id)
      }
      return add(op, classes)
    }
  }

  /// The class of a term without variables, if every part of it is in the graph.
  ///
  /// The graph must be rebuilt.
  public func findClass(of term: NodePattern) -> ClassID? {
    var compiler = MatchCompiler(language)
    guard term.isGround, (try? compiler.slot(of: term)) != nil else { return nil }
    var classes = Arena<UInt32>()
    for part in compiler.groundTerms {
      let id = lookup(part, classes)
      if id == none { return nil }
      classes.append(find(id))
    }
    return ClassID(classes[classes.count - 1])
  }
}
