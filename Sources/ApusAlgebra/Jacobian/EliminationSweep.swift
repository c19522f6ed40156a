import ApusTerms

/// The derivatives of several expressions with respect to several variables, from the derivatives of each node with respect to
/// those right below it: the nodes between outputs and variables are removed one after another.
struct EliminationSweep: ~Copyable {
  typealias Ref = Workspace.Ref
  typealias Weighted = (term: Ref, coefficient: Ref)

  /// What goes from a vertex to one below it: the sum of the summands.
  private struct Edge {
    var child: Int32
    var summands: [Weighted]
  }

  private var sweep: AdjointSweep
  private let symbols: [Ref]
  private let outputs: [Ref]
  /// The vertices: the nodes between outputs and variables, ascending, then one for each output.
  private var nodes: [Int] = []
  private var edges: [[Edge]] = []
  private var parents: [[Int32]] = []
  /// The column of each vertex that is a variable.
  private var columns: [Int?] = []

  init(_ workspace: consuming Workspace, of outputs: [Ref], in variables: [Symbol], _ facts: Facts) {
    var workspace = workspace
    symbols = variables.map { workspace.makeSymbol($0) }
    sweep = AdjointSweep(workspace, facts)
    self.outputs = outputs
    makeGraph()
  }

  /// Gives the workspace back.
  consuming func finish() -> Workspace { sweep.finish() }

  // MARK: - The graph

  private mutating func makeGraph() {
    let places = Dictionary(symbols.enumerated().map { ($1.index, $0) }) { first, _ in first }
    let isNeeded = needed(places)
    var vertices: [Int: Int32] = [:]
    for node in isNeeded.indices where isNeeded[node] {
      vertices[node] = Int32(nodes.count)
      nodes.append(node)
      columns.append(places[node])
    }
    let one = sweep.workspace.inlineInteger(1)
    for (vertex, node) in nodes.enumerated() {
      guard columns[vertex] == nil else {
        edges.append([])
        continue
      }
      let partials = sweep.localPartials(of: sweep.workspace.ref(at: node), symbols)
      edges.append(
        partials.compactMap { child, partial in
          vertices[child].map { Edge(child: $0, summands: [(partial, one)]) }
        })
    }
    for output in outputs {
      let vertex = output.isInline ? nil : vertices[output.index]
      edges.append(vertex.map { [Edge(child: $0, summands: [(one, one)])] } ?? [])
      columns.append(nil)
    }
    parents = Array(repeating: [], count: edges.count)
    for (vertex, list) in edges.enumerated() {
      for edge in list { parents[Int(edge.child)].append(Int32(vertex)) }
    }
  }

  /// The nodes that depend on a variable and on which an output depends.
  private func needed(_ places: [Int: Int]) -> [Bool] {
    let highest = outputs.map { $0.isInline ? -1 : $0.index }.max() ?? -1
    var depends = [Bool](repeating: false, count: highest + 1)
    for index in depends.indices {
      let ref = sweep.workspace.ref(at: index)
      guard sweep.workspace.flags(ref).contains(.hasSymbol) else { continue }
      depends[index] = places[index] != nil
      for i in 0..<sweep.workspace.count(ref) where !depends[index] {
        let child = sweep.workspace.child(ref, i)
        depends[index] = !child.isInline && depends[child.index]
      }
    }
    var isNeeded = [Bool](repeating: false, count: highest + 1)
    for output in outputs where !output.isInline { isNeeded[output.index] = depends[output.index] }
    for index in isNeeded.indices.reversed() where isNeeded[index] {
      let ref = sweep.workspace.ref(at: index)
      for i in 0..<sweep.workspace.count(ref) {
        let child = sweep.workspace.child(ref, i)
        if !child.isInline, depends[child.index] { isNeeded[child.index] = true }
      }
    }
    // Variables that a node with rules of its own reaches past the nodes between.
    for (node, _) in places where node <= highest { isNeeded[node] = isNeeded[node] || depends[node] }
    return isNeeded
  }

  // MARK: - Elimination

  /// The order in which the nodes between go; nil if it takes more products than the limit.
  func order(limit: Int) -> EliminationOrder? {
    EliminationOrder(
      edges.map { $0.map(\.child) },
      isIntermediate: columns.indices.map { $0 < nodes.count && columns[$0] == nil }, limit: limit)
  }

  /// Parents before children.
  var reverseOrder: EliminationOrder? {
    EliminationOrder(nodes.indices.reversed().filter { columns[$0] == nil })
  }

  /// The nonzero derivatives of each output, by ascending variable.
  mutating func derivatives(_ order: EliminationOrder) -> [[(variable: Int, term: Ref)]] {
    for vertex in order.vertices { remove(vertex) }
    let zero = sweep.workspace.inlineInteger(0)
    return outputs.indices.map { i in
      var row: [(variable: Int, term: Ref)] = []
      for edge in edges[nodes.count + i] {
        guard let column = columns[Int(edge.child)] else { continue }
        let term = collected(edge.summands)
        if term != zero { row.append((column, term)) }
      }
      return row.sorted { $0.variable < $1.variable }
    }
  }

  private mutating func remove(_ vertex: Int) {
    let (below, above) = (edges[vertex], parents[vertex])
    let factors = below.map { (child: $0.child, partial: collected($0.summands)) }
    let one = sweep.workspace.inlineInteger(1)
    for parent in above {
      guard let place = edges[Int(parent)].firstIndex(where: { $0.child == Int32(vertex) }) else { continue }
      let partial = collected(edges[Int(parent)].remove(at: place).summands)
      for (child, factor) in factors {
        let product = sweep.workspace.multiplied(partial, factor)
        if let known = edges[Int(parent)].firstIndex(where: { $0.child == child }) {
          edges[Int(parent)][known].summands.append((product, one))
        } else {
          edges[Int(parent)].append(Edge(child: child, summands: [(product, one)]))
          parents[Int(child)].append(parent)
        }
      }
    }
    for edge in below { parents[Int(edge.child)].removeAll { $0 == Int32(vertex) } }
    (edges[vertex], parents[vertex]) = ([], [])
  }

  private mutating func collected(_ summands: [Weighted]) -> Ref {
    if summands.count == 1 { return sweep.workspace.scaled(summands[0].term, by: summands[0].coefficient) }
    let zero = sweep.workspace.inlineInteger(0)
    return summands.withUnsafeBufferPointer { sweep.workspace.weightedSum(constant: zero, $0) }
  }
}
