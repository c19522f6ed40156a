/// A half-open range of UTF-8 byte offsets in a source text of less than 4 GB; places beyond that are reported at its end.
public struct SourceRange: Hashable, Sendable {
  // Ranges stand in every token, item and operand, so they are kept small.
  private var lower: UInt32
  private var upper: UInt32

  /// Creates the range `lowerBound ..< upperBound`; an inverted range becomes empty at `lowerBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    lower = UInt32(clamping: lowerBound)
    upper = max(lower, UInt32(clamping: upperBound))
  }

  /// The offset of the first byte.
  public var lowerBound: Int {
    get { Int(lower) }
    set { lower = UInt32(clamping: newValue) }
  }

  /// The offset past the last byte.
  public var upperBound: Int {
    get { Int(upper) }
    set { upper = UInt32(clamping: newValue) }
  }

  /// Whether the range covers no byte, as the place of something missing does.
  public var isEmpty: Bool { lower == upper }

  /// The smallest range that covers both ranges.
  public func union(_ other: SourceRange) -> SourceRange {
    var result = self
    result.lower = min(lower, other.lower)
    result.upper = max(upper, other.upper)
    return result
  }
}
