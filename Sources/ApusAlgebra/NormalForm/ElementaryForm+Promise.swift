import ApusTerms

extension ElementaryForm {
  /// Whether functions that are related to each other meet in an expression: two of them with a symbol in common, one inside
  /// another, one in powers, or constants.
  ///
  /// In `x + tan(y) + exp(a + b)` none has anything to do with another, and the form would only be long.
  static func isPromising(_ expr: Expr) -> Bool {
    var seen: [Expr: Set<Symbol>] = [:]
    var isFound = false
    expr.forEachNode { node in
      if isFound { return false }
      switch Self.relation(of: node) {
      case .decisive: isFound = true
      case .related:
        let symbols = Set(node.freeSymbols)
        isFound = symbols.isEmpty || seen.contains { $0.key != node && !$0.value.isDisjoint(with: symbols) }
        seen[node] = symbols
      case .none: break
      }
      if node.kind == .product || node.kind == .power, hasPowerOfRelated(node) { isFound = true }
      return !isFound
    }
    return isFound
  }

  private enum Relation {
    case none, related
    /// Worth the form alone.
    case decisive
  }

  private static func relation(of node: Expr) -> Relation {
    if node.kind == .power {
      let (base, exponent) = (node.child(0), node.child(1))
      if base == .E { return .related }
      return base.isNumber && exponent.smallInteger == nil
        ? .decisive : exponent.isNumber && base.isSurd ? .decisive : .none
    }
    if node.kind == .product {
      return node.runs.contains { $0.term.isNumber && !$0.weight.isNumber } ? .decisive : .none
    }
    guard let function = node.function, node.childCount > 0 else { return .none }
    switch function {
    case .sin, .cos, .tan, .cot, .sec, .csc, .sinh, .cosh, .tanh, .coth, .sech, .csch, .log, .gamma, .besselj,
      .bessely, .besseli, .besselk, .hankel1, .hankel2, .asin, .acos, .atan, .asinh, .acosh, .atanh:
      return .related
    case .factorial, .binomial, .beta, .pochhammer, .max, .min, .piecewise: return .decisive
    default: return .none
    }
  }

  private static func hasPowerOfRelated(_ node: Expr) -> Bool {
    let runs = node.kind == .power ? [(node.child(0), node.child(1))] : node.runs.map { ($0.term, $0.weight) }
    return runs.contains { base, exponent in
      guard base.function != nil, exponent != 1, exponent != -1, case .related = relation(of: base) else {
        return false
      }
      return true
    }
  }
}

extension Expr {
  /// Whether the term is a sum of numbers and roots.
  fileprivate var isSurd: Bool { kind == .sum && freeSymbols.isEmpty }
}
