import ApusNotation
import ApusTerms

/// Watches over an evaluation: the cancellation flag before every step, the clock now and then.
struct Watch: Sendable {
  private let cancellation: Cancellation?
  private let seconds: Double?
  private let deadline: ContinuousClock.Instant?
  private var stepsUntilClock = 64

  init(_ cancellation: Cancellation?, _ limits: Limits) {
    self.cancellation = cancellation
    seconds = limits.seconds
    deadline = limits.seconds.map { ContinuousClock.now + .seconds($0) }
  }

  /// Checks the flag, and every few steps the clock.
  mutating func step() throws(Diagnostic) {
    if let cancellation, cancellation.isCancelled {
      throw Diagnostic("cancelled", "the evaluation was stopped")
    }
    stepsUntilClock -= 1
    if stepsUntilClock == 0 {
      stepsUntilClock = 64
      try checkClock()
    }
  }

  /// Checks the flag and the clock, before a step that may take long.
  mutating func longStep() throws(Diagnostic) {
    try step()
    try checkClock()
  }

  /// Limits with which a numeric evaluation stops when this evaluation has to.
  var evaluationLimits: EvaluationLimits {
    let watch = self
    return EvaluationLimits(isCancelled: {
      var watch = watch
      do throws(Diagnostic) {
        try watch.longStep()
        return false
      } catch {
        return true
      }
    })
  }

  private func checkClock() throws(Diagnostic) {
    guard let deadline, let seconds, ContinuousClock.now >= deadline else { return }
    throw Diagnostic("timeout", "no answer within \(seconds) s")
  }
}
