/// A node of an ``EGraph`` as analyses and costs see it.
public struct NodeView: Sendable, Hashable {
  /// The operator.
  public let op: Operator
  /// The 64 bits that a leaf carries, such as the value of an integer; 0 for other nodes.
  public let payload: UInt64
  /// The classes of the children.
  public let children: [ClassID]
  /// The coefficients of the children of an n-ary sum or product, as numbers of a table of the caller.
  let weights: [UInt32]
}

extension EGraph {
  /// The nodes of a class, by operator and then in the order of creation.
  ///
  /// The graph must be rebuilt.
  public func nodes(of id: ClassID) -> [NodeView] {
    let root = Int(find(id.raw))
    guard root + 1 < index.classStart.count else { return [] }
    let range = Int(index.classStart[root])..<Int(index.classStart[root + 1])
    return range.map { view(ofNode: Int(index.byClass[$0])) }
  }

  func view(ofNode node: Int) -> NodeView {
    let record = nodes[node]
    let op = Operator(code: record.op)
    return NodeView(
      op: op, payload: op.shape == .leaf ? record.payload : 0,
      children: operands(record).map { ClassID(find($0)) }, weights: Array(weights(record)))
  }
}
