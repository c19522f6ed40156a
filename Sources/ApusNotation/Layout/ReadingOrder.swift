import ApusNumbers
import ApusTerms

/// The order in which people write the terms of sums and the factors of products: by degree, then by name.
///
/// It depends on the content alone, never on hashes. Everything here is a loop: nodes are entered children first, and a
/// comparison goes down one differing pair of children at a time.
struct ReadingOrder: ~Copyable {
  private typealias Ref = Workspace.Ref

  /// The exponent of a factor that is no power.
  private let one: Workspace.Ref
  /// The degree in symbols, of sums the highest; 0 where it is no number.
  private var degrees: [Double] = []
  /// The same in function calls.
  private var callDegrees: [Double] = []
  /// The runs of sums and products in reading order, by node.
  private var runStarts: [Int32] = []
  private var runs: [Int32] = []

  /// Creates the order for a workspace; `one` is its integer 1.
  init(one: Workspace.Ref) { self.one = one }

  /// The runs of a sum or product, as indices of runs, in reading order.
  func order(_ index: Int) -> ArraySlice<Int32> {
    let end = index + 1 < runStarts.count ? Int(runStarts[index + 1]) : runs.count
    return runs[Int(runStarts[index])..<end]
  }

  /// Enters the node with the next index.
  mutating func enter(_ index: Int, _ workspace: borrowing Workspace) {
    let ref = workspace.ref(at: index)
    runStarts.append(Int32(runs.count))
    let (degree, callDegree) = measure(ref, workspace)
    degrees.append(degree)
    callDegrees.append(callDegree)
    switch workspace.kind(ref) {
    case .sum:
      let count = (workspace.count(ref) - 1) / 2
      let sorted = (0..<Int32(count)).sorted { a, b in
        compareTerms(workspace.child(ref, 2 * Int(a) + 1), workspace.child(ref, 2 * Int(b) + 1), workspace)
          < 0
      }
      runs.append(contentsOf: sorted)
    case .product:
      let count = (workspace.count(ref) - 1) / 2
      let sorted = (0..<Int32(count)).sorted { a, b in
        compareFactors(ref, Int(a), Int(b), workspace) < 0
      }
      runs.append(contentsOf: sorted)
    default: break
    }
  }

  /// Whether a term of this degree stands before the constant of its sum.
  func precedesConstant(_ term: Workspace.Ref, _ workspace: borrowing Workspace) -> Bool {
    workspace.smallInteger(term) != nil || degrees[term.index] >= 0
  }

  // MARK: Degrees

  private func measure(_ ref: Ref, _ workspace: borrowing Workspace) -> (Double, Double) {
    switch workspace.kind(ref) {
    case .symbol: return (1, 0)
    case .call, .ext: return (0, 1)
    case .power: return power(workspace.child(ref, 0), workspace.child(ref, 1), workspace)
    case .product:
      var total = (0.0, 0.0)
      for i in 0..<(workspace.count(ref) - 1) / 2 {
        let (a, b) = power(workspace.child(ref, 2 * i + 1), workspace.child(ref, 2 * i + 2), workspace)
        total = (total.0 + a, total.1 + b)
      }
      return total
    case .sum:
      var highest = (0.0, 0.0)
      for i in 0..<(workspace.count(ref) - 1) / 2 {
        let term = workspace.child(ref, 2 * i + 1)
        if workspace.smallInteger(term) != nil { continue }
        highest = (max(highest.0, degrees[term.index]), max(highest.1, callDegrees[term.index]))
      }
      return highest
    default: return (0, 0)
    }
  }

  private func power(_ base: Ref, _ exponent: Ref, _ workspace: borrowing Workspace) -> (Double, Double) {
    if workspace.smallInteger(base) != nil { return (0, 0) }
    guard workspace.kind(exponent).isNumber, let value = workspace.number(exponent).real.asDouble,
      value.isFinite
    else { return (0, callDegrees[base.index]) }
    return (degrees[base.index] * value, callDegrees[base.index] * value)
  }

  // MARK: Comparisons; a negative result means that the first comes first

  private func compareTerms(_ a: Ref, _ b: Ref, _ workspace: borrowing Workspace) -> Int {
    if workspace.smallInteger(a) != nil || workspace.smallInteger(b) != nil {
      return compare(a, b, workspace)
    }
    if degrees[a.index] != degrees[b.index] { return degrees[a.index] > degrees[b.index] ? -1 : 1 }
    let hasSymbol = workspace.flags(a).contains(.hasSymbol)
    if hasSymbol != workspace.flags(b).contains(.hasSymbol) { return hasSymbol ? -1 : 1 }
    if callDegrees[a.index] != callDegrees[b.index] {
      return callDegrees[a.index] > callDegrees[b.index] ? -1 : 1
    }
    return compare(a, b, workspace)
  }

  private func compareFactors(
    _ product: Ref, _ a: Int, _ b: Int, _ workspace: borrowing Workspace
  ) -> Int {
    let (first, second) = (workspace.child(product, 2 * a + 1), workspace.child(product, 2 * b + 1))
    let exponents = (workspace.child(product, 2 * a + 2), workspace.child(product, 2 * b + 2))
    let ranks = (
      factorRank(first, exponents.0, workspace), factorRank(second, exponents.1, workspace)
    )
    if ranks.0 != ranks.1 { return ranks.0 - ranks.1 }
    let order = compare(first, second, workspace)
    return order != 0 ? order : compare(exponents.0, exponents.1, workspace)
  }

  /// Roots of numbers, constants, symbols, calls (exponentials among them), sums.
  private func factorRank(_ base: Ref, _ exponent: Ref, _ workspace: borrowing Workspace) -> Int {
    let rank = baseRank(base, workspace)
    return rank == 1 && !workspace.kind(exponent).isNumber ? 3 : rank
  }

  private func baseRank(_ base: Ref, _ workspace: borrowing Workspace) -> Int {
    switch workspace.kind(base) {
    case .integer, .rational, .complex, .real, .bigReal: 0
    case .symbol: 2
    case .call: workspace.count(base) == 0 ? 1 : 3
    case .ext: 3
    case .sum: 4
    case .power: 5
    case .product: 6
    }
  }

  /// Goes down into the first pair of parts that differ until something can be said of it.
  private func compare(_ first: Ref, _ second: Ref, _ workspace: borrowing Workspace) -> Int {
    var (a, b) = (first, second)
    while a != b {
      switch step(a, b, workspace) {
      case .decided(let order): return order
      case .descend(let x, let y): (a, b) = (x, y)
      }
    }
    return 0
  }

  private enum Step {
    case decided(Int)
    case descend(Ref, Ref)
  }

  private func step(_ a: Ref, _ b: Ref, _ workspace: borrowing Workspace) -> Step {
    let (ka, kb) = (workspace.kind(a), workspace.kind(b))
    if ka == .product || ka == .power || kb == .product || kb == .power {
      return compareFactorLists(a, b, workspace)
    }
    let ranks = (baseRank(a, workspace), baseRank(b, workspace))
    if ranks.0 != ranks.1 { return .decided(ranks.0 - ranks.1) }
    switch ka {
    case .symbol:
      return .decided(NaturalOrder.compare(workspace.symbol(a).name, workspace.symbol(b).name))
    case .sum: return compareSums(a, b, workspace)
    case .call, .ext: return compareCalls(a, b, workspace)
    default: return .decided(order(workspace.number(a), workspace.number(b)))
    }
  }

  private func compareFactorLists(_ a: Ref, _ b: Ref, _ workspace: borrowing Workspace) -> Step {
    let counts = (factorCount(a, workspace), factorCount(b, workspace))
    for i in 0..<min(counts.0, counts.1) {
      let (x, y) = (factor(i, of: a, workspace), factor(i, of: b, workspace))
      if x.base != y.base { return .descend(x.base, y.base) }
      if x.exponent == y.exponent { continue }
      guard workspace.kind(x.exponent).isNumber, workspace.kind(y.exponent).isNumber else {
        return .descend(x.exponent, y.exponent)
      }
      return .decided(order(workspace.number(y.exponent), workspace.number(x.exponent)))
    }
    if counts.0 != counts.1 { return .decided(counts.0 - counts.1) }
    return .decided(order(coefficient(b, workspace), coefficient(a, workspace)))
  }

  private func factorCount(_ term: Ref, _ workspace: borrowing Workspace) -> Int {
    workspace.kind(term) == .product ? (workspace.count(term) - 1) / 2 : 1
  }

  private func coefficient(_ term: Ref, _ workspace: borrowing Workspace) -> Number {
    workspace.kind(term) == .product ? workspace.number(workspace.child(term, 0)) : .one
  }

  private func factor(
    _ i: Int, of term: Ref, _ workspace: borrowing Workspace
  ) -> (base: Ref, exponent: Ref) {
    switch workspace.kind(term) {
    case .product:
      let run = Int(order(term.index)[order(term.index).startIndex + i])
      return (workspace.child(term, 2 * run + 1), workspace.child(term, 2 * run + 2))
    case .power: return (workspace.child(term, 0), workspace.child(term, 1))
    default: return (term, one)
    }
  }

  private func compareSums(_ a: Ref, _ b: Ref, _ workspace: borrowing Workspace) -> Step {
    let (first, second) = (order(a.index), order(b.index))
    for (i, j) in zip(first, second) {
      let (x, y) = (workspace.child(a, 2 * Int(i) + 1), workspace.child(b, 2 * Int(j) + 1))
      if x != y { return .descend(x, y) }
      let (c, d) = (workspace.child(a, 2 * Int(i) + 2), workspace.child(b, 2 * Int(j) + 2))
      if c != d { return .decided(order(workspace.number(d), workspace.number(c))) }
    }
    if first.count != second.count { return .decided(first.count - second.count) }
    return .decided(
      order(workspace.number(workspace.child(b, 0)), workspace.number(workspace.child(a, 0))))
  }

  private func compareCalls(_ a: Ref, _ b: Ref, _ workspace: borrowing Workspace) -> Step {
    let names = (name(a, workspace), name(b, workspace))
    if names.0 != names.1 { return .decided(order(names.0, names.1)) }
    for i in 0..<min(workspace.count(a), workspace.count(b)) {
      let (x, y) = (workspace.child(a, i), workspace.child(b, i))
      if x != y { return .descend(x, y) }
    }
    return .decided(workspace.count(a) - workspace.count(b))
  }

  private func name(_ term: Ref, _ workspace: borrowing Workspace) -> String {
    workspace.kind(term) == .ext
      ? workspace.term(term).head.name : workspace.function(workspace.head(term)).name
  }

  private func order(_ a: String, _ b: String) -> Int { a < b ? -1 : (a == b ? 0 : 1) }

  private func order(_ a: Number, _ b: Number) -> Int {
    let real = Number.compare(a.real, b.real) ?? 0
    if real != 0 { return real }
    return Number.compare(a.imaginary, b.imaginary) ?? 0
  }
}
