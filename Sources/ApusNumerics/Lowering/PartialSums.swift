/// Shares partial sums: terms that always occur together, with weights in a fixed ratio, become one form.
///
/// The flux of a reversible reaction is the pattern: its forward and its backward rate occur in the balance of every species
/// that takes part.
///
/// - Complexity: linear in the number of terms, apart from sorting.
struct PartialSums: FormPass {
  typealias ID = FormGraph.ID
  typealias Entry = FormGraph.Entry

  /// The group of each form of the old graph; −1 for none.
  private var groupOf: [Int32] = []
  /// The weight of each form in the first sum of its group.
  private var weightInGroup: [Double] = []
  /// The members of the groups.
  private var groups: [[ID]] = []
  /// The forms of the groups in the new graph, once made.
  private var made: [Entry?] = []
  private var old: FormGraph

  init(_ graph: FormGraph, _ outputs: [ID]) {
    old = graph
    groupOf = Array(repeating: -1, count: graph.count)
    weightInGroup = Array(repeating: 0, count: graph.count)
    findGroups(OccurrenceTable(graph, outputs))
    made = Array(repeating: nil, count: groups.count)
  }

  private mutating func findGroups(_ table: OccurrenceTable) {
    var leaders: [UInt64: [Int]] = [:]
    for id in 0..<old.count {
      let occurrences = table.occurrences(of: id)
      // A form that occurs once saves nothing.
      guard occurrences.count > 1, let first = occurrences.first else { continue }
      weightInGroup[id] = first.weight
      let hash = table.signature(of: id)
      guard let leader = leaders[hash]?.first(where: { table.areProportional($0, id) }) else {
        leaders[hash, default: []].append(id)
        continue
      }
      if groupOf[leader] < 0 {
        groupOf[leader] = Int32(groups.count)
        groups.append([ID(leader)])
      }
      groupOf[id] = groupOf[leader]
      groups[Int(groupOf[leader])].append(ID(id))
    }
  }

  mutating func sum(_ id: ID, _ constant: Double, _ terms: [Entry], in graph: inout FormGraph) -> ID {
    var kept: [Entry] = []
    var done: Set<Int32> = []
    let before = Array(old.entries(of: id))
    for i in terms.indices {
      let group = groupOf[Int(before[i].id)]
      if group < 0 {
        kept.append(terms[i])
      } else if done.insert(group).inserted {
        let ratio = before[i].weight / weightInGroup[Int(before[i].id)]
        let shared = self.shared(Int(group), before, terms, in: &graph)
        kept.append(Entry(shared.id, shared.weight * ratio))
      }
    }
    return graph.sum(constant, kept)
  }

  /// The sum of a group, whose members all stand in the sum at hand.
  private mutating func shared(
    _ group: Int, _ before: [Entry], _ terms: [Entry], in graph: inout FormGraph
  ) -> Entry {
    if let form = made[group] { return form }
    var members: [Entry] = []
    for i in terms.indices where Int(groupOf[Int(before[i].id)]) == group {
      members.append(Entry(terms[i].id, weightInGroup[Int(before[i].id)]))
    }
    let form = graph.normalizedSum(0, members)
    made[group] = form
    return form
  }
}

/// In which sums each form stands, and with what weights.
private struct OccurrenceTable {
  struct Occurrence {
    var sum: UInt32
    var weight: Double
  }

  private var starts: [Int]
  private var all: [Occurrence] = []

  init(_ graph: FormGraph, _ outputs: [FormGraph.ID]) {
    let isNeeded = graph.needed(by: outputs)
    starts = Array(repeating: 0, count: graph.count + 1)
    for id in 0..<graph.count where isNeeded[id] && graph.kind(UInt32(id)) == .sum {
      for entry in graph.entries(of: UInt32(id)) { starts[Int(entry.id) + 1] += 1 }
    }
    for id in 0..<graph.count { starts[id + 1] += starts[id] }
    var next = starts
    all = Array(repeating: Occurrence(sum: 0, weight: 0), count: starts[graph.count])
    for id in 0..<graph.count where isNeeded[id] && graph.kind(UInt32(id)) == .sum {
      for entry in graph.entries(of: UInt32(id)) {
        all[next[Int(entry.id)]] = Occurrence(sum: UInt32(id), weight: entry.weight)
        next[Int(entry.id)] += 1
      }
    }
  }

  func occurrences(of id: Int) -> ArraySlice<Occurrence> { all[starts[id]..<starts[id + 1]] }

  /// A hash of the sums and the ratios of the weights.
  func signature(of id: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    let occurrences = occurrences(of: id)
    guard let first = occurrences.first else { return hash }
    for occurrence in occurrences {
      hash = (hash ^ UInt64(occurrence.sum)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 31
      hash = (hash ^ (occurrence.weight / first.weight).bitPattern) &* 0x94D0_49BB_1331_11EB
      hash ^= hash >> 29
    }
    return hash
  }

  /// Whether two forms stand in the same sums with weights in one ratio, exactly.
  func areProportional(_ a: Int, _ b: Int) -> Bool {
    let (left, right) = (occurrences(of: a), occurrences(of: b))
    guard left.count == right.count, let p = left.first?.weight, let q = right.first?.weight else {
      return false
    }
    for (l, r) in zip(left, right) {
      let ratio = l.weight / p
      guard l.sum == r.sum, r.weight / q == ratio, ratio * p == l.weight, ratio * q == r.weight else {
        return false
      }
    }
    return true
  }
}
