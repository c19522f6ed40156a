import ApusTerms

/// One simplification of expressions in a graph of their own.
struct ExpressionSaturation: ~Copyable {
  let inputs: [Expr]
  private let options: SaturationOptions
  let plan: Saturation
  private let clock: SearchClock
  private let model: ExpressionNodeCost
  var graph: ExpressionGraph
  private var roots: [ClassID] = []
  /// If proofs are kept, the applications of rules of rule files, and the laws by which they are checked.
  private(set) var applications: [Simplification.Step] = []
  private(set) var laws: ExpressionProofLanguage
  /// Lists of nodes that the extraction tries as a whole.
  private var proposals: [[UInt32]] = []

  init(_ inputs: [Expr], _ options: SaturationOptions) {
    self.inputs = inputs
    self.options = options
    let (vocabulary, rules) = ExpressionLanguage.standard
    laws =
      options.rules.map {
        ExpressionProofLanguage(
          [ExpressionLanguage.namedLaws, $0.named], assuming: options.facts, isGeneric: options.isGeneric)
      } ?? .engine
    var limits = options.limits
    // The rest is for choosing the result.
    limits.time = limits.time * 0.7
    plan = Saturation(rules: rules, limits: limits, isCancelled: options.isCancelled)
    clock = SearchClock(time: options.limits.time, isCancelled: options.isCancelled)
    model = ExpressionNodeCost(options.cost, vocabulary.arithmetic, options.cycles)
    graph = ExpressionGraph(vocabulary)
    graph.graph.nodeLimit = max(options.limits.nodes, 1)
    graph.graph.keepsProofs = options.keepsProofs
    graph.graph.sharesRoots = options.cost.method == .graph
  }

  mutating func result() -> SaturatedExpressions {
    for expression in inputs where expression.canBeSaturated {
      guard let id = graph.add(expression) else { return unchanged(.nodeLimit) }
      roots.append(id)
    }
    graph.graph.rebuild()
    let sharesRoots = !isTree && ArithmeticRules.shareRoots(in: &graph.graph)
    guard let before = graph.graph.extract(roots, cost: model, method: sharesRoots ? .graph : .tree) else {
      return unchanged(.contradiction)
    }
    let cost = SaturatedExpressions.Costs(
      unshared: before.treeCost, before: isTree ? before.treeCost : before.cost,
      after: isTree ? before.treeCost : before.cost)
    factorJointly(before)
    let progress = SaturationProgress(
      roots, model, leaf: graph.terms.vocabulary.leaf, mostRounds: plan.limits.iterations,
      usesRuleFiles: options.rules != nil)
    let report = run(progress, until: progress.reasonToStop)
    guard report.stopReason != .contradiction, !graph.graph.hasNoValue else {
      return unchanged(.contradiction)
    }
    if !isTree,
      let reached = graph.graph.extract(roots, cost: model, method: .graph, proposals: proposals)
    {
      factorJointly(reached)
    }
    guard
      let after = graph.graph.extract(roots, cost: model, method: options.cost.method, proposals: proposals)
    else { return unchanged(.contradiction) }
    return chosen(after, before, cost, report)
  }

  /// Runs the rules as long as the limits allow.
  ///
  /// - Returns: whether the inputs are expressions that are looked into, and no contradiction was found.
  mutating func saturate() -> Bool {
    for expression in inputs {
      guard expression.canBeSaturated, let id = graph.add(expression) else { return false }
      roots.append(id)
    }
    return run { _ in nil }.stopReason != .contradiction && !graph.graph.hasNoValue
  }

  /// Whether all inputs end up in one class.
  mutating func provesEquality() -> Bool {
    for expression in inputs {
      guard expression.canBeSaturated, let id = graph.add(expression) else { return false }
      roots.append(id)
    }
    let roots = roots
    func areEqual(_ graph: inout EGraph) -> Bool { roots.allSatisfy { graph.areEqual($0, roots[0]) } }
    let report = run { areEqual(&$0) ? .goal : nil }
    return report.stopReason != .contradiction && !graph.graph.hasNoValue && areEqual(&graph.graph)
  }

  /// Runs the rules of the engine, and those of the options if there are any.
  ///
  /// - Parameter progress: what tells when the rules of the options have their turn; in each round if it is `nil`.
  private mutating func run(
    _ progress: SaturationProgress? = nil, until reason: (inout EGraph) -> StopReason?
  ) -> SaturationReport {
    graph.graph.isThorough = options.rules != nil
    guard let index = options.rules else { return plan.run(on: &graph.graph, until: reason) }
    var rules = ExpressionRules(
      graph.terms, index, assuming: options.facts, isGeneric: options.isGeneric,
      checkedBy: graph.graph.journal.isOn ? laws : nil,
      largest: SaturationProgress.largest(from: graph.graph.nodeCount),
      stayingReal: options.cost != .size && !inputs.contains(where: \.hasComplexNumber), &graph.graph)
    var report = plan.run(
      on: &graph.graph,
      applying: { graph, clock in
        if progress?.isTurnOfEngine == true { return .postponed }
        return rules.apply(to: &graph, progress?.sizes, clock: clock)
      },
      until: reason)
    for (rule, count) in rules.uses.sorted(by: { $0.key < $1.key }) {
      report.rules.append(.init(name: index.rules[rule].name, matches: count, applied: count))
    }
    graph.terms = rules.terms
    applications = rules.steps
    if let found = rules.laws { laws = found }
    return report
  }

  private var isTree: Bool { options.cost.method == .tree }

  /// Proposes what a choice of nodes becomes when its sums are factored together.
  private mutating func factorJointly(_ extraction: Extraction) {
    guard options.sharesPartialSums, !isTree else { return }
    proposals += JointFactoring.apply(to: &graph.graph, extraction, clock: clock)
  }

  /// The results if they are cheaper than the inputs.
  private func chosen(
    _ after: Extraction, _ before: Extraction, _ inputCosts: SaturatedExpressions.Costs,
    _ report: SaturationReport
  ) -> SaturatedExpressions {
    var costs = inputCosts
    let cost = isTree ? after.treeCost : after.cost
    let isCheaper = cost < inputCosts.before
    costs.after = min(cost, inputCosts.before)
    let flat = isCheaper ? merged(graph.expressions(after)) : inputs
    let why = isCheaper ? explanations(after, flat) : []
    if isTree { return finished(flat, named(flat), costs, report, why) }
    let shared = graph.sharedExpressions(isCheaper ? after : before, avoiding: symbolNames)
    let complete = SharedExpressions(definitions: shared.definitions, expressions: merged(shared.expressions))
    // Flat sums cannot share partial sums, so that they may cost more than their shared form.
    let isFlatCheaper = isCheaper && (Self.cost(of: flat, options) ?? .max) < inputCosts.before
    return finished(isFlatCheaper ? flat : inputs, complete, costs, report, isFlatCheaper ? why : [])
  }

  private func finished(
    _ expressions: [Expr], _ shared: SharedExpressions, _ costs: SaturatedExpressions.Costs,
    _ report: SaturationReport, _ explanations: [EqualityExplanation?]
  ) -> SaturatedExpressions {
    SaturatedExpressions(
      expressions: expressions, shared: shared,
      explanations: explanations.isEmpty ? inputs.map { _ in nil } : explanations, costs: costs,
      report: report, nodes: graph.graph.nodeCount, classes: graph.graph.classCount)
  }

  /// The results in the places of the inputs that were looked into.
  private func merged(_ results: [Expr]) -> [Expr] {
    var made = results.makeIterator()
    return inputs.map { $0.canBeSaturated ? made.next() ?? $0 : $0 }
  }

  private var symbolNames: Set<String> {
    var names = Set<String>()
    for input in inputs { names.formUnion(input.freeSymbols.map(\.name)) }
    return names
  }

  private func unchanged(_ reason: StopReason) -> SaturatedExpressions {
    var report = SaturationReport(rules: plan.rules.map(\.name))
    report.stopReason = reason
    let costs = SaturatedExpressions.Costs(unshared: 0, before: 0, after: 0)
    return SaturatedExpressions(
      expressions: inputs, shared: named(inputs), explanations: inputs.map { _ in nil }, costs: costs,
      report: report, nodes: 0, classes: 0)
  }

  private func named(_ expressions: [Expr]) -> SharedExpressions {
    SharedExpressions(definitions: [], expressions: expressions)
  }

  /// What expressions cost as they are, equal parts counted once if the measure does so.
  private static func cost(of expressions: [Expr], _ options: SaturationOptions) -> Int? {
    let vocabulary = ExpressionLanguage.standard.language
    var graph = ExpressionGraph(vocabulary)
    var roots: [ClassID] = []
    for expression in expressions {
      guard let id = graph.add(expression) else { return nil }
      roots.append(id)
    }
    graph.graph.rebuild()
    let isTree = options.cost.method == .tree
    let sharesRoots = !isTree && ArithmeticRules.shareRoots(in: &graph.graph)
    let model = ExpressionNodeCost(options.cost, vocabulary.arithmetic, options.cycles)
    guard let found = graph.graph.extract(roots, cost: model, method: sharesRoots ? .graph : .tree) else {
      return nil
    }
    return isTree ? found.treeCost : found.cost
  }
}

extension Expr {
  /// Whether every part follows the laws of commutative rings wherever it has a value.
  var canBeSaturated: Bool {
    flags.isDisjoint(with: [.hasInexact, .hasInfinity, .hasUndefined, .hasOpaque, .hasList])
  }
}
