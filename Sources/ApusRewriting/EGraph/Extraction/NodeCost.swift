/// What a node costs, its children not counted.
///
/// The cost of a term is the sum over its nodes, of the tree or of the graph in which equal parts are shared.
public protocol NodeCost: Sendable {
  /// The cost of a node, at least 0.
  func cost(of node: NodeView, in graph: borrowing EGraph) -> Int
}

/// A cost that needs no view of a node.
protocol RecordCost: NodeCost {
  /// The cost of a node, as for its view.
  func cost(of record: NodeRecord, in graph: borrowing EGraph) -> Int
}

/// Every node costs 1.
public struct SizeCost: NodeCost {
  /// Creates the cost.
  public init() {}

  public func cost(of node: NodeView, in graph: borrowing EGraph) -> Int { 1 }
}

/// Costs by the name of the operator; what has no cost of its own costs `otherwise`, leaves cost `leaf`.
public struct OperatorCost: NodeCost {
  /// The cost of the operators that are named.
  public var costs: [String: Int]
  /// The cost of all other operators with children.
  public var otherwise: Int
  /// The cost of leaves.
  public var leaf: Int

  /// Creates a table of costs.
  public init(_ costs: [String: Int], otherwise: Int = 1, leaf: Int = 0) {
    self.costs = costs
    self.otherwise = otherwise
    self.leaf = leaf
  }

  public func cost(of node: NodeView, in graph: borrowing EGraph) -> Int {
    if let known = costs[graph.language.name(of: node.op)] { return known }
    return node.children.isEmpty ? leaf : otherwise
  }
}
