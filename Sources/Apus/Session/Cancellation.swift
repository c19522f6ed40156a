import Synchronization

/// A flag with which another thread stops an evaluation.
///
/// The evaluation looks at it before every step and then throws `cancelled`; the session is as it was before.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Creates a flag that is not raised.
  public init() {}

  /// Whether the evaluation has to stop.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks the evaluation to stop.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
