/// What a search may spend before it has to stop and give the best answer it has.
///
/// Every engine takes these, checks them as it goes, and says in its ``StopReason`` which one ended it.
public struct SearchLimits: Sendable, Hashable {
  /// The largest number of passes over the whole expression or graph.
  public var iterations: Int

  /// The largest number of nodes held at once.
  public var nodes: Int

  /// The longest time to spend.
  public var time: Duration

  /// Creates limits.
  public init(iterations: Int = 30, nodes: Int = 10_000, time: Duration = .seconds(5)) {
    self.iterations = iterations
    self.nodes = nodes
    self.time = time
  }
}
