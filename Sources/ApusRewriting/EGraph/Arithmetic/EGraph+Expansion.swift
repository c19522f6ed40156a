import ApusNumbers

extension EGraph {
  /// A product whose factors that are sums to small positive powers are all multiplied out, if it has at most 64 terms.
  ///
  /// Equal polynomials in the same parts become one sum in this way, without intermediate forms.
  mutating func expanded(_ parts: [WeightedChild], except node: UInt32) -> UInt32 {
    expandedTerms(parts, except: node).map { makeSum($0) } ?? none
  }

  /// A sum whose addends that are such products are all multiplied out.
  mutating func expandedSum(_ parts: [WeightedChild], except node: UInt32) -> UInt32 {
    guard let arithmetic, parts.count <= 64 else { return none }
    var terms: [WeightedChild] = []
    var hasProduct = false
    for part in parts {
      if let found = smallest(arithmetic.product, inClass: part.id, except: node, widest: 64),
        let expanded = expandedTerms(chosen(part.id, found), except: node)
      {
        terms += expanded.map { WeightedChild(id: $0.id, weight: $0.weight * part.weight) }
        hasProduct = true
      } else {
        terms.append(part)
      }
    }
    return hasProduct && terms.count <= 256 ? makeSum(terms) : none
  }

  private mutating func expandedTerms(
    _ parts: [WeightedChild], except node: UInt32
  ) -> [WeightedChild]? {
    guard let arithmetic else { return nil }
    var rest: [WeightedChild] = []
    var sums: [[WeightedChild]] = []
    for part in parts {
      if let power = part.weight.smallInteger, (1...8).contains(power),
        let found = smallest(arithmetic.sum, inClass: part.id, except: node, widest: 64),
        nodes[Int(found)].c1 > 2
      {
        let terms = chosen(part.id, found)
        for _ in 0..<power { sums.append(terms) }
      } else {
        rest.append(part)
      }
    }
    guard (1...8).contains(sums.count) else { return nil }
    var terms = [ExpandedTerm(id: 0, factors: rest, weight: .one)]
    for sum in sums {
      guard let next = multiplied(terms, by: sum) else { return nil }
      terms = next
    }
    return terms.map { WeightedChild(id: $0.id, weight: $0.weight) }
  }

  /// The children of a node that is taken to stand for a class.
  private mutating func chosen(_ id: UInt32, _ node: UInt32) -> [WeightedChild] {
    let inner = weightedChildren(nodes[Int(node)])
    if journal.isOn { journal.noteChoice(id, node, inner) }
    return inner
  }

  private mutating func multiplied(
    _ terms: [ExpandedTerm], by sum: [WeightedChild]
  ) -> [ExpandedTerm]? {
    var products: [ExpandedTerm] = []
    for term in terms {
      for addend in sum {
        let factors = term.factors + (constant(addend.id) == nil ? factorsOfAddend(addend.id) : [])
        let id = makeProduct(factors)
        let weight = term.weight * addend.weight * (constant(addend.id) ?? .one)
        if id == none || !weight.isShort { return nil }
        products.append(ExpandedTerm(id: id, factors: factors, weight: weight))
      }
    }
    let collected = products.collected()
    return collected.count <= 64 ? collected : nil
  }
}

/// A term of a product that is multiplied out.
struct ExpandedTerm {
  /// The class of the product of the factors.
  var id: UInt32
  var factors: [WeightedChild]
  var weight: Rational
}
