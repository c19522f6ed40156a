import ApusTerms

extension Rule {
  /// Whether the conditions allow a match: requirements are proved, exceptions are not.
  func holds<Store: TermStore & ~Copyable>(
    for bindings: Bindings<Store.Ref>, in store: borrowing Store, assuming facts: Facts
  ) -> Bool {
    if semanticRequirements.isEmpty, exceptions.isEmpty { return true }
    var terms: [String: Expr] = [:]
    for (i, variable) in pattern.variables.enumerated() {
      if let term = bindings.terms[i] { terms[variable.name] = store.expr(term) }
    }
    return semanticRequirements.allSatisfy { $0.truth(of: terms, assuming: facts) == .true }
      && exceptions.allSatisfy { $0.truth(of: terms, assuming: facts) != .true }
  }

  /// The expression with the rule applied at its root; `nil` when the rule does not apply or changes nothing.
  ///
  /// A pattern that is a sum or product may match some of the operands and leave the others alone.
  ///
  /// - Complexity: the pattern is matched with full backtracking, within a bound on the number of steps.
  public func applied(to expr: Expr, assuming facts: Facts = Facts()) -> Expr? {
    var store = ExprStore()
    guard let template = Template(replacement, for: pattern) else { return nil }
    let matcher = Matcher(pattern, admitting: kinds, &store)
    let term = store.insert(expr)
    var result: Expr?
    _ = matcher.forEachMatch(of: term, &store) { store, bindings in
      guard holds(for: bindings, in: store, assuming: facts) else { return false }
      let made = template.instantiated(bindings, at: term, &store)
      if made == term { return false }
      result = store.expr(made)
      return true
    }
    return result
  }

  /// All results of applying the rule at the root of the expression, in the order in which the matches are found.
  public func applications(to expr: Expr, assuming facts: Facts = Facts(), limit: Int = 1000) -> [Expr] {
    var store = ExprStore()
    guard let template = Template(replacement, for: pattern) else { return [] }
    let matcher = Matcher(pattern, admitting: kinds, &store)
    let term = store.insert(expr)
    var results: [Expr] = []
    _ = matcher.forEachMatch(of: term, &store) { store, bindings in
      guard holds(for: bindings, in: store, assuming: facts) else { return false }
      results.append(store.expr(template.instantiated(bindings, at: term, &store)))
      return results.count >= limit
    }
    return results
  }
}
