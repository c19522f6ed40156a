import Apus
import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusTerms

/// Answers inputs with simpler forms of them.
struct SimplifyResponder: Responder {
  private var session: AlgebraSession
  private let method: SimplificationMethod
  private let keepsSteps: Bool

  init(_ session: AlgebraSession, by method: SimplificationMethod, keepingSteps keepsSteps: Bool) {
    self.session = session
    self.method = method
    self.keepsSteps = keepsSteps
  }

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    let answer = try session.value(of: input, until: cancellation)
    guard let value = answer.expression else { return Response(text: "") }
    var steps: [Simplification.Step] = []
    let result = simplified(value, &steps, until: cancellation)
    if cancellation.isCancelled { throw Diagnostic("cancelled", "the simplification was given up") }
    var response = Response(text: session.text(of: result))
    response.steps = steps.map { step in
      Response.Step(
        rule: step.rule, before: session.text(of: step.before), after: session.text(of: step.after),
        conditions: step.conditions)
    }
    response.notes = answer.notes
    response.warnings = answer.warnings
    response.assumptions = answer.assumptions
    return response
  }

  /// The simplified value; of a list or a relation part by part.
  private func simplified(
    _ value: Expr, _ steps: inout [Simplification.Step], until cancellation: Cancellation
  ) -> Expr {
    let relations: [Function] = [
      .list, .tuple, .set, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
    ]
    if let function = value.function, relations.contains(function) {
      var parts: [Expr] = []
      for part in value.arguments { parts.append(simplified(part, &steps, until: cancellation)) }
      return .call(function, parts)
    }
    let simplification = value.simplification(
      by: method.stopping { cancellation.isCancelled }, assuming: session.facts, keepingSteps: keepsSteps,
      until: { cancellation.isCancelled })
    steps += simplification.steps
    return simplification.expression
  }
}
