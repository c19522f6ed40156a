import ApusNumbers

extension EGraph {
  /// Whether a product divides by the class of a node.
  func isDividedBy(_ node: UInt32) -> Bool {
    let root = find(node)
    var cell = parents[Int(root)].first
    while cell != none {
      let entry = cells[Int(cell)]
      cell = entry.next
      let record = nodes[Int(entry.node)]
      guard record.op == arithmetic?.product.code else { continue }
      for part in weightedChildren(record) where part.id == root && part.weight.isNegative { return true }
    }
    return false
  }

  /// Whether two addends divide by one thing.
  mutating func divideAlike(_ addends: [WeightedChild]) -> Bool {
    var divisors: [UInt32] = []
    for addend in addends where constant(addend.id) == nil {
      guard let (_, divisor) = dividingProduct(addend.id) else { continue }
      if divisors.contains(divisor.id) { return true }
      divisors.append(divisor.id)
    }
    return false
  }

  /// A sum with a power before it by which one of its addends divides: 1 + a/b as (b + a)/b.
  ///
  /// What is divided by is not zero where the terms have values.
  mutating func freedOfFractions(_ addends: [WeightedChild]) -> UInt32 {
    var divisor: WeightedChild?
    var products: [UInt32: UInt32] = [:]
    for addend in addends where constant(addend.id) == nil {
      guard let (product, factor) = dividingProduct(addend.id) else { continue }
      if divisor == nil { divisor = factor }
      guard let known = divisor, known.id == factor.id else { continue }
      products[addend.id] = product
      if factor.weight < known.weight { divisor = factor }
    }
    guard let divisor else { return none }
    let factor = WeightedChild(id: divisor.id, weight: -divisor.weight)
    return multipliedThrough(addends, by: factor, divisor, writtenAs: products)
  }

  /// The first of the products in a class that divides by something, and what it divides by.
  private mutating func dividingProduct(_ id: UInt32) -> (product: UInt32, divisor: WeightedChild)? {
    guard let arithmetic, Int(id) + 1 < index.classStart.count else { return nil }
    let range = run(of: arithmetic.product.code, inClass: id)
    for i in range.0..<min(range.1, range.0 + 4) {
      let product = index.byClass[Int(i)]
      let divisor = weightedChildren(nodes[Int(product)]).first { $0.weight.isNegative }
      if let divisor { return (product, divisor) }
    }
    return nil
  }

  /// A sum with an exponential before it that one of its addends has as a factor: 1 + exp(x) as exp(x)*(exp(-x) + 1).
  mutating func freedOfExponential(_ addends: [WeightedChild]) -> UInt32 {
    guard let op = language.operator(named: "exp", arity: 1) else { return none }
    for addend in addends where constant(addend.id) == nil {
      for factor in factorsOfAddend(addend.id) where factor.weight == .one {
        guard let exponent = argument(of: "exp", in: factor.id) else { continue }
        let negative = makeSum([WeightedChild(id: exponent, weight: -1)])
        if negative == none { return none }
        let inverse = makeCall(op, find(negative))
        if inverse == none { return none }
        return multipliedThrough(addends, by: WeightedChild(id: inverse, weight: .one), factor)
      }
    }
    return none
  }

  /// Each addend times a factor, and the sum of these times its inverse.
  ///
  /// - Parameter products: the products that are taken to stand for some addends; the smallest for all others.
  private mutating func multipliedThrough(
    _ addends: [WeightedChild], by factor: WeightedChild, _ inverse: WeightedChild,
    writtenAs products: [UInt32: UInt32] = [:]
  ) -> UInt32 {
    var multiplied: [WeightedChild] = []
    for addend in addends {
      var factors: [WeightedChild] = []
      if let product = products[addend.id] {
        factors = weightedChildren(nodes[Int(product)])
        if journal.isOn { journal.noteChoice(addend.id, product, factors) }
      } else if constant(addend.id) == nil {
        factors = factorsOfAddend(addend.id)
      }
      let product = makeProduct(factors + [factor])
      if product == none { return none }
      let weight = addend.weight * (constant(addend.id) ?? .one)
      multiplied.append(WeightedChild(id: product, weight: weight))
    }
    let sum = makeSum(multiplied)
    return sum == none ? none : makeProduct([inverse, WeightedChild(id: sum, weight: .one)])
  }
}
