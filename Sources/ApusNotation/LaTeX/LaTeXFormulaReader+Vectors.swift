import ApusTerms

// Products of vectors.
extension LaTeXFormulaReader {
  /// Factors with an explicit sign between them; between columns a dot or cross is a product of vectors.
  func combine(_ sign: LaTeXOperator, _ left: inout [LaTeXOperand], _ right: [LaTeXOperand]) {
    guard let last = left.last, let first = right.first, case .matrix(let rows, 1) = last.shape,
      last.shape == first.shape,
      sign == .dot || sign == .times && rows == 3
    else {
      left.append(contentsOf: right)
      return
    }
    var product = last
    product.expr = LaTeXTerms.call(sign == .dot ? "dot" : "cross", last.expr, first.expr)
    product.shape = sign == .dot ? .scalar : last.shape
    product.range = last.range.union(first.range)
    left[left.count - 1] = product
    left.append(contentsOf: right.dropFirst())
  }

  /// × between vectors is no product of numbers.
  func refuseCrossProduct(
    _ left: LaTeXOperand, _ right: LaTeXNode, _ range: SourceRange, _ cursor: LaTeXCursor
  ) throws(Diagnostic) {
    var before = cursor.place - 2
    if before > 0, formulas.itemName(cursor.row, before) == LaTeXFormulas.secondHalf { before -= 1 }
    guard before >= 0 else { return }
    let first = formulas.name(cursor.row, before).map { formulas.names[$0].isVector } ?? false
    let second = formulas.name(cursor.row, cursor.place).map { formulas.names[$0].isVector } ?? false
    // A vector times a number stays readable.
    guard first || second, !right.isNumber, !items(cursor.row)[before].isNumber else { return }
    if first && second || items(cursor.row)[before].isParenthesis || right.isParenthesis || first {
      throw Diagnostic("vector-product", "the vector product of symbols has no code", at: range)
    }
  }
}
