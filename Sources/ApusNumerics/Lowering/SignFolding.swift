/// Turns −(a − b) into b − a where a − b is used nowhere else: other passes leave such signs, so that sums can be shared.
struct SignFolding: FormPass {
  private let old: FormGraph
  /// How often each form is an operand or an output.
  private var uses: [Int32]

  init(_ graph: FormGraph, _ outputs: [FormGraph.ID]) {
    old = graph
    uses = Array(repeating: 0, count: graph.count)
    for output in outputs { uses[Int(output)] += 1 }
    let isNeeded = graph.needed(by: outputs)
    for id in 0..<graph.count where isNeeded[id] {
      for entry in graph.entries(of: FormGraph.ID(id)) { uses[Int(entry.id)] += 1 }
    }
  }

  mutating func sum(
    _ id: FormGraph.ID, _ constant: Double, _ terms: [FormGraph.Entry], in graph: inout FormGraph
  ) -> FormGraph.ID {
    guard terms.count == 1, constant == 0, terms[0].weight == -1, graph.kind(terms[0].id) == .sum,
      uses[Int(old.scaled(id).id)] == 1
    else { return graph.sum(constant, terms) }
    let inner = terms[0].id
    let negated = graph.entries(of: inner).map { FormGraph.Entry($0.id, -$0.weight) }
    return graph.sum(-graph.header(inner).value, negated)
  }
}
