/// What one evaluation may use; going beyond is an error, never a crash.
public struct Limits: Sendable, Hashable {
  /// The time in seconds, or nil for no limit; looked at between steps.
  public var seconds: Double?
  /// The longest answer that is written out, in bytes.
  public var textBytes: Int
  /// The largest expression that an evaluation may produce, in distinct nodes.
  public var nodes: Int
  /// How deep the user's functions may call each other.
  public var callDepth: Int

  /// Creates limits.
  public init(
    seconds: Double? = nil, textBytes: Int = 10_000_000, nodes: Int = 10_000_000, callDepth: Int = 10_000
  ) {
    self.seconds = seconds
    self.textBytes = textBytes
    self.nodes = nodes
    self.callDepth = callDepth
  }
}
