import ApusTerms

/// How the functions of the table become operations.
enum FunctionLowering {
  /// An operation of one operand, perhaps of the reciprocal of the argument or with a reciprocal taken of the result.
  struct Unary {
    var opcode: Opcode
    var ofReciprocal = false
    var reciprocal = false
  }

  /// What is done to the arguments.
  enum Rule {
    case unary(Unary)
    case binary(Opcode)
    case sign, step, maximum, minimum, arcTangent, cases, logGamma
    case comparison(Comparison)
    case connective(Connective)
    case constant(Double)
    case call

    /// Whether the operations give the value of the function for real arguments only, or not at all of them.
    var isForRealNumbers: Bool {
      switch self {
      case .unary(let unary): unary.ofReciprocal || unary.reciprocal
      case .comparison, .connective, .cases: false
      default: true
      }
    }
  }

  enum Comparison { case less, lessEqual, greater, greaterEqual, equal, notEqual }
  enum Connective { case truth(Bool), and, or, not, implies, equivalent, xor }

  static func rule(for function: Function) -> Rule? { rules[function] }

  private static let rules: [Function: Rule] = {
    var rules: [Function: Rule] = [
      .sign: .sign, .heaviside: .step, .max: .maximum, .min: .minimum, .atan2: .arcTangent,
      .piecewise: .cases, .loggamma: .logGamma,
      .less: .comparison(.less), .lessEqual: .comparison(.lessEqual), .greater: .comparison(.greater),
      .greaterEqual: .comparison(.greaterEqual), .equal: .comparison(.equal),
      .notEqual: .comparison(.notEqual),
      .true: .connective(.truth(true)), .false: .connective(.truth(false)), .and: .connective(.and),
      .or: .connective(.or), .not: .connective(.not), .implies: .connective(.implies),
      .equivalent: .connective(.equivalent), .xor: .connective(.xor),
    ]
    for (function, unary) in unaries { rules[function] = .unary(unary) }
    return rules
  }()

  private static let unaries: [(Function, Unary)] = [
    (.abs, Unary(opcode: .absolute)), (.floor, Unary(opcode: .floor)),
    (.ceiling, Unary(opcode: .ceiling)), (.round, Unary(opcode: .round)),
    (.truncate, Unary(opcode: .truncate)),
    (.log, Unary(opcode: .log)), (.sin, Unary(opcode: .sin)), (.cos, Unary(opcode: .cos)),
    (.tan, Unary(opcode: .tan)), (.cot, Unary(opcode: .tan, reciprocal: true)),
    (.sec, Unary(opcode: .cos, reciprocal: true)), (.csc, Unary(opcode: .sin, reciprocal: true)),
    (.asin, Unary(opcode: .asin)), (.acos, Unary(opcode: .acos)), (.atan, Unary(opcode: .atan)),
    (.acot, Unary(opcode: .atan, ofReciprocal: true)), (.asec, Unary(opcode: .acos, ofReciprocal: true)),
    (.acsc, Unary(opcode: .asin, ofReciprocal: true)),
    (.sinh, Unary(opcode: .sinh)), (.cosh, Unary(opcode: .cosh)), (.tanh, Unary(opcode: .tanh)),
    (.coth, Unary(opcode: .tanh, reciprocal: true)), (.sech, Unary(opcode: .cosh, reciprocal: true)),
    (.csch, Unary(opcode: .sinh, reciprocal: true)),
    (.asinh, Unary(opcode: .asinh)), (.acosh, Unary(opcode: .acosh)), (.atanh, Unary(opcode: .atanh)),
    (.acoth, Unary(opcode: .atanh, ofReciprocal: true)),
    (.asech, Unary(opcode: .acosh, ofReciprocal: true)),
    (.acsch, Unary(opcode: .asinh, ofReciprocal: true)),
    (.erf, Unary(opcode: .erf)), (.erfc, Unary(opcode: .erfc)), (.gamma, Unary(opcode: .gamma)),
  ]
}
