import ApusTerms

/// What an engine made of an expression.
public struct Simplification: Sendable {
  /// One rule applied at one place.
  public struct Step: Sendable, Hashable {
    /// The name of the rule.
    public let rule: String
    /// The term that the rule replaced.
    public let before: Expr
    /// The term that took its place.
    public let after: Expr
    /// What was proved, and what was not provable, for the rule to apply: `where y > 0`, `unless x = 0`; empty if it always holds.
    public let conditions: [String]

    /// Creates a step.
    package init(rule: String, before: Expr, after: Expr, conditions: [String] = []) {
      self.rule = rule
      self.before = before
      self.after = after
      self.conditions = conditions
    }
  }

  /// The result; the input itself when nothing simpler was found.
  public let expression: Expr
  /// The rules that were applied, in their order, at whatever place; empty unless they were asked for.
  public let steps: [Step]
  /// The costs of the input and of the result.
  public let costs: (before: Int, after: Int)
  /// Why the search ended.
  public let stopReason: StopReason

  /// Creates a report.
  package init(expression: Expr, steps: [Step], costs: (before: Int, after: Int), stopReason: StopReason) {
    self.expression = expression
    self.steps = steps
    self.costs = costs
    self.stopReason = stopReason
  }
}

/// Rewrites a term bottom-up until no rule makes any part of it cheaper.
///
/// A rule is applied where it lowers the cost, so that the search ends whatever the rules are. Each node is simplified once;
/// equal subterms share the work.
struct Simplifier: ~Copyable {
  typealias Ref = Workspace.Ref

  private var engine: RewriteEngine
  private let cost: Cost
  private let limits: SearchLimits
  private let isCancelled: () -> Bool
  private let keepsSteps: Bool
  private let start = ContinuousClock.now

  /// What is known of a node.
  private enum State {
    case unseen
    /// The children, or what took the node's place, are being simplified.
    case open
    /// Another term took the node's place.
    case replaced(Ref)
    case done(Ref)
  }

  private var states: [State] = []
  private var costs: [Int] = []
  private var rewritings = 0
  private(set) var steps: [Simplification.Step] = []
  private(set) var stopReason: StopReason?

  init(
    _ workspace: consuming Workspace, _ index: RuleIndex, assuming facts: Facts, cost: Cost,
    limits: SearchLimits,
    keepingSteps: Bool, until isCancelled: @escaping () -> Bool
  ) {
    engine = RewriteEngine(workspace, index, assuming: facts)
    self.cost = cost
    self.limits = limits
    self.isCancelled = isCancelled
    keepsSteps = keepingSteps
  }

  /// Moves a term in.
  mutating func insert(_ expr: Expr) -> Ref { engine.workspace.insert(expr) }

  /// The term as an expression.
  func expr(_ term: Ref) -> Expr { engine.workspace.expr(term) }

  /// The simplified term; when a limit stops the search, what has been reached.
  mutating func simplified(_ root: Ref) -> Ref {
    if root.isInline { return root }
    var pending = [root]
    while let top = pending.last {
      if shouldStop() { break }
      reserve()
      switch states[top.index] {
      case .done: pending.removeLast()
      case .unseen:
        states[top.index] = .open
        pushUnseenChildren(of: top, to: &pending)
      case .open: settle(top, &pending)
      case .replaced(let next):
        pending.removeLast()
        // A term that leads back to itself stays as it is.
        if case .done(let image) = state(of: next) {
          states[top.index] = .done(image)
        } else {
          states[top.index] = .done(next)
        }
      }
    }
    return image(of: root)
  }

  // MARK: One node

  private mutating func settle(_ term: Ref, _ pending: inout [Ref]) {
    let rebuilt = engine.workspace.rebuilding(term) { [states] _, child in
      guard !child.isInline, case .done(let image) = states[child.index] else { return child }
      return image
    }
    let best = totalCost(of: rebuilt)
    if !rebuilt.isInline, let rewriting = cheaperRewriting(of: rebuilt, than: best) {
      note(rewriting, at: rebuilt)
      return follow(rewriting.result, from: term, &pending)
    }
    if let next = sumWithCheaperSummand(rebuilt) { return follow(next, from: term, &pending) }
    if rebuilt == term || rebuilt.isInline {
      states[term.index] = .done(rebuilt)
      pending.removeLast()
      return
    }
    follow(rebuilt, from: term, &pending)
  }

  /// The sum with one summand rewritten together with its coefficient, which the node of the summand does not hold.
  private mutating func sumWithCheaperSummand(_ sum: Ref) -> Ref? {
    guard !sum.isInline, engine.workspace.kind(sum) == .sum else { return nil }
    let count = engine.workspace.count(sum)
    for i in stride(from: 1, to: count - 1, by: 2) {
      let (summand, coefficient) = (engine.workspace.child(sum, i), engine.workspace.child(sum, i + 1))
      if engine.workspace.isInteger(coefficient, 1) || engine.workspace.kind(summand) == .symbol { continue }
      let scaled = engine.workspace.scaled(summand, by: coefficient)
      let best = totalCost(of: scaled)
      guard let rewriting = cheaperRewriting(of: scaled, than: best) else { continue }
      var terms = [engine.workspace.child(sum, 0), rewriting.result]
      for j in stride(from: 1, to: count - 1, by: 2) where j != i {
        let (other, weight) = (engine.workspace.child(sum, j), engine.workspace.child(sum, j + 1))
        terms.append(engine.workspace.scaled(other, by: weight))
      }
      let next = terms.withUnsafeBufferPointer { engine.workspace.sum($0) }
      guard totalCost(of: next) < totalCost(of: sum) else { continue }
      note(rewriting, at: scaled)
      return next
    }
    return nil
  }

  private mutating func note(_ rewriting: RewriteEngine.Rewriting, at term: Ref) {
    rewritings += 1
    if !keepsSteps { return }
    let rule = engine.index.rules[rewriting.rule]
    steps.append(
      .init(
        rule: rule.name, before: expr(term), after: expr(rewriting.result),
        conditions: rule.conditionTexts(for: rewriting.bindings, in: engine.workspace)))
  }

  /// Goes on with the term that takes another's place.
  private mutating func follow(_ next: Ref, from term: Ref, _ pending: inout [Ref]) {
    reserve()
    if next.isInline {
      states[term.index] = .done(next)
      pending.removeLast()
      return
    }
    states[term.index] = .replaced(next)
    if case .unseen = states[next.index] { pending.append(next) }
  }

  private mutating func cheaperRewriting(of term: Ref, than best: Int) -> RewriteEngine.Rewriting? {
    // Taken out and put back: a copy would be made when costs of new terms are added.
    var costs: [Int] = []
    swap(&costs, &self.costs)
    defer { swap(&costs, &self.costs) }
    let cost = cost
    return engine.rewriting(of: term) { engine, result in
      Self.total(of: result, engine.workspace, cost, &costs) < best
    }
  }

  private func pushUnseenChildren(of term: Ref, to pending: inout [Ref]) {
    for i in 0..<engine.workspace.count(term) {
      let child = engine.workspace.child(term, i)
      if !child.isInline, case .unseen = states[child.index] { pending.append(child) }
    }
  }

  private func state(of term: Ref) -> State { term.isInline ? .done(term) : states[term.index] }

  private func image(of term: Ref) -> Ref {
    var term = term
    for _ in 0..<1000 {
      switch state(of: term) {
      case .done(let image): return image
      case .replaced(let next): term = next
      case .open, .unseen: return term
      }
    }
    return term
  }

  private mutating func reserve() {
    let missing = engine.workspace.count - states.count
    if missing > 0 { states.append(contentsOf: repeatElement(.unseen, count: missing)) }
  }

  // MARK: Costs

  mutating func totalCost(of term: Ref) -> Int { Self.total(of: term, engine.workspace, cost, &costs) }

  /// Children have smaller indices than their parents, so that costs are computed in one sweep over what is new.
  private static func total(
    of term: Ref, _ workspace: borrowing Workspace, _ cost: Cost, _ costs: inout [Int]
  ) -> Int {
    if term.isInline { return cost.cost(of: term, workspace, costs) }
    while costs.count <= term.index {
      costs.append(cost.cost(of: workspace.ref(at: costs.count), workspace, costs))
    }
    return costs[term.index]
  }

  // MARK: Limits

  private mutating func shouldStop() -> Bool {
    if rewritings >= limits.iterations &* 10_000 { stopReason = .iterationLimit }
    if engine.workspace.count > max(limits.nodes, 1) &* 100 { stopReason = .nodeLimit }
    if isCancelled() { stopReason = .cancelled }
    if ContinuousClock.now - start > limits.time { stopReason = .timeLimit }
    return stopReason != nil
  }
}
