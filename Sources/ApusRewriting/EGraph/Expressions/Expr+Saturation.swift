import ApusTerms

/// Expressions that were simplified in one graph.
public struct SaturatedExpressions: Sendable {
  /// What the expressions cost under the chosen measure.
  public struct Costs: Sendable, Hashable {
    /// The inputs, each part counted as often as it occurs.
    public var unshared: Int
    /// The inputs, equal parts counted once if the measure does so.
    public var before: Int
    /// ``SaturatedExpressions/shared``.
    public var after: Int
  }

  /// The results, in the order of the inputs; the inputs themselves where nothing cheaper was found.
  public let expressions: [Expr]
  /// The results with names for parts that are used more than once.
  public let shared: SharedExpressions
  /// Why each result equals its input, if proofs were kept; `nil` for one that is the input itself.
  public let explanations: [EqualityExplanation?]
  /// The costs of all inputs together and of all results.
  public let costs: Costs
  /// The rounds, the rules, and why the run ended.
  public let report: SaturationReport
  /// The live nodes of the graph at the end.
  public let nodes: Int
  /// The classes of the graph at the end.
  public let classes: Int
}

extension Expr {
  /// The expression in the cheapest form that equality saturation finds.
  ///
  /// The result has the value of the input wherever the input has one; it may have a value elsewhere too, as `x` has where
  /// `x^2/x` has none. Expressions with inexact numbers or infinities are given back unchanged.
  /// - Complexity: bounded by the limits.
  public func saturated(by options: SaturationOptions = SaturationOptions()) -> Expr {
    [self].saturated(by: options).expressions[0]
  }
}

extension Expr {
  /// Whether saturation proves that the expressions have the same value wherever both have one.
  ///
  /// `false` says only that no proof was found.
  /// - Complexity: bounded by the limits.
  public func isEqual(to other: Expr, provedBy options: SaturationOptions) -> Bool {
    if self == other { return true }
    let sides = [self, other].map { $0.saturatingBranches(by: options) }
    if sides[0] == sides[1] { return true }
    let start = ContinuousClock.now
    var run = ExpressionSaturation(sides, options)
    if run.provesEquality() { return true }
    if options.rules == nil { return false }
    // The difference may be simple where both sides grow.
    var rest = options
    rest.limits.time -= ContinuousClock.now - start
    return (sides[0] - sides[1]).saturated(by: rest) == 0
  }
}

extension Expr {
  /// A proof that the expressions are equal by the rules of the engine and arithmetic, `nil` if none was found.
  ///
  /// `proof.conclusion(in: .engine)` checks it without the graph; the rules of rule files are not used.
  /// - Complexity: bounded by the limits.
  public func proof(
    ofEqualityWith other: Expr, limits: SearchLimits = .saturation
  ) -> EqualityProof<Expr>? {
    explanation(ofEqualityWith: other, by: SaturationOptions(limits: limits))?.proof
  }

  /// Why the expressions are equal wherever both have a value, `nil` if no proof was found.
  ///
  /// - Complexity: bounded by the limits of the options.
  public func explanation(ofEqualityWith other: Expr, by options: SaturationOptions) -> EqualityExplanation? {
    if self == other {
      return EqualityExplanation(proof: EqualityProof(steps: [.same(self)]), laws: .engine)
    }
    var options = options
    options.keepsProofs = true
    var run = ExpressionSaturation([self, other], options)
    return run.explanation()
  }
}

extension [Expr] {
  /// The expressions in the cheapest form that equality saturation finds, in one graph: parts that are equal are shared.
  ///
  /// In a case distinction each branch is simplified under its condition, unless proofs are kept: they know nothing of branches.
  /// With rules of rule files, a graph that has grown without bringing something cheaper is left, and the search begins anew with the
  /// best that was found. The search ends early when every result is a number, when
  /// several rounds in a row brought nothing cheaper, and when the shortest text can hardly be shortened.
  /// - Complexity: bounded by the limits; the graph takes about 200 bytes a node.
  public func saturated(by options: SaturationOptions = SaturationOptions()) -> SaturatedExpressions {
    let inputs = options.keepsProofs ? self : map { $0.saturatingBranches(by: options) }
    let start = ContinuousClock.now
    var run = ExpressionSaturation(inputs, options)
    var best = run.result()
    for _ in 0..<Self.restarts where best.mayBeContinued && options.rules != nil {
      var rest = options
      rest.limits.time -= ContinuousClock.now - start
      var run = ExpressionSaturation(best.expressions, rest)
      let next = run.result()
      if next.costs.after >= best.costs.after { break }
      best = best.continued(by: next)
    }
    return best
  }

  /// How often a search begins anew with what it has found, in a small graph.
  private static let restarts = 8
}
