/// Which rules are searched in a round.
public enum MatchScheduler: Sendable, Hashable {
  /// Every rule in every round.
  case everyRule
  /// A rule that matches more than `matchLimit` times is set aside for `banLength` rounds and its matches are forgotten;
  /// each time both numbers double.
  case backOff(matchLimit: Int = 1000, banLength: Int = 5)
}

/// What a run remembers of a rule.
struct RuleState {
  /// The round of the last search whose matches were kept, plus one.
  var searchedUpTo: UInt32 = 0
  var bans = 0
  /// The first round in which the rule is searched again.
  var bannedUntil = 0

  func matchLimit(_ scheduler: MatchScheduler) -> Int {
    guard case .backOff(let limit, _) = scheduler else { return Int.max }
    return max(limit, 0).saturatingShift(by: bans)
  }

  mutating func ban(_ scheduler: MatchScheduler, inRound round: Int) {
    guard case .backOff(_, let length) = scheduler else { return }
    bannedUntil = round.addingSaturating(max(length, 1).saturatingShift(by: bans))
    bans += 1
  }
}

extension Int {
  /// A number that is not negative times a power of two, at most half the largest integer.
  fileprivate func saturatingShift(by bits: Int) -> Int {
    bits >= leadingZeroBitCount - 2 ? Int.max / 2 : self << bits
  }
}
