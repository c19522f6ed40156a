import ApusTerms

// An italic T above a vector or matrix, which may be an exponent.
extension LaTeXFormulaReader {
  /// Whether an italic T above a name transposes it.
  func isTranspose(_ name: LaTeXName, _ item: LaTeXNode) throws(Diagnostic) -> Bool {
    if let told = options.transposes { return told }
    if name.isVector { return true }
    guard context.letterTIsTranspose else { return false }
    if let letter = name.base.first, name.base.count == 1, letter.isUppercase { return true }
    if hasQuadraticForm { return true }
    throw Diagnostic(
      "ambiguous-superscript", "this T may be an exponent or mean the transpose",
      at: item.supRange ?? item.range,
      help: ["write \\mathrm{T} or \\top for the transpose"])
  }

  /// Whether an italic T above brackets transposes what is in them: certainly where that is a vector.
  func transposesGroup(_ item: LaTeXNode) throws(Diagnostic) -> Bool {
    guard case .fence(_, _, let row) = item.kind else { return false }
    let names = formulas.namesUsed(row, items(row).indices).map { formulas.names[$0] }
    if names.contains(where: \.isVector) { return true }
    let hasNumber = items(row).contains { $0.isNumber }
    guard context.letterTIsTranspose, !hasNumber, !names.isEmpty else { return false }
    let isCapital = names.allSatisfy { ($0.base.count == 1 && $0.base.first?.isUppercase ?? false) }
    if isCapital && !items(row).contains(where: \.isSign) || hasQuadraticForm { return true }
    throw Diagnostic(
      "ambiguous-superscript", "this T may be an exponent or mean the transpose",
      at: item.supRange ?? item.range,
      help: ["write \\mathrm{T} or \\top for the transpose"])
  }

  func transposed(_ base: LaTeXOperand, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    var result = base
    result.expr = LaTeXTerms.call("transpose", base.expr)
    if case .matrix(let rows, let columns) = base.shape {
      result.shape = .matrix(rows: columns, columns: rows)
    }
    return result
  }

  /// Whether `x^T A x` or `(x - m)^T (x - m)` occurs in the source, where T can only mean the transpose.
  private var hasQuadraticForm: Bool {
    if let known = quadraticFormIsFound { return known }
    let found = tree.rows.indices.contains { row in
      items(row).indices.contains { isTransposedFirst($0, of: row) }
    }
    quadraticFormIsFound = found
    return found
  }

  /// How far behind a transposed factor the factor itself is looked for.
  private static let quadraticFormLength = 16

  private func isTransposedFirst(_ place: Int, of row: Int) -> Bool {
    let items = items(row)
    guard let sup = items[place].sup, case .letterT = tree.superscript(sup) else { return false }
    for next in items[(place + 1)...].prefix(Self.quadraticFormLength) {
      guard next.isOperand || next.isMultiplication else { return false }
      if next.sup == nil, next.sub == nil, items[place].sub == nil, isSameNucleus(items[place], next) {
        return true
      }
    }
    return false
  }

  private func isSameNucleus(_ a: LaTeXNode, _ b: LaTeXNode) -> Bool {
    switch (a.kind, b.kind) {
    case (.letter(let first, let font), .letter(let second, let other)): first == second && font == other
    case (.symbol(let first, _), .symbol(let second, _)): first == second
    case (.fence(_, _, let first), .fence(_, _, let second)):
      items(first).count == items(second).count
        && tree.spelling(ofRow: first) == tree.spelling(ofRow: second)
    default: false
    }
  }
}
