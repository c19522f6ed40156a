import ApusNumbers
import ApusTerms

/// The rules of rule files at work in a graph of expressions.
///
/// The terms of these rules match modulo order, grouping and signs, and their conditions speak of terms. So each node is
/// written as a term, with the shortest terms of its children, and the rules are applied at its root; what they give becomes
/// part of the class. A condition may be proved from the term, from the assumptions, or from what is known of the class.
struct ExpressionRules: ~Copyable {
  var terms: ExpressionTable
  private var engine: RewriteEngine
  private let ranges: AnalysisTable<RangeAnalysis>
  /// The terms that were rewritten, by their places in the workspace.
  private var isDone: [Bool] = []
  /// The round in which the rules were last applied.
  private var since: UInt32 = 0
  /// The shortest term of each class in that round.
  private var shortest: [Workspace.Ref?] = []
  /// The applications that told something new, if proofs are kept.
  private(set) var steps: [Simplification.Step] = []
  private(set) var uses: [Int: Int] = [:]
  /// If proofs are kept, the laws by which they are checked: what these do not confirm is not applied.
  private(set) var laws: ExpressionProofLanguage?

  /// A graph with more nodes is left after this round.
  private let largest: Int
  /// Whether forms with complex numbers are left out, as the inputs have none and the result is meant for real arithmetic.
  private let staysReal: Bool

  /// What a rule makes of the term of a node.
  private typealias Found = (
    node: UInt32, rule: Int, before: Workspace.Ref, after: Workspace.Ref, isPart: Bool
  )

  /// How many results of one term are looked at, and how long a term may be.
  private static let widest = 64
  private static let longest = 2000

  init(
    _ terms: ExpressionTable, _ index: RuleIndex, assuming facts: Facts, isGeneric: Bool,
    checkedBy laws: ExpressionProofLanguage?, largest: Int,
    stayingReal staysReal: Bool, _ graph: inout EGraph
  ) {
    engine = RewriteEngine(Workspace(), index, assuming: facts)
    engine.refutesExceptions = !isGeneric
    let analysis = RangeAnalysis(terms.vocabulary.arithmetic, leaf: terms.vocabulary.leaf, assuming: facts)
    analysis.read(terms.leaves)
    ranges = AnalysisTable(analysis)
    self.largest = largest
    self.staysReal = staysReal
    graph.analyses = [ranges]
    self.terms = terms
    self.laws = laws
  }

  /// Applies all rules to what changed since the last call; the graph must be rebuilt before and after.
  ///
  /// - Parameter sizes: the shortest terms of the graph, if they are known.
  mutating func apply(
    to graph: inout EGraph, _ sizes: TreeExtractor?, clock: borrowing SearchClock
  ) -> Saturation.Application {
    let divisors = noteDivisors(&graph)
    let tree = sizes ?? TreeExtractor(graph, cost: ExpressionNodeCost(.size, terms.vocabulary.arithmetic))
    let isFresh = renewTerms(tree, graph)
    if laws != nil {
      for id in divisors {
        if let term = shortest[Int(graph.find(id))] { laws?.nonzero.insert(engine.workspace.expr(term)) }
      }
    }
    var found: [Found] = []
    for id in tree.order {
      for i in Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1]) {
        let node = graph.index.byClass[i]
        guard isFresh[Int(node)], let term = term(ofNode: node, graph), begin(term) else { continue }
        for (rule, result) in rewritings(of: term) { found.append((node, rule, term, result, false)) }
        rewriteParts(of: node, &graph, &found)
        if clock.mustStop() { return .cutShort }
      }
    }
    for (node, rule, before, after, isPart) in found {
      // What is left undone would come too late: the search begins anew with the best.
      if graph.nodeCount > largest { break }
      let result = engine.workspace.expr(after)
      if staysReal && result.hasComplexNumber { continue }
      guard let id = terms.add(result, to: &graph) else { break }
      let (first, second) = (graph.find(node), graph.find(id.raw))
      if first == second { continue }
      if let laws {
        let step = Simplification.Step(
          rule: engine.index.rules[rule].name, before: engine.workspace.expr(before), after: result)
        guard laws.rule(named: step.rule, makes: step.after, of: step.before) else { continue }
        steps.append(step)
        graph.journal.noteRewriting(steps.count - 1, node, id.raw, graph.written(node, tree.choice))
      }
      graph.merge(first, second)
      if isPart { graph.touchParents(of: graph.childClasses(graph.nodes[Int(node)])[0]) }
      uses[rule, default: 0] += 1
    }
    ranges.analysis.read(terms.leaves)
    return .complete
  }

  /// Applies the rules to each multiple among the terms of a sum, and to each power among the factors of a product: these have no
  /// nodes of their own until a rule makes something of them.
  private mutating func rewriteParts(of node: UInt32, _ graph: inout EGraph, _ found: inout [Found]) {
    let record = graph.nodes[Int(node)]
    guard Operator(code: record.op).shape == .weighted, record.c1 > 2 else { return }
    let isSum = record.op == graph.arithmetic?.sum.code
    for part in graph.weightedChildren(record) where part.weight != .one {
      guard graph.constant(part.id) == nil, Int(part.id) < shortest.count,
        let inner = shortest[Int(part.id)]
      else { continue }
      let number = engine.workspace.makeNumber(ExpressionTable.number(part.weight))
      let term = isSum ? product(number, inner) : engine.workspace.power(inner, number)
      guard begin(term) else { continue }
      let results = rewritings(of: term)
      if results.isEmpty { continue }
      let single = graph.addSingle(isSum, part)
      if single == none { return }
      for (rule, result) in results { found.append((single, rule, term, result, true)) }
    }
  }

  /// What is divided by, and what a logarithm is taken of, is not zero where the terms have values.
  ///
  /// - Returns: the classes.
  private func noteDivisors(_ graph: inout EGraph) -> [UInt32] {
    guard let arithmetic = graph.arithmetic else { return [] }
    var divisors: [UInt32] = []
    let nonzero = ValueRange(.nonzero)
    for node in graph.nodes(with: arithmetic.product) {
      for part in graph.weightedChildren(graph.nodes[Int(node)]) where part.weight.isNegative {
        divisors.append(graph.find(part.id))
      }
    }
    if let log = graph.language.operator(named: "log", arity: 1) {
      for node in graph.nodes(with: log) { divisors.append(graph.find(graph.nodes[Int(node)].c0)) }
    }
    for id in divisors { _ = ranges.learn(nonzero, of: id, &graph) }
    return divisors
  }

  // MARK: - Terms

  /// Writes the shortest term of each class.
  ///
  /// - Returns: the nodes that may have another term than before.
  private mutating func renewTerms(_ tree: TreeExtractor, _ graph: borrowing EGraph) -> [Bool] {
    // The graph may have had rounds before.
    let isFirst = shortest.isEmpty
    let lookedAt = since
    since = graph.now
    var isFresh = Array(repeating: isFirst, count: graph.nodes.count)
    let missing = graph.nodes.count - shortest.count
    shortest.append(contentsOf: repeatElement(nil, count: missing))
    engine.knowledge.removeAll(keepingCapacity: true)
    var isChanged = Array(repeating: false, count: graph.nodes.count)
    for id in tree.order {
      for i in Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1]) {
        let node = Int(graph.index.byClass[i])
        let children = graph.childClasses(graph.nodes[node])
        if isFirst { continue }
        isFresh[node] = graph.nodes[node].stamp >= lookedAt || children.contains { isChanged[Int($0)] }
      }
      guard let term = term(ofNode: tree.choice[id], graph) else { continue }
      if shortest[id] != term {
        shortest[id] = term
        isChanged[id] = true
      }
      if let range = ranges.value(of: UInt32(id)), !range.properties.isEmpty, !term.isInline {
        engine.knowledge[term] = range.properties
      }
    }
    return isFresh
  }

  /// A node with the shortest terms of its children.
  private mutating func term(ofNode node: UInt32, _ graph: borrowing EGraph) -> Workspace.Ref? {
    let arithmetic = terms.vocabulary.arithmetic
    let view = graph.view(ofNode: Int(node))
    var parts: [Workspace.Ref] = []
    for child in view.children {
      guard let part = shortest[Int(child.raw)] else { return nil }
      parts.append(part)
    }
    if view.op == arithmetic.number || view.op == terms.vocabulary.leaf {
      return engine.workspace.insert(terms.expression(view.op, view.payload, [], [], graph))
    }
    if view.op == arithmetic.power { return engine.workspace.power(parts[0], parts[1]) }
    if view.op == arithmetic.sum || view.op == arithmetic.product {
      for (i, weight) in view.weights.enumerated() {
        let number = engine.workspace.makeNumber(ExpressionTable.number(graph.rationals[weight]))
        parts[i] =
          view.op == arithmetic.sum ? product(number, parts[i]) : engine.workspace.power(parts[i], number)
      }
      let isSum = view.op == arithmetic.sum
      return parts.withUnsafeBufferPointer { isSum ? engine.workspace.sum($0) : engine.workspace.product($0) }
    }
    guard let function = terms.function(of: view.op, graph.language) else { return nil }
    let head = engine.workspace.intern(function)
    return parts.withUnsafeBufferPointer { engine.workspace.call(head, $0) }
  }

  private mutating func product(_ a: Workspace.Ref, _ b: Workspace.Ref) -> Workspace.Ref {
    let factors = [a, b]
    return factors.withUnsafeBufferPointer { engine.workspace.product($0) }
  }

  /// Whether a term has not been rewritten before.
  private mutating func begin(_ term: Workspace.Ref) -> Bool {
    if term.isInline { return false }
    let missing = term.index + 1 - isDone.count
    if missing > 0 { isDone.append(contentsOf: repeatElement(false, count: missing)) }
    defer { isDone[term.index] = true }
    return !isDone[term.index] && engine.workspace.count(term) <= Self.longest
  }

  private mutating func rewritings(of term: Workspace.Ref) -> [(Int, Workspace.Ref)] {
    var found: [(Int, Workspace.Ref)] = []
    engine.forEachRewriting(of: term) { rule, result in
      found.append((rule, result))
      return found.count >= Self.widest
    }
    return found
  }
}

extension EGraph {
  /// How the term is made of nodes that has a node at its root and, below it, the node that is chosen for each class.
  func written(_ root: UInt32, _ choice: [UInt32]) -> [WrittenNode] {
    var list: [WrittenNode] = []
    var place: [UInt32: Int] = [:]
    var stack = [(node: root, isReady: false)]
    while let (node, isReady) = stack.popLast() {
      if place[node] != nil { continue }
      // The children are the roots at the last rebuild, when the choice was made; more may have been united since.
      let chosen = childClasses(nodes[Int(node)]).map { choice[Int($0)] }
      if isReady || chosen.isEmpty {
        place[node] = list.count
        list.append(WrittenNode(node: node, children: chosen.map { place[$0] ?? 0 }))
      } else {
        stack.append((node, true))
        for child in chosen where place[child] == nil { stack.append((child, false)) }
      }
    }
    return list
  }
}

extension Expr {
  /// Whether a number with an imaginary part occurs.
  var hasComplexNumber: Bool {
    var found = false
    forEachNode { node in
      if node.kind == .complex { found = true }
      return !found
    }
    return found
  }
}
