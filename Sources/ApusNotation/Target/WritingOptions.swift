/// How formulas are set, for notations that leave a choice.
public struct WritingOptions: Sendable, Equatable {
  /// The length in bytes above which a line of LaTeX is broken where it can be; `nil` for one line a formula.
  public var lineWidth: Int?

  /// Creates options; by default every formula is one line.
  public init(lineWidth: Int? = nil) { self.lineWidth = lineWidth }
}
