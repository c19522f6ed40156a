import ApusTerms

// Signs of papers about learning and algorithms.
extension LaTeXFormulaReader {
  /// `f_t \odot c_{t-1}`: the product of the components, which is a product of symbols.
  ///
  /// - Throws: `unsupported-operator` beside a matrix that is written out, whose components a product would mix.
  func componentwise(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand? {
    guard cursor.place > 0, cursor.place + 1 < cursor.end, !item.hasScripts else { return nil }
    let (left, right) = (items(cursor.row)[cursor.place - 1], items(cursor.row)[cursor.place + 1])
    guard left.isOperand, right.isOperand, !right.isComponentwiseSign else { return nil }
    cursor.place += 1
    let factor = try factor(&cursor)
    if factor.isMatrix || left.holdsTable(tree) {
      throw Diagnostic(
        "unsupported-operator", "the product of the components of matrices has no code", at: item.range)
    }
    assume("⊙ multiplies component by component")
    return factor
  }

  /// `x \leftarrow e`: a definition, as long as e does not speak of the value that x had before.
  func assignment(
    _ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange
  ) throws(Diagnostic) -> Expr {
    guard let name = left.expr.symbol, !right.expr.freeSymbols.contains(name) else {
      throw Diagnostic(
        "unsupported-relation", "an assignment that uses the value before it is no equation", at: range,
        help: ["give the new value a name of its own, as in x_{\\mathrm{new}} = x - a"])
    }
    assume("← is a definition")
    return LaTeXTerms.call("definition", left.expr, right.expr)
  }
}

extension LaTeXNode {
  fileprivate var isComponentwiseSign: Bool { if case .symbol("odot", _) = kind { true } else { false } }

  /// Whether the item is a matrix, with or without brackets around it.
  fileprivate func holdsTable(_ tree: LaTeXTree) -> Bool {
    switch kind {
    case .table: return true
    case .fence(_, _, let row):
      guard row < tree.rows.count, case .table? = tree.rows[row].items.first?.kind else { return false }
      return true
    default: return false
    }
  }
}
