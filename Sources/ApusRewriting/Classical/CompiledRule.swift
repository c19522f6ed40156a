import ApusTerms

/// A rule laid out for expressions once, to be applied again and again.
///
/// Unchecked: the references of the matcher are nodes and functions that the rule's pattern keeps alive, and nothing of them
/// ever changes.
struct CompiledRule: @unchecked Sendable {
  let rule: Rule
  private let matcher: Matcher<ExprStore>

  init(_ rule: Rule) {
    self.rule = rule
    var store = ExprStore()
    matcher = Matcher(rule.pattern, admitting: rule.kinds, &store)
  }

  /// The expression with the rule applied at its root; `nil` when the rule does not apply or changes nothing.
  func applied(to expr: Expr, assuming facts: Facts) -> Expr? {
    var result: Expr?
    forEachApplication(to: expr, assuming: facts) { made, _ in
      if made == expr { return false }
      result = made
      return true
    }
    return result
  }

  /// Calls `body` with the result of each match that the conditions allow, and with these as texts, until it answers `true`.
  func forEachApplication(
    to expr: Expr, assuming facts: Facts, nonzero: Set<Expr> = [],
    refutingExceptions refutesExceptions: Bool = false, _ body: (Expr, [String]) -> Bool
  ) {
    guard let template = rule.template else { return }
    var store = ExprStore()
    let term = store.insert(expr)
    _ = matcher.forEachMatch(of: term, &store) { store, bindings in
      let holds = rule.holds(
        for: bindings, in: store, assuming: facts, nonzero: nonzero, refutingExceptions: refutesExceptions)
      if !holds { return false }
      let result = store.expr(template.instantiated(bindings, at: term, &store))
      let texts = rule.conditionTexts(for: bindings, in: store)
      return body(result, texts)
    }
  }
}

/// Rules laid out for expressions and arranged by the outermost form of their patterns.
struct CompiledRules: Sendable {
  private let compiled: [CompiledRule]
  private let byForm: [RuleForm: [Int]]
  private let general: [Int]

  init(_ set: RuleSet) {
    compiled = set.rules.map(CompiledRule.init)
    (byForm, general) = RuleIndex([set]).byForm
  }

  /// What the first rule that applies at the root makes of the expression.
  func applied(to expr: Expr, assuming facts: Facts) -> Expr? {
    guard let form = RuleForm(expr) else { return nil }
    for rule in byForm[form] ?? general {
      if let result = compiled[rule].applied(to: expr, assuming: facts) { return result }
    }
    return nil
  }
}
