import Synchronization

/// A request to stop one evaluation, which the evaluation looks at from time to time.
final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Whether the evaluation has to stop.
  var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// Asks the evaluation to stop.
  func raise() { flag.store(true, ordering: .relaxed) }
}
