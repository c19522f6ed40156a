/// Takes common factors out of sums: a·x + b·x becomes (a + b)·x, and a polynomial its nested form.
///
/// In each sum the factor that occurs in most terms is taken first, then the same is done with what is left of those terms
/// and with the other terms. Sums that differ by a factor come out as multiples of one form, which is how equations come to
/// share their inner sums.
///
/// - Complexity: of a sum, its number of factors times its depth of nesting, up to a logarithm.
struct Factoring: FormPass {
  typealias ID = FormGraph.ID
  typealias Entry = FormGraph.Entry

  /// A factor: its form twice, plus one if it stands in the denominator.
  private struct Factor {
    var key: UInt32
    var exponent: Int32
    init(_ entry: Entry) {
      key = entry.id << 1 | (entry.weight < 0 ? 1 : 0)
      exponent = Int32(abs(entry.weight))
    }
    init(_ key: UInt32, _ exponent: Int32) { (self.key, self.exponent) = (key, exponent) }
    var entry: Entry { Entry(key >> 1, key & 1 == 1 ? -Double(exponent) : Double(exponent)) }
  }

  private struct Term {
    var weight: Double
    var factors: ArraySlice<Factor>

    /// Whether taking a factor out saves a multiplication.
    var isEligible: Bool {
      factors.count > 1 || abs(weight) != 1 || (factors.first.map { $0.exponent > 1 } ?? false)
    }
  }

  /// How deep factors are taken out of what is left: nothing useful is that deep, and the stack is bounded.
  private static let deepest = 48

  /// In how many terms of a sum each factor occurs, for each level of nesting; zero between uses.
  private var counts: [[Int32]] = []

  mutating func sum(_ id: ID, _ constant: Double, _ terms: [Entry], in graph: inout FormGraph) -> ID {
    let split = terms.map { Self.term($0, graph) }
    let entry = factored(constant, split, 0, &graph)
    return graph.sum(0, [entry])
  }

  /// A term as a product of factors.
  private static func term(_ entry: Entry, _ graph: FormGraph) -> Term {
    if graph.kind(entry.id) == .product {
      var factors = graph.entries(of: entry.id).map { Factor($0) }
      factors.sort { $0.key < $1.key }
      return Term(weight: entry.weight, factors: factors[...])
    }
    return Term(weight: entry.weight, factors: [Factor(entry.id << 1, 1)])
  }

  private mutating func factored(
    _ constant: Double, _ terms: [Term], _ depth: Int, _ graph: inout FormGraph
  ) -> Entry {
    var entries: [Entry] = []
    var isLeft = [Bool](repeating: true, count: terms.count)
    if terms.count > 1, depth < Self.deepest {
      takeFactors(terms, &isLeft, depth, &graph, into: &entries)
    }
    for i in terms.indices where isLeft[i] {
      let product = graph.nestedProduct(terms[i].factors.map(\.entry))
      entries.append(Entry(product, terms[i].weight))
    }
    return graph.normalizedSum(constant, entries)
  }

  /// Takes factors out of terms, the most frequent ones first.
  private mutating func takeFactors(
    _ terms: [Term], _ isLeft: inout [Bool], _ depth: Int, _ graph: inout FormGraph,
    into entries: inout [Entry]
  ) {
    if counts.count <= depth { counts.append([]) }
    // Taken out of the list, so that it is changed in place.
    var own: [Int32] = []
    swap(&own, &counts[depth])
    var queue = candidates(terms, &own)
    while let key = queue.next(own) {
      let group = take(key, terms, &isLeft, queue.occurrences(of: key), &own)
      entries.append(factoredGroup(group.map { terms[$0] }, depth, &graph))
    }
    for key in queue.keys { own[Int(key)] = 0 }
    swap(&own, &counts[depth])
  }

  /// The factors worth taking out, by how often they occur.
  private func candidates(_ terms: [Term], _ counts: inout [Int32]) -> FactorQueue {
    var keys: [UInt32] = []
    for term in terms where term.isEligible {
      for factor in term.factors {
        let key = Int(factor.key)
        if key >= counts.count {
          counts.append(contentsOf: repeatElement(0, count: max(key + 1 - counts.count, counts.count)))
        }
        if counts[key] == 0 { keys.append(factor.key) }
        counts[key] += 1
      }
    }
    var queue = FactorQueue(keys: keys, counts: counts)
    if queue.isEmpty { return queue }
    for i in terms.indices {
      for factor in terms[i].factors where factor.key < counts.count && counts[Int(factor.key)] > 1 {
        queue.note(i, factor.key)
      }
    }
    queue.seal()
    return queue
  }

  /// Takes the terms with a factor away from the others.
  private func take(
    _ key: UInt32, _ terms: [Term], _ isLeft: inout [Bool], _ occurrences: [Int],
    _ counts: inout [Int32]
  ) -> [Int] {
    var group: [Int] = []
    for i in occurrences where isLeft[i] {
      group.append(i)
      isLeft[i] = false
      if terms[i].isEligible { for factor in terms[i].factors { counts[Int(factor.key)] -= 1 } }
    }
    return group
  }

  /// The common factors of the terms times the sum of what is left.
  private mutating func factoredGroup(_ group: [Term], _ depth: Int, _ graph: inout FormGraph) -> Entry {
    var common = Array(group[0].factors)
    for term in group.dropFirst() { common = Self.intersection(common, term.factors) }
    var constant = 0.0
    var rest: [Term] = []
    for term in group {
      let left = Self.quotient(term.factors, common)
      if left.isEmpty {
        constant += term.weight
      } else {
        rest.append(Term(weight: term.weight, factors: left))
      }
    }
    let inner = factored(constant, rest, depth + 1, &graph)
    var factors = common.map(\.entry)
    var weight = inner.weight
    if let value = graph.constantValue(inner.id) {
      weight *= value
    } else {
      factors.append(Entry(inner.id, 1))
    }
    return Entry(graph.nestedProduct(factors), weight)
  }

  /// The factors that both have, with the lesser exponents; both are sorted.
  private static func intersection(_ a: [Factor], _ b: ArraySlice<Factor>) -> [Factor] {
    var common: [Factor] = []
    var (i, j) = (0, b.startIndex)
    while i < a.count, j < b.endIndex {
      if a[i].key == b[j].key {
        common.append(Factor(a[i].key, min(a[i].exponent, b[j].exponent)))
        i += 1
        j += 1
      } else if a[i].key < b[j].key {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }

  private static func quotient(_ factors: ArraySlice<Factor>, _ divisor: [Factor]) -> ArraySlice<Factor> {
    var left: [Factor] = []
    var j = 0
    for factor in factors {
      while j < divisor.count, divisor[j].key < factor.key { j += 1 }
      if j < divisor.count, divisor[j].key == factor.key {
        let exponent = factor.exponent - divisor[j].exponent
        if exponent > 0 { left.append(Factor(factor.key, exponent)) }
      } else {
        left.append(factor)
      }
    }
    return left[...]
  }
}

extension FormGraph {
  /// A sum as a multiple of one whose first weight is positive, and 1 where all weights are equal but for their signs; terms
  /// with the same weight are added first.
  mutating func normalizedSum(_ constant: Double, _ entries: [Entry]) -> Entry {
    var entries = entries
    if entries.contains(where: { abs($0.weight) != 1 }) { entries = collectedByWeight(entries, constant) }
    let id = sum(constant, entries)
    guard kind(id) == .sum, count(of: id) > 1 || header(id).value != 0 else { return scaled(id) }
    let first = self.entries(of: id).first?.weight ?? 1
    let areEqual = header(id).value == 0 && self.entries(of: id).allSatisfy { abs($0.weight) == abs(first) }
    let divisor = areEqual ? first : first < 0 ? -1 : 1
    if divisor == 1 { return Entry(id, 1) }
    let normalized = self.entries(of: id).map { Entry($0.id, $0.weight / divisor) }
    return Entry(sum(header(id).value / divisor, normalized), divisor)
  }

  private func count(of id: ID) -> Int { Int(header(id).count) }

  /// w·a + w·b + … as w·(a + b) + ….
  private mutating func collectedByWeight(_ entries: [Entry], _ constant: Double) -> [Entry] {
    let sorted = entries.sorted {
      (abs($0.weight), $0.id) < (abs($1.weight), $1.id)
    }
    var result: [Entry] = []
    var i = 0
    while i < sorted.count {
      let weight = abs(sorted[i].weight)
      var end = i + 1
      while end < sorted.count, abs(sorted[end].weight) == weight { end += 1 }
      if weight != 1, end > i + 1, end - i < sorted.count || constant != 0 {
        let unit = sorted[i..<end].map { Entry($0.id, $0.weight < 0 ? -1 : 1) }
        let inner = normalizedSum(0, unit)
        result.append(Entry(inner.id, inner.weight * weight))
      } else {
        result += sorted[i..<end]
      }
      i = end
    }
    return result
  }
}
