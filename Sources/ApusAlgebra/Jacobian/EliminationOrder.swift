import ApusRewriting
import ApusTerms

/// In which order the chain rule removes the nodes between variables and outputs, so that few products are needed.
///
/// The vertices are numbered such that children come before their parents. Removing a vertex multiplies each edge to it with each
/// edge from it; the vertex with the fewest products goes first. Removing children before parents is forward order, parents before
/// children reverse order; this finds what lies between them.
///
/// Source: Griewank and Reese, *On the calculation of Jacobian matrices by the Markowitz rule*, in *Automatic Differentiation of
/// Algorithms*, SIAM 1991.
struct EliminationOrder {
  /// The vertices, in the order in which they go.
  private(set) var vertices: [Int] = []
  /// The products that this takes.
  private(set) var cost = 0

  private var children: [[Int32]]
  private var parents: [[Int32]]
  private let isIntermediate: [Bool]
  private var heap = BinaryHeap<Candidate>()

  /// - Parameters:
  ///   - children: the vertices on which each one depends directly, ascending.
  ///   - isIntermediate: which vertices are neither variables nor outputs.
  ///   - limit: the number of products beyond which there is no answer.
  init?(_ children: [[Int32]], isIntermediate: [Bool], limit: Int) {
    self.children = children
    self.isIntermediate = isIntermediate
    parents = Array(repeating: [], count: children.count)
    for (vertex, list) in children.enumerated() {
      for child in list { parents[Int(child)].append(Int32(vertex)) }
    }
    var isGone = isIntermediate.map { !$0 }
    for vertex in children.indices where isIntermediate[vertex] { offer(vertex) }
    while let next = heap.pop() {
      let (count, vertex) = (next.cost, next.vertex)
      if isGone[vertex] || count != productCount(vertex) { continue }
      isGone[vertex] = true
      vertices.append(vertex)
      cost += count
      if cost > limit { return nil }
      remove(vertex)
    }
  }

  /// A given order, whose cost is not known.
  init(_ vertices: [Int]) {
    self.vertices = vertices
    (children, parents, isIntermediate) = ([], [], [])
  }

  private func productCount(_ vertex: Int) -> Int { children[vertex].count * parents[vertex].count }

  private mutating func offer(_ vertex: Int) {
    heap.push(Candidate(cost: productCount(vertex), vertex: vertex))
  }

  private mutating func remove(_ vertex: Int) {
    let (below, above) = (children[vertex], parents[vertex])
    for parent in above { children[Int(parent)] = Self.union(children[Int(parent)], below, without: vertex) }
    for child in below { parents[Int(child)] = Self.union(parents[Int(child)], above, without: vertex) }
    (children[vertex], parents[vertex]) = ([], [])
    for neighbour in above + below where isIntermediate[Int(neighbour)] { offer(Int(neighbour)) }
  }

  /// The union of two ascending lists without an element.
  private static func union(_ a: [Int32], _ b: [Int32], without element: Int) -> [Int32] {
    var union: [Int32] = []
    union.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let next: Int32
      if j == b.count || (i < a.count && a[i] <= b[j]) {
        next = a[i]
        if j < b.count, b[j] == next { j += 1 }
        i += 1
      } else {
        next = b[j]
        j += 1
      }
      if next != Int32(element) { union.append(next) }
    }
    return union
  }
}

/// A vertex and the products that removing it takes: the cheapest goes first, of equally cheap ones that with the least number.
private struct Candidate: Comparable {
  var cost: Int
  var vertex: Int

  static func < (a: Candidate, b: Candidate) -> Bool {
    a.cost != b.cost ? a.cost < b.cost : a.vertex < b.vertex
  }
}
