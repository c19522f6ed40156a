import ApusTerms

/// How expressions are simplified by saturation.
public struct SaturationOptions: Sendable {
  /// What is made as small as possible.
  public var cost: ExpressionCost
  /// What operations cost under ``ExpressionCost/cycles``.
  public var cycles: CycleTable
  /// What may be spent.
  public var limits: SearchLimits
  /// The rules of rule files that are used besides those of the engine; none unless stated.
  public var rules: RuleIndex?
  /// What is assumed of the symbols.
  public var facts: Facts
  /// Whether a rule with exceptions (`unless x = 0`) is used although nothing refutes them. The result may then differ from
  /// the input where an exception holds.
  public var isGeneric: Bool
  /// Whether sums are factored together, so that they share brackets and partial sums; not done for ``ExpressionCost/size``,
  /// which counts shared parts as often as they are written.
  public var sharesPartialSums: Bool
  /// Whether results come with explanations, which takes longer. Rules are then applied only where the check of a proof confirms
  /// their conditions.
  public var keepsProofs: Bool
  /// Asked often whether to give up.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Options: the shortest text within the limits of ``SearchLimits/saturation``, unless stated otherwise.
  public init(
    cost: ExpressionCost = .size, cycles: CycleTable = .standard, limits: SearchLimits = .saturation,
    rules: RuleIndex? = nil,
    facts: Facts = Facts(), isGeneric: Bool = false, sharesPartialSums: Bool = true,
    keepsProofs: Bool = false, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.cost = cost
    self.cycles = cycles
    self.limits = limits
    self.rules = rules
    self.facts = facts
    self.isGeneric = isGeneric
    self.sharesPartialSums = sharesPartialSums
    self.keepsProofs = keepsProofs
    self.isCancelled = isCancelled
  }
}

extension SearchLimits {
  /// What a saturation may spend unless stated: 30 rounds, 8,000 nodes, 0.8 seconds.
  public static let saturation = SearchLimits(iterations: 30, nodes: 8000, time: .milliseconds(800))
}
