/// Says when a search has to stop: after its time, or when the caller no longer wants it.
struct SearchClock: ~Copyable {
  private let start: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant?
  private let isCancelled: (@Sendable () -> Bool)?

  /// A clock that runs from now; `time` is not bounded from about 30 years on.
  init(time: Duration, isCancelled: (@Sendable () -> Bool)?) {
    start = .now
    deadline = time < .seconds(1_000_000_000) ? start.advanced(by: time) : nil
    self.isCancelled = isCancelled
  }

  var elapsed: Duration { start.duration(to: .now) }

  /// The reason to stop, if there is one.
  func reasonToStop() -> StopReason? {
    if let isCancelled, isCancelled() { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }

  func mustStop() -> Bool { reasonToStop() != nil }
}
