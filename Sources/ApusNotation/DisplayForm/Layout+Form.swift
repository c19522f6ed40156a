import ApusNumbers
import ApusTerms

extension Layout {
  /// What a person writes for a node.
  package func form(of id: Int) -> DisplayForm {
    switch nodes[id].kind {
    case .number: .number(number(id))
    case .imaginaryUnit: .imaginaryUnit
    case .symbol: .symbol(symbol(id))
    case .sum: .sum(parts(of: id))
    case .product: .product(parts(of: id))
    case .fraction: .fraction(numerator: part(0, of: id).id, denominator: part(1, of: id).id)
    case .negation: .negation(part(0, of: id).id)
    case .power: .power(base: part(0, of: id).id, exponent: part(1, of: id).id)
    case .squareRoot: .root(radicand: part(0, of: id).id, index: nil)
    case .call: call(function(id), parts(of: id))
    }
  }

  private func call(_ function: Function, _ arguments: Parts) -> DisplayForm {
    if let construct = Construct(function), let form = form(construct, function, arguments) { return form }
    return arguments.isEmpty && !function.isUndefined ? .constant(function) : .call(function, arguments)
  }

  private func form(_ construct: Construct, _ function: Function, _ arguments: Parts) -> DisplayForm? {
    switch construct {
    case .add, .multiply, .root, .plusMinus: arithmetic(construct, arguments)
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .approximately, .definition,
      .elementOf:
      relation(construct, arguments)
    case .congruent, .and, .or, .not, .implies: logical(construct, arguments)
    case .list, .tuple, .set, .interval, .piecewise: collection(construct, arguments)
    case .derivative, .at, .integral, .sum, .productOver, .limit: calculus(construct, function, arguments)
    }
  }

  // MARK: Constructs, given the right number of arguments

  private func arithmetic(_ construct: Construct, _ arguments: Parts) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.add, 0): .number(0)
    case (.multiply, 0): .number(1)
    case (.root, 2): .root(radicand: arguments[0].id, index: arguments[1].id)
    case (.plusMinus, 1): .plusMinus(nil, arguments[0].id)
    case (.plusMinus, 2): .plusMinus(arguments[0].id, arguments[1].id)
    default: nil
    }
  }

  private func relation(_ construct: Construct, _ arguments: Parts) -> DisplayForm? {
    guard arguments.count == 2, let relation = construct.relation else { return nil }
    return .relation(relation, arguments[0].id, arguments[1].id)
  }

  private func logical(_ construct: Construct, _ arguments: Parts) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.congruent, 3): .congruence(arguments[0].id, arguments[1].id, modulus: arguments[2].id)
    case (.and, 2...): .conjunction(arguments)
    case (.or, 2...): .disjunction(arguments)
    case (.not, 1): .not(arguments[0].id)
    case (.implies, 2): .implication(arguments[0].id, arguments[1].id)
    default: nil
    }
  }

  private func collection(_ construct: Construct, _ arguments: Parts) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.list, _): return rows(arguments).map(DisplayForm.matrix) ?? .list(arguments)
    case (.tuple, _): return .tuple(arguments)
    case (.set, _): return .set(arguments)
    case (.interval, 4):
      guard let opensLeft = truthValue(arguments[2].id), let opensRight = truthValue(arguments[3].id) else {
        return nil
      }
      return .interval(arguments[0].id, arguments[1].id, opensLeft: opensLeft, opensRight: opensRight)
    case (.piecewise, 2...):
      let cases = stride(from: 0, to: arguments.count - 1, by: 2).map {
        DisplayForm.Case(condition: arguments[$0].id, value: arguments[$0 + 1].id)
      }
      return .piecewise(cases, otherwise: arguments.count % 2 == 1 ? arguments.last?.id : nil)
    default: return nil
    }
  }

  private func calculus(_ construct: Construct, _ function: Function, _ arguments: Parts) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.derivative, 3...):
      guard arguments.count % 2 == 1 else { return nil }
      return .derivative(
        arguments[0].id,
        stride(from: 1, to: arguments.count, by: 2).map {
          DisplayForm.Differentiation(variable: arguments[$0].id, order: arguments[$0 + 1].id)
        })
    case (.at, 3): return .evaluation(arguments[0].id, variable: arguments[1].id, value: arguments[2].id)
    case (.integral, 2), (.integral, 4): return accumulation(.integral, function, arguments)
    case (.sum, 4): return accumulation(.sum, function, arguments)
    case (.productOver, 4): return .accumulation(.product, arguments[0].id, [range(arguments)])
    case (.limit, 3):
      return .limit(arguments[0].id, variable: arguments[1].id, point: arguments[2].id, side: 0)
    case (.limit, 4):
      guard let side = signedInteger(arguments[3].id), side == 1 || side == -1 else { return nil }
      return .limit(arguments[0].id, variable: arguments[1].id, point: arguments[2].id, side: side)
    default: return nil
    }
  }

  // MARK: Looking into parts

  /// The arguments of a node that is a call of the function.
  private func arguments(of id: Int, ifCallOf function: Function) -> Parts? {
    nodes[id].kind == .call && self.function(id) == function ? parts(of: id) : nil
  }

  /// The rows, where all arguments are lists of one length that is not 0.
  private func rows(_ arguments: Parts) -> [Parts]? {
    var rows: [Parts] = []
    for argument in arguments {
      guard let row = self.arguments(of: argument.id, ifCallOf: .list), !row.isEmpty,
        row.count == rows.first?.count ?? row.count
      else { return nil }
      rows.append(row)
    }
    return rows.isEmpty ? nil : rows
  }

  /// Integrals of integrals, and sums of sums, are one with several ranges, unless they share a variable.
  private func accumulation(
    _ kind: DisplayForm.Accumulation, _ function: Function, _ arguments: Parts
  ) -> DisplayForm {
    var ranges = [range(arguments)]
    var body = arguments[0].id
    while ranges.count < Self.mostRanges, let inner = self.arguments(of: body, ifCallOf: function),
      inner.count == arguments.count, !ranges.contains(where: { $0.variable == inner[1].id })
    {
      ranges.append(range(inner))
      body = inner[0].id
    }
    return .accumulation(kind, body, ranges.reversed())
  }

  /// Integrals nested more deeply stand in one another, so that reading the forms of a chain stays linear.
  private static let mostRanges = 8

  private func range(_ arguments: Parts) -> DisplayForm.Range {
    let bounds = arguments.count == 4 ? (from: arguments[2].id, to: arguments[3].id) : nil
    return DisplayForm.Range(variable: arguments[1].id, bounds: bounds)
  }

  /// The truth value that the constants `true` and `false` stand for.
  package func truthValue(_ id: Int) -> Bool? {
    guard nodes[id].kind == .call, nodes[id].count == 0, !function(id).isUndefined else { return nil }
    return function(id).name == "true" ? true : function(id).name == "false" ? false : nil
  }

  /// The integer, with its sign, that the node is.
  package func signedInteger(_ id: Int) -> Int? {
    let isNegative = nodes[id].kind == .negation
    let leaf = isNegative ? part(0, of: id).id : id
    guard nodes[leaf].kind == .number, let value = number(leaf).asInt else { return nil }
    return isNegative ? -value : value
  }
}
