import ApusTerms

extension VerbTable {
  /// Assumptions and definitions.
  static var assumptions: [Verb] {
    [
      Verb(
        "assuming", arity: .atLeast(2), signature: "assuming(x > 0, real(y), e)",
        summary: "the value of e under the assumptions before it",
        example: ("assuming(real(x), diff(abs(x), x))", "sign(x)"), action: .assuming),
      Verb(
        "assume", arity: .atLeast(1), signature: "assume(x > 0, integer(n))",
        summary: "states assumptions that hold from now on", example: ("assume(x > 0)", "x > 0"),
        action: .assume),
      Verb(
        "forget", arity: .atLeast(0), signature: "forget(x)",
        summary: "drops the assumptions on the names, or all of them", example: ("forget(x)", ""),
        areAllNames: true,
        action: .forget),
      Verb(
        "clear", arity: .atLeast(0), signature: "clear(a, f)",
        summary: "forgets what the names mean, or all definitions", example: ("clear(a)", ""),
        areAllNames: true,
        action: .clear),
      Verb(
        "equal", arity: .exactly(2), signature: "equal(a, b)",
        summary: "whether both are equal wherever both have a value: true, false or unknown",
        example: ("equal((x + 1)*2, 2*x + 2)", "true")
      ) { call throws(Diagnostic) in
        let answer = Equality.decide(call.arguments[0], call.arguments[1], call.facts, call.evaluationLimits)
        try call.check()
        return answer.expression
      },
    ]
  }
}
