import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusTerms

extension VerbTable {
  /// Simplification.
  static var simplification: [Verb] {
    [
      Verb(
        "simplify", arity: .exactly(1), signature: "simplify(e)",
        summary: "a simpler form with the same value, or e itself",
        example: ("simplify(sin(x)^2 + cos(x)^2)", "1")
      ) { call throws(Diagnostic) in
        try call.simplified(call.arguments[0])
      },
      Verb(
        "equal", arity: .exactly(2), signature: "equal(a, b)",
        summary: "whether a and b are equal wherever both have a value: true, false or unknown",
        example: ("equal(sin(2*x), 2*sin(x)*cos(x))", "true")
      ) { call throws(Diagnostic) in
        try call.check()
        return Equality.decide(call.arguments[0], call.arguments[1], call.facts, call.evaluationLimits)
          .expression
      },
    ]
  }
}

extension VerbCall {
  /// The simplified value; that of a list or a relation part by part.
  fileprivate mutating func simplified(_ value: Expr) throws(Diagnostic) -> Expr {
    if let elements = value.elements {
      var simplified: [Expr] = []
      for element in elements { simplified.append(try self.simplified(element)) }
      return .list(simplified)
    }
    let facts = facts
    return try watched { shouldStop in
      value.simplification(assuming: facts, until: { shouldStop(0) }).expression
    }
  }
}
