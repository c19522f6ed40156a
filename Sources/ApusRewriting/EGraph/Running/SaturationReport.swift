/// What a ``Saturation`` did, and why it ended.
public struct SaturationReport: Sendable {
  /// One round of searching, applying and rebuilding.
  public struct Round: Sendable, Hashable {
    /// The live nodes after the round.
    public internal(set) var nodes = 0
    /// The classes after the round.
    public internal(set) var classes = 0
    /// The matches that were found and kept.
    public internal(set) var matches = 0
    /// The matches that told something new.
    public internal(set) var applied = 0
  }

  /// What became of one rule.
  public struct RuleUse: Sendable, Hashable {
    /// The name of the rule.
    public let name: String
    /// The matches that were found and kept.
    public internal(set) var matches = 0
    /// The matches that told something new.
    public internal(set) var applied = 0
    /// How often the rule was set aside because it matched too often.
    public internal(set) var bans = 0
  }

  /// Why the run ended.
  public internal(set) var stopReason = StopReason.iterationLimit
  /// The rounds, the first one first.
  public internal(set) var rounds: [Round] = []
  /// The rules in the order in which they were given.
  public internal(set) var rules: [RuleUse]
  /// The time of all searches.
  public internal(set) var searchTime = Duration.zero
  /// The time of all applications.
  public internal(set) var applyTime = Duration.zero
  /// The time of all rebuilds.
  public internal(set) var rebuildTime = Duration.zero

  /// The report of this run and of one after it.
  func continued(by next: SaturationReport) -> SaturationReport {
    var all = self
    all.stopReason = next.stopReason
    all.rounds += next.rounds
    for use in next.rules {
      if let place = all.rules.firstIndex(where: { $0.name == use.name }) {
        all.rules[place].matches += use.matches
        all.rules[place].applied += use.applied
        all.rules[place].bans += use.bans
      } else {
        all.rules.append(use)
      }
    }
    all.searchTime += next.searchTime
    all.applyTime += next.applyTime
    all.rebuildTime += next.rebuildTime
    return all
  }

  init(rules: [String]) {
    self.rules = rules.map { RuleUse(name: $0) }
  }
}
