import ApusAlgebra
import ApusNotation
import ApusTerms

extension VerbTable {
  /// Divisors of polynomials.
  static var divisors: [Verb] {
    [
      Verb(
        "gcd", arity: .atLeast(1), signature: "gcd(a, b)",
        summary: "the greatest common divisor of integers or of polynomials",
        example: ("gcd(x^2 - 1, x^2 - x)", "x - 1")
      ) { call throws(Diagnostic) in
        try call.common(.gcd) { Expr.greatestCommonDivisor($0, until: $1) }
      },
      Verb(
        "lcm", arity: .atLeast(1), signature: "lcm(a, b)",
        summary: "the least common multiple of integers or of polynomials",
        example: ("lcm(x - 1, x^2 - x)", "x^2 - x")
      ) { call throws(Diagnostic) in
        try call.common(.lcm) { Expr.leastCommonMultiple($0, until: $1) }
      },
      Verb(
        "resultant", arity: .exactly(3), signature: "resultant(p, q, x)",
        summary: "the resultant of two polynomials in x, which is 0 when they have a common root",
        example: ("resultant(x^2 - a, x - b, x)", "b^2 - a")
      ) { call throws(Diagnostic) in
        let (p, q, x) = (call.arguments[0], call.arguments[1], try call.symbol(2))
        return try call.answer { p.resultant(with: q, in: x, until: $0) }
      },
      Verb(
        "discriminant", arity: .exactly(2), signature: "discriminant(p, x)",
        summary: "the discriminant of a polynomial in x, which is 0 when it has a multiple root",
        example: ("discriminant(a*x^2 + b*x + c, x)", "b^2 - 4*a*c")
      ) { call throws(Diagnostic) in
        let (p, x) = (call.arguments[0], try call.symbol(1))
        return try call.answer { p.discriminant(in: x, until: $0) }
      },
      Verb(
        "quotient", arity: .exactly(3), signature: "quotient(p, q, x)",
        summary: "the quotient of the division of polynomials in x with remainder",
        example: ("quotient(x^3 + 1, x^2, x)", "x")
      ) { call throws(Diagnostic) in
        try call.division(\.quotient)
      },
      Verb(
        "remainder", arity: .exactly(3), signature: "remainder(p, q, x)",
        summary: "the remainder of the division of polynomials in x",
        example: ("remainder(x^3 + 1, x^2 - 1, x)", "x + 1")
      ) { call throws(Diagnostic) in
        try call.division(\.remainder)
      },
      Verb(
        "apart", arity: .exactly(2), signature: "apart(e, x)",
        summary: "the partial fractions in x over the rational numbers",
        example: ("apart((3*x + 5)/(x^2 + 4*x + 3), x)", "2/(x + 3) + 1/(x + 1)")
      ) { call throws(Diagnostic) in
        let (e, x) = (call.arguments[0], try call.symbol(1))
        return try call.answer { e.partialFractions(in: x, until: $0) }
      },
    ]
  }
}

extension VerbCall {
  /// What the pass finds; nil when it finds nothing.
  ///
  /// - Throws: what made it stop.
  fileprivate mutating func answer(
    _ pass: (@escaping (Int) -> Bool) -> Expr?
  ) throws(Diagnostic) -> Expr? {
    var found: Expr?
    _ = try watched { shouldStop in
      found = withoutActuallyEscaping(shouldStop) { pass($0) }
      return found ?? 0
    }
    try check()
    return found
  }

  /// The quotient or the remainder of the first two arguments as polynomials in the third.
  fileprivate mutating func division(_ part: KeyPath<(quotient: Expr, remainder: Expr), Expr>)
    throws(Diagnostic)
    -> Expr?
  {
    let (p, q, x) = (arguments[0], arguments[1], try symbol(2))
    return try answer { p.quotientAndRemainder(dividingBy: q, in: x, until: $0)?[keyPath: part] }
  }

  /// A common divisor or multiple of polynomials; of integers, of what is assumed to be integers, and of bare symbols, which
  /// may stand for integers, the function's value.
  fileprivate mutating func common(
    _ function: Function, _ pass: ([Expr], @escaping (Int) -> Bool) -> Expr?
  ) throws(Diagnostic) -> Expr? {
    let (arguments, facts) = (arguments, facts)
    let areIntegers = arguments.allSatisfy { $0.kind == .symbol || facts.isInteger($0) == .true }
    if areIntegers { return .call(function, arguments) }
    return try answer { pass(arguments, $0) } ?? .call(function, arguments)
  }
}
