import ApusAlgebra
import ApusNotation
import ApusTerms

extension VerbTable {
  /// Derivatives.
  static var calculus: [Verb] {
    [
      Verb(
        "diff", aliases: ["D"], arity: .atLeast(2), signature: "diff(e, x, n, y, …)",
        summary: "the derivative of e in x, n times, then in y",
        example: ("diff(x^3*y, x, 2, y)", "6*x")
      ) { call throws(Diagnostic) in
        let (body, facts, steps) = (call.arguments[0], call.facts, try call.derivativeSteps())
        return try call.watched { shouldStop in
          body.derivative(in: steps, assuming: facts, until: shouldStop)
        }
      },
      Verb(
        "grad", aliases: ["gradient"], arity: .exactly(2), signature: "grad(e, [x, y])",
        summary: "the list of the partial derivatives of e",
        example: ("grad(x^2*y, [x, y])", "[2*x*y, x^2]")
      ) { call throws(Diagnostic) in
        .list(call.arguments[0].gradient(in: try call.symbols(1), assuming: call.facts))
      },
      Verb(
        "jacobian", arity: .exactly(2), signature: "jacobian([f, g], [x, y])",
        summary: "the matrix of the partial derivatives of a list, a row for each element",
        example: ("jacobian([x*y, x + y], [x, y])", "[[y, x], [1, 1]]")
      ) { call throws(Diagnostic) in
        let variables = try call.symbols(1)
        var rows: [Expr] = []
        for element in try call.list(0) {
          try call.check(element)
          rows.append(.list(element.gradient(in: variables, assuming: call.facts)))
        }
        return .list(rows)
      },
      Verb(
        "hessian", arity: .exactly(2), signature: "hessian(e, [x, y])",
        summary: "the matrix of the second partial derivatives",
        example: ("hessian(x^2*y, [x, y])", "[[2*y, 2*x], [2*x, 0]]")
      ) { call throws(Diagnostic) in
        let variables = try call.symbols(1)
        var rows: [Expr] = []
        for partial in call.arguments[0].gradient(in: variables, assuming: call.facts) {
          try call.check(partial)
          rows.append(.list(partial.gradient(in: variables, assuming: call.facts)))
        }
        return .list(rows)
      },
    ]
  }
}
