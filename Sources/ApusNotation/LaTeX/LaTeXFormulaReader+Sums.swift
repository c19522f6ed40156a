import ApusTerms

extension LaTeXFormulaReader {
  /// A sum of products with signs.
  func sum(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let first = item(cursor) else { throw missingOperand(formulas.tree.rows[cursor.row].range) }
    if case .binary(let sign) = first.kind, !sign.isAdditive { throw unexpected(first) }
    let place = cursor.place
    var total: LaTeXOperand?
    var terms: [Expr] = []
    while let next = item(cursor) {
      var sign = LaTeXOperator.plus
      if case .binary(let written) = next.kind, written.isAdditive {
        sign = written
        cursor.place += 1
        guard let following = item(cursor), !following.isRelation else { throw missingOperand(next.range) }
      } else if total != nil {
        break
      }
      let start = cursor.place
      let term = try signedProduct(&cursor)
      if term.isTruth, total != nil || start > place || startsTerm(cursor) {
        throw Diagnostic("relation-in-term", "a relation has no value that could be added", at: term.range)
      }
      if term.isSet, total != nil || start > place || startsTerm(cursor) {
        throw Diagnostic("set-in-term", "a set or list cannot be added", at: term.range)
      }
      guard let left = total else {
        total = try begin(sign, term, next.range, &terms)
        continue
      }
      try checkAddition(left, term, next.range)
      total = append(sign, left, term, &terms)
    }
    guard var result = total else { throw missingOperand(first.range) }
    result.expr = LaTeXTerms.sum(terms)
    return result
  }

  private func startsTerm(_ cursor: LaTeXCursor) -> Bool {
    guard let next = item(cursor), case .binary(let sign) = next.kind else { return false }
    return sign.isAdditive
  }

  private func begin(
    _ sign: LaTeXOperator, _ term: LaTeXOperand, _ range: SourceRange, _ terms: inout [Expr]
  ) throws(Diagnostic) -> LaTeXOperand {
    var result = term
    switch sign {
    case .minus: terms = [LaTeXTerms.call("negate", term.expr)]
    case .plusMinus: terms = [LaTeXTerms.call("plusMinus", term.expr)]
    case .minusPlus: terms = [LaTeXTerms.call("plusMinus", LaTeXTerms.call("negate", term.expr))]
    default: terms = [term.expr]
    }
    if sign != .plus || range.lowerBound < term.range.lowerBound { result.range = range.union(term.range) }
    return result
  }

  private func append(
    _ sign: LaTeXOperator, _ left: LaTeXOperand, _ term: LaTeXOperand, _ terms: inout [Expr]
  ) -> LaTeXOperand {
    switch sign {
    case .minus: terms.append(LaTeXTerms.call("negate", term.expr))
    case .plusMinus: terms = [LaTeXTerms.call("plusMinus", LaTeXTerms.sum(terms), term.expr)]
    case .minusPlus:
      // a ∓ b is a ± (−b), so that upper and lower signs stay together.
      terms = [LaTeXTerms.call("plusMinus", LaTeXTerms.sum(terms), LaTeXTerms.call("negate", term.expr))]
    default: terms.append(term.expr)
    }
    var result = left
    result.range = left.range.union(term.range)
    if case .matrix = term.shape { result.shape = term.shape }
    return result
  }

  /// A product with at most one further minus sign in front, as in `a + -b`.
  private func signedProduct(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let next = item(cursor), case .binary(let sign) = next.kind else { return try product(&cursor) }
    guard sign == .minus else { throw unexpected(next) }
    cursor.place += 1
    guard let following = item(cursor) else { throw missingOperand(next.range) }
    if case .binary = following.kind { throw unexpected(following) }
    var term = try product(&cursor)
    term.expr = LaTeXTerms.call("negate", term.expr)
    term.range = next.range.union(term.range)
    return term
  }

  private func checkAddition(_ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange)
    throws(Diagnostic)
  {
    switch (left.shape, right.shape) {
    case (.matrix, .matrix):
      if left.shape != right.shape {
        throw Diagnostic(
          "shape-mismatch", "the two matrices have different numbers of rows or columns", at: range)
      }
    case (.matrix, .scalar), (.scalar, .matrix):
      throw Diagnostic("shape-mismatch", "a number and a matrix cannot be added", at: range)
    default: return
    }
  }
}
