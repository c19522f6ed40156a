/// How expressions are simplified by saturation.
public struct SaturationOptions: Sendable {
  /// What is made as small as possible.
  public var cost: ExpressionCost
  /// What may be spent.
  public var limits: SearchLimits
  /// Whether sums are factored together, so that they share brackets and partial sums; not done for ``ExpressionCost/size``,
  /// which counts shared parts as often as they are written.
  public var sharesPartialSums: Bool
  /// Asked often whether to give up.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Options: the shortest text within the limits of ``SearchLimits/saturation``, unless stated otherwise.
  public init(
    cost: ExpressionCost = .size, limits: SearchLimits = .saturation, sharesPartialSums: Bool = true,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.cost = cost
    self.limits = limits
    self.sharesPartialSums = sharesPartialSums
    self.isCancelled = isCancelled
  }
}

extension SearchLimits {
  /// What a saturation may spend unless stated: 30 rounds, 8,000 nodes, 5 seconds.
  public static let saturation = SearchLimits(iterations: 30, nodes: 8000, time: .seconds(5))
}
