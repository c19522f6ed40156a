import ApusNumbers

extension EGraph {
  /// A product of exponentials as one: exp(a)^m exp(b)^n = exp(m a + n b) for integers m and n.
  mutating func combinedExponentials(_ parts: [WeightedChild]) -> UInt32 {
    guard let op = language.operator(named: "exp", arity: 1) else { return none }
    var rest: [WeightedChild] = []
    var exponents: [WeightedChild] = []
    for part in parts {
      if part.weight.smallInteger != nil, let inner = argument(of: "exp", in: part.id) {
        exponents.append(WeightedChild(id: inner, weight: part.weight))
      } else {
        rest.append(part)
      }
    }
    guard exponents.count > 1 || exponents.first.map({ $0.weight != .one }) == true else { return none }
    let sum = makeSum(exponents)
    if sum == none { return none }
    let call = constant(sum)?.isZero == true ? addConstant(.one) : makeCall(op, find(sum))
    return call == none ? none : makeProduct(rest + [WeightedChild(id: call, weight: .one)])
  }

  /// An exponential as a power of another one that is in the graph: exp(-x) as 1/exp(x), exp(3*x) as exp(x)^3.
  mutating func powerOfExponential(_ node: UInt32, _ op: Operator) -> UInt32 {
    guard let arithmetic else { return none }
    let inner = find(nodes[Int(node)].c0)
    guard Int(inner) + 1 < index.classStart.count else { return none }
    let range = run(of: arithmetic.sum.code, inClass: inner)
    for i in range.0..<range.1 {
      let sum = index.byClass[Int(i)]
      let terms = weightedChildren(nodes[Int(sum)])
      if terms.count == 1, let n = terms[0].weight.smallInteger, (-4...4).contains(n), n != 1,
        has(op, terms[0].id)
      {
        if journal.isOn { journal.noteChoice(inner, sum, terms) }
        let other = makeCall(op, terms[0].id)
        return other == none ? none : makeProduct([WeightedChild(id: other, weight: terms[0].weight)])
      }
      let opposite = terms.map { WeightedChild(id: $0.id, weight: -$0.weight) }
      guard terms.count > 1, let twin = weightedNode(arithmetic.sum, opposite), has(op, find(twin)) else {
        continue
      }
      if journal.isOn { journal.noteChoice(inner, sum, terms) }
      let other = addInline(op.code, find(twin), 0)
      if other == none { return none }
      if journal.isOn { journal.note(.call, [twin, find(twin), 0], other, lastNode, op: op.code) }
      return makeProduct([WeightedChild(id: other, weight: -1)])
    }
    return none
  }

  /// Whether there is a call of a function of one argument.
  private func has(_ op: Operator, _ argument: UInt32) -> Bool {
    let id = find(argument)
    return lookup(op.code, id, 0, tag: NodeTable.hash(op.code, id, 0)) != none
  }
}
