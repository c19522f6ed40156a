import ApusNumbers

// Matrices do not commute. A product keeps the order of the factors that hold lists, as one call of `multiply` among its
// runs; every other factor is a scalar and sorted as usual.
extension TermStore where Self: ~Copyable {
  /// Whether factors of different bases hold lists.
  func holdsSeveralLists(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int) -> Bool {
    var first: Ref?
    for i in 0..<used where flags(runs[i].term).contains(.hasList) {
      if let first, first != runs[i].term { return true }
      first = runs[i].term
    }
    return false
  }

  /// The product of the scalars and of the call that keeps the others in the order of the runs.
  mutating func orderedProduct(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int, _ coefficient: Ref
  ) -> Ref {
    var scalars = [coefficient]
    var ordered: [Run<Ref>] = []
    for i in 0..<used {
      if !flags(runs[i].term).contains(.hasList) {
        scalars.append(power(runs[i].term, runs[i].weight))
      } else if isInteger(runs[i].weight, 1), isMultiplication(runs[i].term) {
        for j in 0..<count(runs[i].term) { append(child(runs[i].term, j), to: &ordered) }
      } else {
        append(power(runs[i].term, runs[i].weight), to: &ordered)
      }
    }
    let factors = ordered.map { power($0.term, $0.weight) }
    let head = intern(Function.multiply)
    scalars.append(factors.count == 1 ? factors[0] : factors.withUnsafeBufferPointer { makeCall(head, $0) })
    return scalars.withUnsafeBufferPointer { product($0) }
  }

  private func isMultiplication(_ term: Ref) -> Bool {
    kind(term) == .call && function(head(term)) == .multiply
  }

  /// Adds the exponents of neighbours with the same base.
  private mutating func append(_ factor: Ref, to ordered: inout [Run<Ref>]) {
    let isPower = kind(factor) == .power
    let base = isPower ? child(factor, 0) : factor
    let exponent = isPower ? child(factor, 1) : makeInteger(1)
    if let last = ordered.last, last.term == base, isNumber(last.weight), isNumber(exponent) {
      let sum = addNumbers(last.weight, exponent)
      ordered.removeLast()
      if !isZero(sum) { ordered.append(Run(hash: hash(base), term: base, weight: sum)) }
    } else {
      ordered.append(Run(hash: hash(base), term: base, weight: exponent))
    }
  }
}
