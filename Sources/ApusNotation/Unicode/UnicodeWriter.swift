import ApusTerms

/// Writes formulas on one line of Unicode, for people to read: `x² + 2·α₁ = ∫₀¹ √x dx`.
public struct UnicodeWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The expression on one line.
  ///
  /// - Throws: `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the expression written out as a tree.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: Formula(expression))
  }

  /// The formula on one line.
  ///
  /// - Throws: `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the formula written out as a tree.
  public func text(of formula: Formula) throws(Diagnostic) -> String {
    let tree = DisplayTree(formula.expression)
    var emission = UnicodeEmission()
    emission.appliedNames = formula.appliedNames
    let piece = tree.foldForms { (form, pieces: UnicodeEmission.Pieces) in
      emission.piece(form, tree, pieces)
    }
    return try emission.arena.text(of: piece.ref)
  }
}
