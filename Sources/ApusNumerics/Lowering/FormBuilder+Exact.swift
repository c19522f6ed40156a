import ApusNumbers
import ApusTerms

// Sums and products whose constants are kept as they are: only small integers become weights, which passes multiply and add
// in machine numbers.
extension FormBuilder {
  mutating func exactSum(_ ref: Ref) throws(CompileError) -> ID {
    var terms: [Entry] = []
    terms.append(Entry(try exactConstant(workspace.child(ref, 0)), 1))
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      let term = try number(workspace.child(ref, i))
      let weight = workspace.child(ref, i + 1)
      if let small = smallWeight(weight), graph.constantValue(term) == nil {
        terms.append(Entry(term, Double(small)))
      } else {
        terms.append(Entry(graph.product([Entry(try exactConstant(weight), 1), Entry(term, 1)]), 1))
      }
    }
    return graph.sum(0, terms)
  }

  mutating func exactProduct(_ ref: Ref) throws(CompileError) -> ID {
    var unused = 1.0
    var factors: [Entry] = []
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      try appendPower(workspace.child(ref, i), workspace.child(ref, i + 1), to: &factors, &unused)
    }
    let coefficient = workspace.child(ref, 0)
    if let small = smallWeight(coefficient) {
      return graph.sum(0, [Entry(graph.product(factors), Double(small))])
    }
    factors.append(Entry(try exactConstant(coefficient), 1))
    return graph.product(factors)
  }

  private func smallWeight(_ ref: Ref) -> Int? {
    guard let small = workspace.smallInteger(ref), small.magnitude <= ExactConstants.largestWeight else {
      return nil
    }
    return small
  }

  /// The form of a number that stands in a sum or product.
  private mutating func exactConstant(_ ref: Ref) throws(CompileError) -> ID {
    if let small = workspace.smallInteger(ref) { return graph.constant(Double(small)) }
    let value = workspace.number(ref)
    return kept(.number(value))
  }
}
