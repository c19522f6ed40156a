import ApusNumbers

/// A summand with its coefficient, or a base with its exponent, together with the hash that orders it.
struct Run<Ref> {
  var hash: UInt64
  var term: Ref
  var weight: Ref
}

/// The summands seen so far: room for all of them is there from the start.
private struct SumCollector<Ref> {
  let runs: UnsafeMutableBufferPointer<Run<Ref>>
  var used = 0
  var constant: Ref

  init(runs: UnsafeMutableBufferPointer<Run<Ref>>, constant: Ref) {
    self.runs = runs
    self.constant = constant
  }

  @inline(__always)
  mutating func append(_ run: Run<Ref>) {
    runs.initializeElement(at: used, to: run)
    used += 1
  }
}

// A canonical sum is [constant, term, coefficient, term, coefficient, …]: at least two parts that are not zero, terms in
// the order of their hashes, each once, none of them a number, a sum, or a product with a coefficient.
extension TermStore where Self: ~Copyable {
  mutating func canonicalSum(_ terms: UnsafeBufferPointer<Ref>) -> Ref {
    if terms.count == 1 { return terms[0] }
    var capacity = 0
    for term in terms { capacity += summandCount(term) }
    return withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: capacity) { runs in
      var collector = SumCollector(runs: runs, constant: makeInteger(0))
      for term in terms { append(term, to: &collector) }
      return finish(&collector)
    }
  }

  /// The canonical difference: what is taken away is negated as it is collected, without a term for its negative.
  mutating func canonicalDifference(of a: Ref, _ b: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: summandCount(a) + summandCount(b)) { runs in
      var collector = SumCollector(runs: runs, constant: makeInteger(0))
      append(a, to: &collector)
      append(b, times: makeInteger(-1), to: &collector)
      return finish(&collector)
    }
  }

  /// The canonical sum of terms that come with coefficients; either buffer must not be the store's own memory.
  mutating func canonicalWeightedSum(
    constant: Ref, _ terms: UnsafeBufferPointer<(term: Ref, coefficient: Ref)>
  ) -> Ref {
    var capacity = 0
    for (term, _) in terms { capacity += summandCount(term) }
    return withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: capacity) { runs in
      var collector = SumCollector(runs: runs, constant: constant)
      for (term, coefficient) in terms { append(term, times: coefficient, to: &collector) }
      return finish(&collector)
    }
  }

  private func summandCount(_ term: Ref) -> Int { kind(term) == .sum ? count(term) >> 1 : 1 }

  private mutating func append(_ term: Ref, to collector: inout SumCollector<Ref>) {
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal:
      collector.constant = addNumbers(collector.constant, term)
    case .sum:
      collector.constant = addNumbers(collector.constant, child(term, 0))
      var i = 1
      while i < count(term) {
        let summand = child(term, i)
        collector.append(Run(hash: hash(summand), term: summand, weight: child(term, i + 1)))
        i += 2
      }
    case .product:
      let coefficient = child(term, 0)
      let rest = isInteger(coefficient, 1) ? term : withoutCoefficient(term)
      collector.append(Run(hash: hash(rest), term: rest, weight: coefficient))
    default:
      collector.append(Run(hash: hash(term), term: term, weight: makeInteger(1)))
    }
  }

  private mutating func append(_ term: Ref, times factor: Ref, to collector: inout SumCollector<Ref>) {
    if isInteger(factor, 1) { return append(term, to: &collector) }
    switch kind(term) {
    case .integer, .rational, .complex, .real, .bigReal:
      collector.constant = addNumbers(collector.constant, multiplyNumbers(term, factor))
    case .sum:
      collector.constant = addNumbers(collector.constant, multiplyNumbers(child(term, 0), factor))
      var i = 1
      while i < count(term) {
        let summand = child(term, i)
        let weight = multiplyNumbers(child(term, i + 1), factor)
        collector.append(Run(hash: hash(summand), term: summand, weight: weight))
        i += 2
      }
    case .product:
      let coefficient = child(term, 0)
      let rest = isInteger(coefficient, 1) ? term : withoutCoefficient(term)
      collector.append(Run(hash: hash(rest), term: rest, weight: multiplyNumbers(coefficient, factor)))
    default:
      collector.append(Run(hash: hash(term), term: term, weight: factor))
    }
  }

  private mutating func finish(_ collector: inout SumCollector<Ref>) -> Ref {
    defer { collector.runs.extracting(..<collector.used).deinitialize() }
    return finishSum(collector.runs, collector.used, collector.constant)
  }

  private mutating func finishSum(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int, _ constant: Ref
  ) -> Ref {
    let kept = mergeSummands(runs, used)
    let constantIsZero = isInteger(constant, 0)
    if kept == 0 { return constant }
    if kept == 1, constantIsZero { return canonicallyScaled(runs[0].term, by: runs[0].weight) }
    return withUnsafeTemporaryAllocation(of: Ref.self, capacity: 1 + 2 * kept) { children in
      children.initializeElement(at: 0, to: constant)
      for i in 0..<kept {
        children.initializeElement(at: 1 + 2 * i, to: runs[i].term)
        children.initializeElement(at: 2 + 2 * i, to: runs[i].weight)
      }
      let node = makeNode(.sum, UnsafeBufferPointer(children))
      children.deinitialize()
      return node
    }
  }

  /// Sorts the runs, adds the coefficients of equal terms and drops zeros; returns how many are left at the front.
  private mutating func mergeSummands(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int) -> Int {
    sortRuns(runs, used)
    var kept = 0
    var i = 0
    while i < used {
      var run = runs[i]
      i += 1
      while i < used, runs[i].hash == run.hash, runs[i].term == run.term {
        run.weight = addNumbers(run.weight, runs[i].weight)
        i += 1
      }
      // A cancelled infinity stays visible as 0·oo: oo − oo has no value.
      if isZero(run.weight), !flags(run.term).contains(.hasInfinity) { continue }
      runs[kept] = run
      kept += 1
    }
    return kept
  }
}
