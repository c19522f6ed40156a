import ApusNumbers

extension EGraph {
  /// The factors of an addend: those of its smallest product, or itself.
  mutating func factorsOfAddend(_ id: UInt32) -> [WeightedChild] {
    guard let arithmetic, let found = smallest(arithmetic.product, inClass: id, except: none, widest: 64)
    else {
      return [WeightedChild(id: id, weight: .one)]
    }
    let inner = weightedChildren(nodes[Int(found)])
    if journal.isOn { journal.noteChoice(id, found, inner) }
    return inner
  }

  /// The classes that are factors of more than one addend, at most four: those in most addends first.
  mutating func commonFactors(of addends: [WeightedChild]) -> [UInt32] {
    guard (2...64).contains(addends.count) else { return [] }
    var counts: [(id: UInt32, count: Int)] = []
    for addend in addends where constant(addend.id) == nil {
      for factor in factorsOfAddend(addend.id) where factor.weight > .zero {
        if let at = counts.firstIndex(where: { $0.id == factor.id }) {
          counts[at].count += 1
        } else if counts.count < 256 {
          counts.append((factor.id, 1))
        }
      }
    }
    let shared = counts.filter { $0.count > 1 }
    return shared.sorted { $0.count != $1.count ? $0.count > $1.count : $0.id < $1.id }.prefix(4).map(\.id)
  }

  /// A sum with everything taken out that all addends with a factor have in common.
  mutating func factored(_ addends: [WeightedChild], by factor: UInt32) -> UInt32 {
    var rest: [WeightedChild] = []
    var having: [(factors: [WeightedChild], weight: Rational)] = []
    for addend in addends {
      let factors = factorsOfAddend(addend.id)
      let has = constant(addend.id) == nil && factors.contains { $0.id == factor && $0.weight > .zero }
      if has { having.append((factors, addend.weight)) } else { rest.append(addend) }
    }
    guard having.count > 1, let first = having.first else { return none }
    var common: [WeightedChild] = []
    for candidate in first.factors where candidate.weight > .zero {
      var least = candidate.weight
      for other in having {
        let found = other.factors.first { $0.id == candidate.id }
        least = min(least, found?.weight ?? .zero)
      }
      if least > .zero { common.append(WeightedChild(id: candidate.id, weight: least)) }
    }
    var quotients: [WeightedChild] = []
    for (factors, weight) in having {
      let divided = factors + common.map { WeightedChild(id: $0.id, weight: -$0.weight) }
      let quotient = makeProduct(divided)
      if quotient == none { return none }
      quotients.append(WeightedChild(id: quotient, weight: weight))
    }
    let inner = makeSum(quotients)
    if inner == none { return none }
    let product = makeProduct(common + [WeightedChild(id: inner, weight: .one)])
    if product == none { return none }
    return makeSum(rest + [WeightedChild(id: product, weight: .one)])
  }

  /// The argument of a function of one argument in a class.
  mutating func argument(of name: String, in id: UInt32) -> UInt32? {
    guard let op = language.operator(named: name, arity: 1), Int(id) + 1 < index.classStart.count else {
      return nil
    }
    let range = run(of: op.code, inClass: id)
    if range.0 >= range.1 { return nil }
    let node = index.byClass[Int(range.0)]
    let inner = find(nodes[Int(node)].c0)
    if journal.isOn { journal.noteChoice(id, node, [WeightedChild(id: inner, weight: .one)]) }
    return inner
  }

  /// The call of a function of one argument.
  mutating func makeCall(_ op: Operator, _ inner: UInt32) -> UInt32 {
    let made = addInline(op.code, inner, 0)
    if journal.isOn && made != none { journal.note(.call, [inner, inner, 0], made, lastNode, op: op.code) }
    return made
  }

  /// A product with sin² for 1 - cos², cos² for 1 - sin², or cosh² for 1 + sinh² at a place.
  mutating func exchangedSquare(_ parts: [WeightedChild], at place: Int) -> UInt32 {
    guard let power = parts[place].weight.smallInteger, power >= 2 else { return none }
    for (name, other, sign) in [
      ("sin", "cos", -1), ("cos", "sin", -1), ("cosh", "sinh", 1), ("sinh", "cosh", 1),
    ] {
      guard let inner = argument(of: name, in: parts[place].id),
        let op = language.operator(named: other, arity: 1)
      else { continue }
      let call = makeCall(op, inner)
      if call == none { return none }
      let square = makeProduct([WeightedChild(id: call, weight: 2)])
      let unit = addConstant(name == "sinh" ? -1 : 1)
      if square == none || unit == none { return none }
      let sum = makeSum([
        WeightedChild(id: unit, weight: 1), WeightedChild(id: square, weight: Rational(sign)),
      ])
      if sum == none { return none }
      var factors = parts
      factors[place].weight -= 2
      return makeProduct(factors + [WeightedChild(id: sum, weight: 1)])
    }
    return none
  }

  /// A product with sin/cos of one argument as tan, or sinh/cosh as tanh.
  mutating func combinedQuotient(_ parts: [WeightedChild]) -> UInt32 {
    for (upper, lower, name) in [("sin", "cos", "tan"), ("sinh", "cosh", "tanh")] {
      for (i, above) in parts.enumerated() where above.weight > .zero {
        guard let inner = argument(of: upper, in: above.id), above.weight.smallInteger != nil,
          let op = language.operator(named: name, arity: 1)
        else { continue }
        for (j, below) in parts.enumerated() where below.weight < .zero {
          guard argument(of: lower, in: below.id) == inner, below.weight.smallInteger != nil else { continue }
          let power = min(above.weight, -below.weight)
          let call = makeCall(op, inner)
          if call == none { return none }
          var factors = parts
          factors[i].weight -= power
          factors[j].weight += power
          return makeProduct(factors + [WeightedChild(id: call, weight: power)])
        }
      }
    }
    return none
  }
}
