/// Why a search ended.
public enum StopReason: String, Sendable, Hashable, CaseIterable {
  /// Nothing was left to do: every rule has been applied everywhere.
  case saturated

  /// The number of passes reached its limit.
  case iterationLimit = "iteration-limit"

  /// The number of nodes reached its limit.
  case nodeLimit = "node-limit"

  /// The time was used up.
  case timeLimit = "time-limit"

  /// What was sought has been found.
  case goal

  /// Two different numbers turned out equal: a rule or an assumption is false.
  case contradiction

  /// The caller asked to stop.
  case cancelled
}
