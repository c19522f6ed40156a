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
  /// - Complexity: the pattern is laid out, and matched with full backtracking within a number of steps that grows with the
  ///   number of operands. `Rewriter.rule` lays it out once.
  public func applied(to expr: Expr, assuming facts: Facts = Facts()) -> Expr? {
    CompiledRule(self).applied(to: expr, assuming: facts)
  }

  /// All results of applying the rule at the root of the expression, in the order in which the matches are found.
  public func applications(to expr: Expr, assuming facts: Facts = Facts(), limit: Int = 1000) -> [Expr] {
    var results: [Expr] = []
    CompiledRule(self).forEachApplication(to: expr, assuming: facts) {
      results.append($0)
      return results.count >= limit
    }
    return results
  }
}
