import ApusAlgebra
import ApusNotation
import ApusTerms

extension VerbTable {
  /// Polynomials and fractions.
  static var algebra: [Verb] {
    [
      Verb(
        "expand", arity: .exactly(1), signature: "expand(e)",
        summary: "products and powers of sums multiplied out, also inside functions",
        example: ("expand((x + 1)^2*y)", "x^2*y + 2*x*y + y")
      ) { call throws(Diagnostic) in
        try call.mappingParts { expr, shouldStop in expr.expanded(until: shouldStop) }
      },
      Verb(
        "cancel", aliases: ["ratsimp"], arity: .exactly(1), signature: "cancel(e)",
        summary: "one fraction of polynomials in lowest terms, also inside functions",
        example: ("cancel((x^2 - 1)/(x - 1))", "x + 1")
      ) { call throws(Diagnostic) in
        try call.mappingParts { expr, shouldStop in expr.cancelled(until: shouldStop) }
      },
      Verb(
        "together", arity: .exactly(1), signature: "together(e)",
        summary: "one fraction with its denominator in factors",
        example: ("together(1/x + 1/(x + 1))", "(2*x + 1)/(x*(x + 1))")
      ) { call throws(Diagnostic) in
        try call.mappingParts { expr, shouldStop in expr.together(until: shouldStop) }
      },
      Verb(
        "factor", arity: .between(1, 2), signature: "factor(e), factor(e, root)",
        summary:
          "the factors of an integer, rational number, polynomial or fraction, over the rational numbers, and a root such as sqrt(2) or i",
        example: ("factor(x^3 - x*y^2)", "x*(x + y)*(x - y)")
      ) { call throws(Diagnostic) in
        if call.arguments.count == 2 {
          return call.arguments[0].factorization(over: call.arguments[1])?.expression
        }
        if let number = call.arguments[0].number { return IntegerFactors.product(number) }
        var isFound = true
        let result = try call.mappingParts { expr, shouldStop in
          guard let factors = expr.factorization(until: shouldStop) else {
            isFound = false
            return expr
          }
          return factors.written
        }
        try call.check()
        return isFound ? result : nil
      },
      Verb(
        "collect", arity: .exactly(2), signature: "collect(e, x)",
        summary: "the powers of x gathered, each with its coefficient",
        example: ("collect(a*x + b*x + x^2, x)", "x^2 + x*(a + b)")
      ) { call throws(Diagnostic) in
        let variable = call.arguments[1]
        return try call.mappingParts { expr, shouldStop in
          expr.collected(in: variable, until: shouldStop)
        }
      },
    ]
  }
}

extension VerbCall {
  /// The first argument transformed; of a list or relation, each part.
  fileprivate mutating func mappingParts(
    _ transform: (Expr, @escaping (Int) -> Bool) -> Expr?
  ) throws(Diagnostic) -> Expr {
    try mappingParts(of: arguments[0], transform)
  }

  private mutating func mappingParts(
    of expr: Expr, _ transform: (Expr, @escaping (Int) -> Bool) -> Expr?
  ) throws(Diagnostic) -> Expr {
    let relations: [Function] = [.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual]
    if let function = expr.function, expr.elements != nil || relations.contains(function) {
      var parts: [Expr] = []
      for part in expr.arguments { parts.append(try mappingParts(of: part, transform)) }
      return .call(function, parts)
    }
    return try watched { shouldStop in withoutActuallyEscaping(shouldStop) { transform(expr, $0) } }
  }
}
