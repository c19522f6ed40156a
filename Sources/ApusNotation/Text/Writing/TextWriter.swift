import ApusNumbers
import ApusTerms

/// Writes expressions on one line of plain text that the reader reads back as the same expression.
///
/// ```
/// x^2 + 2*x + 1     sqrt(x)     1/x     2*sin(x)*cos(x)     1 + 2*I     [[1, 2], [3, 4]]
/// ```
/// Terms stand by degree and then by name, parentheses only where the reader needs them. Names that would be read as
/// something else are put between backticks.
public struct TextWriter: Sendable {
  private let names: TextNames

  /// Creates a writer for readers of the given functions.
  ///
  /// `callables` are further names that are called, `reserved` such as stand for something else than the symbol.
  public init(
    functions: FunctionTable = .standard, callables: Set<String> = [], reserved: Set<String> = []
  ) {
    names = TextNames(functions, callables: callables, reserved: reserved)
  }

  /// The expression as text.
  ///
  /// - Complexity: linear in the size of the expression written out as a tree, which can exceed its size in memory by far:
  ///   ask `text(of:limit:)` when that may happen.
  public func text(of expr: Expr) -> String {
    text(of: expr, limit: .max) ?? ""
  }

  /// The expression as text, or nil when the text would have more than `limit` bytes.
  public func text(of expr: Expr, limit: Int) -> String? {
    // Every node of the tree takes a byte at least.
    if expr.treeSize / 2 > limit { return nil }
    var emission = TextEmission(Layout(expr), names, limit: limit)
    return emission.run()
  }
}

extension Expr: CustomStringConvertible {
  /// The expression in text notation, which `Expr(parsing:)` reads back; for a term too large to show, its size.
  public var description: String {
    TextWriter().text(of: self, limit: 100_000_000) ?? "an expression of \(nodeCount) distinct nodes"
  }
}
