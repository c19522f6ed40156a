/// Applies rules to an ``EGraph`` until nothing new follows or a limit is reached.
///
/// However it ends, the graph is valid and rebuilt; the report says why. Without a time limit, equal calls give equal graphs.
public struct Saturation: Sendable {
  /// The rules, searched and applied in this order.
  public var rules: [RewriteRule]
  /// When to stop: rounds, nodes and time.
  public var limits: SearchLimits
  /// Which rules are searched in a round.
  public var scheduler: MatchScheduler
  /// Asked between rounds whether what was sought has been found.
  public var goal: (@Sendable (inout EGraph) -> Bool)?
  /// Asked often whether to give up.
  public var isCancelled: (@Sendable () -> Bool)?

  /// A run with limits.
  public init(
    rules: [RewriteRule], limits: SearchLimits = SearchLimits(), scheduler: MatchScheduler = .backOff(),
    goal: (@Sendable (inout EGraph) -> Bool)? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.rules = rules
    self.limits = limits
    self.scheduler = scheduler
    self.goal = goal
    self.isCancelled = isCancelled
  }

  /// Runs the rules on a graph.
  ///
  /// - Complexity: bounded by ``limits``; a node limit is never exceeded.
  public func run(on graph: inout EGraph) -> SaturationReport {
    var run = SaturationRun(self)
    return run.run(on: &graph) { graph in
      if let goal, goal(&graph) { return .goal }
      return nil
    }
  }

  /// What became of an application.
  enum Application {
    case complete
    /// The clock cut it short.
    case cutShort
    /// It was not this round's turn: there may be more to do although nothing changed.
    case postponed
  }

  /// What is applied in each round before the rules.
  typealias Applier = (inout EGraph, borrowing SearchClock) -> Application

  /// Runs the rules on a graph, and asks before each round whether there is a reason to stop.
  func run(
    on graph: inout EGraph, applying more: Applier? = nil, until reason: (inout EGraph) -> StopReason?
  ) -> SaturationReport {
    var run = SaturationRun(self)
    return run.run(on: &graph, applying: more, until: reason)
  }
}

/// The state of one run.
struct SaturationRun: ~Copyable {
  private let plan: Saturation
  private let clock: SearchClock
  private var states: [RuleState]
  private var report: SaturationReport
  private var matcher = NodeMatcher()
  private var arithmeticRules = ArithmeticRules()
  /// Where the matches of each rule end in the matcher's list.
  private var matchEnds: [Int] = []
  private var slots = Arena<UInt32>()
  /// The nodes of the slots, if proofs are kept.
  private var slotNodes = Arena<UInt32>()
  /// Whether the clock cut the application of rules short.
  private var isCutShort = false

  init(_ plan: Saturation) {
    self.plan = plan
    clock = SearchClock(time: plan.limits.time, isCancelled: plan.isCancelled)
    states = Array(repeating: RuleState(), count: plan.rules.count)
    report = SaturationReport(rules: plan.rules.map(\.name))
  }

  mutating func run(
    on graph: inout EGraph, applying more: Saturation.Applier? = nil,
    until reason: (inout EGraph) -> StopReason?
  ) -> SaturationReport {
    let previousLimit = graph.nodeLimit
    graph.nodeLimit = min(max(plan.limits.nodes, 0), previousLimit)
    graph.isFull = false
    graph.rebuild()
    report.stopReason = graph.hasContradiction ? .contradiction : rounds(on: &graph, more, until: reason)
    graph.nodeLimit = previousLimit
    return report
  }

  private mutating func rounds(
    on graph: inout EGraph, _ more: Saturation.Applier?, until reason: (inout EGraph) -> StopReason?
  ) -> StopReason {
    var round = 0
    while true {
      if let reason = reason(&graph) { return reason }
      if round >= plan.limits.iterations { return .iterationLimit }
      if let reason = clock.reasonToStop() { return reason }
      if let reason = oneRound(round, on: &graph, more) { return reason }
      round += 1
    }
  }

  /// Searches all, applies all, rebuilds.
  private mutating func oneRound(
    _ round: Int, on graph: inout EGraph, _ more: Saturation.Applier?
  ) -> StopReason? {
    var entry = SaturationReport.Round()
    let began = clock.elapsed
    let searchStopped = search(round, graph, &entry)
    let searched = clock.elapsed
    report.searchTime += searched - began
    if searchStopped { return clock.reasonToStop() ?? .timeLimit }
    graph.now += 1
    let nodesBefore = graph.nodes.count
    let application = more.map { $0(&graph, clock) } ?? .complete
    var stopped = application == .cutShort
    if !stopped && !graph.isFull { stopped = arithmeticRules.apply(to: &graph, clock: clock) }
    if !stopped && !graph.isFull { stopped = apply(to: &graph, &entry) }
    let applied = clock.elapsed
    report.applyTime += applied - searched
    let changed = graph.pending.count > 0 || graph.nodes.count != nodesBefore
    graph.rebuild()
    report.rebuildTime += clock.elapsed - applied
    entry.nodes = graph.nodeCount
    entry.classes = graph.classCount
    report.rounds.append(entry)
    if graph.hasContradiction { return .contradiction }
    if graph.isFull { return .nodeLimit }
    if stopped { return clock.reasonToStop() ?? .timeLimit }
    if !changed && application == .complete && !liftBans(after: round) { return .saturated }
    return nil
  }

  /// Finds the new matches of every rule that is not set aside.
  ///
  /// - Returns: whether the search was cut short.
  private mutating func search(
    _ round: Int, _ graph: borrowing EGraph, _ entry: inout SaturationReport.Round
  ) -> Bool {
    matcher.matches.removeAll()
    matchEnds.removeAll(keepingCapacity: true)
    for i in plan.rules.indices {
      defer { matchEnds.append(matcher.matches.count) }
      if states[i].bannedUntil > round { continue }
      let start = matcher.matches.count
      let program = plan.rules[i].match
      let outcome = matcher.search(
        program, in: graph, since: states[i].searchedUpTo, limit: states[i].matchLimit(plan.scheduler),
        clock: clock)
      switch outcome {
      case .stopped: return true
      case .tooManyMatches:
        matcher.matches.truncate(to: start)
        states[i].ban(plan.scheduler, inRound: round + 1)
        report.rules[i].bans += 1
      case .complete:
        states[i].searchedUpTo = graph.now + 1
        let found = (matcher.matches.count - start) / program.stride(graph)
        report.rules[i].matches += found
        entry.matches += found
      }
    }
    return false
  }

  /// Adds the right sides.
  ///
  /// - Returns: whether it was cut short by the clock.
  private mutating func apply(to graph: inout EGraph, _ entry: inout SaturationReport.Round) -> Bool {
    var start = 0
    for i in plan.rules.indices {
      let end = matchEnds[i]
      // Most rules match nothing in most rounds.
      if start == end { continue }
      let applied = apply(plan.rules[i], number: i, from: start, to: end, graph: &graph)
      report.rules[i].applied += applied
      entry.applied += applied
      if graph.isFull { return false }
      if isCutShort { return true }
      start = end
    }
    return false
  }

  /// Moves the end of the bans so near that a rule is searched in the next round.
  ///
  /// - Returns: whether there was a ban.
  private mutating func liftBans(after round: Int) -> Bool {
    let ends = states.map(\.bannedUntil).filter { $0 > round + 1 }
    let pending = states.contains { $0.bannedUntil == round + 1 }
    guard let nearest = ends.min() else { return pending }
    if pending { return true }
    for i in states.indices where states[i].bannedUntil > round + 1 {
      states[i].bannedUntil -= nearest - (round + 1)
    }
    return true
  }
}

extension SaturationRun {
  /// Adds the right side for each match of a rule and makes it equal to the root.
  ///
  /// - Returns: how many matches told something new.
  private mutating func apply(
    _ rule: RewriteRule, number: Int, from start: Int, to end: Int, graph: inout EGraph
  ) -> Int {
    let build = rule.build
    let variableCount = rule.match.variables.count
    let stride = rule.match.stride(graph)
    slots.resize(to: build.slotCount)
    slotNodes.resize(to: build.slotCount)
    guard addLeaves(build, from: variableCount, to: &graph) else { return 0 }
    var applied = 0
    var at = start
    var patience = 0
    while at < end {
      patience += 1
      if patience & 1023 == 0 && clock.mustStop() {
        isCutShort = true
        return applied
      }
      let root = matcher.matches.base[at]
      for i in 0..<variableCount { slots.base[i] = matcher.matches.base[at + 1 + i] }
      let match = at
      at += stride
      if let condition = rule.condition {
        let bindings = (0..<variableCount).map { ClassID(slots.base[$0]) }
        if !condition(graph, RuleMatch(root: ClassID(root), bindings: bindings)) { continue }
      }
      if graph.journal.isOn { graph.journal.events.removeAll() }
      guard addNodes(build, from: variableCount + build.leafCount, to: &graph) else { return applied }
      let made = slots.base[build.result]
      let (first, second) = (graph.find(root), graph.find(made))
      if first == second { continue }
      if graph.journal.isOn { record(rule, number: number, match: match, &graph) }
      graph.merge(first, second)
      applied += 1
    }
    return applied
  }

  /// Takes note of the rule, of the nodes that matched and of those that were made, which justify the next union.
  ///
  /// What the variables stand for follows from the nodes, and leaves are found by what they are.
  private mutating func record(_ rule: RewriteRule, number: Int, match: Int, _ graph: inout EGraph) {
    let build = rule.build
    let matched = matcher.matches.base + match + 1 + rule.match.variables.count
    let matchedCount = rule.match.frameCount + rule.match.compoundGrounds.count
    let firstMade = rule.match.variables.count + build.leafCount
    let madeCount = build.slotCount - firstMade
    let events = graph.arithmetic == nil ? 0 : graph.journal.events.count
    let count = 4 + matchedCount + madeCount + events
    let result = build.result >= firstMade ? slotNodes.base[build.result] : slots.base[build.result]
    graph.journal.entries.append(graph.journal.head(.rule, count: count), matched[0], result)
    graph.journal.entries.append(UInt32(truncatingIfNeeded: number))
    graph.journal.entries.append(matched + 1, count: matchedCount)
    graph.journal.entries.append(slotNodes.base + firstMade, count: madeCount)
    if events > 0 { graph.journal.appendEvents() }
  }

  private mutating func addLeaves(_ build: BuildProgram, from first: Int, to graph: inout EGraph) -> Bool {
    let words = build.leaves.words
    for i in 0..<build.leafCount {
      let id = graph.addInline(words[3 * i], words[3 * i + 1], words[3 * i + 2])
      if id == none { return false }
      slots[first + i] = id
    }
    return true
  }

  @inline(__always)
  private mutating func addNodes(_ build: BuildProgram, from first: Int, to graph: inout EGraph) -> Bool {
    let words = build.nodes.words
    let count = build.nodes.count
    let slots = slots.base
    var next = first
    var at = 0
    while at < count {
      let op = words[at]
      let arity = Int(words[at + 1])
      let id: UInt32
      if op & Operator.shapeMask == Operator.Shape.weighted.rawValue || op == graph.arithmetic?.power.code {
        id = addArithmetic(op, words + at + 2, arity, to: &graph)
      } else if arity == 2 {
        let c0 = graph.find(slots[Int(words[at + 2])])
        id = graph.addInline(op, c0, graph.find(slots[Int(words[at + 3])]))
      } else if arity == 1 {
        id = graph.addInline(op, graph.find(slots[Int(words[at + 2])]), 0)
      } else {
        graph.scratch.removeAll()
        for i in 0..<arity { graph.scratch.append(graph.find(slots[Int(words[at + 2 + i])])) }
        id = graph.addSpilled(op)
      }
      if id == none { return false }
      slots[next] = id
      if graph.journal.isOn { slotNodes[next] = graph.lastNode }
      next += 1
      at += 2 + arity
    }
    return true
  }

  /// Adds a sum, a product or a power, which may turn out to be something simpler.
  private func addArithmetic(
    _ op: UInt32, _ operands: UnsafePointer<UInt32>, _ count: Int, to graph: inout EGraph
  ) -> UInt32 {
    if op == graph.arithmetic?.power.code && count == 2 {
      return graph.makePower(slots[Int(operands[0])], slots[Int(operands[1])])
    }
    var parts: [WeightedChild] = []
    for i in 0..<count { parts.append(WeightedChild(id: slots[Int(operands[i])], weight: 1)) }
    return op == graph.arithmetic?.sum.code ? graph.makeSum(parts) : graph.makeProduct(parts)
  }
}
