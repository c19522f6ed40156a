import Apus
import ApusNotation

/// A responder whose evaluations end: at a time limit, or when somebody interrupts them.
///
/// An evaluation that ends this way changes nothing: the responder is as it was before.
struct BoundedResponder<Source: Responder> {
  /// The responder.
  private(set) var source: Source
  /// The seconds that one input may take; no limit if `nil`.
  var timeLimit: Double?
  /// Whether Ctrl-C, as ``Signals`` reports it, ends an evaluation.
  var isInterruptible = false

  /// How long an evaluation that was told to stop may take to do so before it is left alone.
  private static var grace: Double { 0.04 }

  init(_ source: Source, timeLimit: Double? = nil, isInterruptible: Bool = false) {
    self.source = source
    self.timeLimit = timeLimit
    self.isInterruptible = isInterruptible
  }

  /// The answer to `input`, or what is wrong with it, or `timeout` or `cancelled`.
  mutating func result(for input: String) -> Result<Response, Diagnostic> {
    FailureReport.begin(input)
    guard timeLimit != nil || isInterruptible else {
      let (result, next) = Self.evaluate(input, with: source, until: Cancellation())
      source = next
      return result
    }
    let cancellation = Cancellation()
    let start = Clock.seconds
    let run = DetachedRun { [source] in Self.evaluate(input, with: source, until: cancellation) }
    var reason: Diagnostic?
    var stopped = 0.0
    let outcome = run.wait {
      let now = Clock.seconds
      if reason == nil, let new = reasonToStop(after: now - start) {
        reason = new
        stopped = now
        cancellation.cancel()
      }
      return reason != nil && now - stopped > Self.grace
    }
    if let reason { return .failure(reason) }
    guard let (result, next) = outcome else {
      return .failure(Diagnostic("cancelled", "the evaluation was given up"))
    }
    source = next
    return result
  }

  private func reasonToStop(after seconds: Double) -> Diagnostic? {
    if isInterruptible, Signals.interrupt.load(ordering: .relaxed) {
      return Diagnostic("cancelled", "interrupted after \(DurationText.text(of: seconds))")
    }
    if isInterruptible, Signals.termination.load(ordering: .relaxed) {
      return Diagnostic("cancelled", "ended after \(DurationText.text(of: seconds))")
    }
    if let timeLimit, seconds >= timeLimit {
      return Diagnostic(
        "timeout", "no answer within \(DurationText.text(of: timeLimit))",
        help: ["raise the limit with --timeout"])
    }
    return nil
  }

  private static func evaluate(
    _ input: String, with source: Source, until cancellation: Cancellation
  ) -> (Result<Response, Diagnostic>, Source) {
    var source = source
    do {
      return (.success(try source.response(to: input, until: cancellation)), source)
    } catch {
      return (.failure(error), source)
    }
  }
}
