import ApusTerms

/// What the function of a formula is called, what it takes and what it returns.
struct CodeSubject {
  var name: String
  var parameters: [String]
  var value: Expr
  var note: String?

  init(_ expr: Expr) {
    if let (name, arguments, value) = Self.definition(expr) {
      self.name = name
      let rest = value.freeSymbols.map(\.name).filter { !arguments.contains($0) }
      parameters = arguments + rest.sorted(by: NaturalOrder.precedes)
      self.value = value
      return
    }
    parameters = expr.freeSymbols.map(\.name).sorted(by: NaturalOrder.precedes)
    if let function = expr.function, Self.equations.contains(function), expr.arguments.count == 2 {
      name = "residual"
      value = .opaque(.subtract, expr.arguments)
      note = "the equation is written as the difference of its sides"
    } else {
      let isCondition = expr.function.map { Self.conditions.contains($0) } ?? false
      name = isCondition ? "condition" : "value"
      value = expr
    }
  }

  private static let equations: Set<Function> = [.equal, .definition, .approximately]
  private static let conditions: Set<Function> = [
    .less, .lessEqual, .greater, .greaterEqual, .notEqual, .congruent, .and, .or, .not, .implies,
  ]

  /// The parts of `y = value` and `f(x) = value`, where the value does not contain what is defined.
  private static func definition(_ expr: Expr) -> (name: String, arguments: [String], value: Expr)? {
    guard let function = expr.function, equations.contains(function), expr.arguments.count == 2 else {
      return nil
    }
    let (subject, value) = (expr.arguments[0], expr.arguments[1])
    if let symbol = subject.symbol { return value.contains(symbol) ? nil : (symbol.name, [], value) }
    guard let head = subject.function, head.isUndefined, !value.applies(head) else { return nil }
    let arguments = subject.arguments.compactMap { $0.symbol?.name }
    guard arguments.count == subject.arguments.count, Set(arguments).count == arguments.count else {
      return nil
    }
    return (head.name, arguments, value)
  }
}

extension Expr {
  /// Whether the function is applied anywhere.
  fileprivate func applies(_ function: Function) -> Bool {
    var isFound = false
    forEachNode { node in
      isFound = isFound || node.function == function
      return !isFound
    }
    return isFound
  }
}
