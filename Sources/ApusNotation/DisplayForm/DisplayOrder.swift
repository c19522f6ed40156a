import ApusNumbers
import ApusTerms

/// The order of people on the nodes of an expression: simple before nested, then by what is written.
///
/// Every distinct node gets a rank, lowest nodes first, so that comparing two nodes of one height looks at the ranks of their
/// children and never goes deeper. That keeps the order independent of hashes without a recursive comparison, which would
/// take exponential time on shared subterms.
///
/// - Complexity: O(*n* log *n*) in the number of distinct nodes; iterative.
struct DisplayOrder {
  private struct Entry {
    var expr: Expr
    var height: Int
    var rank: Int = 0
    /// The degree as a polynomial in the symbols, for whatever is not one a fitting number.
    var degree: Double = 0
    /// For sums and products, the stored runs as people order them.
    var runs: [Int] = []
  }

  private var entries: [Entry] = []
  private var indices: [Expr: Int] = [:]

  init(_ root: Expr) {
    collect(root)
    let byHeight = entries.indices.sorted {
      (entries[$0].height, $0) < (entries[$1].height, $1)
    }
    var start = 0
    while start < byHeight.count {
      let height = entries[byHeight[start]].height
      let end = byHeight[start...].firstIndex { entries[$0].height != height } ?? byHeight.count
      rank(Array(byHeight[start..<end]), from: start)
      start = end
    }
  }

  /// Whether the parts of the node are ordered.
  func contains(_ expr: Expr) -> Bool {
    expr.runs.allSatisfy { indices[$0.term] != nil && ($0.weight.isNumber || indices[$0.weight] != nil) }
  }

  /// The positions of the runs of a sum or product in the order in which they are written.
  func sortedRuns(of expr: Expr) -> [Int] {
    if let index = indices[expr] { return entries[index].runs }
    return orderedRuns(of: expr)
  }

  /// The degree of a node, 0 for one that is unknown.
  func degree(of expr: Expr) -> Double { indices[expr].map { entries[$0].degree } ?? 0 }

  // MARK: Collecting nodes, children first

  private mutating func collect(_ root: Expr) {
    var stack: [(expr: Expr, next: Int, height: Int)] = [(root, 0, 0)]
    while let top = stack.popLast() {
      let expr = top.expr
      var (next, height) = (top.next, top.height)
      var isComplete = true
      while next < expr.childCount {
        let child = expr.child(next)
        if let known = indices[child] {
          height = max(height, entries[known].height + 1)
          next += 1
        } else {
          stack.append((expr, next, height))
          stack.append((child, 0, 0))
          isComplete = false
          break
        }
      }
      if isComplete, indices[expr] == nil {
        indices[expr] = entries.count
        entries.append(Entry(expr: expr, height: height))
      }
    }
  }

  // MARK: Ranking the nodes of one height

  private mutating func rank(_ group: [Int], from first: Int) {
    for index in group {
      let expr = entries[index].expr
      entries[index].runs = orderedRuns(of: expr)
      entries[index].degree = computedDegree(of: expr)
    }
    let sorted = group.sorted { compare(entries[$0], entries[$1]) < 0 }
    for (offset, index) in sorted.enumerated() { entries[index].rank = first + offset }
  }

  private func rank(of expr: Expr) -> Int { indices[expr].map { entries[$0].rank } ?? .max }

  private func computedDegree(of expr: Expr) -> Double {
    switch expr.kind {
    case .symbol: return 1
    case .power: return degree(of: expr.child(0), power: expr.child(1))
    case .product: return expr.runs.reduce(0) { $0 + degree(of: $1.term, power: $1.weight) }
    case .sum:
      let highest = expr.runs.map { degree(of: $0.term) }.max() ?? 0
      return expr.child(0).isZero ? highest : max(highest, 0)
    default: return 0
    }
  }

  private func degree(of base: Expr, power exponent: Expr) -> Double {
    let degree = degree(of: base)
    guard degree != 0, let value = exponent.number?.asDouble, !value.isNaN else { return 0 }
    return max(-1e100, min(1e100, degree * value))
  }
}

// MARK: - Comparisons, which give a negative number, zero or a positive number

extension DisplayOrder {
  private func orderedRuns(of expr: Expr) -> [Int] {
    let runs = expr.runs
    if runs.isEmpty { return [] }
    if expr.kind == .product { return runs.indices.sorted { compareFactors(runs[$0], runs[$1]) < 0 } }
    let keys = runs.map { (degree: degree(of: $0.term), factors: factors(of: $0.term)) }
    return runs.indices.sorted { a, b in
      if keys[a].degree != keys[b].degree { return keys[a].degree > keys[b].degree }
      return compareLists(keys[a].factors, keys[b].factors) < 0
    }
  }

  private func factors(of term: Expr) -> [(term: Expr, weight: Expr)] {
    switch term.kind {
    case .product:
      let runs = term.runs
      return sortedRuns(of: term).map { runs[$0] }
    case .power: return [(term.child(0), term.child(1))]
    default: return [(term, 1)]
    }
  }

  private func compareLists(_ a: [(term: Expr, weight: Expr)], _ b: [(term: Expr, weight: Expr)]) -> Int {
    for (left, right) in zip(a, b) {
      let result = compareFactors(left, right)
      if result != 0 { return result }
    }
    return a.count - b.count
  }

  /// By base, powers of E after what else is as simple; the higher power first.
  private func compareFactors(_ a: (term: Expr, weight: Expr), _ b: (term: Expr, weight: Expr)) -> Int {
    if a.term != b.term {
      let (left, right) = (a.term.isConstantE, b.term.isConstantE)
      if left != right { return left ? 1 : -1 }
      return rank(of: a.term) - rank(of: b.term)
    }
    switch (a.weight.number, b.weight.number) {
    case (let left?, let right?): return Self.compareNumbers(right, left)
    case (nil, nil): return rank(of: a.weight) - rank(of: b.weight)
    case (let left, _): return left == nil ? 1 : -1
    }
  }

  private func compare(_ a: Entry, _ b: Entry) -> Int {
    let (left, right) = (a.expr, b.expr)
    let (leftClass, rightClass) = (Self.kindClass(left), Self.kindClass(right))
    if leftClass != rightClass { return leftClass - rightClass }
    if let x = left.number, let y = right.number { return Self.compareNumbers(x, y) }
    if let x = left.symbol, let y = right.symbol { return NaturalOrder.compare(x.name, y.name) }
    if left.kind == .sum || left.kind == .product { return compareRuns(a, b) }
    let names = (Self.headName(left), Self.headName(right))
    if names.0 != names.1 { return NaturalOrder.compare(names.0, names.1) }
    for i in 0..<min(left.childCount, right.childCount) where left.child(i) != right.child(i) {
      return rank(of: left.child(i)) - rank(of: right.child(i))
    }
    if left.childCount != right.childCount { return left.childCount - right.childCount }
    return (left.function?.isUndefined == true ? 1 : 0) - (right.function?.isUndefined == true ? 1 : 0)
  }

  private func compareRuns(_ a: Entry, _ b: Entry) -> Int {
    let (left, right) = (a.expr.runs, b.expr.runs)
    if a.expr.kind == .sum, a.degree != b.degree { return a.degree > b.degree ? -1 : 1 }
    for (i, j) in zip(a.runs, b.runs) {
      let result =
        a.expr.kind == .product
        ? compareFactors(left[i], right[j])
        : left[i].term != right[j].term
          ? rank(of: left[i].term) - rank(of: right[j].term)
          : rank(of: left[i].weight) - rank(of: right[j].weight)
      if result != 0 { return result }
    }
    if left.count != right.count { return left.count - right.count }
    return rank(of: a.expr.child(0)) - rank(of: b.expr.child(0))
  }

  private static func headName(_ expr: Expr) -> String {
    expr.function?.name ?? expr.term?.head.name ?? ""
  }

  private static func kindClass(_ expr: Expr) -> Int {
    switch expr.kind {
    case .integer, .rational, .complex, .real, .bigReal: 0
    case .call where expr.childCount == 0: 1
    case .symbol: 2
    case .power: 3
    case .product: 4
    case .call, .ext: 5
    case .sum: 6
    }
  }

  /// By value, real before complex; numbers of one value by their kind.
  private static func compareNumbers(_ a: Number, _ b: Number) -> Int {
    if let result = Number.compare(a, b), result != 0 { return result }
    if !a.isReal || !b.isReal {
      if a.isReal != b.isReal { return a.isReal ? -1 : 1 }
      let real = compareNumbers(a.real, b.real)
      return real != 0 ? real : compareNumbers(a.imaginary, b.imaginary)
    }
    let (left, right) = (Expr(a).kind.rawValue, Expr(b).kind.rawValue)
    return left != right ? Int(left) - Int(right) : (a.precision ?? 0) - (b.precision ?? 0)
  }
}
