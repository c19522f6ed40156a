import ApusTerms

/// Writes formulas in presentation MathML, as browsers show it: one `math` element a formula.
///
/// Invisible operators (U+2061 for function application, U+2062 for products) say to screen readers and to spacing what stands
/// between the letters. Names are spelt after the words of their identifiers.
///
/// Source: MathML Core, W3C.
public struct MathMLWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The formulas, a line each.
  ///
  /// - Throws: `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var lines: [String] = []
    for formula in formulas {
      lines.append(try text(of: formula.expression, appliedNames: formula.appliedNames))
    }
    return WrittenText(lines.joined(separator: "\n"), symbols: formulas.flatMap(\.symbols))
  }

  /// The expression as a `math` element.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: expression, appliedNames: [])
  }

  private func text(of expression: Expr, appliedNames: Set<String>) throws(Diagnostic) -> String {
    let tree = DisplayTree(expression)
    var emission = MathMLEmission()
    emission.appliedNames = appliedNames
    let piece = tree.foldForms { (form, pieces: MathMLEmission.Pieces) in
      emission.piece(form, tree, pieces)
    }
    return try emission.arena.text(joining: [
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">", .ref(piece.ref), "</math>",
    ])
  }
}
