import ApusNumbers

// Sums and products over an index, and values at a point: the nodes of the body in which the variable occurs are evaluated
// again for each of its values.
extension Evaluator {
  /// Sums may stand in sums, but not deeper than this.
  private var nestingLimit: Int { 32 }

  mutating func bound(
    _ binding: EvaluationRole.Binding, _ ref: Workspace.Ref
  ) throws(EvaluationError) -> Domain.Value {
    let function = workspace.function(workspace.head(ref))
    guard function.arity.allows(workspace.count(ref)) else { throw .notEvaluable(function.name) }
    let (body, variable) = (workspace.child(ref, 0), workspace.child(ref, 1))
    guard !variable.isInline, workspace.kind(variable) == .symbol else { throw .notEvaluable(function.name) }
    if case .at = binding {
      let value = try number(workspace.child(ref, 2))
      var result: Domain.Value?
      try forEachValue(of: variable, in: body, [value]) { result = $0 }
      return result ?? domain.value(of: 0)
    }
    let range = try indexRange(ref, function)
    let domain = domain
    let isSum = if case .sum = binding { true } else { false }
    var total = domain.value(of: isSum ? 0 : 1)
    var isFirst = true
    let values = range.lazy.map { domain.value(of: .integer($0)) }
    try forEachValue(of: variable, in: body, values) { term in
      total = isFirst ? term : isSum ? domain.sum(total, term) : domain.product(total, term)
      isFirst = false
    }
    return total
  }

  /// The integers from the third argument to the fourth.
  private func indexRange(
    _ ref: Workspace.Ref, _ function: Function
  ) throws(EvaluationError) -> IntegerRange {
    var bounds: [Integer] = []
    for i in 2...3 {
      let value = try number(workspace.child(ref, i))
      guard let bound = domain.integer(value) else {
        throw .notEvaluable("\(function.name) with these bounds")
      }
      bounds.append(bound)
    }
    if bounds[1] - bounds[0] > Integer(limits.steps) { throw .tooLarge("the number of terms") }
    return IntegerRange(first: bounds[0], last: bounds[1])
  }

  /// Calls `use` with the value of the body at each value of the variable.
  private mutating func forEachValue(
    of variable: Workspace.Ref, in body: Workspace.Ref, _ values: some Sequence<Domain.Value>,
    _ use: (Domain.Value) -> Void
  ) throws(EvaluationError) {
    if nesting >= nestingLimit { throw .tooDeep }
    nesting += 1
    let wasAssigned = scopes.assign(variable.index)
    let dependents = scopes.dependents(on: variable.index, in: body, workspace).filter { scopes.isClosed($0) }
    let saved = dependents.map { slots[$0] }
    let savedVariable = slots[variable.index]
    defer {
      for (index, slot) in zip(dependents, saved) { slots[index] = slot }
      slots[variable.index] = savedVariable
      if !wasAssigned { scopes.retract(variable.index) }
      nesting -= 1
    }
    for value in values {
      slots[variable.index] = .value(value)
      for index in dependents {
        try countStep()
        slots[index] = evaluated(index)
      }
      try countStep()
      use(try number(body))
    }
  }
}

/// The integers of a range, of any size.
private struct IntegerRange: Sequence, IteratorProtocol {
  var first: Integer
  let last: Integer

  mutating func next() -> Integer? {
    if first > last { return nil }
    defer { first += .one }
    return first
  }
}
