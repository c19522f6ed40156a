/// The markup that the formulas of a document stand in.
public enum DocumentMarkup: String, Sendable, CaseIterable {
  /// LaTeX, a whole document or a part of one.
  case latex
  /// Markdown with mathematics between dollar signs, in `math` fences, or in LaTeX environments.
  case markdown
}

/// A formula of a document with its place.
public struct DocumentFormula: Hashable, Sendable {
  /// The LaTeX of the formula: what stands between the delimiters, or the whole environment.
  public var source: String
  /// Whether the formula is set on lines of its own.
  public var isDisplayed: Bool
  /// The line at which `source` begins, from 1.
  public var line: Int
  /// The column at which `source` begins, from 1, in Unicode scalars.
  public var column: Int
  /// The columns that stand before each line of `source` in the document, such as those of `> ` in a quotation; empty if
  /// there are none but those before the first line.
  public var margins: [Int] = []

  /// Creates a formula.
  public init(_ source: String, isDisplayed: Bool, line: Int, column: Int, margins: [Int] = []) {
    self.source = source
    self.isDisplayed = isDisplayed
    self.line = line
    self.column = column
    self.margins = margins
  }

  /// The line and the column in the document of a byte of `source`.
  ///
  /// - Complexity: O(offset).
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let inside = SourceText(source).position(of: offset)
    if inside.line == 1 { return (line, column + inside.column - 1) }
    let margin = inside.line <= margins.count ? margins[inside.line - 1] : 0
    return (line + inside.line - 1, inside.column + margin)
  }
}

/// What a document holds for a reader of formulas.
public enum DocumentItem: Hashable, Sendable {
  /// A formula to read.
  case formula(DocumentFormula)
  /// The definition of a macro, which holds for the formulas behind it, and the line it begins at.
  case definition(String, line: Int)
  /// The name of another file whose text belongs here, which the document does not hold.
  case inclusion(String, line: Int)
}
