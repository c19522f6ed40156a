/// A half-open range of UTF-8 byte offsets in a source text.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lowerBound: Int
  /// The offset past the last byte.
  public var upperBound: Int

  /// Creates the range `lowerBound ..< upperBound`; an inverted range becomes empty at `lowerBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Whether the range covers no byte, as the place of something missing does.
  public var isEmpty: Bool { lowerBound == upperBound }

  /// The smallest range that covers both ranges.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}
