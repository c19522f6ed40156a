/// How a LaTeX source is to be read where it leaves room; each setting overrides what the source suggests.
public struct LaTeXOptions: Sendable, Hashable {
  /// Names, in LaTeX, that are functions.
  public var functions: Set<String>
  /// Names, in LaTeX, that are plain symbols, such as `e` for a charge or `\pi` for a profit.
  public var symbols: Set<String>
  /// The most levels of nesting.
  public var depthLimit: Int

  /// Creates options; the defaults decide by evidence and custom.
  public init(functions: Set<String> = [], symbols: Set<String> = [], depthLimit: Int = 400) {
    self.functions = functions
    self.symbols = symbols
    self.depthLimit = depthLimit
  }
}
