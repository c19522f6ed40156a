/// What is known of the classes of an ``EGraph`` besides their nodes: a value a class, such as a number that all its terms
/// have or an interval in which their values lie.
///
/// All nodes of a class are equal, so what each of them says holds for the class. ``EGraph/attach(_:)`` makes a graph keep the
/// values; they are brought up to date by ``EGraph/rebuild()``, and conditions of rules read them by
/// ``EGraph/value(of:for:)``.
///
///     struct Parity: Analysis {
///       func value(of node: NodeView, in graph: borrowing EGraph, children: [Bool?]) -> Bool? { … }
///       func merged(_ a: Bool, _ b: Bool) -> Bool? { a == b ? a : nil }
///     }
public protocol Analysis {
  /// What is known of a class.
  associatedtype Value: Equatable

  /// What a node says of its class, given what is known of its children; `nil` if it says nothing.
  func value(of node: NodeView, in graph: borrowing EGraph, children: [Value?]) -> Value?

  /// What is known of a class of which both hold; `nil` if they contradict each other, which ends a saturation.
  ///
  /// Merging must be associative, commutative and idempotent, and repeated merging must come to an end.
  func merged(_ a: Value, _ b: Value) -> Value?

  /// A term without variables that equals every class with a value, such as a number; it becomes part of the class.
  ///
  /// If it is a leaf, rules no longer look at the other nodes of the class. A proof that needs the equality has a step with
  /// ``name``.
  func term(for value: Value) -> NodePattern?

  /// The name under which proofs refer to what the analysis states; that of its type unless stated.
  var name: String { get }
}

extension Analysis {
  /// No term follows.
  public func term(for value: Value) -> NodePattern? { nil }

  /// The name of the type.
  public var name: String { String(describing: Self.self) }
}

extension EGraph {
  /// Keeps the values of an analysis from the next ``rebuild()`` on.
  ///
  /// Of several analyses of one type only the last is kept.
  public mutating func attach<A: Analysis>(_ analysis: A) {
    analyses.removeAll { $0 is AnalysisTable<A> }
    analyses.append(AnalysisTable(analysis))
  }

  /// What an attached analysis knows of a class; `nil` if that is nothing.
  public func value<A: Analysis>(of analysis: A.Type, for id: ClassID) -> A.Value? {
    for case let table as AnalysisTable<A> in analyses { return table.value(of: find(id.raw)) }
    return nil
  }

  /// Brings all analyses up to date and adds the terms that follow.
  ///
  /// - Returns: whether there were such terms, so that the graph must be rebuilt.
  mutating func updateAnalyses() -> Bool {
    var hasNews = false
    for table in analyses {
      for news in table.update(&self) {
        guard let made = add(news.term) else { continue }
        let stated = lastNode
        let (first, second) = (find(news.node), find(made.raw))
        if first != second {
          if journal.isOn { noteClaim(table.name, news, stated) }
          merge(first, second)
          hasNews = true
        }
        if case .node = news.term { continue }
        settle(find(news.node))
      }
    }
    return hasNews
  }

  /// Takes note that an analysis stated a term for a node; the children of the node stand as the terms that were stated for them.
  private mutating func noteClaim(_ name: String, _ news: AnalysisNews, _ stated: UInt32) {
    var list: [WrittenNode] = []
    for (child, term) in zip(childClasses(nodes[Int(news.node)]), news.children) {
      var node = child
      if let term, add(term) != nil, find(lastNode) == find(child) { node = lastNode }
      list.append(WrittenNode(node: node))
    }
    list.append(WrittenNode(node: news.node, children: Array(list.indices)))
    journal.noteClaim(name, news.node, stated, list)
  }

  private mutating func settle(_ root: UInt32) {
    let missing = nodes.count - isSettled.count
    if missing > 0 { isSettled.append(contentsOf: repeatElement(false, count: missing)) }
    isSettled[Int(root)] = true
  }

  /// Whether rules look at a node: those of a class that is known to be a leaf are left alone.
  @inline(__always)
  func isVisible(_ node: Int) -> Bool {
    if isSettled.isEmpty { return true }
    let root = Int(roots.base[node])
    return root >= isSettled.count || !isSettled[root]
      || nodes.base[node].op & Operator.shapeMask == Operator.Shape.leaf.rawValue
  }
}

/// A term that an analysis states.
struct AnalysisNews {
  /// The node that the value follows from.
  var node: UInt32
  var term: NodePattern
  /// The terms that were stated for the children of the node.
  var children: [NodePattern?]
}

/// The values of an analysis of any type.
protocol AnyAnalysisTable: AnyObject {
  /// The name of the analysis.
  var name: String { get }
  /// Takes in what changed since the last call; gives the terms that equal classes.
  func update(_ graph: inout EGraph) -> [AnalysisNews]
}
