extension FormGraph {
  /// Whether each form is needed for the outputs.
  func needed(by outputs: [ID]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: count)
    for output in outputs { isNeeded[Int(output)] = true }
    var id = count - 1
    while id >= 0 {
      if isNeeded[id] { for entry in entries(of: ID(id)) { isNeeded[Int(entry.id)] = true } }
      id -= 1
    }
    return isNeeded
  }

  /// The graph made anew without what the outputs do not need: a pass says what becomes of sums and products, whose entries
  /// it gets already mapped.
  func rebuilt<Pass: FormPass>(by pass: inout Pass, _ outputs: inout [ID]) -> FormGraph {
    let isNeeded = needed(by: outputs)
    var fresh = FormGraph(capacity: count)
    var map = [ID](repeating: 0, count: count)
    var mapped: [Entry] = []
    for id in 0..<count where isNeeded[id] {
      let header = header(ID(id))
      mapped.removeAll(keepingCapacity: true)
      for entry in entries(of: ID(id)) { mapped.append(Entry(map[Int(entry.id)], entry.weight)) }
      switch header.kind {
      case .input: map[id] = fresh.input(Operand(raw: header.payload))
      case .constant: map[id] = fresh.constant(header.value)
      case .sum: map[id] = pass.sum(ID(id), header.value, mapped, in: &fresh)
      case .product: map[id] = pass.product(ID(id), mapped, in: &fresh)
      case .apply: map[id] = fresh.apply(header.opcode, mapped.map(\.id))
      case .call: map[id] = fresh.call(functions[Int(header.payload)], mapped.map(\.id))
      }
    }
    outputs = outputs.map { map[Int($0)] }
    return fresh
  }
}

/// What a pass does with sums and products.
protocol FormPass {
  /// The form of a sum, whose number was `id` in the old graph and whose entries are forms of the new one.
  mutating func sum(
    _ id: FormGraph.ID, _ constant: Double, _ terms: [FormGraph.Entry], in graph: inout FormGraph
  ) -> FormGraph.ID
  /// The form of a product.
  mutating func product(
    _ id: FormGraph.ID, _ factors: [FormGraph.Entry], in graph: inout FormGraph
  ) -> FormGraph.ID
}

extension FormPass {
  mutating func sum(
    _ id: FormGraph.ID, _ constant: Double, _ terms: [FormGraph.Entry], in graph: inout FormGraph
  ) -> FormGraph.ID {
    graph.sum(constant, terms)
  }

  mutating func product(
    _ id: FormGraph.ID, _ factors: [FormGraph.Entry], in graph: inout FormGraph
  ) -> FormGraph.ID {
    graph.nestedProduct(factors)
  }
}
