import ApusTerms

// Conditions as pairs of masks: one says where the condition holds, the other where it fails; where an operand is NaN, it does
// neither, and what depends on it is NaN.
extension FormBuilder {
  mutating func compared(_ comparison: FunctionLowering.Comparison, _ a: ID, _ b: ID) -> Slot {
    switch comparison {
    case .less:
      .condition(holds: graph.apply(.less, [a, b]), fails: graph.apply(.lessEqual, [b, a]))
    case .lessEqual:
      .condition(holds: graph.apply(.lessEqual, [a, b]), fails: graph.apply(.less, [b, a]))
    case .greater:
      .condition(holds: graph.apply(.less, [b, a]), fails: graph.apply(.lessEqual, [a, b]))
    case .greaterEqual:
      .condition(holds: graph.apply(.lessEqual, [b, a]), fails: graph.apply(.less, [a, b]))
    case .equal:
      .condition(holds: graph.apply(.equal, [a, b]), fails: graph.apply(.unequal, [a, b]))
    case .notEqual:
      .condition(holds: graph.apply(.unequal, [a, b]), fails: graph.apply(.equal, [a, b]))
    }
  }

  mutating func connected(
    _ connective: FunctionLowering.Connective, _ ref: Ref
  ) throws(CompileError) -> Slot {
    switch connective {
    case .truth(let truth): return constant(truth)
    case .and, .or:
      var isConjunction = false
      if case .and = connective { isConjunction = true }
      guard workspace.count(ref) > 0 else { return constant(isConjunction) }
      var (holds, fails) = try condition(workspace.child(ref, 0))
      for i in 1..<workspace.count(ref) {
        let next = try condition(workspace.child(ref, i))
        holds = graph.apply(isConjunction ? .and : .or, [holds, next.holds])
        fails = graph.apply(isConjunction ? .or : .and, [fails, next.fails])
      }
      return .condition(holds: holds, fails: fails)
    case .not:
      let (holds, fails) = try condition(workspace.child(ref, 0))
      return .condition(holds: fails, fails: holds)
    case .implies:
      let (p, q) = (try condition(workspace.child(ref, 0)), try condition(workspace.child(ref, 1)))
      return .condition(
        holds: graph.apply(.or, [p.fails, q.holds]), fails: graph.apply(.and, [p.holds, q.fails]))
    case .equivalent, .xor:
      let (p, q) = (try condition(workspace.child(ref, 0)), try condition(workspace.child(ref, 1)))
      let same = graph.apply(
        .or, [graph.apply(.and, [p.holds, q.holds]), graph.apply(.and, [p.fails, q.fails])])
      let different = graph.apply(
        .or, [graph.apply(.and, [p.holds, q.fails]), graph.apply(.and, [p.fails, q.holds])])
      if case .xor = connective { return .condition(holds: different, fails: same) }
      return .condition(holds: same, fails: different)
    }
  }

  private mutating func constant(_ truth: Bool) -> Slot {
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let (holds, fails) = (graph.apply(.less, [zero, one]), graph.apply(.less, [one, zero]))
    return truth ? .condition(holds: holds, fails: fails) : .condition(holds: fails, fails: holds)
  }

  /// The value after the first condition that holds; NaN once a condition neither holds nor fails.
  mutating func cases(_ ref: Ref) throws(CompileError) -> ID {
    let count = workspace.count(ref)
    let undefined = graph.constant(.nan)
    var result = count & 1 == 1 ? try number(workspace.child(ref, count - 1)) : undefined
    for i in stride(from: (count & ~1) - 2, through: 0, by: -2) {
      let (holds, fails) = try condition(workspace.child(ref, i))
      let value = try number(workspace.child(ref, i + 1))
      result = graph.apply(.select, [holds, value, graph.apply(.select, [fails, result, undefined])])
    }
    return result
  }

  /// −1, 0 or 1; NaN of NaN.
  mutating func sign(_ x: ID) -> ID {
    let zero = graph.constant(0)
    let negative = graph.apply(.select, [graph.apply(.less, [x, zero]), graph.constant(-1), x])
    return graph.apply(.select, [graph.apply(.less, [zero, x]), graph.constant(1), negative])
  }

  /// 0 below 0, 1/2 at 0, 1 above; NaN of NaN.
  mutating func step(_ x: ID) -> ID {
    let zero = graph.constant(0)
    let atZero = graph.apply(.select, [graph.apply(.equal, [x, zero]), graph.constant(0.5), x])
    let negative = graph.apply(.select, [graph.apply(.less, [x, zero]), zero, atZero])
    return graph.apply(.select, [graph.apply(.less, [zero, x]), graph.constant(1), negative])
  }

  /// log Γ is real for positive arguments only.
  mutating func logGamma(_ x: ID) -> ID {
    let isDefined = graph.apply(.less, [graph.constant(0), x])
    return graph.apply(.select, [isDefined, graph.apply(.logGamma, [x]), graph.constant(.nan)])
  }

  /// The greatest or least argument; NaN when one is NaN.
  mutating func extremum(_ ref: Ref, isMaximum: Bool) throws(CompileError) -> ID {
    guard workspace.count(ref) > 0 else {
      throw .notCompilable(workspace.function(workspace.head(ref)).name)
    }
    var best = try number(workspace.child(ref, 0))
    for i in 1..<workspace.count(ref) {
      let next = try number(workspace.child(ref, i))
      let (lower, upper) = isMaximum ? (best, next) : (next, best)
      let isLess = graph.apply(.less, [lower, upper])
      let isNotLess = graph.apply(.lessEqual, [upper, lower])
      let other = graph.apply(.select, [isNotLess, best, graph.constant(.nan)])
      best = graph.apply(.select, [isLess, next, other])
    }
    return best
  }
}

extension FormGraph {
  /// An integer power, of constants and multiples too.
  mutating func power(_ id: ID, _ exponent: Int) -> ID {
    if kind(id) == .constant {
      let opcode: Opcode = .divide
      return exponent == -1 ? apply(opcode, [constant(1), id]) : product([Entry(id, Double(exponent))])
    }
    return product([Entry(id, Double(exponent))])
  }
}
