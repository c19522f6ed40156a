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
    for (i, variable) in pattern.variables.enumerated() {
      if let term = bindings.terms[i] { terms[variable.name] = store.expr(term) }
    }
    // Most conditions are decided without more knowledge.
    var extended: (facts: Facts, placeholders: [String: Expr])?
    func truth(_ condition: Condition) -> Truth {
      let truth = condition.truth(of: terms, assuming: facts)
      guard truth == .unknown, condition.concernsValues else { return truth }
      let more = extended ?? placeholders(for: terms, bindings, facts, knowing: known, nonzero)
      extended = more
      return more.facts == facts ? truth : condition.truth(of: more.placeholders, assuming: more.facts)
    }
    for condition in semanticRequirements where truth(condition) != .true { return false }
    for exception in exceptions {
      let truth = truth(exception)
      if refutesExceptions ? truth != .false : truth == .true { return false }
    }
    return true
  }

  /// Symbols in place of the terms of which something is known, with that as facts about the symbols.
  private func placeholders<Ref: Hashable>(
    for terms: [String: Expr], _ bindings: Bindings<Ref>, _ facts: Facts, knowing known: [Ref: Property],
    _ nonzero: Set<Expr>
  ) -> (facts: Facts, placeholders: [String: Expr]) {
    var extended = (facts: facts, placeholders: terms)
    for (i, variable) in pattern.variables.enumerated() {
      guard let term = bindings.terms[i], let expr = terms[variable.name],
        let property = known[term] ?? (nonzero.contains(expr) ? .nonzero : nil)
      else { continue }
      let symbol = Symbol("value of \(variable.name)")
      guard let more = extended.facts.assuming(symbol, property) else { continue }
      extended.facts = more
      extended.placeholders[variable.name] = Expr(symbol)
    }
    return extended
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
