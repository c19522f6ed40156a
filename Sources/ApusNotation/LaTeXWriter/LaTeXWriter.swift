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
  /// The length in bytes above which a line is broken where it can be; `nil` for one line a formula.
  public var lineWidth: Int?

  /// Creates a writer.
  public init(lineWidth: Int? = nil) { self.lineWidth = lineWidth }

  /// The formula in LaTeX without delimiters; several formulas as an `align*` environment.
  ///
  /// A formula longer than the line width becomes an `aligned` environment of several rows: broken before relations, and before
  /// the signs of sums that no brackets enclose. Reading it gives the same expression.
  /// - Throws: `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    let trees = formulas.map { DisplayTree($0.expression) }
    let symbols = formulas.flatMap(\.symbols)
    var emission = LaTeXEmission(trees, symbols: symbols)
    emission.alignsRelations = formulas.count > 1
    var rows: [TextArena.Ref] = []
    for tree in trees {
      let pieces = try tree.foldAll { (id: Int, form, pieces: LaTeXEmission.Pieces) throws(Diagnostic) in
        emission.isRoot = id == tree.root
        return emission.piece(form, tree, pieces)
      }
      if let lineWidth, let broken = emission.rows(of: tree, pieces, width: lineWidth) {
        rows += broken
      } else {
        rows.append(pieces[tree.root].ref)
      }
    }
    let body = emission.arena.join(rows, separator: " \\\\\n")
    if rows.count == 1 { return WrittenText(try emission.arena.text(of: body), symbols: symbols) }
    let environment = formulas.count > 1 ? "align*" : "aligned"
    let text = try emission.arena.text(joining: [
      .text("\\begin{\(environment)}\n"), .ref(body), .text("\n\\end{\(environment)}"),
    ])
    return WrittenText(text, symbols: symbols)
  }

  /// The expression in LaTeX, without delimiters.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: [Formula(expression)]).text
  }
}
