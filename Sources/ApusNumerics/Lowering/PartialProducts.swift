/// Shares pairs of factors that occur in several products, and reciprocals that occur in several quotients.
///
/// - Complexity: linear in the number of pairs within products of at most eight factors.
struct PartialProducts: FormPass {
  typealias ID = FormGraph.ID
  typealias Entry = FormGraph.Entry

  private struct Pair: Hashable {
    var a, b: UInt64
    var c, d: UInt64
    init(_ x: Entry, _ y: Entry) {
      (a, b) = (UInt64(x.id), UInt64(y.id))
      (c, d) = (x.weight.bitPattern, y.weight.bitPattern)
    }
  }

  /// Products of more factors are left alone, so that the work is bounded.
  private static let longest = 8

  private let old: FormGraph
  private var counts: [Pair: Int] = [:]
  /// In how many products each form is a denominator.
  private var divisions: [ID: Int] = [:]

  init(_ graph: FormGraph, _ outputs: [ID]) {
    old = graph
    let isNeeded = graph.needed(by: outputs)
    for id in 0..<graph.count where isNeeded[id] && graph.kind(UInt32(id)) == .product {
      let entries = Array(graph.entries(of: UInt32(id)))
      for entry in entries where entry.weight < 0 { divisions[entry.id, default: 0] += 1 }
      if entries.count > 2, entries.count <= Self.longest { count(entries) }
    }
  }

  private mutating func count(_ entries: [Entry]) {
    for i in entries.indices where entries[i].weight > 0 {
      for j in entries.indices where j > i && entries[j].weight > 0 {
        counts[Pair(entries[i], entries[j]), default: 0] += 1
      }
    }
  }

  mutating func product(_ id: ID, _ factors: [Entry], in graph: inout FormGraph) -> ID {
    let before = Array(old.entries(of: id))
    var factors = factors
    for i in factors.indices where factors[i].weight < 0 && divisions[before[i].id, default: 0] > 1 {
      factors[i] = Entry(graph.nestedProduct([Entry(factors[i].id, -1)]), -factors[i].weight)
    }
    if factors.count == 1 { return graph.nestedProduct(factors) }
    if before.count > 2, before.count <= Self.longest { pairFactors(&factors, before, in: &graph) }
    return graph.nestedProduct(factors)
  }

  /// Joins the pairs that occur most often, each factor once.
  private func pairFactors(_ factors: inout [Entry], _ before: [Entry], in graph: inout FormGraph) {
    var pairs: [(count: Int, i: Int, j: Int)] = []
    for i in before.indices where before[i].weight > 0 {
      for j in before.indices where j > i && before[j].weight > 0 {
        let count = counts[Pair(before[i], before[j]), default: 0]
        if count > 1 { pairs.append((count, i, j)) }
      }
    }
    pairs.sort { $0.count != $1.count ? $0.count > $1.count : ($0.i, $0.j) < ($1.i, $1.j) }
    var isUsed = [Bool](repeating: false, count: factors.count)
    var joined: [Entry] = []
    for (_, i, j) in pairs where !isUsed[i] && !isUsed[j] {
      isUsed[i] = true
      isUsed[j] = true
      joined.append(Entry(graph.nestedProduct([factors[i], factors[j]]), 1))
    }
    for i in factors.indices where !isUsed[i] { joined.append(factors[i]) }
    factors = joined
  }
}
