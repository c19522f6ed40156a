import ApusNotation
import ApusTerms

extension Rule {
  /// Whether the conditions allow a match: requirements are proved, exceptions are not.
  ///
  /// - Parameter known: what is known of the values of terms besides what follows from their form and the facts.
  /// - Parameter nonzero: terms that are known not to be zero.
  /// - Parameter refutesExceptions: whether the exceptions must be refuted.
  func holds<Store: TermStore & ~Copyable>(
    for bindings: Bindings<Store.Ref>, in store: borrowing Store, assuming facts: Facts,
    knowing known: [Store.Ref: Property] = [:], nonzero: Set<Expr> = [],
    refutingExceptions refutesExceptions: Bool = false
  ) -> Bool {
    if semanticRequirements.isEmpty, exceptions.isEmpty { return true }
    var terms: [String: Expr] = [:]
    var placeholders = terms
    var extended = facts
    for (i, variable) in pattern.variables.enumerated() {
      guard let term = bindings.terms[i] else { continue }
      let expr = store.expr(term)
      terms[variable.name] = expr
      placeholders[variable.name] = expr
      guard let property = known[term] ?? (nonzero.contains(expr) ? .nonzero : nil) else { continue }
      let symbol = Symbol("value of \(variable.name)")
      guard let more = extended.assuming(symbol, property) else { continue }
      (extended, placeholders[variable.name]) = (more, Expr(symbol))
    }
    func truth(_ condition: Condition) -> Truth {
      let truth = condition.truth(of: terms, assuming: facts)
      return truth == .unknown && condition.concernsValues && extended != facts
        ? condition.truth(of: placeholders, assuming: extended) : truth
    }
    return semanticRequirements.allSatisfy { truth($0) == .true }
      && exceptions.allSatisfy { refutesExceptions ? truth($0) == .false : truth($0) != .true }
  }

  /// The conditions with the terms that the variables stand for.
  func conditionTexts<Store: TermStore & ~Copyable>(
    for bindings: Bindings<Store.Ref>, in store: borrowing Store
  ) -> [String] {
    if semanticRequirements.isEmpty, exceptions.isEmpty { return [] }
    var terms: [String: Expr] = [:]
    for (i, variable) in pattern.variables.enumerated() {
      if let term = bindings.terms[i] { terms[variable.name] = store.expr(term) }
    }
    return semanticRequirements.compactMap { $0.text(of: terms).map { "where " + $0 } }
      + exceptions.compactMap { $0.text(of: terms).map { "unless " + $0 } }
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
    CompiledRule(self).forEachApplication(to: expr, assuming: facts) { result, _ in
      results.append(result)
      return results.count >= limit
    }
    return results
  }

  /// The conditions under which the rule makes one expression of another when it is applied at its root, as texts; `nil` if it
  /// does not.
  ///
  /// - Parameter nonzero: expressions that are known not to be zero.
  /// - Parameter refutesExceptions: whether exceptions must be refuted.
  func conditions(
    making result: Expr, of expr: Expr, assuming facts: Facts, nonzero: Set<Expr> = [],
    refutingExceptions refutesExceptions: Bool
  ) -> [String]? {
    var conditions: [String]?
    CompiledRule(self).forEachApplication(
      to: expr, assuming: facts, nonzero: nonzero, refutingExceptions: refutesExceptions
    ) { made, texts in
      if made == result { conditions = texts }
      return made == result
    }
    return conditions
  }
}

extension Condition {
  /// The condition in the words of a rule file, with terms in place of the variables; nil for one on numbers alone.
  func text(of terms: [String: Expr]) -> String? {
    let writer = TextWriter()
    func text(_ name: String) -> String { terms[name].map { writer.text(of: $0) } ?? name }
    switch self {
    case .form: return nil
    case .property(let name, let property):
      if terms[name]?.freeSymbols.isEmpty == true { return nil }
      return "\(text(name)): \(Condition.word(for: property) ?? "known")"
    case .free(let name, let other): return "\(text(name)) free of \(text(other))"
    case .relation(let relation):
      var replacements: [Expr: Expr] = [:]
      for (name, term) in terms { replacements[.symbol(name)] = term }
      // A relation between constants would be decided on the way, and its text be only "true".
      let instance = Expr.opaque(
        relation.function ?? .equal, relation.arguments.map { $0.substituting(replacements) })
      return instance.freeSymbols.isEmpty ? nil : writer.text(of: instance)
    }
  }
}
