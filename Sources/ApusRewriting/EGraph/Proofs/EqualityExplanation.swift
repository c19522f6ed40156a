import ApusTerms

/// Why two expressions are equal: a proof, and the laws by which it is checked.
public struct EqualityExplanation: Sendable {
  /// The proof, which ``conclusion`` checks.
  public let proof: EqualityProof<Expr>
  /// The rules, the assumptions, and what must not be zero.
  public let laws: ExpressionProofLanguage

  /// The equality that the proof proves by the laws; computed without the graph that found it.
  ///
  /// - Returns: `nil` if a step does not follow.
  public var conclusion: (left: Expr, right: Expr)? { proof.conclusion(in: laws) }

  /// The rules in the order in which they lead from the left side to the right one, with the parts that they replace and the
  /// conditions that were met. Arithmetic is named `arithmetic`.
  public var steps: [Simplification.Step] { proof.rewritings(in: laws) }
}
