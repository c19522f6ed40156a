/// How much work an evaluation may do.
public struct EvaluationLimits: Sendable {
  /// The most nodes that are evaluated, the terms of sums counted one by one.
  public var steps: Int
  /// The highest working precision in bits.
  public var precision: Int
  /// Whether to stop; asked every few hundred steps and between precisions.
  public var isCancelled: @Sendable () -> Bool

  /// Creates limits.
  public init(
    steps: Int = 10_000_000, precision: Int = 1 << 17, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.steps = steps
    self.precision = precision
    self.isCancelled = isCancelled
  }
}
