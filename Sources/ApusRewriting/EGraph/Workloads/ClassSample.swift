import ApusTerms

/// Terms drawn at random from the classes of a graph, which must all have one value.
package enum ClassSample {
  /// For each class of the graph of an expression, so many terms of it; none if the expression is not looked into.
  ///
  /// - Complexity: an extraction for each term of a class.
  package static func classes(
    of expression: Expr, count: Int, by options: SaturationOptions
  ) -> [[Expr]] {
    var run = ExpressionSaturation([expression], options)
    return run.sample(count)
  }

  /// A cost drawn for each node, so that the cheapest terms are random ones.
  fileprivate struct RandomCost: NodeCost {
    let seed: UInt64

    func cost(of node: NodeView, in graph: borrowing EGraph) -> Int {
      var state = seed &+ UInt64(node.op.code) &* 0x9E37_79B9_7F4A_7C15 &+ node.payload
      for child in node.children { state = (state ^ UInt64(child.raw)) &* 0xBF58_476D_1CE4_E5B9 }
      for weight in node.weights { state = (state ^ UInt64(weight)) &* 0x94D0_49BB_1331_11EB }
      return 1 + Int((state ^ state >> 31) % 1000)
    }
  }
}

extension ExpressionSaturation {
  fileprivate mutating func sample(_ count: Int) -> [[Expr]] {
    guard saturate() else { return [] }
    let ids = (0..<UInt32(graph.graph.nodes.count)).filter { graph.graph.find($0) == $0 }.map { ClassID($0) }
    var members: [[Expr]] = ids.map { _ in [] }
    for seed in 0..<UInt64(count) {
      let cost = ClassSample.RandomCost(seed: seed &* 0xD6E8_FEB8_6659_FD93)
      guard let found = graph.graph.extract(ids, cost: cost, method: .tree) else { return [] }
      for (place, member) in graph.expressions(found).enumerated() { members[place].append(member) }
    }
    return members
  }
}
