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
    var run = ExpressionSaturation([self, other], options)
    return run.provesEquality()
  }
}

extension Expr {
  /// A proof that the expressions are equal by the rules of the engine and arithmetic, `nil` if none was found.
  ///
  /// `proof.conclusion(in: .engine)` checks it without the graph; the rules of rule files are not used.
  /// - Complexity: bounded by the limits; a graph that keeps proofs takes about 150 bytes a node more.
  public func proof(
    ofEqualityWith other: Expr, limits: SearchLimits = .saturation
  ) -> EqualityProof<Expr>? {
    if self == other { return EqualityProof(steps: [.same(self)]) }
    var run = ExpressionSaturation([self, other], SaturationOptions(limits: limits))
    return run.proof()
  }
}

extension [Expr] {
  /// The expressions in the cheapest form that equality saturation finds, in one graph: parts that are equal are shared.
  ///
  /// The search ends early when every result is a number, and when several rounds in a row brought nothing cheaper.
  /// - Complexity: bounded by the limits; the graph takes about 200 bytes a node.
  public func saturated(by options: SaturationOptions = SaturationOptions()) -> SaturatedExpressions {
    var run = ExpressionSaturation(self, options)
    return run.result()
  }
}
