import ApusTerms

/// Writes formulas in LaTeX, as papers do: fractions and roots, `\sin x`, Greek letters and subscripts from the identifiers,
/// parentheses only where they are needed.
///
/// ```
/// \frac{x^{2}}{2} + \sin x        \alpha_{ij} (x + y)        \int_{0}^{1} x^{2} \, d x
/// ```
/// `LaTeXReader` reads the text back as the same expression, up to the form of numbers with a power of ten, when it is told which
/// names are functions and which of e, i and π are symbols.
public struct LaTeXWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The formula in LaTeX without delimiters; several formulas as an `align*` environment.
  ///
  /// - Throws: `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    let trees = formulas.map { DisplayTree($0.expression) }
    let symbols = formulas.flatMap(\.symbols)
    var emission = LaTeXEmission(trees, symbols: symbols)
    emission.alignsRelations = formulas.count > 1
    var lines: [TextArena.Ref] = []
    for tree in trees {
      let piece = try tree.fold { (id: Int, form, pieces: LaTeXEmission.Pieces) throws(Diagnostic) in
        emission.isRoot = id == tree.root
        return emission.piece(form, tree, pieces)
      }
      lines.append(piece.ref)
    }
    let body = emission.arena.join(lines, separator: " \\\\\n")
    let text =
      formulas.count > 1
      ? try emission.arena.text(joining: ["\\begin{align*}\n", .ref(body), "\n\\end{align*}"])
      : try emission.arena.text(of: body)
    return WrittenText(text, symbols: symbols)
  }

  /// The expression in LaTeX, without delimiters.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: [Formula(expression)]).text
  }
}
