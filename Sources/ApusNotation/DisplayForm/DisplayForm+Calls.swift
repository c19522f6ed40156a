import ApusNumbers
import ApusTerms

// Calls: opaque operations show what was written, constructs are recognised by name and number of arguments.
extension DisplayForm {
  /// What a person writes for a call.
  static func ofCall(_ function: Function, _ arguments: [Expr]) -> DisplayForm {
    if let construct = Construct(function), let form = form(construct, function, arguments) { return form }
    return arguments.isEmpty && !function.isUndefined ? .constant(function) : .call(function, arguments)
  }

  private static func form(
    _ construct: Construct, _ function: Function, _ arguments: [Expr]
  ) -> DisplayForm? {
    switch construct {
    case .add, .multiply, .subtract, .negate, .divide, .power, .sqrt, .root, .plusMinus:
      arithmetic(construct, arguments)
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .approximately, .definition,
      .elementOf:
      relation(construct, arguments)
    case .congruent, .and, .or, .not, .implies: logical(construct, arguments)
    case .list, .tuple, .set, .interval, .piecewise: collection(construct, arguments)
    case .derivative, .at, .integral, .sum, .productOver, .limit: calculus(construct, function, arguments)
    }
  }

  private static func arithmetic(_ construct: Construct, _ arguments: [Expr]) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.add, 0): return .number(0)
    case (.multiply, 0): return .number(1)
    case (.add, 2...): return .sum(arguments.map(SignedTerm.init))
    case (.multiply, 2...):
      guard arguments[0].number?.hasMinusSign == true else { return .product(arguments) }
      return .negation(Expr.opaque(.multiply, arguments).splitSign.magnitude)
    case (.subtract, 2):
      return .sum([SignedTerm(arguments[0]), SignedTerm(isSubtracted: true, term: arguments[1])])
    case (.negate, 1): return .negation(arguments[0])
    case (.divide, 2): return .fraction(numerator: arguments[0], denominator: arguments[1])
    case (.power, 2): return .power(base: arguments[0], exponent: arguments[1])
    case (.sqrt, 1): return .root(radicand: arguments[0], index: nil)
    case (.root, 2): return .root(radicand: arguments[0], index: arguments[1])
    case (.plusMinus, 1): return .plusMinus(nil, arguments[0])
    case (.plusMinus, 2): return .plusMinus(arguments[0], arguments[1])
    default: return nil
    }
  }

  private static func relation(_ construct: Construct, _ arguments: [Expr]) -> DisplayForm? {
    guard arguments.count == 2, let relation = Relation(rawValue: construct.rawValue) else { return nil }
    return .relation(relation, arguments[0], arguments[1])
  }

  private static func logical(_ construct: Construct, _ arguments: [Expr]) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.congruent, 3): .congruence(arguments[0], arguments[1], modulus: arguments[2])
    case (.and, 2...): .conjunction(arguments)
    case (.or, 2...): .disjunction(arguments)
    case (.not, 1): .not(arguments[0])
    case (.implies, 2): .implication(arguments[0], arguments[1])
    default: nil
    }
  }

  private static func collection(_ construct: Construct, _ arguments: [Expr]) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.list, _): return rows(arguments).map(DisplayForm.matrix) ?? .list(arguments)
    case (.tuple, _): return .tuple(arguments)
    case (.set, _): return .set(arguments)
    case (.interval, 4):
      guard let opensLeft = arguments[2].truthValue, let opensRight = arguments[3].truthValue else {
        return nil
      }
      return .interval(arguments[0], arguments[1], opensLeft: opensLeft, opensRight: opensRight)
    case (.piecewise, 2...):
      let cases = stride(from: 0, to: arguments.count - 1, by: 2).map {
        Case(condition: arguments[$0], value: arguments[$0 + 1])
      }
      return .piecewise(cases, otherwise: arguments.count % 2 == 1 ? arguments.last : nil)
    default: return nil
    }
  }

  /// The rows, where all arguments are lists of one length that is not 0.
  private static func rows(_ arguments: [Expr]) -> [[Expr]]? {
    guard let width = arguments.first?.childCount, width > 0,
      arguments.allSatisfy({ $0.function == .list && $0.childCount == width })
    else { return nil }
    return arguments.map(\.storedChildren)
  }

  private static func calculus(
    _ construct: Construct, _ function: Function, _ arguments: [Expr]
  ) -> DisplayForm? {
    switch (construct, arguments.count) {
    case (.derivative, 3...):
      guard arguments.count % 2 == 1 else { return nil }
      return .derivative(
        arguments[0],
        stride(from: 1, to: arguments.count, by: 2).map {
          Differentiation(variable: arguments[$0], order: arguments[$0 + 1])
        })
    case (.at, 3): return .evaluation(arguments[0], variable: arguments[1], value: arguments[2])
    case (.integral, 2), (.integral, 4): return accumulation(.integral, function, arguments)
    case (.sum, 4): return accumulation(.sum, function, arguments)
    case (.productOver, 4):
      return .accumulation(.product, arguments[0], [Range(arguments)])
    case (.limit, 3): return .limit(arguments[0], variable: arguments[1], point: arguments[2], side: 0)
    case (.limit, 4):
      guard let side = arguments[3].smallInteger, side == 1 || side == -1 else { return nil }
      return .limit(arguments[0], variable: arguments[1], point: arguments[2], side: side)
    default: return nil
    }
  }

  /// Integrals of integrals, and sums of sums, are one with several ranges, unless they share a variable.
  private static func accumulation(
    _ kind: Accumulation, _ function: Function, _ arguments: [Expr]
  ) -> DisplayForm {
    var ranges = [Range(arguments)]
    var body = arguments[0]
    while ranges.count < 16, body.function == function, body.childCount == arguments.count,
      !ranges.contains(where: { $0.variable == body.child(1) })
    {
      ranges.append(Range(body.storedChildren))
      body = body.child(0)
    }
    return .accumulation(kind, body, ranges.reversed())
  }
}

extension DisplayForm.Range {
  /// The range of `integral(body, x, a, b)` and the like.
  fileprivate init(_ arguments: [Expr]) {
    variable = arguments[1]
    bounds = arguments.count == 4 ? (arguments[2], arguments[3]) : nil
  }
}

extension Expr {
  /// The truth value that the constants `true` and `false` stand for.
  package var truthValue: Bool? {
    guard childCount == 0, let function, !function.isUndefined else { return nil }
    return function.name == "true" ? true : function.name == "false" ? false : nil
  }
}
