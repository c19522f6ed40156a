/// A choice of one node for each of some classes that belong together.
///
/// A node is taken only after one of each class of its children, and no class gets two, so that nothing is a part of itself. That
/// stays so when classes become one, if then the first node of a class is the one that counts.
struct Proposal {
  /// The nodes, each after one of each class of its children.
  private(set) var nodes: [UInt32] = []
  /// Which classes have a node, by root.
  private var isSettled: [Bool]

  init(_ graph: borrowing EGraph) {
    isSettled = Array(repeating: false, count: graph.nodes.count)
    if let arithmetic = graph.arithmetic { offer(graph.number(.one, arithmetic), graph) }
  }

  /// Takes a node for its class, unless that has one or a child has none.
  mutating func offer(_ node: UInt32?, _ graph: borrowing EGraph) {
    guard let node = node.flatMap({ graph.living($0) }) else { return }
    let id = Int(graph.find(node))
    if isSettled[id] { return }
    for child in graph.childClasses(graph.nodes[Int(node)]) where !isSettled[Int(graph.find(child))] {
      return
    }
    isSettled[id] = true
    nodes.append(node)
  }

  /// Takes what an extraction has at a place, and for its children, where there is nothing yet.
  mutating func offer(_ extraction: Extraction, at place: Int, _ graph: borrowing EGraph) {
    if isSettled[Int(graph.find(extraction.nodes[place].source))] { return }
    for child in extraction.nodes[place].children { offer(extraction.nodes[child].source, graph) }
    offer(extraction.nodes[place].source, graph)
  }
}
