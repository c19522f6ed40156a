import Apus
import ApusNotation
import ApusTerms

/// Decides whether two expressions are equal: the first two inputs are these, the third asks.
struct EqualResponder: Responder {
  private var session: AlgebraSession
  private var sides: [Answer] = []

  init(_ session: AlgebraSession) { self.session = session }

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    if sides.count < 2 {
      sides.append(try session.value(of: input, until: cancellation))
      return Response(text: "")
    }
    guard let a = sides[0].expression, let b = sides[1].expression else { return Response(text: "unknown") }
    let limits = EvaluationLimits { cancellation.isCancelled }
    let verdict = Equality.verdict(on: a, b, session.facts, limits)
    if cancellation.isCancelled { throw Diagnostic("cancelled", "the comparison was given up") }
    var response = Response(text: verdict.truth.word)
    if let witness = verdict.witness, !witness.isEmpty {
      let values = witness.sorted { $0.key.name < $1.key.name }
      let point = values.map { "\($0.key.name) = \(session.text(of: Expr($0.value)))" }
      response.notes.append("they differ at \(point.joined(separator: ", "))")
    }
    for side in sides {
      response.warnings += side.warnings
      for assumption in side.assumptions where !response.assumptions.contains(assumption) {
        response.assumptions.append(assumption)
      }
    }
    return response
  }
}

extension Truth {
  /// The answer as a word.
  fileprivate var word: String {
    switch self {
    case .true: "true"
    case .false: "false"
    case .unknown: "unknown"
    }
  }
}
